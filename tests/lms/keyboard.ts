/** Takes an exam in a browser by keyboard alone: every key goes to whatever has the focus. */
import type { Solution } from '../exam-course/make-questions.ts';
import type { CourseDriver } from './course-driver.ts';
import { courseFrame } from './exam-driver.ts';

/** Keys that choose; a sixth option is reached with Tab. */
const LETTERS = 'abcde';
/** More stops than any page of an exam has between two places. */
const MOST_STOPS = 200;

/** Presses Tab, or Shift and Tab where the place lies behind, until the element has the focus. */
export async function tabTo(course: CourseDriver, selector: string, at = 0): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    const key = await courseFrame(course).evaluate(
      ([wanted, index]) => {
        const target = [...document.querySelectorAll(wanted)].filter((element) => element.checkVisibility())[index];
        const active = document.activeElement ?? document.body;
        if (target === undefined) return 'nowhere';
        if (active === target) return '';
        const isAhead = (active.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
        return isAhead ? 'Tab' : 'Shift+Tab';
      },
      [selector, at] as const,
    );
    if (key === '') return;
    if (key === 'nowhere') throw new Error(`there is no ${selector} (${at})`);
    await course.page.keyboard.press(key);
  }
  throw new Error(`the focus never came to ${selector} (${at})`);
}

export async function pressOn(course: CourseDriver, hook: string): Promise<void> {
  await tabTo(course, `[data-cw="${hook}"]`);
  await course.page.keyboard.press('Enter');
}

/** Ids of the parts of the shown question, in the order shown. */
function shownParts(course: CourseDriver): Promise<readonly string[]> {
  return courseFrame(course).evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('form [data-cw-option]')].map((part) => part.dataset.cwOption ?? ''),
  );
}

async function typeInto(course: CourseDriver, selector: string, text: string, at = 0): Promise<void> {
  await tabTo(course, selector, at);
  // What stands there is typed over.
  await course.page.keyboard.press('Control+A');
  await course.page.keyboard.type(text);
}

async function match(course: CourseDriver, pairs: readonly string[]): Promise<void> {
  for (const [at, pair] of pairs.entries()) {
    await tabTo(course, 'form select', at);
    const steps = await courseFrame(course).evaluate(
      ([index, option]) => {
        const menu = document.querySelectorAll<HTMLSelectElement>('form select')[index];
        return [...(menu?.options ?? [])].findIndex(({ value }) => value === option) - (menu?.selectedIndex ?? 0);
      },
      [at, pair.slice(2)] as const,
    );
    for (let step = 0; step < Math.abs(steps); step++) {
      await course.page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
    }
  }
}

async function order(course: CourseDriver, wanted: readonly string[]): Promise<void> {
  for (const [place, id] of wanted.entries()) {
    const from = (await shownParts(course)).indexOf(id);
    if (from > place) await tabTo(course, `form [data-cw-option="${id}"] [data-cw="move-up"]`);
    for (let step = from; step > place; step--) await course.page.keyboard.press('Enter');
  }
}

/** Codes with their indicators, as a coder types them: code, Tab, indicator, Tab. */
async function code(course: CourseDriver, rows: readonly string[]): Promise<void> {
  const lines = new Map<string, number>();
  for (const row of rows) {
    const [, field = '', text = '', poa] = /^([psx]) ([^/]+)(?:\/(.))?$/.exec(row) ?? [];
    const line = lines.get(field) ?? 0;
    lines.set(field, line + 1);
    await typeInto(course, `form [data-cw-field="${field}"] input`, text.toLowerCase(), line);
    if (poa === undefined) continue;
    await course.page.keyboard.press('Tab');
    await course.page.keyboard.type(poa);
  }
}

/** Gives an answer to the shown question; pieces as in a solution. */
export async function answerByKeyboard(course: CourseDriver, { type, right }: Solution): Promise<void> {
  switch (type) {
    case 'matching':
      return match(course, right);
    case 'ordering':
      return order(course, right);
    case 'case':
      return code(course, right);
    case 'fill-in':
    case 'numeric':
    case 'code-entry':
      return typeInto(course, 'form :is(input, textarea)', right.join(' '));
    default: {
      const shown = await shownParts(course);
      for (const id of right) {
        const letter = LETTERS.charAt(shown.indexOf(id));
        if (letter === '') await tabTo(course, `form [data-cw-option="${id}"] input`);
        await course.page.keyboard.press(letter === '' ? 'Space' : letter);
      }
    }
  }
}

/** The key where it may be used, else the button: in a field a letter is a letter. */
export async function goOn(course: CourseDriver): Promise<void> {
  const isTyping = await courseFrame(course).evaluate(
    () => document.activeElement?.matches('select, textarea, input:not([type="radio"], [type="checkbox"])') === true,
  );
  if (isTyping) await pressOn(course, 'next-question');
  else await course.page.keyboard.press('n');
}
