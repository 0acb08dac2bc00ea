/** Every type of question in an exam: answered, left and found again, sent, and shown with its key; nothing is lost and axe finds nothing. */
import { beforeAll, expect, it } from 'vitest';
import { COURSE, EXAM, generateExamCourse } from '../exam-course/generate-exam-course.ts';
import { courseFrame, fixDraw, startExam } from '../lms/exam-driver.ts';
import { findProblems } from '../lms/find-problems.ts';
import { useLms } from '../lms/use-lms.ts';

const lms = useLms();
beforeAll(() => lms.serve((folder) => generateExamCourse(folder)), 120_000);

/** Gives whatever answer the shown question takes, and says of which type it is. */
function answerAnything(): string {
  const form = document.querySelector<HTMLFormElement>('form[data-cw-question]');
  if (form === null) return '';
  const type = form.dataset.cwType ?? '';
  const change = (field: HTMLElement): void => {
    for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
  };
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input:is([type="radio"], [type="checkbox"])')];
  const wanted = Number(/\d+/.exec(form.querySelector('[data-cw="instruction"]')?.textContent ?? '')?.[0] ?? 1);
  for (const box of boxes.slice(0, type === 'multiple-choice' ? wanted : 1)) box.click();
  for (const [at, menu] of [...form.querySelectorAll('select')].entries()) {
    menu.selectedIndex = type === 'matching' ? at + 1 : 1;
    change(menu);
  }
  if (type === 'ordering') form.querySelector<HTMLElement>('[data-cw="move-down"]')?.click();
  const field = form.querySelector<HTMLInputElement>('input[type="text"], textarea');
  if (field !== null) {
    field.value = type === 'numeric' ? '12' : type === 'code-entry' || type === 'case' ? 'I10' : 'abstract';
    change(field);
  }
  return type;
}

it('takes every type of question', { timeout: 240_000 }, async () => {
  const course = await lms.open();
  await fixDraw(course, 0.62);
  const problems: string[] = [];
  await course.launch(COURSE, `#${EXAM}`);
  await course.waitForPage(EXAM);
  await startExam(course);
  const seen = new Set<string>();
  const isRunning = (): Promise<boolean> =>
    courseFrame(course).evaluate(() => document.querySelector('[data-cw-phase="running"]') !== null);
  const clickAll = (): Promise<string> =>
    courseFrame(course).evaluate(() => {
      for (const box of document.querySelectorAll<HTMLElement>('form[data-cw-type="multiple-choice"] input'))
        box.click();
      const mark = document.querySelector<HTMLElement>('[data-cw="grid-button"][aria-current]')?.dataset.cwGrid;
      return `${mark}: ${document.querySelector('form [data-cw="gap"]')?.textContent}`;
    });
  let asked = 0;
  let tooMany = '';
  for (; asked < 150 && (await isRunning()); asked++) {
    if (tooMany === '' && (await course.frame.locator('form[data-cw-type="multiple-choice"]').count()) > 0) {
      tooMany = await clickAll();
      await clickAll();
    }
    const type = await courseFrame(course).evaluate(answerAnything);
    if (!seen.has(type)) {
      seen.add(type);
      problems.push(...(await findProblems(course, COURSE, type)));
    }
    await courseFrame(course).evaluate(() => document.querySelector<HTMLElement>('[data-cw="next-question"]')?.click());
  }
  await course.frame.locator('[data-cw-phase="review"]').waitFor();
  const answered = await course.hook('answered').textContent();
  // More options than asked for are no answer: the saved state has no room for them.
  expect(tooMany).toMatch(/^open: Choose \d\. You have chosen \d\.$/);
  expect([...seen].sort()).toEqual([
    ...['case', 'code-entry', 'fill-in', 'matching', 'multiple-choice'],
    ...['numeric', 'ordering', 'single-choice', 'true-false'],
  ]);
  await course.close();
  await course.launch(COURSE, `#${EXAM}`);
  await course.hook('exam-place').waitFor();
  expect(await course.frame.locator('[data-cw="all-questions"] summary').textContent()).toContain(answered ?? '?');
  await course.frame.locator('[data-cw="review"], [data-cw="next-question"]').filter({ visible: true }).first().click();
  await course.hook('finish-exam').click();
  await course.hook('finish-now').click();
  await course.hook('result').waitFor();
  problems.push(...(await findProblems(course, COURSE, 'result')));
  await course.hook('exit').click();
  await course.frame.getByText('You can close this page').waitFor();
  const held = await course.dump();
  const count = Object.keys(held).filter((element) => /interactions\.\d+\.id$/.test(element)).length;
  expect(answered).toBe(`${count} of ${asked} answered`);
  expect((await course.counts()).refused).toEqual([]);
  console.log(`${count} interactions of ${asked} questions, state ${held['cmi.suspend_data']?.length}`);
  expect(count).toBeGreaterThan(90);
  expect(problems).toEqual([]);
});
