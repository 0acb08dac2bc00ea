/** Codes are looked up while an exam runs: by words and by code, by keyboard, read by everyone, and nothing of it is saved. */
import { beforeAll, expect, it } from 'vitest';
import { decodeState } from '../../src/shared/state-codec.ts';
import { tagOf } from '../../src/shared/tags.ts';
import { courseFrame, openExamPage, startExam, textOf } from '../lms/exam-driver.ts';
import { findProblems } from '../lms/find-problems.ts';
import { useLms } from '../lms/use-lms.ts';

const PICTURES = process.env.COURSEWRIGHT_PICTURES;

const lms = useLms();

beforeAll(async () => {
  await lms.serveFixture('tests/fixtures/valid/coded');
});

it('codes are found by words and by code, by keyboard alone, and nothing of it is saved', {
  timeout: 120_000,
}, async () => {
  const course = await lms.open();
  const asked: string[] = [];
  course.page.on('request', (request) => asked.push(request.url().split('/').at(-1) ?? ''));
  await openExamPage(course, 'coded-course', 'coded-exam');
  await startExam(course);
  expect(asked).not.toContain('coded-exam.look-up.js');
  const frame = courseFrame(course);
  const keyboard = course.page.keyboard;
  const saved = async (): Promise<string> => {
    const text = (await course.dump())['cmi.suspend_data'] ?? '';
    // Time goes on while codes are looked up.
    return JSON.stringify(decodeState(text, tagOf('coded-course')), (key, value: unknown) =>
      /seconds/i.test(key) ? 0 : value,
    );
  };
  await expect.poll(saved, { timeout: 30_000 }).toContain(tagOf('coded-exam'));
  const before = await saved();
  const place = await textOf(course, 'exam-place');
  const list = course.hook('look-up-list');
  const status = course.hook('look-up-status');

  await course.hook('look-up').focus();
  await keyboard.press('Enter');
  await list.locator('h3').first().waitFor();
  expect(asked.filter((file) => file === 'coded-exam.look-up.js')).toHaveLength(1);
  expect(await list.locator('h3').allInnerTexts()).toEqual(['ICD-10-CM 2026', 'ICD-10-PCS 2026']);
  expect(await list.locator('summary b').allInnerTexts()).toEqual(['E11-', 'Z79-', '0DT-']);

  await keyboard.type('hypergly with');
  expect(await list.locator('tbody th').allInnerTexts()).toEqual(['E11.65']);
  expect(await status.innerText()).toBe('1 line found');
  await keyboard.press('Control+A');
  await keyboard.type('0dtj4');
  expect(await list.locator('tbody th').allInnerTexts()).toEqual(['0DTJ4ZG', '0DTJ4ZZ']);
  await keyboard.press('Control+A');
  await keyboard.type('qqq');
  expect(await status.innerText()).toBe('Nothing found. Try fewer letters or another word.');
  await keyboard.press('Control+A');
  await keyboard.press('Delete');

  // From the search to the list, to its first category, which opens; N, which elsewhere goes on, does nothing here.
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await list.locator('tbody tr').first().waitFor();
  expect(await list.locator('tr[data-cw-header] th').first().innerText()).toBe('E11.6-');
  await keyboard.press('n');
  expect(await textOf(course, 'exam-place')).toBe(place);

  const problems: string[] = [];
  for (const [width, scheme] of [
    [1000, 'light'],
    [1000, 'dark'],
    [320, 'light'],
    [320, 'dark'],
  ] as const) {
    await course.page.setViewportSize({ width, height: 560 });
    await course.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    problems.push(...(await findProblems(course, 'coded-course', `${width} ${scheme}`)));
    if (PICTURES !== undefined) await course.page.screenshot({ path: `${PICTURES}/look-up-${width}-${scheme}.png` });
  }
  expect(problems).toEqual([]);

  await keyboard.press('Escape');
  expect(await frame.evaluate(() => document.querySelector('dialog[open]'))).toBeNull();
  expect(await frame.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.cw)).toBe('look-up');
  expect(await saved()).toBe(before);
});
