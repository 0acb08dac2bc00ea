/** Hints in a built package: where each answer is checked at once, by keyboard alone, kept and told in the result; never in exam mode. */
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CourseDriver } from '../lms/course-driver.ts';
import { shownQuestion, startExam, submitExam } from '../lms/exam-driver.ts';
import { findProblems } from '../lms/find-problems.ts';
import { readText } from '../lms/read-text.ts';
import { useLms } from '../lms/use-lms.ts';

const lms = useLms();
let pages: ReadonlyMap<string, Uint8Array> = new Map();

beforeAll(async () => {
  const packages = await lms.serveFixture('tests/fixtures/valid/hints');
  for (const files of packages.values()) pages = files;
});

async function open(activity: string, media: Parameters<Page['emulateMedia']>[0] = {}): Promise<CourseDriver> {
  const course = await lms.open();
  await course.page.emulateMedia(media);
  await course.launch('hints', `#${activity}`);
  await course.waitForPage(activity);
  return course;
}

function within(course: CourseDriver, question: string, hook: string): Locator {
  return course.question(question).locator(`[data-cw="${hook}"]`);
}

async function textOf(place: Locator): Promise<string> {
  return (await readText(place)).replace(/\s+/g, ' ').trim();
}

describe('hints in a lesson', () => {
  it('come one after the other by keyboard alone, with the focus on each', async () => {
    const course = await open('reading');
    await within(course, 'hi-1', 'show-hint').focus();
    await course.page.keyboard.press('Enter');
    expect(await textOf(course.frame.locator(':focus'))).toBe('Hint 1 of 2 How much of the body part is taken?');
    await course.page.keyboard.press('Tab');
    expect(await textOf(course.frame.locator(':focus'))).toBe('Check answer');
    await course.page.keyboard.press('Tab');
    expect(await textOf(course.frame.locator(':focus'))).toBe('Another hint');
    await course.page.keyboard.press('Enter');
    expect(await textOf(course.frame.locator(':focus'))).toContain('Hint 2 of 2 Compare the two words');
    expect(await within(course, 'hi-1', 'show-hint').isVisible()).toBe(false);
    expect(await within(course, 'hi-1', 'given-hint').count()).toBe(2);
    await course.answer('hi-1', 'b');
    expect(await textOf(within(course, 'hi-1', 'verdict'))).toBe('Correct. With a hint.');
  });

  it('say nothing of hints that nobody asked for, and are gone once the answer is checked', async () => {
    const course = await open('reading');
    expect(await within(course, 'hi-1', 'given-hint').count()).toBe(0);
    await course.answer('hi-1', 'b');
    expect(await textOf(within(course, 'hi-1', 'verdict'))).toBe('Correct.');
    expect(await within(course, 'hi-1', 'show-hint').isVisible()).toBe(false);
    await within(course, 'hi-1', 'try-again').click();
    expect(await within(course, 'hi-1', 'show-hint').isVisible()).toBe(true);
  });

  it('are not printed, and stand in no page that is opened by itself', async () => {
    const course = await open('reading');
    await within(course, 'hi-1', 'show-hint').click();
    await course.page.emulateMedia({ media: 'print' });
    expect(await within(course, 'hi-1', 'given-hint').isVisible()).toBe(false);
    for (const [name, bytes] of pages) {
      if (/\.(html|js)$/.test(name)) expect(new TextDecoder().decode(bytes)).not.toContain('How much of the body part');
    }
  });
});

describe('hints in a quiz', () => {
  it('are kept over a visit and told in the verdict and the result, and a new attempt begins without', async () => {
    const course = await open('practice');
    await course.hook('start-quiz').click();
    expect(await within(course, 'hi-3', 'show-hint').count()).toBe(0);
    await within(course, 'hi-2', 'show-hint').click();
    expect(await textOf(within(course, 'hi-2', 'given-hint'))).toBe(
      'Hint The word comes from the Latin for to follow.',
    );
    await within(course, 'hi-2', 'field').fill('complication');
    await within(course, 'hi-2', 'check-answer').click();
    expect(await textOf(within(course, 'hi-2', 'verdict'))).toBe('Not correct. With a hint.');
    await course.close();

    await course.launch('hints');
    await course.waitForPage('practice');
    expect(await textOf(within(course, 'hi-2', 'verdict'))).toBe('Not correct. With a hint.');
    await course.answer('hi-1', 'b');
    expect(await textOf(within(course, 'hi-1', 'verdict'))).toBe('Correct.');
    await course.hook('finish-quiz').click();
    await course.hook('finish-anyway').click();
    expect(await textOf(course.hook('result'))).toContain('You asked for a hint to 1 question.');
    await course.hook('new-attempt').click();
    expect(await within(course, 'hi-2', 'given-hint').count()).toBe(0);
    expect(await textOf(within(course, 'hi-2', 'show-hint'))).toBe('Hint');
  });
});

describe('hints in an exam', () => {
  it('are there in study mode and told in its result', async () => {
    const course = await open('final');
    await course.frame.getByText('Study: each answer').click();
    await startExam(course);
    for (let at = 0; at < 3; at++) {
      if ((await shownQuestion(course)) !== 'hi-1') {
        await course.hook('next-question').click();
        continue;
      }
      await within(course, 'hi-1', 'show-hint').click();
      await course.answer('hi-1', 'a');
      expect(await textOf(within(course, 'hi-1', 'verdict'))).toBe('Not correct. With a hint.');
      break;
    }
    await course.frame
      .locator('[data-cw="review"], [data-cw="next-question"]')
      .filter({ visible: true })
      .last()
      .click();
    await submitExam(course);
    expect(await textOf(course.hook('result'))).toContain('You asked for a hint to 1 question.');
    // A question that is scrolled away is not drawn, and has no inner text.
    expect(await within(course, 'hi-1', 'verdict').textContent()).toBe('Not correct. With a hint.');
    expect(await within(course, 'hi-1', 'show-hint').isVisible()).toBe(false);
  });

  it.each(['final', 'strict'])('are not offered in exam mode of %s', async (exam) => {
    const course = await open(exam);
    await startExam(course);
    const seen: string[] = [];
    for (let at = 0; at < 3; at++) {
      seen.push(await shownQuestion(course));
      expect(await course.frame.locator('[data-cw="show-hint"]').count()).toBe(0);
      await course.hook('next-question').click();
    }
    expect(seen.sort()).toEqual(['hi-1', 'hi-2', 'hi-3']);
    await submitExam(course);
    expect(await course.frame.locator('[data-cw="show-hint"]:visible').count()).toBe(0);
    expect(await textOf(course.hook('result'))).not.toContain('a hint to');
  });
});

describe.each([
  { name: 'light, wide', media: { colorScheme: 'light' }, width: 1000 },
  { name: 'dark, narrow', media: { colorScheme: 'dark' }, width: 320 },
  { name: 'forced colors', media: { colorScheme: 'dark', forcedColors: 'active' }, width: 1000 },
] as const)('hints, $name', ({ media, width }) => {
  it('are sound', async () => {
    const course = await open('practice', { ...media, reducedMotion: 'reduce' });
    await course.hook('start-quiz').click();
    await course.page.setViewportSize({ width, height: 600 });
    const problems = [...(await findProblems(course, 'hints', 'button'))];
    await within(course, 'hi-1', 'show-hint').click();
    await within(course, 'hi-1', 'show-hint').click();
    problems.push(...(await findProblems(course, 'hints', 'two hints')));
    await course.answer('hi-1', 'a');
    problems.push(...(await findProblems(course, 'hints', 'verdict')));
    expect(problems).toEqual([]);
  });
});
