/** The mock exams that ship ask in the forms of the real exams, as AAPC and AHIMA describe their items. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { checkCourses } from '../src/api.ts';
import type { QuestionModel } from '../src/compiler/hand-over.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const { models } = checkCourses({ workspace: join(ROOT, 'course-source'), asOf: '2026-11-22' });

const mocks = models.flatMap((model) =>
  model.activities.flatMap((activity) =>
    activity.kind === 'exam' && /mock/.test(activity.id)
      ? [
          {
            name: model.name,
            exam: activity.id,
            questions: activity.pool.flatMap((id) => model.questions.get(id) ?? []),
          },
        ]
      : [],
  ),
);

/** One right option of four. */
function isMultipleChoice({ body }: QuestionModel): boolean {
  return body.type === 'single-choice' && body.options.length === 4;
}

/** Several right options, of which the item says how many; or a record with its codes. */
function isOfCcs(question: QuestionModel): boolean {
  const { type } = question.body;
  return isMultipleChoice(question) || type === 'multiple-choice' || type === 'case';
}

it('are two for each credential', () => {
  expect(mocks.map(({ name, exam }) => `${name}: ${exam}`)).toEqual([
    'cpc-exam-prep-mock-exam: half-mock',
    'cpc-exam-prep-mock-exam: full-mock',
    'ccs-exam-prep-mock-exam: reduced-mock',
    'ccs-exam-prep-full-mock-exam: full-mock',
  ]);
});

it.each(mocks)('$exam of $name', ({ name, questions }) => {
  const fits = name.startsWith('cpc') ? isMultipleChoice : isOfCcs;
  expect(questions.filter((question) => !fits(question)).map(({ id, body }) => `${id}: ${body.type}`)).toEqual([]);
});

it.each(mocks)('$exam of $name has its right options at each of the four places in each domain', ({ questions }) => {
  const places = new Map<string, Set<number>>();
  for (const { domain, body } of questions) {
    if (body.type !== 'single-choice' || domain === undefined) continue;
    const at = body.options.findIndex(({ id }) => id === body.key);
    places.set(domain, (places.get(domain) ?? new Set()).add(at));
  }
  const uneven = [...places].filter(([, found]) => [0, 1, 2, 3].some((place) => !found.has(place)));
  expect(uneven.map(([domain]) => domain)).toEqual([]);
});
