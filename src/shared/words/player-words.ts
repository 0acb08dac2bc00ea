/**
 * The words that the player shows to learners, one table per language. A new language is one more file and one more row here.
 * The words of pages stand in a file of their own.
 */
import type { Miss } from '../misses.ts';
import { playerEnglish } from './player-en.ts';

export interface PlayerWords {
  readonly fixed: FixedPlayerWords;
  /** What each way of being wrong is called in a table of them. */
  readonly misses: Readonly<Record<Miss, string>>;
  progress(done: number, all: number): string;
  previous(title: string): string;
  next(title: string): string;
  documentTitle(page: string, course: string): string;
  notSavedSince(time: string): string;
  loadFailed(title: string): string;
  checksLeft(count: number): string;
  chooseCount(wanted: number, chosen: number): string;
  questionNumber(number: number, all: number): string;
  passMark(percent: string): string;
  bestScore(percent: string): string;
  lastScore(percent: string): string;
  attempt(number: number): string;
  answered(count: number, all: number): string;
  unanswered(count: number): string;
  questionsGone(count: number): string;
  score(percent: string): string;
  rightOf(right: number, all: number): string;
  wrongQuestion(number: number): string;
  courseScore(percent: string): string;
  sheet(facts: {
    readonly course: string;
    readonly version: string;
    readonly editions: readonly string[];
    readonly date: string;
    readonly learner: string;
  }): string;
  reviewed(by: string): string;
  fileTitle(course: string, date: string): string;
}

export interface FixedPlayerWords {
  readonly untracked: string;
  readonly review: string;
  readonly browse: string;
  readonly unreadable: string;
  readonly foreign: string;
  readonly newer: string;
  readonly startAfresh: string;
  readonly offer: string;
  readonly offerUntracked: string;
  readonly takeOffer: string;
  readonly declineOffer: string;
  readonly failing: string;
  readonly retry: string;
  readonly download: string;
  readonly mayFinish: string;
  readonly finishAndReport: string;
  readonly pending: string;
  readonly sent: string;
  readonly saved: string;
  readonly savedAgain: string;
  readonly changedCourse: string;
  readonly titlePage: string;
  readonly done: string;
  readonly started: string;
  readonly tryAgain: string;
  readonly right: string;
  readonly wrong: string;
  readonly partly: string;
  readonly markKey: string;
  readonly markChosenKey: string;
  readonly markChosenWrong: string;
  readonly markMissedKey: string;
  readonly guideline: string;
  readonly changed: string;
  readonly chooseOne: string;
  readonly quizFeedback: string;
  readonly startQuiz: string;
  readonly finishQuiz: string;
  readonly finishAnyway: string;
  readonly toUnanswered: string;
  readonly newAttempt: string;
  readonly result: string;
  readonly passed: string;
  readonly markReached: string;
  readonly notPassed: string;
  readonly allRight: string;
  readonly wrongQuestions: string;
  readonly notAnswered: string;
  readonly byDomain: string;
  readonly domain: string;
  readonly rightAnswers: string;
  readonly percent: string;
  readonly print: string;
  readonly exitTitle: string;
  readonly exitSent: string;
  readonly exitUntracked: string;
  readonly exitReview: string;
  readonly exitFailedTitle: string;
  readonly exitFailed: string;
  readonly clearBrowser: string;
  readonly cleared: string;
  readonly sample: string;
  readonly independent: string;
  readonly practice: string;
}

const TABLES: Readonly<Record<string, PlayerWords>> = { en: playerEnglish };

/** The table of a language such as `en` or `es-MX`; English where there is none. */
export function playerWordsFor(language: string): PlayerWords {
  return TABLES[language] ?? TABLES[language.slice(0, 2)] ?? playerEnglish;
}
