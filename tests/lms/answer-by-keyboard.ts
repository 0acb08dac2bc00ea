/** Answers one question by keyboard alone, whatever its type and wherever it stands: in an exam, in a quiz or in a lesson. */
import { toResponse } from '../../src/player/question-behavior.ts';
import { questionTypeOf } from '../../src/questions/question-types.ts';
import type { PackageModel } from '../../src/compiler/hand-over.ts';
import type { Solution } from '../exam-course/make-questions.ts';
import type { CourseDriver } from './course-driver.ts';
import { courseFrame } from './exam-driver.ts';
import { chooseInList, chooseRadio, tabTo, typeInto } from './keyboard.ts';
import '../questions/all-parts.ts';

/** Keys that choose in an exam; a sixth option is reached with Tab. */
const LETTERS = 'abcde';

/** The right answer as a question's own key has it. */
export function solve({ questions }: PackageModel, id: string): Solution {
  const question = questions.get(id);
  if (question === undefined) throw new Error(`the package has no question "${id}"`);
  const { correct } = toResponse(questionTypeOf(question.body).answerData(question.body), []);
  return { type: question.body.type, right: correct };
}

/** Ids of the parts of a question, in the order shown. */
function shownParts(course: CourseDriver, form: string): Promise<readonly string[]> {
  return courseFrame(course).evaluate(
    (selector) =>
      [...document.querySelectorAll<HTMLElement>(`${selector} [data-cw-option]`)].map(
        (part) => part.dataset.cwOption ?? '',
      ),
    form,
  );
}

async function match(course: CourseDriver, form: string, pairs: readonly string[]): Promise<void> {
  for (const pair of pairs) {
    // `1c` as saved, `1.c` as reported.
    const list = `${form} [data-cw-prompt="${pair.charAt(0)}"] select`;
    await chooseInList(course, list, pair.slice(-1));
  }
}

async function order(course: CourseDriver, form: string, wanted: readonly string[]): Promise<void> {
  for (const [place, id] of wanted.entries()) {
    const from = (await shownParts(course, form)).indexOf(id);
    if (from > place) await tabTo(course, `${form} [data-cw-option="${id}"] [data-cw="move-up"]`);
    for (let step = from; step > place; step--) await course.page.keyboard.press('Enter');
  }
}

/** Codes with their indicators, as a coder types them: code, Tab, indicator, Tab. */
async function code(course: CourseDriver, form: string, rows: readonly string[]): Promise<void> {
  const lines = new Map<string, number>();
  for (const row of rows) {
    const [, field = '', text = '', poa] = /^([psx]) ([^/]+)(?:\/(.))?$/.exec(row) ?? [];
    const line = lines.get(field) ?? 0;
    lines.set(field, line + 1);
    await typeInto(course, `${form} [data-cw-field="${field}"] input`, text.toLowerCase(), line);
    if (poa === undefined) continue;
    await course.page.keyboard.press('Tab');
    await course.page.keyboard.type(poa);
  }
}

/** Each character that is asked for: its value is the first letter of its entry in the list, or is typed. */
async function build(course: CourseDriver, form: string, built: string): Promise<void> {
  for (const [at, value] of [...built].entries()) {
    const place = `${form} [data-cw-character="${at + 1}"] :is(select, input)`;
    const isAsked = await courseFrame(course).evaluate((selector) => document.querySelector(selector) !== null, place);
    if (!isAsked) continue;
    await tabTo(course, place);
    await course.page.keyboard.press(value.toLowerCase());
  }
}

async function chooseByLetter(course: CourseDriver, form: string, right: readonly string[]): Promise<void> {
  const shown = await shownParts(course, form);
  for (const id of right) {
    const letter = LETTERS.charAt(shown.indexOf(id));
    if (letter === '') await tabTo(course, `${form} [data-cw-option="${id}"] input`);
    await course.page.keyboard.press(letter === '' ? 'Space' : letter);
  }
}

async function choose(course: CourseDriver, form: string, { type, right }: Solution): Promise<void> {
  if (type !== 'multiple-choice') return chooseRadio(course, form, right[0] ?? '');
  for (const id of right) {
    await tabTo(course, `${form} [data-cw-option="${id}"] input`);
    await course.page.keyboard.press('Space');
  }
}

/**
 * Gives an answer; pieces as in a solution.
 * @param id the question; left out in an exam, which shows one and has keys for its options
 */
export async function answerByKeyboard(course: CourseDriver, solution: Solution, id?: string): Promise<void> {
  const form = id === undefined ? 'form[data-cw-question]' : `form[data-cw-question="${id}"]`;
  const { type, right } = solution;
  switch (type) {
    case 'matching':
      return match(course, form, right);
    case 'ordering':
      return order(course, form, right);
    case 'case':
      return code(course, form, right);
    case 'pcs-build':
      return build(course, form, right[0] ?? '');
    case 'fill-in':
    case 'numeric':
      // Of several right answers one is typed.
      return typeInto(course, `${form} :is(input, textarea)`, right[0] ?? '');
    case 'code-entry':
      return typeInto(course, `${form} :is(input, textarea)`, right.join(' '));
    default:
      return id === undefined ? chooseByLetter(course, form, right) : choose(course, form, solution);
  }
}
