/** What each act of a learner does to the saved state. Pure: state in, state out. It must not know pages or the LMS. */
import type { QuestionData } from '../shared/package-data.ts';
import {
  type AttemptTerms,
  type Confidence,
  HISTORY_LINES,
  LARGEST_ATTEMPT,
  LARGEST_INTERRUPTIONS,
  LARGEST_SECONDS,
  type SavedAnswer,
  type SavedAttempt,
  type SavedItem,
  type SavedState,
} from '../shared/state-record.ts';
import { recordAnswer } from './learning-record.ts';

type QuestionName = Pick<QuestionData, 'tag' | 'check'>;

/** Opens a page; the empty tag is the title page. The same state comes back when nothing is new. */
export function visitPage(state: SavedState, tag: string): SavedState {
  if (tag === '' || state.visited.some((entry) => entry.tag === tag)) {
    return state.place === tag ? state : { ...state, place: tag };
  }
  return { ...state, place: tag, visited: [...state.visited, { tag, done: false }] };
}

export function isDone(state: SavedState, tag: string): boolean {
  return state.visited.some((entry) => entry.tag === tag && entry.done);
}

/** Done stays done. */
export function markDone(state: SavedState, tag: string): SavedState {
  const others = state.visited.filter((entry) => entry.tag !== tag);
  return { ...state, visited: [...others, { tag, done: true }] };
}

export function answerCheck(state: SavedState, question: QuestionName, answer: SavedAnswer): SavedState {
  const { tag, check } = question;
  return { ...state, checks: [...state.checks.filter((other) => other.tag !== tag), { tag, check, answer }] };
}

/** Flags a question or takes the flag away; it stays over attempts. */
export function setFlag(state: SavedState, tag: string, isFlagged: boolean): SavedState {
  if (state.flags.includes(tag) === isFlagged) return state;
  return { ...state, flags: isFlagged ? [...state.flags, tag] : state.flags.filter((other) => other !== tag) };
}

/** @param activity its tag */
export function findAttempt(state: SavedState, activity: string): SavedAttempt | undefined {
  return state.attempts.find((attempt) => attempt.activity === activity);
}

function replaceAttempt(state: SavedState, attempt: SavedAttempt): SavedState {
  return { ...state, attempts: [...state.attempts.filter((other) => other.activity !== attempt.activity), attempt] };
}

/** Nothing happens to an attempt that is finished or not there. */
function changeAttempt(
  state: SavedState,
  activity: string,
  change: (attempt: SavedAttempt) => SavedAttempt,
): SavedState {
  const attempt = findAttempt(state, activity);
  return attempt === undefined || attempt.finished ? state : replaceAttempt(state, change(attempt));
}

function changeItem(attempt: SavedAttempt, tag: string, change: (item: SavedItem) => SavedItem): SavedAttempt {
  return { ...attempt, items: attempt.items.map((item) => (item.tag === tag ? change(item) : item)) };
}

const QUIZ_TERMS: AttemptTerms = { mode: 'study', set: 'all', counts: true, factor: 0 };

/**
 * Begins an attempt; it takes the place of the activity's last one.
 * @param questions no more than the activity draws, or the state may become longer than its worst case
 */
export function startAttempt(
  state: SavedState,
  activity: string,
  seed: number,
  questions: readonly QuestionName[],
  terms: AttemptTerms = QUIZ_TERMS,
): SavedState {
  const before = state.results.find((result) => result.activity === activity)?.attempts ?? 0;
  const { mode, set, counts, factor } = terms;
  return replaceAttempt(state, {
    activity,
    number: Math.min(before + 1, LARGEST_ATTEMPT),
    seed,
    finished: false,
    reported: 0,
    mode,
    set,
    counts,
    factor,
    spentSeconds: 0,
    awaySeconds: 0,
    interruptions: 0,
    at: '',
    items: questions.map(({ tag, check }) => ({
      tag,
      check,
      answer: undefined,
      confidence: 0,
      seconds: 0,
      hinted: false,
    })),
  });
}

