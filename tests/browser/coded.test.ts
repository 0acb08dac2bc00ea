/** Questions that are answered with codes, in a browser: by keyboard alone, read back, explained, resumed, readable for everyone. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../lms/browser.ts';
import { buildFixture } from '../lms/build-fixture.ts';
import { type CourseDriver, openLms } from '../lms/course-driver.ts';
import { startServer, type TestServer } from '../lms/serve.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer();
  for (const [name, files] of await buildFixture('tests/fixtures/valid/coded')) server.put(name, files);
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

async function findProblems(course: CourseDriver, state: string): Promise<readonly string[]> {
  const frame = course.page.frames().find((candidate) => candidate.url().includes('/coded-course/'));
  if (frame === undefined) throw new Error('the course is not open');
  await frame.evaluate(AXE);
  const found = await frame.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(root: Document): Promise<AxeResult> } };
    const { violations } = await axe.run(document);
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = scrollWidth > clientWidth ? [`scrolls sideways, ${scrollWidth} > ${clientWidth}`] : [];
    return [...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}, ${html.slice(0, 160)}`)), ...wide];
  });
  return found.map((problem) => `${state}: ${problem}`);
}

async function openQuiz(course: CourseDriver): Promise<void> {
  await course.launch('coded-course', '#entry-quiz');
  await course.waitForPage('entry-quiz');
}

describe('a code entry', () => {
  it('is answered by keyboard alone, read back before it is checked, and explained', async () => {
    const course = await openLms(browser, server, 'strict');
    const { keyboard } = course.page;
    await course.launch('coded-course');
    await course.openFirst('entry');
    const form = course.question('cd-1');
    const field = form.getByLabel('Codes');
    await field.focus();
    await keyboard.type('odtj0zz');
    expect(await form.locator('[data-cw="codes-read"]').textContent()).toBe(
      'Read as 0DTJ0ZZ. ICD-10-PCS has no letters O and I: they are read as 0 and 1.',
    );
    await keyboard.press('Enter');
    await form.locator('[data-cw="verdict"]').waitFor();
    expect(await form.locator('[data-cw="findings"]').innerText()).toContain('An open approach would cut');
    await keyboard.press('Tab');
    await form.getByRole('button', { name: 'Try again' }).focus();
    await keyboard.press('Enter');
    expect(await field.inputValue()).toBe('');
    await keyboard.type('0dt j4zz');
    await keyboard.press('Enter');
    await form.locator('[data-cw="verdict"]', { hasText: 'Correct.' }).waitFor();
    expect(course.complaints).toEqual([]);
    await course.dispose();
  });

  it('says what is no code, and what was meant, before anything is graded', async () => {
    const course = await openLms(browser, server, 'strict');
    await openQuiz(course);
    await course.hook('start-quiz').click();
    const form = course.question('cd-2');
    const check = form.locator('[data-cw="check-answer"]');
    const gap = async (text: string): Promise<string | null> => {
      await form.getByLabel('Codes').fill(text);
      await check.click();
      return form.locator('[data-cw="gap"]').textContent();
    };
    expect(await gap('')).toBe('Enter a code first.');
    expect(await gap('E1I.9')).toBe(
      '“E1I9” does not look like a code of the kind that is asked for: ICD-10-CM. Did you mean E11.9?',
    );
    expect(await gap('type 2 diabetes')).toBe('“type 2 diabetes” is no code. Enter codes alone.');
    expect(await gap('I10,'.repeat(7))).toBe('Enter 6 codes at most.');
    expect(await form.getAttribute('data-cw-result')).toBeNull();
    await course.dispose();
  });

  it('comes back in the next visit as it was given, and is reported in one piece', async () => {
    const course = await openLms(browser, server, 'strict');
    await openQuiz(course);
    await course.hook('start-quiz').click();
    const check = async (id: string, text: string): Promise<void> => {
      const form = course.question(id);
      await form.getByLabel('Codes').fill(text);
      await form.locator('[data-cw="check-answer"]').click();
      await form.locator('[data-cw="verdict"]').waitFor();
    };
    await check('cd-2', 'e11.8 I11.9');
    await check('cd-3', 'S30.11A');
    const found = await course.question('cd-2').locator('[data-cw="findings"]').innerText();
    expect(found).toContain('The category is right. Character 4: you have 8, the right code has 9.');
    expect(found).toContain('Correct: E11.9');
    expect(found).toContain('Does not belong');
    expect(await course.question('cd-3').locator('[data-cw="findings"]').innerText()).toContain('placeholder X');
    await course.close();
    await openQuiz(course);
    const again = course.question('cd-2');
    await again.locator('[data-cw="verdict"]').waitFor();
    expect(await again.getByLabel('Codes').inputValue()).toBe('E11.8\nI11.9');
    expect(await again.getByLabel('Codes').getAttribute('readonly')).not.toBeNull();
    await check('cd-4', 'I11.9, 0DTJ0ZZ');
    await course.hook('finish-quiz').click();
    await course.hook('result').waitFor();
    await course.hook('exit').click();
    const dump = await course.dump();
    expect(dump['cmi.interactions.0.student_response']).toBe('E11.8, I11.9');
    expect(dump['cmi.interactions.0.correct_responses.0.pattern']).toBe('E11.9, I10');
    expect(dump['cmi.interactions.2.result']).toBe('correct');
    expect(course.complaints).toEqual([]);
    await course.dispose();
  });

  it('takes several pasted lines into a field of one line as several codes', async () => {
    const course = await openLms(browser, server, 'strict');
    await openQuiz(course);
    await course.hook('start-quiz').click();
    const field = course.question('cd-3').getByLabel('Codes');
    await field.evaluate((input) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', '1. S30.11XA\r\n2. W18.30XA\r\n');
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    expect(await course.question('cd-3').locator('[data-cw="codes-read"]').textContent()).toBe(
      'Read as S30.11XA, W18.30XA.',
    );
    for (const [name, value] of [
      ['autocapitalize', 'none'],
      ['autocorrect', 'off'],
      ['spellcheck', 'false'],
    ] as const) {
      expect(await field.getAttribute(name)).toBe(value);
    }
    await course.dispose();
  });
});

describe.each([
  { scheme: 'light', width: 1000 },
  { scheme: 'dark', width: 320 },
] as const)('axe-core, $scheme, $width px', ({ scheme, width }) => {
  it('finds nothing while codes are asked for and after they are graded', async () => {
    const course = await openLms(browser, server, 'strict');
    await course.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await course.page.setViewportSize({ width, height: 560 });
    await openQuiz(course);
    await course.hook('start-quiz').click();
    const problems = [...(await findProblems(course, 'asked'))];
    for (const [id, text] of [
      ['cd-2', 'E11.65, E11.9, I11.9, E11.9'],
      ['cd-3', 'S30'],
      ['cd-4', '0DBJ4ZZ'],
    ] as const) {
      await course.question(id).getByLabel('Codes').fill(text);
      await course.question(id).locator('[data-cw="check-answer"]').click();
    }
    await course.question('cd-4').locator('[data-cw="verdict"]').waitFor();
    problems.push(...(await findProblems(course, 'graded')));
    expect(problems).toEqual([]);
    await course.dispose();
  });
});
