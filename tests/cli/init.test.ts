/** What `coursewright init` leaves: a workspace that checks clean and builds, whatever was typed, or nothing at all. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { checkCourses } from '../../src/api.ts';
import { STARTERS } from '../../src/cli/new-workspace/starters.ts';
import { parseYaml } from '../../src/compiler/syntax/yaml/parse-yaml.ts';
import { toPlainValue } from '../../src/compiler/syntax/yaml/query-yaml.ts';
import { Report } from '../../src/diagnostics/report.ts';
import { startYamlServer, type YamlServer } from '../yaml-server.ts';
import { ROOT, runCoursewright } from './run-coursewright.ts';

const AS_OF = '2026-11-22';
const NAMES = STARTERS.map(({ name }) => name);

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'coursewright-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

function readYaml(file: string): Readonly<Record<string, unknown>> {
  const report = new Report();
  const plain = toPlainValue(parseYaml(file, readFileSync(file, 'utf8'), report).root);
  expect(report.sorted()).toEqual([]);
  return plain as Readonly<Record<string, unknown>>;
}

describe('a new workspace', () => {
  it.each(NAMES)('from the starter %s checks clean, builds and verifies', (starter) => {
    const folder = makeFolder();
    const made = runCoursewright(folder, ['init', 'new', '--starter', starter]);
    expect(made.stderr).toBe('');
    expect(made.exitCode).toBe(0);
    const workspace = join(folder, 'new');
    const checked = runCoursewright(workspace, ['check', '--strict']);
    expect(checked.stderr).toBe('no problems\n');
    const built = runCoursewright(workspace, ['build', '--strict', '--format', 'json']);
    expect(built.exitCode).toBe(0);
    const { packages }: { packages: { file: string }[] } = JSON.parse(built.stdout);
    expect(packages).toHaveLength(starter === 'institution' ? 2 : 1);
    const zips = packages.map(({ file }) => `dist/${file}`);
    expect(runCoursewright(workspace, ['verify', '--strict', ...zips]).exitCode).toBe(0);
    expect(runCoursewright(workspace, ['doctor', '--strict']).exitCode).toBe(0);
  });

  it.each(NAMES)('from the starter %s keeps no placeholder and brings settings, a workflow and a guide', (starter) => {
    const folder = makeFolder();
    runCoursewright(folder, ['init', '.', '--starter', starter, '--course', 'a1']);
    const files = listFiles(folder);
    for (const name of [
      '.github/workflows/courses.yml',
      '.gitignore',
      '.schemas/bank.json',
      '.vscode/settings.json',
      'GUIDE.md',
      'README.md',
      'a1/course.yaml',
      'coursewright.yaml',
      'package.json',
    ]) {
      expect(files).toContain(name);
    }
    for (const name of files) {
      expect(name).not.toMatch(/%|dot-/);
      expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(/%(?:course|title|organization|version)%/);
    }
    const { version }: { version: string } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const manifest: { private: boolean; devDependencies: Record<string, string> } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    );
    expect(manifest.private).toBe(true);
    expect(manifest.devDependencies).toEqual({ coursewright: `^${version}` });
  });

  it('brings the guide for authors without the license of the sample courses', () => {
    const folder = makeFolder();
    runCoursewright(folder, ['init', '.']);
    const guide = readFileSync(join(folder, 'GUIDE.md'), 'utf8');
    for (const heading of ['# Writing courses', '## Lessons', '## Banks', '## What may not be in a course']) {
      expect(guide).toContain(`${heading}\n`);
    }
    expect(guide).not.toMatch(/CC BY|## License/);
  });

  it('needs no terminal, asks nothing and ends with commands that can be typed', () => {
    const folder = makeFolder();
    const { exitCode, stdout, stderr } = runCoursewright(folder, ['init']);
    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
    const commands = (stdout.match(/^ {2}\S.*$/gm) ?? []).map((line) => line.trim().split(' '));
    expect(commands.map((words) => words.slice(0, 3).join(' '))).toEqual([
      'npx coursewright check',
      'npx coursewright dev',
      'npx coursewright build',
    ]);
    for (const [, , ...args] of commands.filter((words) => words[2] !== 'dev')) {
      expect(runCoursewright(folder, args).exitCode, args.join(' ')).toBe(0);
    }
    expect(readdirSync(join(folder, 'my-courses', 'dist'))).toContain('SHA256SUMS');
    expect(existsSync(join(folder, 'my-courses', 'coursewright.yaml'))).toBe(true);
    expect(readdirSync(folder)).toEqual(['my-courses']);
  });

  it('lists its files as JSON', () => {
    const folder = makeFolder();
    const { stdout } = runCoursewright(folder, ['init', 'new', '--format', 'json']);
    const made: { folder: string; files: string[]; diagnostics: unknown[] } = JSON.parse(stdout);
    expect([...made.files].sort()).toEqual(listFiles(join(folder, 'new')));
    expect(made.diagnostics).toEqual([]);
  });
});

describe('a title', () => {
  it.each([
    ['Quotes "double" and \'single\'', 'quotes-double-and-single'],
    ['Codes: what, why # and how?', 'codes-what-why-and-how'],
    ['- [x] {a: b} & *c !d |e >f %g @h `i`', 'x-a-b-c-d-e-f-g-h-i'],
    ['😀 Emoji 👩🏽‍⚕️ title', 'emoji-title'],
    ['日本語のコース', 'my-course'],
    ['Über Café', 'uber-cafe'],
    ['../../etc/passwd', 'etc-passwd'],
    ['C:\\temp\\new', 'c-temp-new'],
    ['%title% "%organization%" $& $1', 'title-organization-1'],
    ['<script>alert(1)</script> {{title}}', 'script-alert-1-script-title'],
    ['null', 'null-course'],
    ['No', 'no-course'],
    ['2026', 'my-course'],
    ['NUL', 'nul-course'],
    ['~', 'my-course'],
    ['back\\slash and trailing \\', 'back-slash-and-trailing'],
    ['\u202Eright to left', 'right-to-left'],
  ])('%s is kept as typed, and the folder is %s', (title, id) => {
    const folder = makeFolder();
    const made = runCoursewright(folder, [
      'init',
      'new',
      '--starter',
      'lessons',
      '--title',
      title,
      '--organization',
      title,
    ]);
    expect(made.stderr).toBe('');
    expect(readYaml(join(folder, 'new', id, 'course.yaml')).title).toBe(title);
    expect(readYaml(join(folder, 'new', 'coursewright.yaml')).organization).toBe(title);
    expect(checkCourses({ workspace: join(folder, 'new'), asOf: AS_OF }).diagnostics).toEqual([]);
    expect(readdirSync(folder)).toEqual(['new']);
  });

  it('of several lines becomes one line', () => {
    const folder = makeFolder();
    runCoursewright(folder, ['init', 'new', '--title', 'One\ntitle: two\r\n\ttab\u0085\u2028end\u0007']);
    expect(readYaml(join(folder, 'new', 'one-title-two-tab-end', 'course.yaml')).title).toBe('One title: two tab end');
  });

  it('serves a whole institution: the text of the logo is its name', () => {
    const folder = makeFolder();
    const name = 'O\'Hara "A: B" #1 College 😀';
    runCoursewright(folder, ['init', 'new', '--starter', 'institution', '--organization', name]);
    const { theme } = readYaml(join(folder, 'new', 'coursewright.yaml')) as { theme: Record<string, string> };
    expect(theme['logo-alt']).toBe(name);
    expect(checkCourses({ workspace: join(folder, 'new'), asOf: AS_OF }).diagnostics).toEqual([]);
  });
});

describe('wrong flags', () => {
  it.each([
    [['--starter', 'lesson'], 'Did you mean "lessons"?'],
    [['--title', ' \n '], 'must not be empty'],
    [['--title', 'x'.repeat(121)], 'at most 120'],
    [['--course', '../up'], 'cannot be a course id'],
    [['--course', 'shared'], 'already means something else'],
    [['--course', 'con'], 'already means something else'],
    [['--organization', ''], 'must not be empty'],
  ])('%j are wrong usage, and nothing is written', (flags, words) => {
    const folder = makeFolder();
    const { exitCode, stderr } = runCoursewright(folder, ['init', 'new', ...flags]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(words);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a folder that cannot take it', () => {
  it('with files in the way stays as it was, and each of them is named', () => {
    const folder = makeFolder();
    mkdirSync(join(folder, '.vscode'));
    writeFileSync(join(folder, '.vscode', 'settings.json'), 'mine');
    writeFileSync(join(folder, 'README.md'), 'mine');
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    const { exitCode, stderr } = runCoursewright(folder, ['init', '.']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('CW9020');
    expect(stderr).toContain('.vscode/settings.json, README.md\n');
    expect(listFiles(folder)).toEqual(['.vscode/settings.json', 'README.md', 'notes.txt']);
    for (const name of listFiles(folder)) expect(readFileSync(join(folder, name), 'utf8')).toBe('mine');
  });

  it('with a file or a link where a folder belongs stays as it was', () => {
    const folder = makeFolder();
    const elsewhere = makeFolder();
    writeFileSync(join(folder, '.schemas'), 'a file');
    symlinkSync(elsewhere, join(folder, '.github'));
    const { exitCode, stderr } = runCoursewright(folder, ['init', '.']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('.github, .schemas\n');
    expect(readdirSync(folder).sort()).toEqual(['.github', '.schemas']);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it('that holds only other things gets the workspace beside them', () => {
    const folder = makeFolder();
    mkdirSync(join(folder, '.git'));
    writeFileSync(join(folder, 'LICENSE'), 'mine');
    expect(runCoursewright(folder, ['init', '.']).exitCode).toBe(0);
    expect(readFileSync(join(folder, 'LICENSE'), 'utf8')).toBe('mine');
    expect(runCoursewright(folder, ['check', '--strict']).exitCode).toBe(0);
  });

  it('that is a file, or below one, is refused', () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'file'), 'mine');
    for (const target of ['file', 'file/below', 'file/far/below']) {
      const { exitCode, stderr } = runCoursewright(folder, ['init', target]);
      expect(exitCode).toBe(1);
      expect(stderr).toContain('CW9021');
      expect(stderr).not.toContain('    at ');
    }
    expect(listFiles(folder)).toEqual(['file']);
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('mine');
  });

  it('inside another workspace is refused', () => {
    const folder = makeFolder();
    runCoursewright(folder, ['init', 'outer']);
    const { exitCode, stderr } = runCoursewright(join(folder, 'outer'), ['init', 'inner/deep']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('CW9022');
    expect(existsSync(join(folder, 'outer', 'inner'))).toBe(false);
  });
});

describe('an editor', () => {
  let server: YamlServer;
  beforeAll(async () => {
    server = await startYamlServer(ROOT);
  });
  afterAll(() => server.stop());

  it.each(NAMES)('marks nothing in the files of the starter %s', async (starter) => {
    const folder = makeFolder();
    runCoursewright(folder, ['init', '.', '--starter', starter, '--title', 'Codes: "a" #b']);
    const files = listFiles(folder).filter((name) => name.endsWith('.yaml'));
    expect(files.length).toBeGreaterThan(1);
    for (const name of files) {
      const file = join(folder, name);
      const text = readFileSync(file, 'utf8');
      expect(text, name).toMatch(/^# yaml-language-server: \$schema=/);
      expect(await server.diagnose(file, text), name).toEqual([]);
    }
  });
});
