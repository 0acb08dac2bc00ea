/** A build with a cache gives what a cold build gives, after any change, and leaves alone what did not change. */
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type BuildOptions, type BuildResult, buildCourses } from '../../src/api.ts';
import { filesOf } from '../../src/compiler/7-package/package-index.ts';

const FIXTURES = join(dirname(fileURLToPath(import.meta.url)), '..', 'fixtures', 'valid');

let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'coursewright-cached-'));
  onTestFinished(() => rmSync(project, { recursive: true, force: true }));
  cpSync(join(FIXTURES, 'minimal'), join(project, 'work'), { recursive: true });
  cpSync(join(project, 'work', 'first-course'), join(project, 'work', 'second-course'), { recursive: true });
  // The second course has ids of its own.
  for (const name of readdirSync(join(project, 'work', 'second-course'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.(yaml|md)$/.test(name)) continue;
    edit(`second-course/${name}`, (text) =>
      text
        .replaceAll('first-course', 'second-course')
        .replace(/(\bid: |question=|questions: \[|, )(q\d|[a-z]+-\d+)/g, '$1x-$2'),
    );
  }
  edit('coursewright.yaml', (text) => text.replace(/( *)- first-course\n/, '$1- first-course\n$1- second-course\n'));
});

function edit(path: string, change: (text: string) => string): void {
  const file = join(project, 'work', path);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

function build(options: Partial<BuildOptions> = {}): Promise<BuildResult> {
  return buildCourses({ workspace: join(project, 'work'), out: join(project, 'dist'), asOf: '2026-11-22', ...options });
}

/** What a build says and makes, without what it does not depend on. */
function outcome({ diagnostics, allowed, packages }: BuildResult): unknown {
  return { diagnostics, allowed, packages };
}

/** The cached build and a cold one in another folder agree in every byte and word. */
async function expectAsCold(options: Partial<BuildOptions> = {}): Promise<BuildResult> {
  const warm = await build(options);
  const cold = await build({ ...options, cache: false, out: join(project, 'cold') });
  expect(outcome(warm)).toEqual(outcome(cold));
  for (const { file } of cold.packages.flatMap(filesOf)) {
    expect(readFileSync(join(project, 'dist', file)).equals(readFileSync(join(project, 'cold', file)))).toBe(true);
  }
  return warm;
}

function lessonOf(course: string): string {
  const [name = ''] = readdirSync(join(project, 'work', course, 'lessons')).sort();
  return `${course}/lessons/${name}`;
}

/** Changes when a file is replaced, stays when it is left alone. */
function inode(file: string): number {
  return statSync(join(project, 'dist', file)).ino;
}

describe('a build with a cache', () => {
  it('makes two packages, and nothing the second time', async () => {
    const first = await expectAsCold();
    expect(first.packages.map((row) => row.name)).toEqual(['first-course', 'second-course']);
    expect(first.unchanged).toBeUndefined();
    const second = await build();
    expect(second.unchanged).toBe(true);
    expect(outcome(second)).toEqual(outcome(first));
  });

  it('brings back an answer sheet that was put away or edited, and leaves its package alone', async () => {
    await expectAsCold();
    const sheet = join(project, 'dist', 'first-course-answer-sheet-for-instructors.csv');
    const before = { text: readFileSync(sheet, 'utf8'), zip: inode('first-course.zip') };
    const now = () => ({ text: readFileSync(sheet, 'utf8'), zip: inode('first-course.zip') });
    rmSync(sheet);
    await expectAsCold();
    expect(now()).toEqual(before);
    writeFileSync(sheet, before.text.replace('yes', 'no!'));
    const { unchanged } = await expectAsCold();
    expect(unchanged).toBeUndefined();
    expect(now()).toEqual(before);
  });

  it.each<readonly [string, () => void]>([
    ['a sentence of a lesson', () => edit(lessonOf('first-course'), (text) => `${text}\nOne more sentence.\n`)],
    [
      "a neighbor's title",
      () => edit(lessonOf('first-course'), (text) => text.replace(/^title: .*$/m, 'title: Another title')),
    ],
    [
      'the title of the course',
      () => edit('first-course/course.yaml', (text) => text.replace(/^title: .*$/m, 'title: Another course')),
    ],
    [
      'the organization, which stands on every page',
      () => edit('coursewright.yaml', (text) => text.replace(/^organization: .*$/m, 'organization: Another college')),
    ],
    [
      'a shared term',
      () => edit('shared/glossary.yaml', (text) => text.replace(/definition: .*/, 'definition: Said in another way.')),
    ],
    [
      'a color of the theme',
      () => edit('coursewright.yaml', (text) => `${text}theme:\n  colors:\n    accent: "#7a0019"\n`),
    ],
    [
      'an own template',
      () => {
        mkdirSync(join(project, 'work', 'own', 'partials'), { recursive: true });
        cpSync(
          join(FIXTURES, '..', '..', '..', 'templates', 'partials', 'masthead.hbs'),
          join(project, 'work', 'own', 'partials', 'masthead.hbs'),
        );
        appendFileSync(join(project, 'work', 'own', 'partials', 'masthead.hbs'), '<p>Own words.</p>');
        edit('coursewright.yaml', (text) => `${text}templates: own\n`);
      },
    ],
    ['a mistake', () => edit(lessonOf('first-course'), (text) => `${text}\n[gone](gone.pdf)\n`)],
    ['a warning', () => edit(lessonOf('first-course'), (text) => `${text}\nA <font color="red">red</font> word.\n`)],
  ])('follows a change of %s', async (_what, change) => {
    await build();
    change();
    const warm = await expectAsCold();
    expect(warm.unchanged).toBeUndefined();
  });

  it('leaves the package of another course alone', async () => {
    await build();
    const before = { first: inode('first-course.zip'), second: inode('second-course.zip') };
    edit(lessonOf('first-course'), (text) => `${text}\nOne more sentence.\n`);
    await build();
    expect(inode('second-course.zip')).toBe(before.second);
    expect(inode('first-course.zip')).not.toBe(before.first);
  });

  it('comes back to an earlier state as it was', async () => {
    const first = await build();
    const path = lessonOf('first-course');
    const text = readFileSync(join(project, 'work', path), 'utf8');
    edit(path, (old) => `${old}\nMore.\n`);
    await build();
    edit(path, () => text);
    const again = await expectAsCold();
    expect(outcome(again)).toEqual(outcome(first));
  });

  it.each([{ courses: ['second-course'] }, { strict: true }, { asOf: '2030-01-01' }, { target: 'scorm12' }])(
    'tells the option %j apart',
    async (options) => {
      await build();
      await expectAsCold(options);
    },
  );

  it('makes a package again that is gone, damaged or not in the index', async () => {
    await build();
    const whole = readFileSync(join(project, 'dist', 'first-course.zip'));
    rmSync(join(project, 'dist', 'first-course.zip'));
    await build();
    expect(readFileSync(join(project, 'dist', 'first-course.zip')).equals(whole)).toBe(true);
    writeFileSync(join(project, 'dist', 'first-course.zip'), 'cut');
    await build();
    expect(readFileSync(join(project, 'dist', 'first-course.zip')).equals(whole)).toBe(true);
    rmSync(join(project, 'dist', 'index.json'));
    const result = await build();
    expect(result.unchanged).toBeUndefined();
    expect(readFileSync(join(project, 'dist', 'index.json'), 'utf8')).toContain('second-course');
  });

  it('shrugs off a cache that is damaged all over', async () => {
    await build();
    const folder = join(project, 'work', '.coursewright');
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) writeFileSync(join(entry.parentPath, entry.name), 'damaged');
    }
    await expectAsCold();
  });

  it('works from a cache that was moved with its workspace', async () => {
    await build();
    cpSync(join(project, 'work'), join(project, 'moved'), { recursive: true });
    const moved = await build({ workspace: join(project, 'moved') });
    expect(moved.unchanged).toBe(true);
  });

  it('keeps its folder out of version control and out of the courses', async () => {
    await build();
    expect(readFileSync(join(project, 'work', '.coursewright', '.gitignore'), 'utf8')).toBe('*\n');
    expect((await build()).diagnostics).toEqual([]);
  });
});
