/**
 * The mock exams that ship, taken by keyboard alone and answered by their own keys: every question that is drawn can be answered, and
 * a learner who knows everything has everything right. `COURSEWRIGHT_PLAY=all` takes the shorter exams too.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { checkCourses } from '../../src/api.ts';
import { toResponse } from '../../src/player/question-behavior.ts';
import { questionTypeOf } from '../../src/questions/question-types.ts';
import type { Solution } from '../exam-course/make-questions.ts';
import { buildFixture } from '../lms/build-fixture.ts';
import { fixDraw, openExamPage, reportedIds, shownQuestion, textOf } from '../lms/exam-driver.ts';
import { answerByKeyboard, goOn, pressOn } from '../lms/keyboard.ts';
import { useLms } from '../lms/use-lms.ts';
import '../questions/all-parts.ts';

const lms = useLms();
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { models } = checkCourses({ workspace: join(ROOT, 'course-source'), asOf: '2026-11-22' });

const exams = models.flatMap((model) =>
  model.activities.flatMap((activity) =>
    activity.kind === 'exam' ? [{ name: model.name, exam: activity.id, draw: activity.draw, model }] : [],
  ),
);
const taken = process.env.COURSEWRIGHT_PLAY === 'all' ? exams : exams.filter(({ exam }) => exam === 'full-mock');

beforeAll(async () => {
  for (const [name, files] of await buildFixture('course-source')) lms.server().put(name, files);
});

it('are the two full mocks at least', () => {
  expect(taken.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['cpc-exam-prep-mock-exam', 'ccs-exam-prep-full-mock-exam']),
  );
});

it.each(taken)('$exam of $name', { timeout: 600_000 }, async ({ name, exam, draw, model }) => {
  const solve = (id: string): Solution => {
    const question = model.questions.get(id);
    if (question === undefined) throw new Error(`the package has no question "${id}"`);
    const { correct } = toResponse(questionTypeOf(question.body).answerData(question.body), []);
    return { type: question.body.type, right: correct };
  };
  const course = await lms.open();
  await fixDraw(course, 0.37);
  await openExamPage(course, name, exam);
  await pressOn(course, 'start-exam');
  await course.hook('exam-place').waitFor();
  const answered = new Set<string>();
  while ((await course.frame.locator('[data-cw-phase="running"]').count()) > 0) {
    const id = await shownQuestion(course);
    await answerByKeyboard(course, solve(id));
    answered.add(id);
    await goOn(course);
  }
  expect(answered.size).toBe(draw);
  await pressOn(course, 'finish-exam');
  await pressOn(course, 'finish-now');
  await course.hook('result').waitFor();
  const scored = [...answered].filter((id) => model.questions.get(id)?.pretest === false).length;
  const score = await textOf(course, 'score');
  await pressOn(course, 'exit');
  await course.frame.getByText('You can close this page').waitFor();
  const held = await course.dump();
  const wrong = reportedIds(held).filter((_, at) => held[`cmi.interactions.${at}.result`] !== 'correct');
  expect(wrong).toEqual([]);
  expect(score).toBe(`100% · ${scored} of ${scored} correct`);
  expect([held['cmi.core.score.raw'], held['cmi.core.exit']]).toEqual(['100', 'suspend']);
  expect(held['cmi.suspend_data']?.length).toBeLessThanOrEqual(4096);
});
