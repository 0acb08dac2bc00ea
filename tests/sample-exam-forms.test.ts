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
