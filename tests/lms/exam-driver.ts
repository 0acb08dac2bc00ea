/** Does in a browser what a learner does in an exam, many questions at a time, in few round trips. */
import type { Frame } from 'playwright-core';
import type { CourseDriver } from './course-driver.ts';
import { rightAnswer } from './exam-workspace.ts';

/** A course in its frame, whatever LMS is around it. */
export type OpenCourse = Pick<CourseDriver, 'page' | 'frame' | 'hook'>;

/** The frame that holds the course. */
export function courseFrame(course: OpenCourse): Frame {
  const frame = course.page.frames().find((candidate) => candidate.name() === 'course');
  if (frame === undefined) throw new Error('the course is not open');
  return frame;
}

/** The question that is shown. */
export function shownQuestion(course: OpenCourse): Promise<string> {
  return courseFrame(course).evaluate(
    () => document.querySelector<HTMLElement>('form[data-cw-question]')?.dataset.cwQuestion ?? '',
  );
}

/** Opens a package at an exam's page. */
export async function openExamPage(course: CourseDriver, packageName: string, exam: string): Promise<void> {
  await course.launch(packageName, `#${exam}`);
  await course.waitForPage(exam);
}

/** From the next launch on every attempt draws the same. @param at from 0 to below 1 */
export async function fixDraw(course: OpenCourse, at: number): Promise<void> {
  await course.page.addInitScript((number) => {
    Math.random = () => number;
  }, at);
}

export async function textOf(course: OpenCourse, hook: string): Promise<string> {
  return (await course.hook(hook).textContent()) ?? '';
}

/** Ids of the interactions that an LMS holds, in its order. */
export function reportedIds(held: Readonly<Record<string, string>>): readonly string[] {
  const count = Object.keys(held).filter((element) => /^cmi\.interactions\.\d+\.id$/.test(element)).length;
  return Array.from({ length: count }, (_, at) => held[`cmi.interactions.${at}.id`] ?? '');
}

export async function startExam(course: OpenCourse): Promise<void> {
  await course.hook('start-exam').click();
  await course.hook('exam-place').waitFor();
}

/** Chooses options of the question that is shown, as clicks would. */
export function chooseOptions(course: OpenCourse, options: string): Promise<void> {
  return courseFrame(course).evaluate((ids) => {
    for (const id of ids) document.querySelector<HTMLInputElement>(`form input[value="${id}"]`)?.click();
  }, options);
}

/** Answers so many questions from the one that is shown, each rightly or with its wrong option, and goes on after each. */
export async function answerMany(
  course: OpenCourse,
  count: number,
  how: 'right' | 'wrong',
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i++) {
    const id = await shownQuestion(course);
    const right = rightAnswer(id);
    const wrong = right === 'f' ? 't' : right === 'ac' ? 'bd' : 'a';
    await chooseOptions(course, how === 'right' ? right : wrong);
    await courseFrame(course).evaluate(() => document.querySelector<HTMLElement>('[data-cw="next-question"]')?.click());
    ids.push(id);
  }
  return ids;
}

/** Leaves as the page asks for, so that all that is left to report arrives. */
export async function leave(course: OpenCourse): Promise<void> {
  await course.hook('exit').click();
  await course.frame.getByText('You can close this page').waitFor();
}

/** From a question to the result. */
export async function submitExam(course: OpenCourse): Promise<void> {
  if (!(await course.frame.locator('[data-cw-phase="review"]').isVisible())) {
    await course.frame
      .locator('[data-cw="review"], [data-cw="next-question"]')
      .filter({ visible: true })
      .first()
      .click();
  }
  await course.hook('finish-exam').click();
  await course.hook('finish-now').click();
  await course.hook('result').waitFor();
}
