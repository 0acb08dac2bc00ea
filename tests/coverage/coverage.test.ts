/** `coursewright coverage`: what it counts, and what it does to a README. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeProject, runCoursewright } from '../cli/run-coursewright.ts';

interface Row {
  readonly kind: string;
  readonly domain: string;
  readonly drawn: number;
  readonly planned: number;
  readonly present: number;
  readonly questions: number;
}

test('counts by the exam that draws most of a domain, and cases and pretest items apart', () => {
  const folder = makeProject('exams');
  const bank = join(folder, 'course-source', 'exam-course', 'banks', 'unused.yaml');
  const item = ['type: true-false', 'stem: Bone is a tissue.', 'answer: true', 'why: {true: Yes., false: No.}'];
  const lines = [...item, 'rationale: It is.', 'difficulty: recall'].map((line) => `    ${line}`).join('\n');
  writeFileSync(bank, `domain: anatomy\nquestions:\n  - id: ex-unused\n${lines}\n`);
  const { stdout, exitCode } = runCoursewright(folder, ['coverage', '--format', 'json']);
  expect(exitCode).toBe(0);
  const { coverage }: { coverage: { course: string; rows: Row[] }[] } = JSON.parse(stdout);
  expect(coverage.map(({ course }) => course)).toEqual(['exam-course']);
  expect(
    coverage[0]?.rows.map(({ kind, domain, drawn, planned, present, questions }) => [
      kind,
      domain,
      drawn,
      planned,
      present,
      questions,
    ]),
  ).toEqual([
    ['items', 'records', 6, 9, 8, 8],
    ['items', 'anatomy', 4, 6, 9, 10],
    ['pretest', '', 2, 3, 4, 4],
  ]);
});

test('prints tables with sums', () => {
  const { stdout } = runCoursewright(makeProject('exams'), ['coverage', 'exam-course']);
  expect(stdout).toContain(
    '| Domain | Drawn | Planned | Present |\n| --- | --: | --: | --: |\n| Records | 6 | 9 | 8 |\n',
  );
  expect(stdout).toContain('| All | 12 | 18 | 21 |\n');
  expect(stdout).toContain('| Anatomy | application | 2 | 9 | 1 | 8 | 9 |\n');
  expect(stdout).toContain('| Anatomy | analysis | 1 | 0 |  |  | 0 |\n');
  expect(stdout).toContain('Of 21 questions: recall 0 %, application 100 %, analysis 0 %.');
});

test('writes the tables between their marks and nothing else', () => {
  const folder = makeProject('exams');
  const readme = join(folder, 'course-source', 'exam-course', 'README.md');
  writeFileSync(readme, '# Notes\r\n\r\nMine.\r\n');
  expect(runCoursewright(folder, ['coverage', '--check']).exitCode).toBe(1);
  expect(readFileSync(readme, 'utf8')).toBe('# Notes\r\n\r\nMine.\r\n');
  expect(runCoursewright(folder, ['coverage', '--write'])).toMatchObject({
    exitCode: 0,
    stdout: 'exam-course/README.md: written\n',
  });
  expect(runCoursewright(folder, ['coverage', '--check']).exitCode).toBe(0);
  const written = readFileSync(readme, 'utf8');
  expect(written).toMatch(/^# Notes\r\n\r\nMine\.\r\n\r\n## Coverage\r\n/);
  expect(written.replaceAll('\r\n', '')).not.toContain('\n');

  writeFileSync(readme, `${written.replace('| Records | 6 | 9 | 8 |', '| Records | 0 | 0 | 0 |')}After.\r\n`);
  expect(runCoursewright(folder, ['coverage', '--write']).exitCode).toBe(0);
  expect(readFileSync(readme, 'utf8')).toBe(`${written}After.\r\n`);
});

test('reports a README that cannot be written, and a course with errors, and changes nothing', () => {
  const folder = makeProject('exams');
  const course = join(folder, 'course-source', 'exam-course');
  mkdirSync(join(course, 'README.md'));
  const unwritable = runCoursewright(folder, ['coverage', '--write']);
  expect([unwritable.exitCode, unwritable.stderr.includes('error CW9003')]).toEqual([1, true]);
  rmSync(join(course, 'banks'), { recursive: true });
  const broken = runCoursewright(folder, ['coverage']);
  expect([broken.exitCode, broken.stdout]).toEqual([1, '']);
  expect(broken.stderr).toContain('error CW');
});
