/** Answers that are no choice, in built packages: given by keyboard alone, kept over visits, marked, reported, read by axe-core. */
import type { Locator } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CourseDriver } from '../lms/course-driver.ts';
import { findProblems } from '../lms/find-problems.ts';
import { readText } from '../lms/read-text.ts';
import { useLms } from '../lms/use-lms.ts';

const lms = useLms();

beforeAll(async () => {
  await lms.serveFixture('tests/fixtures/valid/answers');
});

async function openLesson(): Promise<CourseDriver> {
  const course = await lms.open();
  await course.launch('answers');
  await course.openFirst('practice');
  return course;
}

async function openQuiz(): Promise<CourseDriver> {
  const course = await openLesson();
  await course.next('answers-quiz');
  await course.hook('start-quiz').click();
  return course;
}

async function textOf(place: Locator): Promise<string> {
  return (await readText(place)).replace(/\s+/g, ' ').trim();
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

describe('pairs', () => {
  const listOf = (course: CourseDriver, prompt: string): Locator =>
    course.question('an-match').locator(`[data-cw-prompt="${prompt}"] select`);
  const gapOf = (course: CourseDriver): Promise<string> =>
    textOf(course.question('an-match').locator('[data-cw="gap"]'));

  it('are chosen by keyboard alone, each option once, and each list is named by its prompt', async () => {
    const course = await openLesson();
    await tabTo(course, listOf(course, '1'));
    expect(await course.frame.getByRole('combobox', { name: 'Discharge summary' }).count()).toBe(1);
    await course.page.keyboard.type('C');
    await tabTo(course, course.question('an-match').locator('[data-cw="check-answer"]'));
    await course.page.keyboard.press('Enter');
    expect(await gapOf(course)).toBe('Choose for each: 1 is open.');
    await listOf(course, '2').focus();
    await course.page.keyboard.type('C');
    await tabTo(course, course.question('an-match').locator('[data-cw="check-answer"]'));
    await course.page.keyboard.press('Enter');
    expect(await gapOf(course)).toBe(
      'You chose “C. The course of the whole stay” twice. Each option is used at most once.',
    );
    await listOf(course, '2').focus();
    await course.page.keyboard.type('A');
    await tabTo(course, course.question('an-match').locator('[data-cw="check-answer"]'));
    await course.page.keyboard.press('Enter');
    expect(await course.question('an-match').getAttribute('data-cw-result')).toBe('right');
    expect(await textOf(course.question('an-match').locator('[data-cw-prompt="1"]'))).toContain(
      'Your answer, correct It is written when the patient leaves.',
    );
  });

  it('come back at the next visit in the learner’s order of options, and are reported', async () => {
    const course = await openQuiz();
    await listOf(course, '1').selectOption('c');
    await listOf(course, '2').selectOption('b');
    const letters = await course
      .question('an-match')
      .locator('[data-cw="pool"] [data-cw="option-text"]')
      .allInnerTexts();
    await course.question('an-match').locator('[data-cw="check-answer"]').click();
    await course.close();

    await course.launch('answers');
    await course.waitForPage('answers-quiz');
    expect(await course.question('an-match').getAttribute('data-cw-result')).toBe('wrong');
    expect(await listOf(course, '2').inputValue()).toBe('b');
    expect(await listOf(course, '2').isEnabled()).toBe(false);
    expect(
      await course.question('an-match').locator('[data-cw="pool"] [data-cw="option-text"]').allInnerTexts(),
    ).toEqual(letters);
    const right = 'ABC'.charAt(letters.indexOf('What was done, and by which approach'));
    expect(await textOf(course.question('an-match').locator('[data-cw-prompt="2"] [data-cw="mark-text"]'))).toBe(
      `Correct answer: ${right}. What was done, and by which approach`,
    );
    await finish(course);
    expect(await reportsOf(course, 'an-match')).toMatchObject({
      type: 'matching',
      student_response: '1.c,2.b',
      'correct_responses.0.pattern': '1.c,2.a',
      result: 'wrong',
    });
  });
});

describe('an order', () => {
  const idsOf = (course: CourseDriver): Promise<readonly string[]> =>
    course
      .question('an-order')
      .locator('[data-cw-option]')
      .evaluateAll((items) => items.map((item) => item.getAttribute('data-cw-option') ?? ''));
  const buttonOf = (course: CourseDriver, item: string, way: 'up' | 'down'): Locator =>
    course.question('an-order').locator(`[data-cw-option="${item}"] [data-cw="move-${way}"]`);
  const press = async (course: CourseDriver, item: string, way: 'up' | 'down'): Promise<void> => {
    await buttonOf(course, item, way).focus();
    await course.page.keyboard.press('Enter');
  };
  /** Brings the items into this order, from the last one up. */
  const arrange = async (course: CourseDriver, wanted: string): Promise<void> => {
    for (const item of [...wanted].reverse()) {
      while ((await idsOf(course))[0] !== item) await press(course, item, 'up');
    }
    expect(await idsOf(course)).toEqual([...wanted]);
  };

  it('is made by keyboard alone: the new place is told and the focus stays', async () => {
    const course = await openLesson();
    const first = await idsOf(course);
    expect(first).not.toEqual([...'abcd']);
    await tabTo(course, course.question('an-order').locator('[data-cw-option]').first());
    await course.question('an-order').locator('[data-cw="check-answer"]').focus();
    await course.page.keyboard.press('Enter');
    expect(await textOf(course.question('an-order').locator('[data-cw="gap"]'))).toBe('Put the items in order first.');
    await arrange(course, 'abcd');
    const top = course.frame.getByRole('button', { name: 'Move up: The patient is seen' });
    expect(await top.getAttribute('aria-disabled')).toBe('true');
    expect(await top.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await textOf(course.hook('live'))).toBe('The patient is seen: place 1 of 4');
    await press(course, 'd', 'down');
    expect(await idsOf(course)).toEqual([...'abcd']);
    expect(await textOf(course.hook('live'))).toBe('The claim is sent: place 4 of 4');
    await course.question('an-order').locator('[data-cw="check-answer"]').focus();
    await course.page.keyboard.press('Enter');
    expect(await course.question('an-order').getAttribute('data-cw-result')).toBe('right');
    expect(await buttonOf(course, 'b', 'up').isVisible()).toBe(false);
  });

  it('comes back at the next visit with what is out of place, and is reported', async () => {
    const course = await openQuiz();
    const { height, width } = (await buttonOf(course, 'a', 'up').boundingBox()) ?? { height: 0, width: 0 };
    expect(Math.min(height, width)).toBeGreaterThanOrEqual(24);
    await arrange(course, 'bcda');
    await course.question('an-order').locator('[data-cw="check-answer"]').click();
    await course.close();

    await course.launch('answers');
    await course.waitForPage('answers-quiz');
    expect(await idsOf(course)).toEqual([...'bcda']);
    const marks = await course.question('an-order').locator('[data-cw="mark-text"]').allTextContents();
    expect(marks.map((mark) => mark.trim())).toEqual([
      'In the right order',
      'In the right order',
      'In the right order',
      'Right place: 1',
    ]);
    await finish(course);
    expect(await reportsOf(course, 'an-order')).toMatchObject({
      type: 'sequencing',
      student_response: 'b,c,d,a',
      'correct_responses.0.pattern': 'a,b,c,d',
      result: 'wrong',
    });
  });

  it('that was not touched is no answer, and a new attempt starts mixed', async () => {
    const course = await openQuiz();
    const first = await idsOf(course);
    expect(first).not.toEqual([...'abcd']);
    await arrange(course, 'abcd');
    await course.hook('finish-quiz').click();
    await course.hook('finish-anyway').click();
    await course.hook('result').waitFor();
    expect(await course.question('an-order').getAttribute('data-cw-result')).toBe('wrong');
    await course.hook('new-attempt').click();
    await course.frame.getByText('Attempt 2').waitFor();
    expect(await idsOf(course)).not.toEqual([...'abcd']);
    expect(await course.question('an-order').locator('[data-cw="mark-text"]').count()).toBe(0);
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
    const lists = course.question('an-match').locator('select');
    await lists.first().selectOption('b');
    await lists.last().selectOption('a');
    await course.question('an-order').locator('[data-cw="move-down"]').first().click();
    problems.push(...(await findProblems(course, 'answers', 'filled')));
    for (const id of ['an-fill', 'an-case', 'an-dose', 'an-match', 'an-order'])
      await course.question(id).locator('[data-cw="check-answer"]').click();
    problems.push(...(await findProblems(course, 'answers', 'checked')));
    expect(problems).toEqual([]);
  });
});