/** Keeps an answer in the attempt; the learning record is written by `recordAnswer`, or for an exam when it is finished. */
export function answerQuestion(
  state: SavedState,
  activity: string,
  { tag, check }: QuestionName,
  answer: SavedAnswer | undefined,
): SavedState {
  return changeAttempt(state, activity, (attempt) => changeItem(attempt, tag, (item) => ({ ...item, check, answer })));
}

export function setConfidence(state: SavedState, activity: string, tag: string, confidence: Confidence): SavedState {
  return changeAttempt(state, activity, (attempt) => changeItem(attempt, tag, (item) => ({ ...item, confidence })));
}

/** The learner asked for a hint to a question of the attempt. */
export function takeHint(state: SavedState, activity: string, tag: string): SavedState {
  return changeAttempt(state, activity, (attempt) => changeItem(attempt, tag, (item) => ({ ...item, hinted: true })));
}

/** Shows another question of the attempt; the empty tag shows none. */
export function moveTo(state: SavedState, activity: string, at: string): SavedState {
  return changeAttempt(state, activity, (attempt) => ({ ...attempt, at }));
}

/** A clock that was set back takes nothing away. */
function addSeconds(before: number, more: number): number {
  return Math.min(before + Math.max(0, more), LARGEST_SECONDS);
}

/** Seconds in front of the attempt, which count for the question that is shown too. */
export function spend(state: SavedState, activity: string, seconds: number): SavedState {
  return changeAttempt(state, activity, (attempt) =>
    changeItem({ ...attempt, spentSeconds: addSeconds(attempt.spentSeconds, seconds) }, attempt.at, (item) => ({
      ...item,
      seconds: addSeconds(item.seconds, seconds),
    })),
  );
}

/** The attempt goes on after so many seconds without the learner, which do not count. */
export function interrupt(state: SavedState, activity: string, awaySeconds: number): SavedState {
  return changeAttempt(state, activity, (attempt) => ({
    ...attempt,
    awaySeconds: addSeconds(attempt.awaySeconds, awaySeconds),
    interruptions: Math.min(attempt.interruptions + 1, LARGEST_INTERRUPTIONS),
  }));
}

/** Practice ends without a result. An attempt that counts, or is finished, stays. */
export function giveUp(state: SavedState, activity: string): SavedState {
  const attempt = findAttempt(state, activity);
  if (attempt === undefined || attempt.counts || attempt.finished) return state;
  return { ...state, attempts: state.attempts.filter((other) => other !== attempt) };
}

/** What an attempt came to. */
export interface AttemptOutcome {
  /** Percent. */
  readonly score: number;
  /** Days since 2020-01-01. */
  readonly day: number;
  /** By tag, whether the answer was right, of every question that goes into the learning record; none for a quiz. */
  readonly right?: ReadonlyMap<string, boolean>;
}

/** Ends an attempt. A best score never falls. One that does not count leaves score, history and completion as they are. */
export function finishAttempt(state: SavedState, activity: string, outcome: AttemptOutcome): SavedState {
  const attempt = findAttempt(state, activity);
  if (attempt === undefined || attempt.finished) return state;
  const { score, day, right = new Map<string, boolean>() } = outcome;
  const recorded = [...right].reduce(
    (now, [tag, isRight]) => recordAnswer(now, tag, isRight, day),
    replaceAttempt(state, { ...attempt, finished: true }),
  );
  if (!attempt.counts) return recorded;
  const before = state.results.find((result) => result.activity === activity);
  const result = { activity, best: Math.max(score, before?.best ?? 0), last: score, attempts: attempt.number };
  const line = { activity, number: attempt.number, score, day };
  return {
    ...markDone(recorded, activity),
    results: [...state.results.filter((other) => other.activity !== activity), result],
    history: [...state.history, line].slice(-HISTORY_LINES),
  };
}
