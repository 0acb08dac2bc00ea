/** `coursewright diff` as people and CI run it. */
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeProject, runCoursewright } from './run-coursewright.ts';

const AS_OF = ['--as-of', '2026-11-22'];

function edit(folder: string, file: string, from: string, to: string): void {
  const path = join(folder, 'course-source', file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

/** A project whose packages are built, and then kept as `old.zip` too. */
function makeBuilt(fixture: string, file: string): string {
  const folder = makeProject(fixture);
  expect(runCoursewright(folder, ['build', ...AS_OF]).exitCode).toBe(0);
  copyFileSync(join(folder, 'dist', file), join(folder, 'old.zip'));
  return folder;
}

describe('coursewright diff', () => {
  it('compares a course with its last build and writes nothing', () => {
    const folder = makeBuilt('minimal', 'first-course.zip');
    edit(folder, 'first-course/banks/basics.yaml', 'answer: true', 'answer: false');
    const { exitCode, stdout, stderr } = runCoursewright(folder, ['diff', 'first-course', ...AS_OF]);
    expect(exitCode).toBe(0);
    expect(stderr).not.toMatch(/error|warning/);
    expect(stdout).toContain('Safe to replace: learners keep what they have.');
    expect(stdout).toContain('1 changed, asked again\n    fc-3 ');
    expect(stdout).toContain('ILIAS and OpenOLAT take the update as well');
    const same = readFileSync(join(folder, 'dist', 'first-course.zip'));
    expect(same.equals(readFileSync(join(folder, 'old.zip')))).toBe(true);
  });

  it('fails on an unsafe replacement only where it is told to', () => {
    const folder = makeBuilt('minimal', 'first-course.zip');
    edit(folder, 'first-course/course.yaml', 'pass: 70', 'pass: 90');
    runCoursewright(folder, ['build', ...AS_OF]);
    const zips = ['old.zip', 'dist/first-course.zip'];
    const plain = runCoursewright(folder, ['diff', ...zips]);
    expect(plain.exitCode).toBe(0);
    expect(plain.stdout).toContain('Not safe to replace: upload it as a new activity.');
    expect(plain.stdout).toContain('  - CW6213: The pass mark rose from 70 to 90 percent.');
    const json: unknown = JSON.parse(runCoursewright(folder, ['diff', ...zips, '--format', 'json']).stdout);
    expect(json).toMatchObject({ comparisons: [{ findings: [{ code: 'CW6213', id: 'pass-mark-raised' }, {}] }] });
    expect(runCoursewright(folder, ['diff', ...zips, '--format', 'markdown']).stdout).not.toContain('CW6');
    expect(runCoursewright(folder, ['explain', 'CW6213']).stdout).toContain('CW6213 pass-mark-raised (error)');
    expect(runCoursewright(folder, ['diff', ...zips, '--fail-on', 'unsafe']).exitCode).toBe(1);
    expect(runCoursewright(folder, ['diff', 'old.zip', 'old.zip', '--fail-on', 'unsafe']).exitCode).toBe(0);
  });

  it('gives JSON alone, and a change log that can be published', () => {
    const folder = makeBuilt('minimal', 'first-course.zip');
    edit(folder, 'first-course/lessons/01-start.md', 'a picture of a claim', 'a drawing of a claim');
    const json: { safe: boolean; comparisons: { verdict: string }[]; diagnostics: unknown[] } = JSON.parse(
      runCoursewright(folder, ['diff', 'first-course', '--format', 'json', ...AS_OF]).stdout,
    );
    expect(json).toMatchObject({ version: 1, safe: true, comparisons: [{ verdict: 'safe' }], diagnostics: [] });
    const log = runCoursewright(folder, ['diff', 'first-course', '--format', 'markdown', ...AS_OF]).stdout;
    expect(log).toMatch(
      /^# What changed in A first course\n\nVersion 1\.0\.0\n\n## Changed\n\n- Lesson "Start here": /,
    );
  });

  it('tells of parts that are new or no longer made', () => {
    const folder = makeBuilt('everything', 'all-features-study.zip');
    edit(folder, 'all-features/course.yaml', 'part: study', 'part: reading');
    const result = runCoursewright(folder, ['diff', 'all-features', '--fail-on', 'unsafe', ...AS_OF]);
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toContain('CW6251: "all-features-reading" is new: upload it as a new activity.');
    expect(result.stdout).toContain('CW6250: "all-features-study" is no longer made.');
    expect(result.stdout).toContain('No difference');
  });

  it('says what it cannot compare', () => {
    const folder = makeBuilt('minimal', 'first-course.zip');
    const problem = (args: readonly string[]) => {
      const { exitCode, stdout, stderr } = runCoursewright(folder, ['diff', ...args]);
      expect(stdout).toBe('');
      expect(stderr).not.toContain('    at ');
      return `${exitCode} ${/CW\d{4}/.exec(stderr)?.[0] ?? stderr}`;
    };
    expect(problem(['old.zip', 'missing.zip'])).toBe('1 CW9002');
    expect(problem(['first-curse', ...AS_OF])).toBe('1 CW9001');
    writeFileSync(join(folder, 'junk.zip'), 'junk');
    expect(problem(['junk.zip', 'old.zip'])).toBe('1 CW6000');
    expect(problem(['old.zip'])).toMatch(/^2 Name two packages/);
    expect(problem(['first-course', '--fail-on', 'unsave'])).toMatch(/^2 .*Did you mean "unsafe"/);
    expect(problem(['first-course', '--format', 'markdwn'])).toMatch(/^2 .*Did you mean "markdown"/);
    rmSync(join(folder, 'dist'), { recursive: true });
    expect(problem(['first-course', ...AS_OF])).toBe('1 CW6203');
    edit(folder, 'first-course/lessons/01-start.md', '02-codes.md', 'no-such-file.pdf');
    expect(problem(['first-course', ...AS_OF])).toBe('1 CW2104');
  });
});
