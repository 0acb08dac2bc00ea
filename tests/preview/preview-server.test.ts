/** The preview builds, follows edits, keeps the last good version, and opens its door to this computer only. */
import { readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PreviewState } from '../../src/preview/preview-state.ts';
import { type Preview, startPreview } from '../../src/preview/start-preview.ts';
import { templatesFolder } from '../../src/tool-files.ts';
import { copyFixture, type EditableWorkspace, readStates, type StateReader } from './edit-workspace.ts';

const LESSON = 'first-course/lessons/02-codes.md';

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: NodeJS.Dict<string | string[]>;
}

let workspace: EditableWorkspace;
let preview: Preview;
let reader: StateReader;

beforeAll(async () => {
  workspace = copyFixture('minimal');
  preview = await startPreview({ workspace: workspace.folder, courses: [], asOf: () => '2026-11-22', port: 0 });
  reader = readStates(preview.origin);
});
afterAll(async () => {
  reader?.close();
  await preview?.close();
  workspace?.remove();
});

/** Sends the path as it is: fetch would tidy it up. */
function ask(
  path: string,
  options: { readonly method?: string; readonly headers?: Readonly<Record<string, string>> } = {},
) {
  const { port } = new URL(preview.origin);
  return new Promise<Answer>((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port, path, ...options }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        body += piece;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

const isBuilt = ({ building, builds }: PreviewState): boolean => !building && builds > 0;
const errorsOf = ({ problems }: PreviewState) => problems.filter(({ severity }) => severity === 'error');

describe('the preview', () => {
  it('builds at the start and serves the course and the page', async () => {
    const state = await reader.wait(isBuilt);
    expect(state.packages).toEqual([
      {
        name: 'first-course',
        title: expect.any(String),
        version: expect.any(String),
        address: 'courses/first-course/index.html',
        build: expect.any(String),
        stale: false,
      },
    ]);
    expect(errorsOf(state)).toEqual([]);
    expect((await ask('/courses/first-course/index.html')).body).toContain('data-cw="main"');
    expect((await ask('/')).body).toContain('preview.js');
  });

  it('follows an edit of a lesson, and tells when it has', async () => {
    const before = await reader.wait(isBuilt);
    workspace.replace(LESSON, 'title: Codes', 'title: Edited');
    const after = await reader.wait(
      (state) => isBuilt(state) && state.packages[0]?.build !== before.packages[0]?.build,
    );
    expect(after.builds).toBeGreaterThan(before.builds);
    expect((await ask('/courses/first-course/codes.html')).body).toContain('Edited');
  });

  it('keeps the last good version while there are errors, and says what they are', async () => {
    const before = await reader.wait(isBuilt);
    workspace.replace(LESSON, '(lesson:start)', '(nowhere.md)');
    const broken = await reader.wait((state) => isBuilt(state) && errorsOf(state).length > 0);
    expect(broken.packages[0]).toMatchObject({ build: before.packages[0]?.build, stale: true });
    expect(errorsOf(broken).map(({ code, place }) => `${code} ${place.split(':')[0]}`)).toContain(`CW2104 ${LESSON}`);
    expect((await ask('/courses/first-course/codes.html')).body).toContain('Edited');

    workspace.write('coursewright.yaml', '{');
    const worse = await reader.wait((state) => isBuilt(state) && state.builds > broken.builds);
    expect(worse.packages[0]?.build).toBe(before.packages[0]?.build);
  });

  it('recovers when the errors are mended', async () => {
    workspace.write('coursewright.yaml', 'organization: Example College\ncourses: [first-course]\n');
    await reader.wait((state) => isBuilt(state) && errorsOf(state).some(({ code }) => code === 'CW2104'));
    workspace.replace(LESSON, '(nowhere.md)', '(01-start.md)');
    const mended = await reader.wait((state) => isBuilt(state) && errorsOf(state).length === 0);
    expect(mended.packages[0]?.stale).toBe(false);
    expect((await ask('/courses/first-course/codes.html')).body).not.toContain('nowhere');
  });

  it('follows an edit of the theme', async () => {
    const before = await reader.wait(isBuilt);
    workspace.replace('coursewright.yaml', 'courses:', 'theme: { footer: Renamed by the college }\ncourses:');
    const after = await reader.wait(
      (state) => isBuilt(state) && state.packages[0]?.build !== before.packages[0]?.build,
    );
    expect(errorsOf(after)).toEqual([]);
    expect((await ask('/courses/first-course/index.html')).body).toContain('Renamed by the college');
  });

  it('follows an edit of the workspace’s own templates, and keeps the last good page while one is broken', async () => {
    const template = 'own/partials/title-page.hbs';
    const good = readFileSync(join(templatesFolder(), 'partials/title-page.hbs'), 'utf8');
    workspace.write(template, good);
    workspace.replace('coursewright.yaml', 'courses:', 'templates: own\ncourses:');
    const playing = await reader.wait(
      (state) => isBuilt(state) && !state.packages[0]?.stale && errorsOf(state).length === 0,
    );
    workspace.write(template, `${good}<p>Own words</p>\n`);
    const after = await reader.wait((state) => state.packages[0]?.build !== playing.packages[0]?.build);
    expect((await ask('/courses/first-course/index.html')).body).toContain('<p>Own words</p>');

    workspace.write(template, '{{#if');
    const broken = await reader.wait((state) => isBuilt(state) && errorsOf(state).length > 0);
    expect(broken.packages[0]).toMatchObject({ build: after.packages[0]?.build, stale: true });
    workspace.write(template, good);
    await reader.wait((state) => isBuilt(state) && errorsOf(state).length === 0);
  });

  it('announces no new build when a file was touched but not changed', async () => {
    const before = await reader.wait(isBuilt);
    workspace.replace(LESSON, 'title', 'title');
    const after = await reader.wait((state) => isBuilt(state) && state.builds > before.builds);
    expect(after.packages).toEqual(before.packages);
  });

  it('lets a mistake in one course hold up no other', async () => {
    const two = copyFixture('everything');
    const other = await startPreview({ workspace: two.folder, courses: [], asOf: () => '2026-11-22', port: 0 });
    const states = readStates(other.origin);
    const before = await states.wait(isBuilt);
    const buildOf = ({ packages }: PreviewState, course: string) => packages.find(({ name }) => name === course);
    two.replace('second-course/lessons/start.md', ':term[payer]', ':term[payer] and [more](nowhere.md)');
    await states.wait((state) => isBuilt(state) && errorsOf(state).length > 0);
    two.replace('all-features/lessons/01-markdown.md', '---\n\n', '---\n\nA new first sentence.\n\n');
    const isFeature = ({ name }: { readonly name: string }): boolean => name.startsWith('all-features');
    const featuresOf = ({ packages }: PreviewState) => packages.filter(isFeature).map(({ build }) => build);
    const after = await states.wait((state) => String(featuresOf(state)) !== String(featuresOf(before)));
    expect(after.packages.filter(isFeature).every(({ stale }) => !stale)).toBe(true);
    expect(buildOf(after, 'second-course')).toEqual({ ...buildOf(before, 'second-course'), stale: true });
    states.close();
    await other.close();
    two.remove();
  });

  it('serves one course where one is asked for', async () => {
    const two = copyFixture('everything');
    const other = await startPreview({
      workspace: two.folder,
      courses: ['second-course'],
      asOf: () => '2026-11-22',
      port: 0,
    });
    const states = readStates(other.origin);
    const { packages } = await states.wait(isBuilt);
    expect(packages.map(({ name }) => name)).toEqual(['second-course']);
    states.close();
    await other.close();
    two.remove();
  });
});

describe('the door', () => {
  it('opens to no other name than this computer’s', async () => {
    for (const host of [
      'evil.example',
      `evil.example:${new URL(preview.origin).port}`,
      '127.0.0.1',
      '127.0.0.1:1',
      'localhost.evil.example',
    ]) {
      expect((await ask('/', { headers: { host } })).status, host).toBe(421);
      expect((await ask('/events', { headers: { host } })).status, host).toBe(421);
    }
    expect((await ask('/', { headers: { host: `localhost:${new URL(preview.origin).port}` } })).status).toBe(200);
  });

  it('shows no file of the disk and no folder, however the address is written', async () => {
    const paths = [
      '/courses',
      '/courses/',
      '/courses/first-course',
      '/courses/first-course/',
      '/courses/../package.json',
      '/../../../../etc/passwd',
      '/courses/first-course/../../coursewright.yaml',
      '/courses/first-course/..%2f..%2fcoursewright.yaml',
      '/courses/first-course/%2e%2e/%2e%2e/coursewright.yaml',
      '/courses/first-course/..\\..\\coursewright.yaml',
      '/courses/__proto__/constructor',
      '/courses/first-course/course.yaml',
      '/coursewright.yaml',
      '//etc/passwd',
      '/courses/first-course/index.html%00.js',
    ];
    for (const path of paths) {
      const { status, body } = await ask(path);
      expect(status, path).toBe(404);
      expect(body, path).toBe('there is no such file\n');
    }
    expect((await ask('/%')).status).toBe(400);
  });

  it('takes no orders, and lets no other site read or frame what it serves', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) expect((await ask('/', { method })).status).toBe(405);
    for (const path of ['/', '/events-not', '/courses/first-course/index.html']) {
      const { headers } = await ask(path);
      expect(headers).toMatchObject({
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
      });
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
    expect(String((await ask('/')).headers['content-security-policy'])).toContain("frame-ancestors 'none'");
  });

  it('listens on loopback only', async () => {
    expect(preview.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((address) => address?.family === 'IPv4' && !address.internal)?.address;
    if (outside === undefined) return;
    const reached = await new Promise<boolean>((resolve) => {
      const socket = connect(Number(new URL(preview.origin).port), outside);
      socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    });
    expect(reached).toBe(false);
  });

  it('sends a part of a file when one is asked for', async () => {
    const whole = await ask('/courses/first-course/index.html');
    const part = await ask('/courses/first-course/index.html', { headers: { range: 'bytes=2-5' } });
    expect(part).toMatchObject({ status: 206, body: whole.body.slice(2, 6) });
    expect((await ask('/courses/first-course/index.html', { headers: { range: 'bytes=9-3' } })).status).toBe(200);
  });
});
