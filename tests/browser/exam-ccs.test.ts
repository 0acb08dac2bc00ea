/** A whole exam shaped like CCS by keyboard alone: 97 questions of every type and eight records to code, left once, with a new package meanwhile. */
import { expect, it } from 'vitest';
import {
  COURSE,
  EXAM,
  type ExamCourseOptions,
  generateExamCourse,
  type KnownQuestion,
} from '../exam-course/generate-exam-course.ts';
import type { Solution } from '../exam-course/make-questions.ts';
import { answerByKeyboard } from '../lms/answer-by-keyboard.ts';
import { fixDraw, openExamPage, reportedIds, shownQuestion, textOf } from '../lms/exam-driver.ts';
import { goOn, pressOn } from '../lms/keyboard.ts';
import { useLms } from '../lms/use-lms.ts';

const lms = useLms();

const ASKED = 79 + 18 + 8;
/** The mock as a package of its own, as large as one may be. */
const SHAPE: ExamCourseOptions = { shape: 'ccs', questions: 260 };

/** How LMS reports name the types. */
const REPORTED_AS: Readonly<Record<string, readonly [type: string, separator: string]>> = {
  'single-choice': ['choice', ','],
  'multiple-choice': ['choice', ','],
  'true-false': ['true-false', ','],
  'fill-in': ['fill-in', ', '],
  numeric: ['numeric', ','],
  'code-entry': ['fill-in', ', '],
  matching: ['matching', ','],
  ordering: ['sequencing', ','],
  case: ['fill-in', ', '],
};

/** What an LMS holds before a course has said a word. */
const LEARNER = {
  'cmi.core.student_id': 'learner-17',
  'cmi.core.student_name': 'Doe, Jane',
  'cmi.core.credit': 'credit',
  'cmi.core.lesson_mode': 'normal',
};
const TIMESPAN = /^\d{4}:[0-5]\d:[0-5]\d\.\d\d$/;

