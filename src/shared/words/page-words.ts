/**
 * The words that pages show to learners, one table per language. A new language is one more file and one more row here.
 * The player's own words stand in a file of their own.
 */
import { pageEnglish } from './page-en.ts';

export interface PageWords {
  /** Fixed words, which templates see as `words`. */
  readonly fixed: FixedPageWords;
  readonly tones: Readonly<Record<'note' | 'tip' | 'important' | 'warning' | 'caution' | 'example', string>>;
  /** `2026-11-22` as people write it. */
  date(iso: string): string;
  /** `240` as `4 hours`. */
  duration(minutes: number): string;
  minutes(count: number): string;
  /** Of all lessons together. */
  readingTime(minutes: number): string;
  lessonsAndQuizzes(lessons: number, quizzes: number): string;
  version(version: string): string;
  reviewed(by: string): string;
  editions(names: readonly string[]): string;
  tableNumber(n: number): string;
  codeNumber(n: number): string;
  noteNumber(n: number): string;
  backToNote(n: number): string;
  choose(n: number): string;
  drawn(draw: number, pool: number): string;
  questionCount(n: number): string;
  grade(facts: GradeFacts): string;
  completion(needed: number, all: number): string;
  sourceChecked(date: string): string;
  sourceNumber(n: number): string;
  percentRange(min: number, max: number): string;
  items(scored: number, pretest: number, scenarios: number): string;
  passPercent(value: number): string;
  passScaled(value: number, scale: string): string;
}

/** What the one sentence on grading is made from. */
export interface GradeFacts {
  readonly titles: readonly string[];
  readonly weighted: boolean;
  readonly attempt: 'best' | 'last';
  /** Percent; undefined without a pass mark. */
  readonly pass: number | undefined;
}

export interface FixedPageWords {
  readonly skip: string;
  readonly outline: string;
  readonly outlineToggle: string;
  readonly exit: string;
  readonly pager: string;
  readonly previous: string;
  readonly next: string;
  readonly notice: string;
  readonly start: string;
  readonly course: string;
  readonly lesson: string;
  readonly quiz: string;
  readonly contents: string;
  readonly contentsShort: string;
  readonly aboutCourse: string;
  readonly grading: string;
  readonly notGraded: string;
  readonly time: string;
  readonly edition: string;
  readonly review: string;
  readonly courseVersion: string;
  readonly outside: string;
  readonly toCourse: string;
  readonly objectives: string;
  readonly guideline: string;
  readonly notes: string;
  readonly terms: string;
  readonly check: string;
  readonly checkAnswer: string;
  readonly question: string;
  readonly right: string;
  readonly wrong: string;
  readonly newTab: string;
  readonly notValidCode: string;
  readonly disputed: string;
  readonly sources: string;
  readonly fact: string;
  readonly comparison: string;
  readonly noFact: string;
  readonly section: string;
  readonly itemCount: string;
  readonly share: string;
  readonly total: string;
  readonly effective: string;
  readonly timeAllowed: string;
  readonly itemsLabel: string;
  readonly toPass: string;
  readonly openBook: string;
  readonly captions: string;
  readonly transcript: string;
  readonly done: string;
  readonly notDone: string;
  readonly sample: string;
  readonly independent: string;
  readonly practice: string;
  readonly codeSources: string;
}

const TABLES: Readonly<Record<string, PageWords>> = { en: pageEnglish };

/** The table of a language such as `en` or `es-MX`; English where there is none. */
export function pageWordsFor(language: string): PageWords {
  return TABLES[language] ?? TABLES[language.slice(0, 2)] ?? pageEnglish;
}

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'yi', 'ps']);

/** The direction a language is written in. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.slice(0, 2)) ? 'rtl' : 'ltr';
}
