/**
 * The player's link to an LMS, in neutral words. A target supplies an adapter; the player holds the policy.
 * Imports nothing.
 */

/** Status the player wants the LMS to hold. */
export type ReportedStatus = 'incomplete' | 'completed' | 'passed' | 'failed';

/** What the LMS told at the start. Every field may be empty or absent: an LMS may answer nothing. */
export interface LmsStart {
  /** False where the LMS cannot be reached at all yet; then nothing else here means anything, and `start` may be asked again. */
  readonly answers: boolean;
  /** `normal`: read and write. `review`: read only. */
  readonly mode: 'normal' | 'review' | 'browse';
  readonly learnerId: string;
  readonly learnerName: string;
  readonly state: string;
  readonly location: string;
  readonly status: ReportedStatus | 'not-attempted' | 'unknown';
  /** Percent; null when none is stored. */
  readonly score: number | null;
  /** Pass mark in percent that the LMS itself sets; null where it names none. */
  readonly passMark: number | null;
  /** A limit of the LMS on the time of the whole course, earlier visits included; null where it names none. */
  readonly timeLimit: LmsTimeLimit | null;
  /** Records already stored by earlier sessions; null where the LMS does not say. */
  readonly interactionCount: number | null;
  /** False where the LMS keeps no interactions or objectives. */
  readonly takesInteractions: boolean;
  readonly takesObjectives: boolean;
}

/** How long an LMS lets a learner work, and what it asks for at the end of that time. */
export interface LmsTimeLimit {
  /** Milliseconds in all. */
  readonly allowedMs: number;
  /** Milliseconds of earlier visits, as the LMS counts them. */
  readonly usedMs: number;
  /** The course is to end when the time is over; otherwise the learner may go on. */
  readonly ends: boolean;
  /** The learner is to be told. */
  readonly tells: boolean;
}

/** One answered question, neutral; a target maps it to its own form. */
export interface ResponseRecord {
  /** Readable, ASCII, no blanks: `module-1-quiz.a2.cvc-101`. */
  readonly id: string;
  readonly type: 'true-false' | 'choice' | 'fill-in' | 'numeric' | 'matching' | 'sequencing';
  /**
   * choice: option ids in the author's order; matching: pairs such as `1b`; sequencing: ids in the learner's order;
   * fill-in and numeric: what was typed, in one or several pieces.
   */
  readonly response: readonly string[];
  readonly correct: readonly string[];
  /** 0 to 1. */
  readonly credit: number;
  readonly weight: number;
  readonly domain: string;
  /** Milliseconds since the epoch when it was answered, and how long it took. */
  readonly answeredAt: number;
  readonly latencyMs: number;
}

export interface ObjectiveRecord {
  readonly id: string;
  /** Percent. */
  readonly score: number;
  readonly status: 'completed' | 'incomplete' | 'passed' | 'failed';
}

/** What a write came to. `refused`: the LMS answered no; `failed`: it could not be asked. */
export type WriteOutcome = 'accepted' | 'refused' | 'failed';

/** One connection. Every method survives an LMS that throws, lies or answers nothing. */
export interface LmsConnection {
  start(): LmsStart;
  writeState(state: string): WriteOutcome;
  writeLocation(location: string): WriteOutcome;
  /** Percent with at most two decimals. */
  writeScore(percent: number): WriteOutcome;
  writeStatus(status: ReportedStatus): WriteOutcome;
  /** `accepted` when the LMS now has a record at this index, whatever it thinks of its details. */
  writeResponse(index: number, record: ResponseRecord): WriteOutcome;
  writeObjective(record: ObjectiveRecord): WriteOutcome;
  /** Total time of this session so far, and whether the learner will come back. */
  writeExit(sessionMs: number, exit: 'suspend' | 'done'): WriteOutcome;
  commit(): WriteOutcome;
  /** Ends the session; nothing may be written afterwards. */
  finish(): WriteOutcome;
}

/** Finds the LMS. Undefined after about two seconds without one. */
export type ConnectToLms = () => Promise<LmsConnection | undefined>;
