/**
 * What is kept of a learner between visits, in five parts: progress, attempts (in flight or finished last, one per activity),
 * results, learning record with flags, and history. Keyed by tags hashed from ids, never by a position. Knows nothing of its encoding.
 */
import type { ReportedStatus } from './lms-session.ts';
import { tagOf } from './tags.ts';

/** Characters a saved state may have: below the 4,096 that the strictest standard grants, because some LMSs count differently. */
export const STATE_CHARACTERS = 4000;
/** Lines of history that are kept; older ones go. */
export const HISTORY_LINES = 10;
/** Attempt numbers and counts stop here. */
export const LARGEST_ATTEMPT = 1000;
/** Interactions reported per package (lms-rules R11). */
export const LARGEST_INTERACTION_COUNT = 200;

/** Seconds of an attempt, spent or away, stop here (a day and a half), its interruptions there. */
export const LARGEST_SECONDS = 2 ** 17 - 1;
export const LARGEST_INTERRUPTIONS = 63;
/** There will never be more time factors than places up to this one. */
export const LARGEST_FACTOR = 7;
/** Days after which a missed question of stage 1 and of stage 2 is due again. */
export const DUE_AFTER_DAYS = { 1: 2, 2: 7 } as const;

/**
 * An answer in its question type's own canonical form, so that equal answers are equal lists: option ids, pairs, codes, rows
 * of a case or one text. The order of the entries is kept.
 */
export type SavedAnswer = readonly string[];

/** A question of a lesson that was answered, with the check bits it had then. */
export interface SavedCheck {
  readonly tag: string;
  readonly check: string;
  /** Undefined while not answered, and for ever once the question changed under its answer. */
  readonly answer: SavedAnswer | undefined;
}

/** How sure the learner was: not said, a guess, unsure, sure. */
export type Confidence = 0 | 1 | 2 | 3;

/** A question that was shown in an attempt. */
export interface SavedItem extends SavedCheck {
  readonly confidence: Confidence;
  /** Time in front of it; written on a scale that is within a tenth. */
  readonly seconds: number;
  /** The learner asked for a hint before answering. */
  readonly hinted: boolean;
}

/** Which questions an attempt takes: all that the activity asks for, a smaller number, one domain's, or some by their record. */
export type AttemptSet = 'all' | 'size' | 'domain' | 'missed' | 'flagged' | 'unseen' | 'due';

/** Under which terms an attempt was begun. */
export interface AttemptTerms {
  /** `study`: feedback at once; `exam`: at the end. */
  readonly mode: 'study' | 'exam';
  readonly set: AttemptSet;
  /** False for practice, which feeds the learning record and nothing else: no score, no attempt used. */
  readonly counts: boolean;
  /** Place in TIME_FACTORS (`exam-data.ts`): not in the exam's own list, which an edit may change. */
  readonly factor: number;
}

/** One activity's attempt: in flight, or the last finished one until the next begins. */
export interface SavedAttempt extends AttemptTerms {
  /** The activity's tag. */
  readonly activity: string;
  /** Practice has the number of the next attempt that counts. */
  readonly number: number;
  /** 24 bits; gives the order of questions and options. */
  readonly seed: number;
  readonly finished: boolean;
  /** How many of its answers the LMS has confirmed as interactions. */
  readonly reported: number;
  /** Time in front of the attempt, the only time that counts against a limit. */
  readonly spentSeconds: number;
  /** Time between visits, and how often the attempt was interrupted. */
  readonly awaySeconds: number;
  readonly interruptions: number;
  /** Tag of the question that is shown; empty for none. */
  readonly at: string;
  /** Only the questions that were drawn. */
  readonly items: readonly SavedItem[];
}

/** A question that was answered wrong and returns until it was answered right twice, when due. */
export interface MissedQuestion {
  readonly stage: 1 | 2;
  /** When the stage began, days since 2020-01-01; written as age of 31 days at most against the newest. */
  readonly day: number;
}

/** The last result of a question. */
export interface SavedRecord {
  readonly tag: string;
  readonly right: boolean;
  readonly missed?: MissedQuestion;
}

export interface SavedResult {
  readonly activity: string;
  /** Percent with two decimals at most. */
  readonly best: number;
  readonly last: number;
  readonly attempts: number;
}

export interface HistoryLine {
  readonly activity: string;
  readonly number: number;
  readonly score: number;
  /** Days since 2020-01-01, UTC. */
  readonly day: number;
}

/** @param ms milliseconds since the epoch */
export function toDay(ms: number): number {
  return Math.max(0, Math.floor((ms - Date.UTC(2020, 0, 1)) / 86_400_000));
}

export interface SavedState {
  /** Tag of the package the state belongs to. */
  readonly package: string;
  /** Grows with every write, so that no two writes are equal (Moodle drops a value it believes to have sent). */
  readonly counter: number;
  /** Everything that completes the course was done once; never taken back. */
  readonly completed: boolean;
  /** The highest status that was earned. */
  readonly status: ReportedStatus;
  /** The course's score as reported, percent; null before the first. */
  readonly score: number | null;
  /** Interactions the LMS has confirmed, over all attempts. */
  readonly interactions: number;
  /** Tag of the last page; empty for the title page. */
  readonly place: string;
  readonly visited: readonly { readonly tag: string; readonly done: boolean }[];
  /** Answered quick checks. */
  readonly checks: readonly SavedCheck[];
  readonly attempts: readonly SavedAttempt[];
  readonly results: readonly SavedResult[];
  /** Last result of every question seen in an attempt. */
  readonly record: readonly SavedRecord[];
  /** Tags of the questions that the learner flagged; kept over attempts. */
  readonly flags: readonly string[];
  /** Oldest first. */
  readonly history: readonly HistoryLine[];
}

/** The state of somebody who opens the package for the first time. */
export function createEmptyState(packageName: string): SavedState {
  return {
    package: tagOf(packageName),
    counter: 0,
    completed: false,
    status: 'incomplete',
    score: null,
    interactions: 0,
    place: '',
    visited: [],
    checks: [],
    attempts: [],
    results: [],
    record: [],
    flags: [],
    history: [],
  };
}
