/** After an edit only what it concerns is read and looked through again, and the outcome is that of a cold build. */
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type BuildOptions, type BuildResult, buildCourses } from '../../src/api.ts';
import { seededRandom } from '../bench/seeded-random.ts';

/** Paths of the files that were read, each time. */
const reads = vi.hoisted((): string[] => []);

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const counted = (path: unknown, ...rest: unknown[]): unknown => {
    reads.push(String(path));
    return Reflect.apply(fs.readFileSync, fs, [path, ...rest]);
  };
  return { ...fs, default: fs, readFileSync: counted };
});

const FIXTURE = join(dirname(fileURLToPath(import.meta.url)), '..', 'fixtures', 'valid', 'minimal');
const COURSES = ['first-course', 'second-course', 'third-course'];

let project: string;

const inWork = (path: string): string => join(project, 'work', path);

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(inWork(path), change(readFileSync(inWork(path), 'utf8')));
}

/** A copy of the first course under another name, with ids of its own. */
function addCourse(folder: string): void {
  cpSync(inWork('first-course'), inWork(folder), { recursive: true });
  for (const name of readdirSync(inWork(folder), { recursive: true, encoding: 'utf8' })) {
    if (!/\.(yaml|md)$/.test(name)) continue;
    edit(`${folder}/${name}`, (text) =>
      text
        .replaceAll('first-course', folder)
        .replace(/(\bid: |question=|questions: \[|, )(q\d|[a-z]+-\d+)/g, `$1${folder.charAt(0)}-$2`),
    );
  }
}

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'coursewright-changed-'));
  onTestFinished(() => rmSync(project, { recursive: true, force: true }));
  cpSync(FIXTURE, inWork(''), { recursive: true });
  addCourse('second-course');
  addCourse('third-course');
  edit('coursewright.yaml', (text) =>
    text.replace(/( *)- first-course\n/, (_line, indent: string) => COURSES.map((id) => `${indent}- ${id}\n`).join('')),
  );
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** The disk's clock is the computer's: a minute later every file has been left alone for long enough. */
function waitAMinute(): void {
  vi.setSystemTime(Date.now() + 60_000);
}

function build(options: Partial<BuildOptions> = {}): Promise<BuildResult> {
  return buildCourses({ workspace: inWork(''), out: join(project, 'dist'), asOf: '2026-11-22', ...options });
}

async function expectAsCold(options: Partial<BuildOptions> = {}): Promise<BuildResult> {
  const warm = await build(options);
  const cold = await build({ ...options, cache: false, out: join(project, 'cold') });
  const outcome = ({ diagnostics, allowed, packages }: BuildResult) => ({ diagnostics, allowed, packages });
  expect(outcome(warm)).toEqual(outcome(cold));
  for (const { file } of cold.packages) {
    expect(readFileSync(join(project, 'dist', file)).equals(readFileSync(join(project, 'cold', file)))).toBe(true);
  }
  return warm;
}

/** Everything is known, and everything has been left alone. */
async function settle(): Promise<void> {
  await build();
  waitAMinute();
  await build();
  reads.length = 0;
}

/** The list at the end of a YAML map, so that a line `allow:` and what follows can be taken away again. */
const allowing = (code: string, indent = ''): string =>
  `${indent}allow:\n${indent}  - code: ${code}\n${indent}    reason: It is meant so.\n`;

/** Puts a text in, or takes it out where it is there. */
const toggle = (text: string, part: string, put: (text: string) => string): string =>
  text.includes(part) ? text.replace(part, '') : put(text);

const bankOf = (course: string): string => `${course}/banks/basics.yaml`;

/** A key may stand there once only: another code takes the place of the one that was allowed. */
function allowInCourse(course: string, code: string): void {
  edit(`${course}/course.yaml`, (text) =>
    toggle(text, allowing(code), (t) => t.replace(/^allow:\n(?: .*\n)+/m, '') + allowing(code)),
  );
}

/** Problems and allowances of every level. */
const MARKS: Readonly<Record<string, (course: string) => void>> = {
  'vague link': (course) =>
    edit(lessonOf(course), (text) =>
      toggle(text, '\n[here](https://example.org/)\n', (t) => `${t}\n[here](https://example.org/)\n`),
    ),
  'negative stem': (course) =>
    edit(bankOf(course), (text) =>
      text.includes('Which of these does AHIMA not award?')
        ? text.replace('Which of these does AHIMA not award?', 'Which credential does AHIMA award?')
        : text.replace('Which credential does AHIMA award?', 'Which of these does AHIMA not award?'),
    ),
  'domain of one file': (course) =>
    edit(bankOf(course), (text) =>
      text.includes('guidanc\n') ? text.replace('guidanc\n', 'guidance\n') : text.replace('guidance\n', 'guidanc\n'),
    ),
  'allowed in the course': (course) => allowInCourse(course, 'CW2202'),
  'allowed in the lesson': (course) =>
    edit(lessonOf(course), (text) =>
      toggle(text, allowing('CW2202'), (t) => t.replace(/^---\n/, `---\n${allowing('CW2202')}`)),
    ),
  'allowed in the question': (course) =>
    edit(bankOf(course), (text) =>
      toggle(text, allowing('CW3104', '    '), (t) =>
        t.replace('    type: single', `${allowing('CW3104', '    ')}    type: single`),
      ),
    ),
  'allowed of packages': (course) => allowInCourse(course, 'CW6058'),
  'allowed everywhere': () =>
    edit('coursewright.yaml', (text) => toggle(text, allowing('CW3104'), (t) => t + allowing('CW3104'))),
};

