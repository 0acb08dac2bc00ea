/** A lock holds what a bare clone needs to check a course; where editions are at hand it is held against them. */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildCourses } from '../../src/build-courses.ts';
import { checkCourses } from '../../src/check-courses.ts';
import { writeLocks } from '../../src/write-locks.ts';
import { addFiles, EXCERPT_FILES, makeFolder } from './code-set-files.ts';

const MINIMAL = join(import.meta.dirname, '..', 'fixtures', 'valid', 'minimal');
const AS_OF = '2026-11-22';

function makeWorkspace(): string {
  const workspace = join(makeFolder(), 'work');
  cpSync(MINIMAL, workspace, { recursive: true });
  return workspace;
}

function check(workspace: string): readonly string[] {
  return checkCourses({ workspace, asOf: AS_OF }).diagnostics.map(({ code, message }) => `${code} ${message}`);
}

test('a lock holds what a bare clone checks against', async () => {
  const workspace = makeWorkspace();
  const store = join(workspace, '.code-sets');
  await addFiles(EXCERPT_FILES, { store });
  const bank = join(workspace, 'first-course', 'banks', 'basics.yaml');
  const text = readFileSync(bank, 'utf8').replace('[E11.9]', '[E11.9, Z79.4, G35, E11.99]');
  writeFileSync(bank, text.replace('- id: c\n', '- id: c\n        code: E11.Z\n'));
  const { locks } = writeLocks({ workspace, courses: [], asOf: AS_OF });
  expect(locks.map(({ file, codes, unknown }) => [file, codes, unknown])).toEqual([['first-course/codes.lock', 4, []]]);
  expect(locks[0]?.text.split('\n')).toEqual([
    'coursewright-codes-lock 1',
    'edition\ticd-10-cm@2026\t2025-10-01\t2026-09-30',
    'icd-10-cm\tE11.9\t2026\tvalid\tType 2 diabetes mellitus without complications',
    // A wrong answer that is no code: the lock remembers it, so that a later edition with such a code is noticed.
    'icd-10-cm\tE11.Z\t2026\tunknown\t',
    'icd-10-cm\tG35\t2026\theader\tMultiple sclerosis',
    'icd-10-cm\tZ79.4\t2026\tvalid\tLong term (current) use of insulin\tpoa-exempt',
    '',
  ]);
  writeFileSync(join(workspace, 'first-course', 'codes.lock'), locks[0]?.text ?? '');
  expect(check(workspace)).toEqual(['CW5036 E11.99 is no code of ICD-10-CM 2026']);

  rmSync(store, { recursive: true });
  expect(check(workspace)).toEqual([
    expect.stringMatching(/^CW5010 the ICD-10-CM code E11\.99 is neither in codes\.lock nor/),
  ]);
  // Without editions a lock keeps the lines it has.
  const kept = writeLocks({ workspace, courses: [], asOf: AS_OF }).locks[0];
  expect([kept?.text, kept?.unknown]).toEqual([locks[0]?.text, ['icd-10-cm@2026 E11.99']]);
});

test('a lock holds the codes around those that are typed, and keeps them without editions', async () => {
  const workspace = makeWorkspace();
  const store = join(workspace, '.code-sets');
  await addFiles(EXCERPT_FILES, { store });
  const bank = join(workspace, 'first-course', 'banks', 'basics.yaml');
  const entry = [
    '  - id: fc-typed',
    '    type: code-entry',
    '    stem: Multiple sclerosis that comes in relapses. Which code is reported?',
    '    expect:',
    '      - code: G35.A',
    '        why: It comes in relapses.',
    '    rationale: The course decides.',
    '    difficulty: recall',
  ];
  writeFileSync(bank, `${readFileSync(bank, 'utf8').trimEnd()}\n${entry.join('\n')}\n`);
  const near = () =>
    (writeLocks({ workspace, courses: [], asOf: AS_OF }).locks[0]?.text ?? '')
      .split('\n')
      .filter((line) => line.startsWith('near'));
  const lines = near();
  // G35 itself was a code in 2025.
  expect(lines).toEqual(['near\ticd-10-cm\tG35\t2026\tAD,BC(012,)\tunspecified=BC(0,)D,\tpast-2025=.']);
  writeFileSync(
    join(workspace, 'first-course', 'codes.lock'),
    writeLocks({ workspace, courses: [], asOf: AS_OF }).locks[0]?.text ?? '',
  );
  rmSync(store, { recursive: true });
  expect(near()).toEqual(lines);
});

