/** Questions that are answered with codes, in a browser: by keyboard alone, read back, explained, resumed, readable for everyone. */
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
  await course.launch('coded-course', '#entry-quiz');
  await course.waitForPage('entry-quiz');
}

describe('a code entry', () => {
  it('says of a wrong code what is wrong with it, from what the package knows of its neighbors', async () => {
    const course = await lms.open();
    const asked: string[] = [];
    course.page.on('request', (request) => asked.push(request.url().split('/').at(-1) ?? ''));
    await course.launch('coded-course');
    expect(asked).toContain('player.js');
    expect(asked).not.toContain('codes.js');
    await course.openFirst('entry');
    expect(asked.filter((file) => file === 'codes.js')).toHaveLength(1);
    const findings = async (question: string, codes: string): Promise<string> => {
      const form = course.question(question);
      await form.getByLabel('Codes').fill(codes);
      await form.locator('[data-cw="check-answer"]').click();
      await form.locator('[data-cw="verdict"]').waitFor();
      return readText(form.locator('[data-cw="findings"]'));
    };
    expect(await findings('cd-1', '0DTJ3ZZ')).toContain(
      'It is no code of ICD-10-PCS 2026. Up to 0DTJ there are codes that begin so.',
    );
    await course.next('entry-quiz');
    await course.hook('start-quiz').click();
    expect(await findings('cd-2', 'E11 I10')).toContain(
      'It is no whole code yet: 87 codes of ICD-10-CM 2026 begin with it.',
    );
    expect(await findings('cd-3', 'S30.1XXA')).toContain(
      'It was a code in ICD-10-CM 2025. In ICD-10-CM 2026 it no longer is one.',
    );
    expect(asked.filter((file) => file === 'codes.js')).toHaveLength(1);
    expect(await findProblems(course, 'coded-course', 'notes')).toEqual([]);
  });

  it('is answered by keyboard alone, read back before it is checked, and explained', async () => {
    const course = await lms.open();
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
    expect(await readText(form.locator('[data-cw="findings"]'))).toContain('An open approach would cut');
    await keyboard.press('Tab');
    await form.getByRole('button', { name: 'Try again' }).focus();
    await keyboard.press('Enter');
    expect(await field.inputValue()).toBe('');
    await keyboard.type('0dt j4zz');
    await keyboard.press('Enter');
    await form.locator('[data-cw="verdict"]', { hasText: 'Correct.' }).waitFor();
  });

  it('says what is no code, and what was meant, before anything is graded', async () => {
    const course = await lms.open();
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
  });

  it('comes back in the next visit as it was given, and is reported in one piece', async () => {
    const course = await lms.open();
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
    const found = await readText(course.question('cd-2').locator('[data-cw="findings"]'));
    expect(found).toContain('The category is right. Character 4: you have 8, the right code has 9.');
    expect(found).toContain('Correct: E11.9');
    expect(found).toContain('Does not belong');
    expect(await readText(course.question('cd-3').locator('[data-cw="findings"]'))).toContain('placeholder X');
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
  });

  it('takes several pasted lines into a field of one line as several codes', async () => {
    const course = await lms.open();
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
  });
});

