/** Moves through a course by keyboard alone: every key goes to whatever has the focus. */
import type { CourseDriver } from './course-driver.ts';
import { courseFrame } from './exam-driver.ts';

/** More than any page needs between two places. */
const MOST_STOPS = 200;

/** Which key leads to an element, and how often at least: links and fields on the way stop the focus, of radios one in a group. */
function wayTo(course: CourseDriver, selector: string, at: number): Promise<readonly [key: string, presses: number]> {
  return courseFrame(course).evaluate(
    ([wanted, index]) => {
      const target = [...document.querySelectorAll(wanted)].filter((element) => element.checkVisibility())[index];
      const active = document.activeElement ?? document.body;
      const groupOf = (element: Element): string =>
        element instanceof HTMLInputElement && element.type === 'radio' ? element.name : '';
      if (target === undefined) return ['nowhere', 0] as const;
      if (active === target || (groupOf(target) !== '' && groupOf(active) === groupOf(target))) return ['', 0] as const;
      const follows = (a: Node, b: Node): boolean =>
        (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
      const isAhead = follows(active, target);
      const [from, to] = isAhead ? [active, target] : [target, active];
      const between = [
        ...document.querySelectorAll('a[href], button:enabled, select:enabled, textarea:enabled'),
      ].filter(
        (stop) => stop.checkVisibility({ visibilityProperty: true }) && follows(from, stop) && follows(stop, to),
      );
      return [isAhead ? 'Tab' : 'Shift+Tab', Math.max(1, between.length)] as const;
    },
    [selector, at] as const,
  );
}

/** Presses Tab, or Shift and Tab where the place lies behind, until the element has the focus; of radios any of their group will do. */
export async function tabTo(course: CourseDriver, selector: string, at = 0): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    const [key, presses] = await wayTo(course, selector, at);
    if (key === '') return;
    if (key === 'nowhere') throw new Error(`there is no ${selector} (${at})`);
    for (let press = 0; press < presses; press++) await course.page.keyboard.press(key);
  }
  throw new Error(`the focus never came to ${selector} (${at})`);
}

export async function pressOn(course: CourseDriver, hook: string, within = ''): Promise<void> {
  await tabTo(course, `${within} [data-cw="${hook}"]`);
  await course.page.keyboard.press('Enter');
}

/** What stands in the field is typed over. */
export async function typeInto(course: CourseDriver, selector: string, text: string, at = 0): Promise<void> {
  await tabTo(course, selector, at);
  await course.page.keyboard.press('Control+A');
  await course.page.keyboard.type(text);
}

/** Chooses in a group of radios with the arrows, in which choosing and moving are one. */
export async function chooseRadio(course: CourseDriver, group: string, value: string): Promise<void> {
  await tabTo(course, `${group} input[type="radio"]`);
  const steps = await courseFrame(course).evaluate(
    ([selector, wanted]) => {
      const radios = [...document.querySelectorAll<HTMLInputElement>(`${selector} input[type="radio"]`)];
      const from = radios.findIndex((radio) => radio.matches(':focus'));
      return radios.findIndex((radio) => radio.value === wanted) - from;
    },
    [group, value] as const,
  );
  if (steps === 0) await course.page.keyboard.press('Space');
  for (let step = 0; step < Math.abs(steps); step++) {
    await course.page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
  }
}

/** Chooses in a list with the arrows. */
export async function chooseInList(course: CourseDriver, list: string, value: string): Promise<void> {
  await tabTo(course, list);
  const steps = await courseFrame(course).evaluate(
    ([selector, wanted]) => {
      const menu = document.querySelector<HTMLSelectElement>(selector);
      const place = [...(menu?.options ?? [])].findIndex((option) => option.value === wanted);
      return place === -1 ? undefined : place - (menu?.selectedIndex ?? 0);
    },
    [list, value] as const,
  );
  if (steps === undefined) throw new Error(`${list} does not offer "${value}"`);
  for (let step = 0; step < Math.abs(steps); step++) {
    await course.page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
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
