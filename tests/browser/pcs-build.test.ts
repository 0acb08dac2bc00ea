/** ICD-10-PCS codes that are built, in a browser: by keyboard alone, over the rows of their table, told to the ear, resumed, on paper. */
import type { Locator } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CourseDriver } from '../lms/course-driver.ts';
import { shownQuestion, startExam, submitExam } from '../lms/exam-driver.ts';
import { findProblems } from '../lms/find-problems.ts';
import { readText } from '../lms/read-text.ts';
import { useLms } from '../lms/use-lms.ts';

const lms = useLms();

beforeAll(async () => {
  await lms.serveFixture('tests/fixtures/valid/coded');
});

async function openQuiz(course: CourseDriver): Promise<void> {
  await course.launch('coded-course', '#drill-quiz');
  await course.waitForPage('drill-quiz');
}

const list = (form: Locator, character: number): Locator =>
  form.locator(`[data-cw-character="${character}"]`).locator('select, input');

async function choose(form: Locator, from: number, values: string): Promise<void> {
  for (const [at, value] of [...values].entries()) await list(form, from + at).selectOption(value);
}

const offered = (select: Locator): Promise<readonly string[]> =>
  select.evaluate((element: HTMLSelectElement) => [...element.options].map(({ value }) => value).filter(Boolean));

describe('a code to build', () => {
  it('is built by keyboard alone, and explained character by character', async () => {
    const course = await lms.open();
    const { keyboard } = course.page;
    await course.launch('coded-course', '#build');
    await course.waitForPage('build');
    const form = course.question('cd-drill-1');
    await form.getByLabel('Character 3, root operation').focus();
    // The value is the first letter of its entry: typing it chooses it.
    for (const [at, key] of [...'bj4zz'].entries()) {
      await keyboard.press(key);
      expect(await list(form, at + 3).inputValue()).toBe(key.toUpperCase());
      if (at === 1)
        expect(await course.hook('live').textContent()).toBe('Your code so far: 0DBJ Table 0DB: 2 rows are open.');
      if (at < 4) await keyboard.press('Tab');
    }
    await form.getByRole('button', { name: 'Check answer' }).focus();
    await keyboard.press('Enter');
    await form.locator('[data-cw="verdict"]').waitFor();
    const operation = await readText(form.locator('[data-cw-character="3"]'));
    expect(operation).toContain('You have B Excision. Correct: T Resection.');
    expect(operation).toContain('All of the body part is cut out.');
    expect(operation).toContain('T Resection: Cutting out or off, without replacement, all of a body part.');
    expect(await readText(form.locator('[data-cw-character="4"]'))).toContain('Correct');
    const whole = await readText(form.locator('[data-cw="findings"]'));
    expect(whole).toContain('Correct: 0DTJ4ZZ Resection of Appendix, Percutaneous Endoscopic Approach');
    expect(whole).toContain('Excision takes a portion.');
    await form.getByRole('button', { name: 'Try again' }).focus();
    await keyboard.press('Enter');
    expect(await list(form, 3).evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await list(form, 3).inputValue()).toBe('');
    await choose(form, 3, 'TJ4ZZ');
    await form.getByRole('button', { name: 'Check answer' }).click();
    await form.locator('[data-cw="verdict"]', { hasText: 'Correct.' }).waitFor();
  });

  it('offers what stands in one row, and takes back what no longer does', async () => {
    const course = await lms.open();
    await openQuiz(course);
    await course.hook('start-quiz').click();
    const form = course.question('cd-drill-1');
    expect(await readText(form.locator('[data-cw-character="2"]'))).toContain('D Gastrointestinal System');
    expect(await offered(list(form, 3))).toEqual(['B', 'T']);
    expect(await list(form, 4).isDisabled()).toBe(true);
    await choose(form, 3, 'TJ4ZG');
    expect(await form.locator('[data-cw="pcs-state"]').textContent()).toBe('Your code so far: 0DTJ4ZG');
    // Hand-assisted stands in no row with an open approach.
    await list(form, 5).selectOption('0');
    expect(await list(form, 7).inputValue()).toBe('');
    expect(await course.hook('live').textContent()).toContain(
      'Character 7 was taken back: no row holds it together with your choice.',
    );
    expect(await offered(list(form, 7))).toEqual(['Z']);
    await form.getByText('Table 0DT: rows that fit your choices').click();
    expect(await form.locator('.pcs-table tbody tr').count()).toBe(1);
    await form.locator('[data-cw="check-answer"]').click();
    expect(await form.locator('[data-cw="gap"]').textContent()).toBe('Build the whole code: 1 character is open.');
    expect(await form.getAttribute('data-cw-result')).toBeNull();
  });

  it('lets the table be chosen where nothing is given, and says which edition the rows are of', async () => {
    const course = await lms.open();
    await openQuiz(course);
    await course.hook('start-quiz').click();
    const form = course.question('cd-drill-2');
    // One section alone is offered; of body systems there are two.
    expect(await readText(form.locator('[data-cw-character="1"]'))).toContain('0 Medical and Surgical');
    expect(await offered(list(form, 2))).toEqual(['D', 'F']);
    expect(await form.getByText('Rows: the codes of ICD-10-PCS 2026.').isVisible()).toBe(true);
    await choose(form, 2, 'DT');
    expect(await offered(list(form, 4))).toContain('J');
    await list(form, 2).selectOption('F');
    await choose(form, 3, 'T44ZZ');
    await form.locator('[data-cw="check-answer"]').click();
    await form.locator('[data-cw="verdict"]', { hasText: 'Correct.' }).waitFor();
  });

  it('is typed where the rows are not known, and says so', async () => {
    const course = await lms.open();
    await openQuiz(course);
    await course.hook('start-quiz').click();
    const form = course.question('cd-drill-3');
    expect(await form.getByText('The rows of this table are not known for ICD-10-PCS 2027').isVisible()).toBe(true);
    for (const [at, value] of [...'ozz'].entries()) await list(form, 5 + at).fill(value);
    await form.locator('[data-cw="check-answer"]').click();
    await form.locator('[data-cw="verdict"]', { hasText: 'Correct.' }).waitFor();
    expect(await readText(form.locator('[data-cw="findings"]'))).toContain('0DTJ0ZZ');
  });

  it('comes back in the next visit as it was built, and is reported as a code', async () => {
    const course = await lms.open();
    await openQuiz(course);
    await course.hook('start-quiz').click();
    const form = course.question('cd-drill-1');
    await choose(form, 3, 'BJ4ZX');
    await form.locator('[data-cw="check-answer"]').click();
    await form.locator('[data-cw="verdict"]').waitFor();
    await course.close();
    await openQuiz(course);
    const again = course.question('cd-drill-1');
    await again.locator('[data-cw="verdict"]').waitFor();
    const shown = await Promise.all([3, 4, 5, 6, 7].map((character) => list(again, character).inputValue()));
    expect(shown.join('')).toBe('BJ4ZX');
    expect(await list(again, 3).isDisabled()).toBe(true);
    await course.hook('finish-quiz').click();
    await course.frame.getByRole('button', { name: 'Finish anyway' }).click();
    await course.hook('result').waitFor();
    await course.hook('exit').click();
    const dump = await course.dump();
    expect(dump['cmi.interactions.0.type']).toBe('fill-in');
    expect(dump['cmi.interactions.0.student_response']).toBe('0DBJ4ZX');
    expect(dump['cmi.interactions.0.correct_responses.0.pattern']).toBe('0DTJ4ZZ');
  });

  it('has boxes to write in on paper and where no script runs', async () => {
    const page = await lms.browser().newPage({ javaScriptEnabled: false });
    await page.goto(`${lms.server().origin}/coded-course/drill-quiz.html`);
    const form = page.locator('form[data-cw-question="cd-drill-1"]');
    expect(await form.locator('[data-cw="slot"]').count()).toBe(5);
    expect((await form.locator('[data-cw="slot"]').first().boundingBox())?.width).toBeGreaterThan(30);
    expect(await readText(form)).toContain('D Gastrointestinal System');
    await page.close();
  });
});