describe('a case', () => {
  it('is coded by keyboard alone: tabs of the record, codes, indicators, report', async () => {
    const course = await lms.open();
    const { keyboard } = course.page;
    await course.launch('coded-course', '#case-quiz');
    await course.waitForPage('case-quiz');
    await course.hook('start-quiz').click();
    const form = course.question('cd-stay');
    const tab = (name: string) => form.getByRole('tab', { name });
    const panel = form.getByRole('tabpanel');
    await tab('Discharge summary').focus();
    await keyboard.press('ArrowRight');
    expect(await readText(panel)).toContain('Ports placed');
    await keyboard.press('End');
    expect(await tab('Nursing note').getAttribute('aria-selected')).toBe('true');
    await keyboard.press('ArrowRight');
    expect(await readText(panel)).toContain('A patient of 46 years');
    await form.getByRole('textbox', { name: 'Principal diagnosis' }).focus();
    await keyboard.type('k3530');
    await keyboard.press('Tab');
    await keyboard.type('Y');
    await keyboard.press('Tab');
    for (const [code, poa] of [
      ['e11.9', 'N'],
      ['I10', 'Y'],
      ['Z79.84', 'E'],
    ] as const) {
      await keyboard.type(code);
      await keyboard.press('Tab');
      await keyboard.type(poa);
      await keyboard.press('Tab');
    }
    // A line more than those that hold something is there.
    await form.getByRole('textbox', { name: 'Procedures, line 1' }).focus();
    await keyboard.type('odtj4zz');
    await keyboard.press('Enter');
    expect(
      await form.getByRole('textbox', { name: 'Procedures, line 2' }).evaluate((e) => e === document.activeElement),
    ).toBe(true);
    await form.locator('[data-cw="check-answer"]').focus();
    await keyboard.press('Enter');
    await form.locator('[data-cw="verdict"]').waitFor();
    expect(await form.locator('[data-cw="case-points"]').textContent()).toBe('Code by code: 6.5 of 7 points.');
    expect(await readText(form.locator('[data-cw-field="s"] [data-cw="findings"]'))).toContain(
      'POA: you have N, the right one is Y.',
    );
  });

  it('comes back in the next visit, typed or chosen, and is reported with its fields', async () => {
    const course = await lms.open();
    await course.launch('coded-course', '#case-quiz');
    await course.waitForPage('case-quiz');
    await course.hook('start-quiz').click();
    const stay = course.question('cd-stay');
    const check = async (form: typeof stay): Promise<void> => {
      await form.locator('[data-cw="check-answer"]').click();
      await form.locator('[data-cw="verdict"]').waitFor();
    };
    await stay.locator('[data-cw="check-answer"]').click();
    expect(await stay.locator('[data-cw="gap"]').textContent()).toBe('Enter the principal diagnosis first.');
    await stay.getByRole('textbox', { name: 'Principal diagnosis' }).fill('K35.30');
    await stay.getByRole('combobox', { name: 'POA: Principal diagnosis' }).selectOption('Y');
    // Several codes pasted into one line go on in the next ones.
    await stay.getByRole('textbox', { name: 'Secondary diagnoses, line 1' }).evaluate((input) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', 'E11.9\nI10\nZ79.84\nZ87.891');
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    expect(await stay.getByRole('textbox', { name: 'Secondary diagnoses, line 4' }).inputValue()).toBe('Z87.891');
    await stay.locator('[data-cw="check-answer"]').click();
    expect(await stay.locator('[data-cw="gap"]').textContent()).toBe('Choose the POA indicator of E11.9.');
    for (const [line, poa] of ['Y', 'Y', 'E', 'E'].entries()) {
      await stay.getByRole('combobox', { name: `POA: Secondary diagnoses, line ${line + 1}` }).selectOption(poa);
    }
    await stay.getByRole('textbox', { name: 'Procedures, line 1' }).fill('0DTJ4ZZ');
    await check(stay);
    expect(await stay.getAttribute('data-cw-result')).toBe('right');
    const visit = course.question('cd-visit');
    await visit.getByRole('combobox', { name: 'First-listed diagnosis' }).selectOption('I214');
    await visit.getByRole('checkbox', { name: /^I10/ }).check();
    expect(await visit.locator('[data-cw-field="x"], [data-cw="poa"]').count()).toBe(0);
    await check(visit);
    expect(await readText(visit.locator('[data-cw-field="p"] [data-cw="findings"]'))).toContain('It was ruled out.');
    await course.close();
    await course.launch('coded-course', '#case-quiz');
    await course.waitForPage('case-quiz');
    expect(await stay.getByRole('textbox', { name: 'Secondary diagnoses, line 3' }).inputValue()).toBe('Z79.84');
    expect(await stay.getByRole('combobox', { name: 'POA: Secondary diagnoses, line 3' }).inputValue()).toBe('E');
    expect(await visit.getByRole('combobox', { name: 'First-listed diagnosis' }).inputValue()).toBe('I214');
    await course.hook('finish-quiz').click();
    await course.hook('result').waitFor();
    await course.hook('exit').click();
    const dump = await course.dump();
    expect(dump['cmi.interactions.0.student_response']).toBe(
      'p K35.30/Y, s E11.9/Y, s I10/Y, s Z79.84/E, s Z87.891/E, x 0DTJ4ZZ',
    );
    expect(dump['cmi.interactions.1.correct_responses.0.pattern']).toBe('p R07.9, s I10');
  });

  it('shows the whole record on paper and where no script runs', async () => {
    const page = await lms.browser().newPage({ javaScriptEnabled: false });
    await page.goto(`${lms.server().origin}/coded-course/case-quiz.html`);
    expect(await page.getByText('Ports placed').isVisible()).toBe(true);
    expect(await page.getByText('Former smoker').isVisible()).toBe(true);
    await page.close();
    const course = await lms.open();
    await course.launch('coded-course', '#case-quiz');
    await course.waitForPage('case-quiz');
    await course.hook('start-quiz').click();
    const note = course.question('cd-stay').getByText('Former smoker');
    expect(await note.isVisible()).toBe(false);
    await course.page.emulateMedia({ media: 'print' });
    expect(await note.isVisible()).toBe(true);
  });
});

describe('in an exam', () => {
  it('letters that are shortcuts are typed, half a case is kept, and the result tells every code', async () => {
    const course = await lms.open();
    const { keyboard } = course.page;
    const open = async (): Promise<void> => {
      await course.launch('coded-course', '#coded-exam');
      await course.waitForPage('coded-exam');
    };
    await open();
    await startExam(course);
    for (let place = 0; place < 4; place++) {
      const id = await shownQuestion(course);
      const form = course.question(id);
      const type = await form.getAttribute('data-cw-type');
      if (type === 'case') {
        const typed = form.getByRole('textbox', { name: 'Principal diagnosis' });
        if ((await typed.count()) === 1) {
          await typed.focus();
          await keyboard.type('f02.80');
          await keyboard.press('Tab');
          expect(await shownQuestion(course)).toBe(id);
          await form.getByRole('textbox', { name: 'Secondary diagnoses, line 1' }).fill('G30.9');
        } else await form.getByRole('combobox', { name: 'First-listed diagnosis' }).selectOption('R079');
      } else {
        await form.getByLabel('Codes').focus();
        await keyboard.type('e11.9');
        expect(await shownQuestion(course)).toBe(id);
      }
      if (place === 2) {
        await course.close();
        await open();
        expect(await shownQuestion(course)).toBe(id);
      }
      if (place < 3) await course.hook('next-question').click();
    }
    await submitExam(course);
    expect(await course.frame.locator('form[data-cw-type="case"] [data-cw="findings"] li').count()).toBeGreaterThan(3);
  });
});

describe.each([
  { scheme: 'light', width: 1000 },
  { scheme: 'dark', width: 320 },
] as const)('axe-core, $scheme, $width px', ({ scheme, width }) => {
  it('finds nothing while codes are asked for and after they are graded', async () => {
    const course = await lms.open();
    await course.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await course.page.setViewportSize({ width, height: 560 });
    await openQuiz(course);
    await course.hook('start-quiz').click();
    const problems = [...(await findProblems(course, 'coded-course', 'asked'))];
    for (const [id, text] of [
      ['cd-2', 'E11.65, E11.9, I11.9, E11.9'],
      ['cd-3', 'S30'],
      ['cd-4', '0DBJ4ZZ'],
    ] as const) {
      await course.question(id).getByLabel('Codes').fill(text);
      await course.question(id).locator('[data-cw="check-answer"]').click();
    }
    await course.question('cd-4').locator('[data-cw="verdict"]').waitFor();
    problems.push(...(await findProblems(course, 'coded-course', 'graded')));
    expect(problems).toEqual([]);
  });

  it('finds nothing in a case, asked and graded', async () => {
    const course = await lms.open();
    await course.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await course.page.setViewportSize({ width, height: 560 });
    await course.launch('coded-course', '#case-quiz');
    await course.waitForPage('case-quiz');
    await course.hook('start-quiz').click();
    const problems = [...(await findProblems(course, 'coded-course', 'asked'))];
    const stay = course.question('cd-stay');
    await stay.getByRole('textbox', { name: 'Principal diagnosis' }).fill('E11.9');
    await stay.getByRole('textbox', { name: 'Secondary diagnoses, line 1' }).fill('K35.30');
    for (const poa of await stay.locator('[data-cw="row"]:not([hidden]) select').all()) await poa.selectOption('N');
    await stay.locator('[data-cw="check-answer"]').click();
    await stay.locator('[data-cw="verdict"]').waitFor();
    const visit = course.question('cd-visit');
    await visit.getByRole('combobox', { name: 'First-listed diagnosis' }).selectOption('R079');
    await visit.locator('[data-cw="check-answer"]').click();
    await visit.locator('[data-cw="verdict"]').waitFor();
    problems.push(...(await findProblems(course, 'coded-course', 'graded')));
    expect(problems).toEqual([]);
  });
});
