/**
 * Options and answers on a terminal -> what a new workspace is made from. Each question has a flag and a default; one that
 * was given by flag is not asked. Knows neither files nor the terminal itself.
 */
import { ID_PATTERN } from '../../compiler/source-format/fields.ts';
import { UsageError, withNearest } from '../options.ts';
import { WORDS } from '../words.ts';
import { deriveCourseId, isTakenCourseId } from './course-id.ts';
import { STARTERS, type Starter } from './starters.ts';

/** The flags of `init` as commander delivers them. */
export interface InitOptions {
  readonly starter?: string;
  readonly title?: string;
  readonly course?: string;
  readonly organization?: string;
  readonly yes?: boolean;
}

/** Everything that is needed to write a workspace. */
export interface Answers {
  /** As typed, relative to the current folder or absolute. */
  readonly folder: string;
  readonly starter: Starter;
  readonly title: string;
  readonly course: string;
  readonly organization: string;
}

/** Somebody who answers: shows words and gives one line back. */
export interface Interviewer {
  say(text: string): void;
  ask(question: string): Promise<string>;
}

/** A value, or a sentence that says why the text cannot be meant. */
type Reading<T> = { readonly value: T } | { readonly problem: string };

interface Question<T> {
  readonly words: string;
  readonly preset: string;
  readonly read: (text: string) => Reading<T>;
}

const TITLE_LENGTH = 120;
const ORGANIZATION_LENGTH = 255;
const DEFAULT_FOLDER = 'my-courses';

/** @param interviewer undefined where nobody can answer: then defaults fill what the flags leave open */
export async function readAnswers(
  folder: string | undefined,
  options: InitOptions,
  interviewer: Interviewer | undefined,
): Promise<Answers> {
  const words = WORDS.init;
  const answer = <T>(given: string | undefined, question: Question<T>) => readAnswer(given, question, interviewer);
  interviewer?.say(words.hello);
  const place = await answer(folder, { words: words.folder, preset: DEFAULT_FOLDER, read: readFolder });
  if (options.starter === undefined) interviewer?.say(listStarters());
  const starter = await answer(options.starter, { words: words.starter, preset: 'course', read: readStarter });
  const title = await answer(options.title, {
    words: words.title,
    preset: starter.title,
    read: (text) => readLine(text, words.title, TITLE_LENGTH),
  });
  const course = await answer(options.course, {
    words: words.course,
    preset: deriveCourseId(title),
    read: readCourse,
  });
  const organization = await answer(options.organization, {
    words: words.organization,
    preset: words.defaultOrganization,
    read: (text) => readLine(text, words.organization, ORGANIZATION_LENGTH),
  });
  return { folder: place, starter, title, course, organization };
}

/** A wrong flag is wrong usage; a wrong answer is asked again. */
async function readAnswer<T>(
  given: string | undefined,
  question: Question<T>,
  interviewer: Interviewer | undefined,
): Promise<T> {
  let reading = question.read(given ?? question.preset);
  if (given !== undefined || interviewer === undefined) {
    if ('problem' in reading) throw new UsageError(reading.problem);
    return reading.value;
  }
  for (;;) {
    const typed = await interviewer.ask(WORDS.init.question(question.words, question.preset));
    reading = question.read(typed.trim() === '' ? question.preset : typed);
    if ('value' in reading) return reading.value;
    interviewer.say(reading.problem);
  }
}

function listStarters(): string {
  const width = Math.max(...STARTERS.map(({ name }) => name.length));
  return STARTERS.map(({ name, says }, index) => `  ${index + 1}  ${name.padEnd(width)}  ${says}`).join('\n');
}

function readFolder(text: string): Reading<string> {
  const folder = text.trim();
  return folder === '' ? { problem: WORDS.init.empty(WORDS.init.folder) } : { value: folder };
}

function readStarter(text: string): Reading<Starter> {
  const wanted = text.trim().toLowerCase();
  const found = STARTERS.find(({ name }, index) => name === wanted || String(index + 1) === wanted);
  if (found !== undefined) return { value: found };
  const names = STARTERS.map(({ name }) => name);
  return { problem: withNearest(WORDS.init.badStarter(text), wanted, names) };
}

function readCourse(text: string): Reading<string> {
  const id = text.trim();
  if (!ID_PATTERN.test(id)) return { problem: WORDS.init.badCourse(text) };
  return isTakenCourseId(id) ? { problem: WORDS.init.takenCourse(id) } : { value: id };
}

/** One line: control characters and line ends become blanks, halves of characters are replaced. */
function readLine(text: string, what: string, most: number): Reading<string> {
  const line = text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\uFEFF\uFFFE\uFFFF]+/gu, ' ')
    .trim();
  if (line === '') return { problem: WORDS.init.empty(what) };
  return line.length > most ? { problem: WORDS.init.tooLong(what, most) } : { value: line };
}
