/**
 * A learner who knows everything goes through a package from its first page to its last by keyboard alone. It must not know which
 * course it is, and expects nothing but right answers.
 */
import { expect } from 'vitest';
import type { ActivityModel, ExamModel, GuideModel, PackageModel, QuizModel } from '../../src/compiler/hand-over.ts';
import { answerByKeyboard, solve } from './answer-by-keyboard.ts';
import type { CourseDriver } from './course-driver.ts';
import { courseFrame, shownQuestion, textOf } from './exam-driver.ts';
import { chooseRadio, goOn, pressOn, tabTo } from './keyboard.ts';

export interface Played {
  /** Pages that were shown, in order. */
  readonly pages: readonly string[];
  /** Questions that were answered, those of later attempts too. */
  readonly answers: readonly string[];
}

/** Attempts draw what was not seen first: whatever pool there is, fewer will do. */
const MOST_ATTEMPTS = 12;

interface Play {
  readonly course: CourseDriver;
  readonly model: PackageModel;
  readonly answers: string[];
}

/** Questions of the page in the order shown. */
function formsShown(course: CourseDriver): Promise<readonly string[]> {
  return courseFrame(course).evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main form[data-cw-question]')]
      .filter((form) => form.checkVisibility())
      .map((form) => form.dataset.cwQuestion ?? ''),
  );
}

/** Headless Chromium drops a key that scrolls now and then: whoever reads presses it again. */
async function scrollToEnd(course: CourseDriver): Promise<void> {
  const isAtEnd = (): Promise<boolean> =>
    courseFrame(course).evaluate(() => {
      const { scrollTop, clientHeight, scrollHeight } = document.documentElement;
      return scrollTop + clientHeight >= scrollHeight - 2;
    });
  await expect
    .poll(
      async () => {
        if (await isAtEnd()) return true;
        await course.page.keyboard.press('End');
        return isAtEnd();
      },
      { timeout: 10_000 },
    )
    .toBe(true);
}

/** Answers, checks and is told to be right. */
async function answerAndCheck({ course, model, answers }: Play, id: string): Promise<void> {
  await answerByKeyboard(course, solve(model, id), id);
  await pressOn(course, 'check-answer', `form[data-cw-question="${id}"]`);
  const told = await courseFrame(course).evaluate((question) => {
    const form = document.querySelector<HTMLElement>(`form[data-cw-question="${question}"]`);
    const text = form?.querySelector('[data-cw="feedback"]')?.textContent ?? '';
    return { result: form?.dataset.cwResult ?? text, hasFocus: form?.contains(document.activeElement) === true };
  }, id);
  expect({ id, ...told }).toEqual({ id, result: 'right', hasFocus: true });
  answers.push(id);
}

async function playChecks(play: Play, wanted: readonly string[]): Promise<void> {
  const shown = await formsShown(play.course);
  expect(shown).toEqual(wanted);
  for (const id of shown) await answerAndCheck(play, id);
}

/** Whether one of these questions may be asked here and was not answered yet. */
function isMissing({ answers }: Play, pool: readonly string[], until: readonly string[]): boolean {
  return until.some((id) => pool.includes(id) && !answers.includes(id));
}

async function answerQuiz(play: Play, count: number): Promise<void> {
  const { course } = play;
  const shown = await formsShown(course);
  expect(shown).toHaveLength(count);
  for (const id of shown) await answerAndCheck(play, id);
  await pressOn(course, 'finish-quiz');
  await course.hook('result').waitFor();
  expect(await textOf(course, 'score')).toContain('100%');
}

async function playQuiz(play: Play, { pool, draw }: QuizModel, until: readonly string[]): Promise<void> {
  await pressOn(play.course, 'start-quiz');
  await answerQuiz(play, draw);
  for (let attempt = 1; isMissing(play, pool, until); attempt++) {
    expect(attempt).toBeLessThan(MOST_ATTEMPTS);
    await pressOn(play.course, 'new-attempt');
    await answerQuiz(play, draw);
  }
}

/** Any answers will do: a guide has none that are wrong. */
async function playGuide({ course }: Play, guide: GuideModel): Promise<void> {
  for (const { ask, answers } of guide.questions) {
    await chooseRadio(course, `[data-cw-ask="${ask}"]`, answers.at(-1)?.id ?? '');
  }
  await pressOn(course, 'show-recommendation');
  expect(await course.frame.locator('[data-cw-outcome]').filter({ visible: true }).count()).toBe(1);
}

async function takeAttempt({ course, model, answers }: Play, exam: ExamModel): Promise<void> {
  await pressOn(course, 'start-exam');
  await course.hook('exam-place').waitFor();
  const answered = new Set<string>();
  while ((await course.frame.locator('[data-cw-phase="running"]').count()) > 0) {
    const id = await shownQuestion(course);
    await answerByKeyboard(course, solve(model, id));
    answered.add(id);
    await goOn(course);
  }
  expect(answered.size).toBe(exam.draw);
  await pressOn(course, 'finish-exam');
  await pressOn(course, 'finish-now');
  await course.hook('result').waitFor();
  const scored = [...answered].filter((id) => model.questions.get(id)?.pretest === false).length;
  expect(await textOf(course, 'score')).toBe(`100% · ${scored} of ${scored} correct`);
  answers.push(...answered);
}

async function playExam(play: Play, exam: ExamModel, until: readonly string[]): Promise<void> {
  await takeAttempt(play, exam);
  for (let attempt = 1; isMissing(play, exam.pool, until); attempt++) {
    expect(attempt).toBeLessThan(MOST_ATTEMPTS);
    await pressOn(play.course, 'new-attempt');
    await play.course.hook('start-exam').waitFor();
    await takeAttempt(play, exam);
  }
}

async function playActivity(play: Play, activity: ActivityModel, until: readonly string[]): Promise<void> {
  switch (activity.kind) {
    case 'lesson':
      return playChecks(play, activity.checks);
    case 'quiz':
      return playQuiz(play, activity, until);
    case 'guide':
      return playGuide(play, activity);
    case 'exam':
      return playExam(play, activity, until);
  }
}

/**
 * From the title page on, each page by the link to the next one, and out by what reports and Exit.
 * @param until questions that must be met, in as many attempts at a quiz or an exam as that takes
 */
export async function playPackage(
  course: CourseDriver,
  model: PackageModel,
  until: readonly string[] = [],
): Promise<Played> {
  const play: Play = { course, model, answers: [] };
  const pages: string[] = [];
  await course.launch(model.name);
  for (const [at, activity] of model.activities.entries()) {
    await tabTo(course, at === 0 ? 'main a[data-cw-activity]' : '[data-cw="next"]');
    await course.page.keyboard.press('Enter');
    await course.waitForPage(activity.id);
    await playActivity(play, activity, until);
    await scrollToEnd(course);
    await course.frame
      .locator(`[data-cw="outline"] [data-cw-activity="${activity.id}"][data-cw-state="done"]`)
      .waitFor();
    pages.push(activity.id);
  }
  if (model.report === 'when-finished') {
    expect((await course.dump())['cmi.core.lesson_status']).toBe('incomplete');
    await pressOn(course, 'finish-and-report');
  }
  await pressOn(course, 'exit');
  await course.frame.getByText('You can close this page').waitFor();
  return { pages, answers: play.answers };
}