/** How many interactions went with each commit. */
function interactionsByCommit(calls: readonly string[]): readonly number[] {
  const sizes = [0];
  for (const call of calls) {
    if (/^LMSSetValue\(cmi\.interactions\.\d+\.id,/.test(call)) sizes[sizes.length - 1] = (sizes.at(-1) ?? 0) + 1;
    if (call.startsWith('LMSCommit(')) sizes.push(0);
  }
  return sizes;
}

async function serve(options: ExamCourseOptions): Promise<ReadonlyMap<string, KnownQuestion>> {
  let solutions: ReadonlyMap<string, KnownQuestion> = new Map();
  await lms.serve((folder) => {
    solutions = generateExamCourse(folder, options);
  });
  return solutions;
}

/** Every tenth question that is a choice gets another option; one record gets a wrong indicator. */
function toGive({ type, right }: Solution, place: number, isFirstStay: boolean): Solution {
  if (type === 'case' && isFirstStay) return { type, right: right.map((row) => row.replace('/N', '/U')) };
  if (place % 10 !== 0 || type !== 'single-choice') return { type, right };
  return { type, right: [right[0] === 'a' ? 'b' : 'a'] };
}

it('is finished, and the LMS holds every part of it', { timeout: 600_000 }, async () => {
  const solutions = await serve(SHAPE);
  const solutionOf = (id: string): KnownQuestion => {
    const solution = solutions.get(id);
    if (solution === undefined) throw new Error(`nobody knows "${id}"`);
    return solution;
  };
  const course = await lms.open();
  await fixDraw(course, 0.62);
  const given = new Map<string, Solution>();
  const answer = async (id: string, solution: Solution): Promise<void> => {
    await answerByKeyboard(course, solution);
    given.set(id, solution);
  };
  let stay = '';
  const answerShown = async (): Promise<void> => {
    const id = await shownQuestion(course);
    const solution = solutionOf(id);
    const isStay = solution.right.some((row) => row.startsWith('x '));
    if (stay === '' && isStay) stay = id;
    await answer(id, toGive(solution, given.size, stay === id));
    await goOn(course);
  };
  const ofType = (type: string): readonly string[] => [...given.keys()].filter((id) => solutionOf(id).type === type);

  await openExamPage(course, COURSE, EXAM);
  await pressOn(course, 'start-exam');
  await course.hook('exam-place').waitFor();
  expect(await textOf(course, 'exam-place')).toBe(`Question 1 of ${ASKED}`);
  while (given.size < 50 || ofType('case').length < 3) await answerShown();
  const before = given.size;
  const here = await shownQuestion(course);
  await course.close();

  // The new package asks one record anew and no longer has one question.
  const [, revised = ''] = ofType('case');
  const [gone = ''] = ofType('matching');
  await serve({ ...SHAPE, revised: [revised], without: [gone] });
  await openExamPage(course, COURSE, EXAM);
  expect(await shownQuestion(course)).toBe(here);
  expect(await textOf(course, 'exam-place')).toBe(`Question ${before} of ${ASKED - 1}`);
  expect(await textOf(course, 'exam-head')).toContain('has changed since your last visit');
  expect(await course.frame.locator('[data-cw="all-questions"] summary').textContent()).toContain(
    `${before - 2} of ${ASKED - 1} answered`,
  );
  given.delete(revised);
  given.delete(gone);
  while ((await course.frame.locator('[data-cw-phase="running"]').count()) > 0) await answerShown();

  // The review names what is open: the record that changed.
  expect(await course.frame.locator('[data-cw="to-question"]').count()).toBe(1);
  await pressOn(course, 'to-question');
  expect(await shownQuestion(course)).toBe(revised);
  expect(await course.frame.locator('[data-cw="changed"]').textContent()).toContain('changed');
  expect(await course.question(revised).locator('input').first().inputValue()).toBe('');
  await answer(revised, solutionOf(revised));
  await pressOn(course, 'review');
  await pressOn(course, 'finish-exam');
  await pressOn(course, 'finish-now');
  await course.hook('result').waitFor();
  expect(given.size).toBe(ASKED - 1);
  expect([...new Set([...given.keys()].map((id) => solutionOf(id).type))].sort()).toEqual(
    Object.keys(REPORTED_AS).sort(),
  );
  expect(ofType('case')).toHaveLength(8);

  const isRight = (id: string): boolean => given.get(id)?.right.join() === solutionOf(id).right.join();
  const counted = [...given.keys()].filter((id) => !solutionOf(id).pretest);
  const right = counted.filter(isRight).length;
  const score = Math.round((right / counted.length) * 10_000) / 100;
  // Some of each, so that a mixed-up answer cannot hide.
  expect(counted.length - right).toBeGreaterThan(3);
  expect(await textOf(course, 'score')).toBe(`${score}% · ${right} of ${counted.length} correct`);
  expect(await textOf(course, 'result')).toContain('pretest questions are not counted.');
  await pressOn(course, 'exit');
  await course.frame.getByText('You can close this page').waitFor();

  const held = await course.dump();
  const reported = reportedIds(held);
  const expected: Record<string, unknown> = {
    ...LEARNER,
    'cmi.core.lesson_status': 'incomplete',
    'cmi.core.lesson_location': EXAM,
    'cmi.core.exit': 'suspend',
    'cmi.core.entry': 'resume',
    'cmi.core.score.min': '0',
    'cmi.core.score.max': '100',
    'cmi.core.score.raw': String(score),
    'cmi.core.session_time': expect.stringMatching(TIMESPAN),
    'cmi.core.total_time': expect.stringMatching(TIMESPAN),
    'cmi.suspend_data': expect.stringMatching(/^[\x21-\x7e]{100,4096}$/),
  };
  for (const [at, name] of reported.entries()) {
    const id = name.replace(`${EXAM}.a1.`, '');
    const { type, right: key, domain, pretest } = solutionOf(id);
    const [form = '', separator = ''] = REPORTED_AS[type] ?? [];
    Object.assign(expected, {
      [`cmi.interactions.${at}.id`]: `${EXAM}.a1.${id}`,
      [`cmi.interactions.${at}.type`]: form,
      [`cmi.interactions.${at}.objectives.0.id`]: domain,
      [`cmi.interactions.${at}.student_response`]: given.get(id)?.right.join(separator),
      [`cmi.interactions.${at}.correct_responses.0.pattern`]: key.join(separator),
      [`cmi.interactions.${at}.result`]: isRight(id) ? 'correct' : 'wrong',
      [`cmi.interactions.${at}.weighting`]: pretest ? '0' : '1',
      [`cmi.interactions.${at}.time`]: expect.stringMatching(/^\d\d:\d\d:\d\d$/),
      [`cmi.interactions.${at}.latency`]: expect.stringMatching(TIMESPAN),
    });
  }
  // In the order of the blueprint.
  const domains = [...new Set([...solutions.values()].map(({ domain }) => domain))];
  for (const [at, domain] of domains.entries()) {
    const own = [...given.keys()].filter((id) => solutionOf(id).domain === domain);
    Object.assign(expected, {
      [`cmi.objectives.${at}.id`]: domain,
      [`cmi.objectives.${at}.score.min`]: '0',
      [`cmi.objectives.${at}.score.max`]: '100',
      [`cmi.objectives.${at}.score.raw`]: String(Math.round((own.filter(isRight).length / own.length) * 10_000) / 100),
      [`cmi.objectives.${at}.status`]: domain === 'cases' ? 'completed' : 'incomplete',
    });
  }
  expect([...reported].sort()).toEqual([...given.keys()].map((id) => `${EXAM}.a1.${id}`).sort());
  expect(held).toEqual(expected);

  const counts = await course.counts();
  expect(counts).toMatchObject({ finishes: 2, refused: [] });
  const chunks = interactionsByCommit(await course.calls());
  expect(Math.max(...chunks)).toBeLessThanOrEqual(20);
  expect(chunks.filter((size) => size > 0)).toHaveLength(6);
  console.log(
    `CCS by keyboard: ${given.size} answers, ${counts.calls} calls, ${counts.commits} commits, state ${held['cmi.suspend_data']?.length}`,
  );
});
