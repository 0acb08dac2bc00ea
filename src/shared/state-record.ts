/**
 * What is kept of a learner between visits, in five parts: progress, attempts (in flight or finished last, one per quiz),
 * results, learning record and history. Keyed by tags hashed from ids, never by a position. Knows nothing of its encoding.
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

/**
 * An answer in the canonical form of its question's type: sorted option ids, ids in the learner's order, codes, or a typed
 * text. Equal answers are equal lists.
 */
export type SavedAnswer = readonly string[];

/** A question that was shown, with the check bits it had when it was answered. */
export interface SavedItem {
  readonly tag: string;
  readonly check: string;
  /** Undefined while not answered, and for ever once the question changed under its answer. */
  readonly answer: SavedAnswer | undefined;
}

/** One quiz's attempt: in flight, or the last finished one until the next begins. */
export interface SavedAttempt {
  /** The quiz's tag. */
  readonly activity: string;
  readonly number: number;
  /** 24 bits; gives the order of questions and options. */
  readonly seed: number;
  readonly finished: boolean;
  /** How many of its answers the LMS has confirmed as interactions. */
  readonly reported: number;
  /** Only the questions that were drawn. */
  readonly items: readonly SavedItem[];
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
  readonly checks: readonly SavedItem[];
  readonly attempts: readonly SavedAttempt[];
  readonly results: readonly SavedResult[];
  /** Last result of every quiz question seen. */
  readonly record: readonly { readonly tag: string; readonly right: boolean }[];
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
    history: [],
  };
}
