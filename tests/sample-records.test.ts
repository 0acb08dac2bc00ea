/** The records of the CCS course, each held against its own key: the key is right, and every foreseen wrong code is told why. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkCourses } from '../src/api.ts';
import type { ResolvedContent } from '../src/compiler/content.ts';
import { toPlainText } from '../src/compiler/plain-text.ts';
import type { CaseAnswer } from '../src/questions/case/answer.ts';
import type { CaseBody } from '../src/questions/case/body.ts';
import { caseType } from '../src/questions/case/case.ts';
import { findCase, gradeCase } from '../src/questions/case/grading.ts';
import { listVariants } from '../src/questions/case/key-variants.ts';
import { toRow } from '../src/questions/case/rows.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const { models } = checkCourses({ workspace: join(ROOT, 'course-source'), asOf: '2026-11-22' });
const mock = models.find(({ name }) => name === 'ccs-exam-prep-full-mock-exam');
const records = [...(mock?.questions.values() ?? [])].flatMap(({ id, body }) =>
  body.type === 'case' ? [{ id, body: body as CaseBody<ResolvedContent> }] : [],
);

/** Each way to be right, as rows that a learner gives. */
function keysOf(answer: CaseAnswer): readonly (readonly string[])[] {
  return listVariants(answer).map((variant) => variant.filter(({ optional }) => !optional).map(toRow));
}

/** Seven characters, and not a diagnosis that ends with the letter of an encounter. */
function isProcedure(code: string): boolean {
  return code.length === 7 && !/^[A-Z]\d.{4}[ADS]$/.test(code);
}

/** Words in letters: values, times and doses are not counted. */
function wordsOf(body: CaseBody<ResolvedContent>): number {
  const words = body.documents.flatMap(({ content }) => toPlainText(content).split(/\s+/));
  return words.filter((word) => /\p{L}/u.test(word)).length;
}

it('are drawn from all three settings, half as many again as an attempt has', () => {
  const settings = records.map(({ body }) => body.setting).sort();
  const count = (setting: string): number => settings.filter((candidate) => candidate === setting).length;
  expect([count('inpatient'), count('outpatient'), count('emergency')]).toEqual([6, 4, 5]);
});

describe.each(records)('$id', ({ body }) => {
  const answer = caseType.answerData(body) as CaseAnswer;

  it('counts each of its keys as right, with the optional codes and without', () => {
    for (const [index, key] of keysOf(answer).entries()) {
      expect(gradeCase(answer, key, 'all-or-nothing')).toEqual({ credit: 1, misses: [] });
      const whole = (listVariants(answer)[index] ?? []).map(toRow);
      expect(gradeCase(answer, whole, 'all-or-nothing')).toEqual({ credit: 1, misses: [] });
    }
  });

  it('takes away from a key that lacks a code or an indicator', () => {
    const [key = []] = keysOf(answer);
    for (const row of key) {
      expect(
        gradeCase(
          answer,
          key.filter((other) => other !== row),
          'partial',
        ).credit,
        row,
      ).toBeLessThan(1);
      const bare = row.replace(/\/.$/, '');
      if (bare === row) continue;
      expect(
        gradeCase(
          answer,
          key.map((other) => (other === row ? bare : other)),
          'partial',
        ).misses,
        row,
      ).toEqual(['wrong-poa']);
    }
  });

  it('explains every foreseen wrong code, and counts none as right', () => {
    expect(answer.misses.length).toBeGreaterThanOrEqual(5);
    const [key = []] = keysOf(answer);
    for (const { code } of answer.misses) {
      const field = isProcedure(code) ? 'x' : 's';
      const { findings } = findCase(answer, [...key, `${field}${code}`]);
      expect(
        findings.filter(({ finding }) => finding.kind === 'named'),
        code,
      ).toHaveLength(1);
      expect(gradeCase(answer, [...key, `${field}${code}`], 'all-or-nothing').credit, code).toBe(0);
    }
  });

  it('has several documents, as long as a record to code in a mock exam may be', () => {
    expect(body.documents.length).toBeGreaterThanOrEqual(4);
    expect(wordsOf(body)).toBeGreaterThanOrEqual(300);
    expect(wordsOf(body)).toBeLessThanOrEqual(900);
  });
});

describe.each([
  {
    package: 'ccs-exam-prep-full-mock-exam',
    exam: 'full-mock',
    draw: 105,
    minutes: 240,
    counts: [31, 16, 8, 16, 8, 3, 2, 3, 18],
  },
  {
    package: 'ccs-exam-prep-mock-exam',
    exam: 'reduced-mock',
    draw: 48,
    minutes: 150,
    counts: [16, 8, 4, 8, 4, 3, 2, 3],
  },
])('$exam', ({ package: name, exam: id, draw, minutes, counts }) => {
  const found = models.find((model) => model.name === name)?.activities.find((activity) => activity.id === id);
  if (found?.kind !== 'exam') throw new Error(`there is no ${id}`);

  it('draws as many questions of each kind as the blueprint says, from banks that hold enough for another attempt', () => {
    expect(found.draw).toBe(draw);
    expect(found.limitMinutes).toBe(minutes);
    expect(found.real).toMatchObject({ scenarios: 8, settings: { inpatient: 3, outpatient: 2, emergency: 3 } });
    expect(found.draws.map(({ count }) => count)).toEqual(counts);
    expect(found.draws.filter(({ count, of }) => of < 1.5 * count)).toEqual([]);
  });
});
