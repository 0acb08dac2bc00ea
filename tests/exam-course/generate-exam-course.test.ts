/** The generated course: that it compiles without a word, holds what it promises and draws as its blueprint says. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildCourses, checkCourses } from '../../src/api.ts';
import { EXAM, generateExamCourse } from './generate-exam-course.ts';

const scratch = mkdtempSync(join(tmpdir(), 'coursewright-exam-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function filesOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

describe('the generated exam course', () => {
  const folder = join(scratch, 'first');
  generateExamCourse(folder, { checks: 20 });
  const { diagnostics, models } = checkCourses({ workspace: folder, asOf: '2026-03-01' });
  const model = models[0];
  const exam = model?.activities.find(({ id }) => id === EXAM);

  it('has nothing to report', () => {
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  });

  it('holds 240 questions of every type but the case and draws 100 by the blueprint', () => {
    if (exam?.kind !== 'exam' || model === undefined) throw new Error('there is no exam');
    const items = exam.pool.filter((id) => model.questions.get(id)?.body.type !== 'case');
    expect(items).toHaveLength(240);
    const types = new Set(items.map((id) => model.questions.get(id)?.body.type));
    for (const type of [
      'single-choice',
      'multiple-choice',
      'true-false',
      'fill-in',
      'numeric',
      'code-entry',
      'matching',
      'ordering',
    ] as const) {
      expect(types).toContain(type);
    }
    expect(exam.draws.slice(0, 18).map(({ count }) => count)).toEqual([
      6, 6, 6, 6, 6, 6, 6, 4, 6, 6, 6, 4, 4, 5, 3, 7, 3, 10,
    ]);
    expect(exam.limitMinutes).toBe(240);
  });

  it('has a shape like CCS: 79 questions, 18 that do not count, eight records', () => {
    const ccs = join(scratch, 'ccs');
    generateExamCourse(ccs, { shape: 'ccs', questions: 260, checks: 75 });
    const checked = checkCourses({ workspace: ccs, asOf: '2026-03-01' });
    expect(checked.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
    const mock = checked.models[0]?.activities.find(({ id }) => id === EXAM);
    if (mock?.kind !== 'exam') throw new Error('there is no exam');
    expect(mock.draw).toBe(79 + 18 + 8);
    expect(mock.pool).toHaveLength(260 + 8);
    expect(mock.draws.map(({ count }) => count).slice(-2)).toEqual([8, 18]);
  });

  it('of that shape fits into one package alone, and not beside 75 checks of every type', async () => {
    const build = (name: string, checks: number) => {
      const workspace = join(scratch, name);
      generateExamCourse(workspace, { shape: 'ccs', questions: 260, checks });
      return buildCourses({ workspace, out: join(workspace, 'dist'), asOf: '2026-03-01' });
    };
    const alone = await build('alone', 0);
    expect(alone.diagnostics).toEqual([]);
    expect(alone.packages[0]).toMatchObject({ worstCase: 3787, stateLimit: 4000 });
    const beside = await build('beside', 75);
    expect(beside.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'CW6080 a learner\'s saved answers in "exam-course" could need 4603 characters, and the LMS keeps 4000',
    ]);
  });

  it('is the same for the same seed, and another for another', () => {
    const write = (name: string, seed: number) => {
      generateExamCourse(join(scratch, name), { checks: 20, seed });
      return filesOf(join(scratch, name));
    };
    expect(write('second', 1)).toEqual(filesOf(folder));
    expect(write('third', 2)).not.toEqual(filesOf(folder));
  });
});
