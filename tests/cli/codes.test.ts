/** `coursewright codes`, as a person or CI runs it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EXCERPT_FILES } from '../code-sets/code-set-files.ts';
import { makeProject, runCoursewright } from './run-coursewright.ts';

function makeProjectWithEditions(): string {
  const folder = makeProject('minimal');
  const { exitCode, stderr } = runCoursewright(folder, ['codes', 'add', ...EXCERPT_FILES]);
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  return folder;
}

test('codes add, find and show', () => {
  const folder = makeProjectWithEditions();
  expect(readdirSync(join(folder, 'course-source', '.code-sets'))).toHaveLength(6);

  const shown = runCoursewright(folder, ['codes', 'show', 's301xxa', '0dtj4zz', '--as-of', '2026-01-15']);
  expect(shown.exitCode).toBe(0);
  expect(shown.stdout).toContain('S30.1XXA  Contusion of abdominal wall, initial encounter');
  expect(shown.stdout).toContain('deleted, last valid in icd-10-cm@2025');
  expect(shown.stdout).toMatch(/replaced by +S30\.11XA/);
  expect(shown.stdout).toContain('J Body Part: Appendix');
  expect(shown.stderr).toContain('Official titles, unchanged');

  const found = runCoursewright(folder, [
    'codes',
    'find',
    'appendicitis',
    'gangrene',
    '--format',
    'json',
    '--as-of',
    '2026-01-15',
  ]);
  expect(found.exitCode).toBe(0);
  expect(JSON.parse(found.stdout)).toMatchObject({ version: 1, results: [{ edition: 'icd-10-cm@2026' }, {}, {}] });

  const nothing = runCoursewright(folder, ['codes', 'find', 'xylophone']);
  expect([nothing.exitCode, nothing.stderr]).toEqual([1, 'No title holds "xylophone".\n']);
  expect(runCoursewright(folder, ['codes', 'show', 'E11.99', '--as-of', '2026-01-15']).exitCode).toBe(1);
});

test('codes says what is wrong with a command line', () => {
  const folder = makeProject('minimal');
  const empty = runCoursewright(folder, ['codes', 'show', 'I10']);
  expect([empty.exitCode, empty.stderr.includes('codes add')]).toEqual([2, true]);
  const wrong = runCoursewright(folder, ['codes', 'add', ...EXCERPT_FILES, '--edition', 'icd10@26']);
  expect([wrong.exitCode, wrong.stderr]).toEqual([2, '"icd10@26" is not an edition. Write it like icd-10-cm@2026.\n']);
  const refused = runCoursewright(folder, ['codes', 'add', 'course-source/coursewright.yaml', '--format', 'json']);
  expect(refused.exitCode).toBe(1);
  expect(JSON.parse(refused.stdout)).toMatchObject({ editions: [], diagnostics: [{ code: 'CW5200' }] });
  expect(existsSync(join(folder, 'course-source', '.code-sets'))).toBe(false);
});

test('codes names a stored edition that is damaged', () => {
  const folder = makeProjectWithEditions();
  const store = join(folder, 'course-source', '.code-sets');
  for (const name of readdirSync(store)) truncateSync(join(store, name), 40);
  const { exitCode, stderr } = runCoursewright(folder, ['codes', 'show', 'I10', '--as-of', '2026-01-15']);
  expect(stderr).toContain('error CW5205');
  expect(stderr).not.toMatch(/ {4}at |CW9999/);
  expect(exitCode).toBe(1);
});

test('codes lock writes the locks', () => {
  const folder = makeProjectWithEditions();
  const lock = join(folder, 'course-source', 'first-course', 'codes.lock');
  writeFileSync(lock, 'coursewright-codes-lock 1\nedition\ticd-10-cm@2026\t2025-10-01\t2026-09-30\n');
  expect(runCoursewright(folder, ['codes', 'lock', '--check']).exitCode).toBe(1);
  const written = runCoursewright(folder, ['codes', 'lock']);
  expect([written.exitCode, written.stdout]).toEqual([0, 'first-course/codes.lock: 1 codes, written\n']);
  expect(readFileSync(lock, 'utf8')).toContain('icd-10-cm\tE11.9\t2026\tvalid\t');
  rmSync(lock);
  mkdirSync(lock);
  const unwritable = runCoursewright(folder, ['codes', 'lock']);
  expect([unwritable.exitCode, unwritable.stderr.includes('error CW5208')]).toEqual([1, true]);
});

test('editions may lie in a folder that the workspace names', () => {
  const folder = makeProject('minimal');
  const config = join(folder, 'course-source', 'coursewright.yaml');
  writeFileSync(config, `${readFileSync(config, 'utf8')}code-sets: ../shared editions # for all courses\n`);
  expect(runCoursewright(folder, ['codes', 'add', ...EXCERPT_FILES]).exitCode).toBe(0);
  expect(readdirSync(join(folder, 'shared editions'))).toHaveLength(5);
  expect(runCoursewright(folder, ['codes', 'show', 'I10', '--as-of', '2026-01-01']).stdout).toContain(
    'Essential (primary) hypertension',
  );
});

test('codes impact ends with 1 where something is broken, and writes its report to a file', () => {
  const folder = makeProjectWithEditions();
  const bank = join(folder, 'course-source', 'first-course', 'banks', 'basics.yaml');
  writeFileSync(bank, readFileSync(bank, 'utf8').replace('[E11.9]', '[S30.1XXA]'));
  const years = ['--from', 'icd-10-cm@2025', '--to', 'icd-10-cm@2026'];
  const github = runCoursewright(folder, ['codes', 'impact', ...years, '--format', 'github']);
  expect(github.exitCode).toBe(1);
  expect(github.stdout).toContain('::error file=course-source/first-course/banks/basics.yaml,line=');
  const html = runCoursewright(folder, [
    'codes',
    'impact',
    'first-course',
    ...years,
    '--format',
    'html',
    '--out',
    'update.html',
  ]);
  expect([html.exitCode, html.stderr]).toEqual([1, 'update.html: 1 broken, 1 to review, 3 safe\n']);
  expect(readFileSync(join(folder, 'update.html'), 'utf8')).toContain('S30.13XA');
  const unwritable = runCoursewright(folder, ['codes', 'impact', ...years, '--out', 'course-source']);
  expect(unwritable.stderr).toContain('error CW5209');
  expect(
    runCoursewright(folder, ['codes', 'impact', '--from', 'icd-10-cm@2025', '--to', 'icd-10-pcs@2026']).exitCode,
  ).toBe(2);
});