describe('in an exam', () => {
  it('half a code is kept over a visit, and the result earns its share and tells every character', async () => {
    const course = await lms.open();
    const open = async (): Promise<void> => {
      await course.launch('coded-course', '#drill-exam');
      await course.waitForPage('drill-exam');
    };
    await open();
    await startExam(course);
    for (let place = 0; place < 3; place++) {
      const id = await shownQuestion(course);
      if (id === 'cd-drill-1') {
        await choose(course.question(id), 3, 'TJ');
        await course.close();
        await open();
        expect(await shownQuestion(course)).toBe(id);
        expect(await list(course.question(id), 4).inputValue()).toBe('J');
        expect(await list(course.question(id), 5).isDisabled()).toBe(false);
      }
      if (place < 2) await course.hook('next-question').click();
    }
    await submitExam(course);
    // 2 of 5 characters of one question of three.
    expect(await readText(course.hook('result'))).toContain('13.33%');
    const form = course.question('cd-drill-1');
    expect(await form.locator('[data-cw-character="5"]').textContent()).toContain(
      'You have nothing. Correct: 4 Percutaneous Endoscopic.',
    );
  });
});

describe.each([
  { scheme: 'light', width: 1000 },
  { scheme: 'dark', width: 320 },
] as const)('axe-core, $scheme, $width px', ({ scheme, width }) => {
  it('finds nothing while a code is built and after it is graded', async () => {
    const course = await lms.open();
    await course.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await course.page.setViewportSize({ width, height: 560 });
    await openQuiz(course);
    await course.hook('start-quiz').click();
    const form = course.question('cd-drill-1');
    const problems = [...(await findProblems(course, 'coded-course', 'asked'))];
    await choose(form, 3, 'BJ4');
    await form.locator('.pcs-table summary').click();
    problems.push(...(await findProblems(course, 'coded-course', 'half built')));
    await choose(form, 6, 'ZZ');
    await form.locator('[data-cw="check-answer"]').click();
    await form.locator('[data-cw="verdict"]').waitFor();
    problems.push(...(await findProblems(course, 'coded-course', 'graded')));
    expect(problems).toEqual([]);
  });
});