test('a build is made anew when an edition is added', async () => {
  const workspace = makeWorkspace();
  const build = async () =>
    (await buildCourses({ workspace, out: join(workspace, '..', 'dist'), asOf: AS_OF })).unchanged === true;
  expect(await build()).toBe(false);
  expect(await build()).toBe(true);
  await addFiles(EXCERPT_FILES, { store: join(workspace, '.code-sets') });
  expect(await build()).toBe(false);
});

test('a damaged edition is said, and codes are held against the lock alone', async () => {
  const workspace = makeWorkspace();
  const store = join(workspace, '.code-sets');
  await addFiles(EXCERPT_FILES, { store });
  const file = join(store, readdirSync(store).find((name) => name.startsWith('icd-10-cm@2026')) ?? '');
  writeFileSync(file, readFileSync(file).subarray(0, 90));
  expect(check(workspace)).toEqual([
    'CW5205 the stored file of icd-10-cm@2026 is damaged: its bytes are not those that were stored',
  ]);
});

test('a lock holds the look-up lists of exams with the categories above, and keeps them without editions', async () => {
  const workspace = makeWorkspace();
  const store = join(workspace, '.code-sets');
  await addFiles(EXCERPT_FILES, { store });
  const course = join(workspace, 'first-course', 'course.yaml');
  const exam = [
    '      - exam: mock-exam',
    '        title: Mock exam',
    '        from: [banks/basics.yaml]',
    '        draws: [{ domain: guidance, count: 1 }]',
    '        minutes: 5',
    '        look-up:',
    '          - codes: [G35.A, g35.d]',
    '          - table: 0DT',
  ];
  const text = readFileSync(course, 'utf8').replace(
    'outline:',
    'editions: [icd-10-cm@2026, icd-10-pcs@2026]\noutline:',
  );
  writeFileSync(course, text.replace('completion: all', `${exam.join('\n')}\ncompletion: all`));
  const lock = join(workspace, 'first-course', 'codes.lock');
  const write = () => writeLocks({ workspace, courses: [], asOf: AS_OF }).locks[0]?.text ?? '';
  const lines = () =>
    write()
      .split('\n')
      .filter((line) => line.startsWith('look-up'));
  const first = lines();
  expect(first.slice(0, 4)).toEqual([
    'look-up\ticd-10-cm\tG35A\t2026\tG35\theader\tMultiple sclerosis',
    'look-up\ticd-10-cm\tG35A\t2026\tG35.A\tvalid\tRelapsing-remitting multiple sclerosis',
    'look-up\ticd-10-cm\tG35D\t2026\tG35\theader\tMultiple sclerosis',
    'look-up\ticd-10-cm\tG35D\t2026\tG35.D\tvalid\tMultiple sclerosis, unspecified',
  ]);
  expect(first[4]).toMatch(/^look-up\ticd-10-pcs\t0DT\*\t2026\t0DT\theader\t/);
  const inMine = () => check(workspace).filter((line) => /look-up/.test(line));
  expect(inMine()).toHaveLength(3);
  writeFileSync(lock, write());
  expect(inMine()).toEqual([]);
  // A line that says something else than the edition is noticed where the edition is.
  writeFileSync(lock, write().replace('\theader\tMultiple sclerosis', '\theader\tSclerosis'));
  expect(inMine()).toEqual([expect.stringContaining('the look-up list G35A is not in codes.lock as ICD-10-CM 2026')]);
  writeFileSync(lock, write());
  rmSync(store, { recursive: true });
  expect(inMine()).toEqual([]);
  expect(lines()).toEqual(first);
});