function mark(course: string, ...names: readonly string[]): void {
  for (const name of names) MARKS[name]?.(course);
}

function lessonOf(course: string): string {
  const [name = ''] = readdirSync(inWork(`${course}/lessons`)).sort();
  return `${course}/lessons/${name}`;
}

const readsOf = (part: string): readonly string[] => reads.filter((path) => path.startsWith(join(project, part)));
const sourceReads = (course: string): readonly string[] => readsOf(join('work', course));

describe('a run with nothing to do', () => {
  it('reads no source and no package', async () => {
    await settle();
    expect((await build()).unchanged).toBe(true);
    expect(COURSES.flatMap(sourceReads)).toEqual([]);
    expect(readsOf('dist').filter((path) => path.endsWith('.zip'))).toEqual([]);
  });

  it('reads a file that was written to in the last moment before the run again', async () => {
    await build();
    reads.length = 0;
    await build();
    expect(sourceReads('first-course').length).toBeGreaterThan(0);
  });

  it('sees a change that leaves size and time of the file as they were', async () => {
    await settle();
    const path = lessonOf('first-course');
    const { atime, mtime } = statSync(inWork(path));
    edit(path, (text) => text.replace(/.\n$/, '!\n'));
    utimesSync(inWork(path), atime, mtime);
    await expectAsCold();
  });

  it('removes what a killed run has left', async () => {
    await settle();
    // No process has a number like this.
    const left = join(project, 'dist', '.second-course.zip.99999999.cw-part');
    writeFileSync(left, 'half of it');
    await build();
    expect(existsSync(left)).toBe(false);
    expect((await build()).unchanged).toBe(true);
  });

  it('sees a package that was changed in its place', async () => {
    await settle();
    const zip = join(project, 'dist', 'second-course.zip');
    const whole = readFileSync(zip);
    const damaged = Buffer.from(whole);
    damaged[100] = (damaged[100] ?? 0) ^ 1;
    writeFileSync(zip, damaged);
    await build();
    expect(readFileSync(zip).equals(whole)).toBe(true);
  });
});

describe('after an edit in one course', () => {
  it('no file of another course is read', async () => {
    await settle();
    appendFileSync(inWork(lessonOf('second-course')), '\nOne more sentence.\n');
    await build();
    expect(sourceReads('second-course').length).toBeGreaterThan(0);
    expect([...sourceReads('first-course'), ...sourceReads('third-course')]).toEqual([]);
    await expectAsCold();
  });

  it('a package of another course that is gone comes back from the cache', async () => {
    await settle();
    appendFileSync(inWork(lessonOf('second-course')), '\nOne more sentence.\n');
    rmSync(join(project, 'dist', 'third-course.zip'));
    await expectAsCold();
    expect(sourceReads('third-course').length).toBeGreaterThan(0); // by the cold build
  });

  it('a package that is nowhere any more is made again', async () => {
    await settle();
    appendFileSync(inWork(lessonOf('second-course')), '\nOne more sentence.\n');
    rmSync(join(project, 'dist', 'third-course.zip'));
    for (const entry of readdirSync(inWork('.coursewright'), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile() && statSync(path).size > 20_000) rmSync(path);
    }
    await expectAsCold();
  });

  it('a question id that another course has is found, whichever course came first', async () => {
    await settle();
    const bank = (course: string) => `${course}/banks/${readdirSync(inWork(`${course}/banks`))[0]}`;
    const id = /\bid: (\S+)/.exec(readFileSync(inWork(bank('third-course')), 'utf8'))?.[1] ?? '';
    const own = /\bid: (\S+)/.exec(readFileSync(inWork(bank('first-course')), 'utf8'))?.[1] ?? '';
    edit(bank('first-course'), (text) => text.replace(`id: ${own}`, `id: ${id}`));
    await expectAsCold();
    edit(bank('first-course'), (text) => text.replace(`id: ${id}`, `id: ${own}`));
    await expectAsCold();
  });

  it.each([
    ['warnings', ['vague link', 'negative stem'], ['CW2202', 'CW3104'], 0],
    ['a warning allowed by the course', ['vague link', 'allowed in the course'], [], 1],
    ['a warning allowed by its file', ['vague link', 'allowed in the lesson'], [], 1],
    ['a warning allowed by its item', ['negative stem', 'allowed in the question'], [], 1],
    ['a warning allowed everywhere', ['negative stem', 'allowed everywhere'], [], 1],
    ['an allowance that hides nothing', ['allowed in the lesson'], ['CW1202'], 0],
    ['an allowance that no package needs', ['allowed of packages'], ['CW1202'], 0],
  ] as const)('a course with %s is not read again, and says the same', async (_what, marks, codes, allowed) => {
    mark('third-course', ...marks);
    await settle();
    appendFileSync(inWork(lessonOf('second-course')), '\nOne more sentence.\n');
    const { diagnostics } = await build();
    expect(diagnostics.map(({ code }) => code)).toEqual(codes);
    expect([...sourceReads('first-course'), ...sourceReads('third-course')]).toEqual([]);
    expect((await expectAsCold()).allowed).toBe(allowed);
  });

  it('a domain of another course is held against those of the edited one', async () => {
    mark('third-course', 'domain of one file');
    await settle();
    mark('second-course', 'domain of one file');
    expect((await expectAsCold()).diagnostics).toEqual([]);
    mark('second-course', 'domain of one file');
    expect((await expectAsCold()).diagnostics.map(({ code }) => code)).toEqual(['CW3007']);
  });

  it('an error in one course leaves the others unread', async () => {
    mark('third-course', 'vague link');
    await settle();
    appendFileSync(inWork(lessonOf('second-course')), '\n[gone](gone.pdf)\n');
    const { diagnostics } = await build();
    expect(diagnostics.map(({ code }) => code)).toEqual(['CW2104', 'CW2202']);
    // To show the places of problems the printer reads their files; nobody has asked for a place here.
    expect([...sourceReads('first-course'), ...sourceReads('third-course')]).toEqual([]);
    await expectAsCold();
  });

  it('a question that a quiz takes from another course is named with that course', async () => {
    await settle();
    edit('second-course/course.yaml', (text) => text.replace('s-fc-1', 't-fc-1'));
    const { diagnostics } = await expectAsCold();
    expect(diagnostics.map(({ message }) => message).join()).toContain('third-course');
  });

  it('one course alone can be built', async () => {
    await settle();
    appendFileSync(inWork(lessonOf('second-course')), '\nOne more sentence.\n');
    await expectAsCold({ courses: ['third-course'] });
    await expectAsCold({ courses: ['second-course'] });
  });
});

