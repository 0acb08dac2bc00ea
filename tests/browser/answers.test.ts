/** Answers that are no choice, in built packages: given by keyboard alone, kept over visits, marked, reported, read by axe-core. */
import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../lms/browser.ts';
import { buildFixture } from '../lms/build-fixture.ts';
import { type CourseDriver, openLms } from '../lms/course-driver.ts';
import { findProblems } from '../lms/find-problems.ts';
import { startServer, type TestServer } from '../lms/serve.ts';

let server: TestServer;
let browser: Browser;
let driver: CourseDriver | undefined;

beforeAll(async () => {
  server = await startServer();
  for (const [name, files] of await buildFixture('tests/fixtures/valid/answers')) server.put(name, files);
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
afterEach(async () => {
  const complaints = driver?.complaints ?? [];
  await driver?.dispose();
  driver = undefined;
  expect(complaints).toEqual([]);
});

async function openLesson(): Promise<CourseDriver> {
  driver = await openLms(browser, server, 'strict');
  await driver.launch('answers');
  await driver.openFirst('practice');
  return driver;
}

async function openQuiz(): Promise<CourseDriver> {
  const course = await openLesson();
  await course.next('answers-quiz');
  await course.hook('start-quiz').click();
  return course;
}

async function textOf(place: Locator): Promise<string> {
  return ((await place.innerText()) ?? '').replace(/\s+/g, ' ').trim();
}

/** Presses Tab until the focus is inside the place. */
async function tabTo(course: CourseDriver, place: Locator): Promise<void> {
  const hasFocus = (): Promise<boolean> => place.evaluate((element) => element.contains(document.activeElement));
  for (let presses = 0; presses < 60 && !(await hasFocus()); presses++) await course.page.keyboard.press('Tab');
  expect(await hasFocus()).toBe(true);
}

function fieldOf(course: CourseDriver, id: string): Locator {
  return course.question(id).locator('[data-cw="field"]');
}

/** Finishes the quiz with whatever was answered, and leaves. */
async function finish(course: CourseDriver): Promise<void> {
  await course.hook('finish-quiz').click();
  await course.hook('finish-anyway').click();
  await course.hook('result').waitFor();
  await course.close();
}

async function reportsOf(course: CourseDriver, question: string): Promise<Readonly<Record<string, string>>> {
  const dump = await course.dump();
  const id = Object.entries(dump).find(([, value]) => value === `answers-quiz.a1.${question}`)?.[0] ?? '';
  const prefix = id.replace(/id$/, '');
  const own = Object.entries(dump).filter(([element]) => prefix !== '' && element.startsWith(prefix));
  return Object.fromEntries(own.map(([element, value]) => [element.slice(prefix.length), value]));
}

describe('a typed text', () => {
  it('is given by keyboard alone in a lesson, and says what is missing', async () => {
    const course = await openLesson();
    await tabTo(course, fieldOf(course, 'an-fill'));
    await course.page.keyboard.press('Enter');
    expect(await textOf(course.question('an-fill').locator('[data-cw="gap"]'))).toBe('Type an answer first.');
    await tabTo(course, fieldOf(course, 'an-fill'));
    await course.page.keyboard.type('something far too long for this');
    await course.page.keyboard.press('Enter');
    expect(await textOf(course.question('an-fill').locator('[data-cw="gap"]'))).toBe(
      'At most 20 letters. You have typed 31.',
    );
    await fieldOf(course, 'an-fill').fill('');
    await fieldOf(course, 'an-fill').focus();
    await course.page.keyboard.type('  Late   EFFECT ');
    await course.page.keyboard.press('Enter');
    expect(await course.question('an-fill').getAttribute('data-cw-result')).toBe('right');
    expect(await textOf(course.frame.locator(':focus'))).toContain('Correct. What stays behind is a sequela.');
  });

  it('shows the accepted texts and the reason of a miss, comes back at the next visit and is reported', async () => {
    const course = await openQuiz();
    await fieldOf(course, 'an-fill').fill('Complication');
    await course.question('an-fill').locator('[data-cw="check-answer"]').click();
    const shown = async (): Promise<string> => textOf(course.question('an-fill').locator('[data-cw="typed"]'));
    const marked =
      'Your answer Your answer, not correct Correct answers: sequela · late effect A complication comes while the illness lasts.';
    expect(await shown()).toBe(marked);
    await fieldOf(course, 'an-case').fill('pH');
    await course.question('an-case').locator('[data-cw="check-answer"]').click();
    await course.close();

    await course.launch('answers');
    await course.waitForPage('answers-quiz');
    expect(await fieldOf(course, 'an-fill').inputValue()).toBe('Complication');
    expect(await fieldOf(course, 'an-fill').isEditable()).toBe(false);
    expect(await shown()).toBe(marked);
    expect(await course.question('an-case').getAttribute('data-cw-result')).toBe('right');
    await finish(course);
    expect(await reportsOf(course, 'an-fill')).toMatchObject({
      type: 'fill-in',
      student_response: 'Complication',
      'correct_responses.0.pattern': 'sequela, late effect',
      result: 'wrong',
    });
    expect(await reportsOf(course, 'an-case')).toMatchObject({ student_response: 'pH', result: 'correct' });
  });
});

describe('a typed number', () => {
  const noteOf = (course: CourseDriver, id: string): Locator => course.question(id).locator('[data-cw="typed-note"]');

  it('is shown as it was understood before it is graded, by keyboard alone', async () => {
    const course = await openLesson();
    await tabTo(course, fieldOf(course, 'an-dose'));
    await course.page.keyboard.type('12,5 kg');
    expect(await noteOf(course, 'an-dose').count()).toBe(0);
    await course.page.keyboard.press('Enter');
    const wrongUnit = '“kg” is no unit here. Use mg, g.';
    expect(await textOf(course.question('an-dose').locator('[data-cw="gap"]'))).toBe(wrongUnit);
    expect(await textOf(course.hook('live'))).toBe(wrongUnit);
    for (let i = 0; i < 2; i++) await course.page.keyboard.press('Backspace');
    await course.page.keyboard.type('MG');
    expect(await textOf(noteOf(course, 'an-dose'))).toBe('Understood as 12.5 mg');
    const described = await fieldOf(course, 'an-dose').getAttribute('aria-describedby');
    expect(await noteOf(course, 'an-dose').getAttribute('id')).toBe(described);
    await course.page.keyboard.press('Tab');
    expect(await textOf(course.hook('live'))).toBe('Understood as 12.5 mg');
    await course.page.keyboard.press('Enter');
    expect(await course.question('an-dose').getAttribute('data-cw-result')).toBe('right');
  });

  it('comes back at the next visit with what was right, and is reported in the question’s unit', async () => {
    const course = await openQuiz();
    await fieldOf(course, 'an-dose').fill('0.0127 g');
    await course.question('an-dose').locator('[data-cw="check-answer"]').click();
    await fieldOf(course, 'an-fee').fill('$3,000');
    await course.question('an-fee').locator('[data-cw="check-answer"]').click();
    await course.close();

    await course.launch('answers');
    await course.waitForPage('answers-quiz');
    expect(await fieldOf(course, 'an-dose').inputValue()).toBe('0.0127 g');
    expect(await textOf(course.question('an-dose').locator('[data-cw="typed"]'))).toBe(
      'Your answer (mg, g) Your answer, not correct Correct answer: 12.5 mg (± 0.1)',
    );
    expect(await fieldOf(course, 'an-fee').inputValue()).toBe('$3000');
    expect(await course.question('an-fee').getAttribute('data-cw-result')).toBe('right');
    await finish(course);
    expect(await reportsOf(course, 'an-dose')).toMatchObject({
      type: 'numeric',
      student_response: '12.7',
      'correct_responses.0.pattern': '12.5',
      result: 'wrong',
    });
    expect(await reportsOf(course, 'an-fee')).toMatchObject({ student_response: '3000', result: 'correct' });
  });
});

describe.each([
  { scheme: 'light', width: 1000 },
  { scheme: 'dark', width: 320 },
] as const)('axe-core, $scheme, $width px', ({ scheme, width }) => {
  it('finds nothing before and after answers', async () => {
    const course = await openQuiz();
    await course.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await course.page.setViewportSize({ width, height: 560 });
    const problems = [...(await findProblems(course, 'answers', 'empty'))];
    await fieldOf(course, 'an-fill').fill('complication');
    await fieldOf(course, 'an-case').fill('pH');
    await fieldOf(course, 'an-dose').fill('13');
    problems.push(...(await findProblems(course, 'answers', 'filled')));
    for (const id of ['an-fill', 'an-case', 'an-dose'])
      await course.question(id).locator('[data-cw="check-answer"]').click();
    problems.push(...(await findProblems(course, 'answers', 'checked')));
    expect(problems).toEqual([]);
  });
});
