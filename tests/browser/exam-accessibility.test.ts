/** axe-core finds nothing in any state of an exam, nothing scrolls sideways, and time and Next stay in view in a small frame. */
import { beforeAll, describe, expect, it } from 'vitest';
import { answerMany, chooseOptions, courseFrame, startExam, submitExam } from '../lms/exam-driver.ts';
import { writeExamWorkspace } from '../lms/exam-workspace.ts';
import { findProblems } from '../lms/find-problems.ts';
import { useLms } from '../lms/use-lms.ts';

const lms = useLms();
beforeAll(() =>
  lms.serve((folder) =>
    writeExamWorkspace(folder, { counts: { documentation: 2, diagnoses: 2, procedures: 2, compliance: 2 } }),
  ),
);

describe.each([
  { name: 'light, wide', media: { colorScheme: 'light' }, width: 1000, height: 560 },
  { name: 'dark, a small frame', media: { colorScheme: 'dark' }, width: 320, height: 500 },
  { name: 'forced colors', media: { colorScheme: 'dark', forcedColors: 'active' }, width: 1000, height: 560 },
  { name: '400 % zoom', media: { colorScheme: 'light' }, width: 320, height: 256 },
] as const)('an exam, $name', ({ media, width, height }) => {
  it('is sound from its start to its result', { timeout: 240_000 }, async () => {
    const course = await lms.open();
    const problems: string[] = [];
    const look = async (state: string): Promise<void> => {
      problems.push(...(await findProblems(course, 'mock', state)));
    };
    await course.page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    await course.page.setViewportSize({ width, height });
    await course.launch('mock', '#final');
    await course.waitForPage('final');
    await course.page.locator('iframe').evaluate((frame, px) => {
      frame.style.height = `${px}px`;
    }, height);
    await look('start');
    await startExam(course);
    await look('question');
    if (height >= 400) {
      const inView = await courseFrame(course).evaluate(() =>
        ['timer-text', 'next-question'].filter((hook) => {
          const box = document.querySelector(`[data-cw="${hook}"]`)?.getBoundingClientRect();
          return (
            box !== undefined && box.top >= 0 && box.bottom <= window.innerHeight && box.right <= window.innerWidth
          );
        }),
      );
      expect(inView).toEqual(['timer-text', 'next-question']);
    }
    await course.hook('flag').click();
    await course.frame.locator('[data-cw="confidence"] input').first().check();
    await course.frame
      .locator('[data-cw="strike"]')
      .first()
      .click({ timeout: 500 })
      .catch(() => undefined);
    await course.frame.locator('[data-cw="all-questions"] summary').click();
    await course.frame.locator('[data-cw="question-note"] summary').click();
    await course.frame.locator('textarea').fill('A note.');
    await courseFrame(course).evaluate(() => {
      const stem = document.querySelector('[data-cw="stem"]');
      const range = document.createRange();
      if (stem !== null) range.selectNodeContents(stem);
      document.getSelection()?.removeAllRanges();
      document.getSelection()?.addRange(range);
    });
    await course.hook('highlight-selection').click();
    expect(await course.frame.locator('mark').count()).toBeGreaterThan(0);
    await look('question, marked, with grid and note');
    await course.hook('keys').click();
    await look('keys');
    await course.hook('keys-close').click();
    await answerMany(course, 6, 'right');
    await course.hook('review').click();
    await look('review');
    if (height >= 400) {
      const heights = await courseFrame(course).evaluate(() =>
        [...document.querySelectorAll('[data-cw="exam-bar"] > button')].map(({ clientHeight }) => clientHeight),
      );
      expect(Math.max(...heights), 'the buttons of the review stand on one line').toBeLessThan(45);
    }
    await course.hook('finish-exam').click();
    await look('confirm');
    await course.hook('to-review').click();
    await submitExam(course);
    await look('result');
    await course.hook('new-attempt').click();
    await course.frame.getByText('Study: each answer').click();
    await look('start, with history');
    await startExam(course);
    await chooseOptions(course, 'b');
    await course.hook('check-answer').click();
    await look('study mode, with feedback or a gap');
    await course.hook('pause').click();
    await look('pause');
    expect(problems).toEqual([]);
  });
});