describe('after any series of edits', () => {
  const EDITS: Readonly<Record<string, (course: string, number: number) => void>> = {
    sentence: (course, n) => appendFileSync(inWork(lessonOf(course)), `\nSentence ${n}.\n`),
    title: (course, n) => edit(lessonOf(course), (text) => text.replace(/^title: .*$/m, `title: Title ${n}`)),
    'course title': (course, n) =>
      edit(`${course}/course.yaml`, (text) => text.replace(/^title: .*$/m, `title: Course ${n}`)),
    organization: (_course, n) =>
      edit('coursewright.yaml', (text) => text.replace(/^organization: .*$/m, `organization: College ${n}`)),
    mistake: (course) => appendFileSync(inWork(lessonOf(course)), '\n[gone](gone.pdf)\n'),
    ...MARKS,
    'order of courses': () =>
      edit('coursewright.yaml', (text) =>
        text.replace(/( *- \S+-course\n)( *- \S+-course\n)( *- \S+-course\n)/, '$2$3$1'),
      ),
    // The number in front is no part of the id.
    'another name': (course, n) => {
      const name = lessonOf(course).replace(/^.*\//, '');
      const other = name.replace(/^\d+/, String(10 + n));
      renameSync(inWork(`${course}/lessons/${name}`), inWork(`${course}/lessons/${other}`));
      for (const file of readdirSync(inWork(course), { recursive: true, encoding: 'utf8' })) {
        if (/\.(yaml|md)$/.test(file)) edit(`${course}/${file}`, (text) => text.replaceAll(name, other));
      }
    },
    'stray file': (course, n) => writeFileSync(inWork(`${course}/note-${n}.yaml`), 'a: b\n'),
    'package gone': (course) => rmSync(join(project, 'dist', `${course}.zip`), { force: true }),
  };

  function mend(): void {
    for (const course of COURSES) {
      edit(lessonOf(course), (text) => text.replaceAll('\n[gone](gone.pdf)\n', ''));
      for (const name of readdirSync(inWork(course))) {
        if (name.startsWith('note-')) rmSync(inWork(`${course}/${name}`));
      }
    }
  }

  it.each([1, 2, 3])('the outcome is that of a cold build (seed %i)', async (seed) => {
    const random = seededRandom(seed);
    let built = 0;
    for (let step = 0; step < 12; step++) {
      mend();
      for (let count = 1 + random.below(2); count > 0; count--) {
        random.pick(Object.values(EDITS))(random.pick(COURSES), step);
      }
      if (random.below(10) < 7) waitAMinute();
      const asOf = random.below(5) === 0 ? '2027-01-01' : '2026-11-22';
      built += (await expectAsCold({ asOf })).packages.length > 0 ? 1 : 0;
    }
    expect(built).toBeGreaterThan(6);
  });
});
