/** What each act of a learner does to the saved state. Pure: state in, state out. It must not know pages or the LMS. */
import type { QuestionData } from '../shared/package-data.ts';
import {
  HISTORY_LINES,
  LARGEST_ATTEMPT,
  type SavedAnswer,
  type SavedAttempt,
  type SavedItem,
  type SavedState,
} from '../shared/state-record.ts';

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

function replaceItem(items: readonly SavedItem[], question: QuestionName, answer: SavedAnswer): readonly SavedItem[] {
  const item = { tag: question.tag, check: question.check, answer };
  return [...items.filter((other) => other.tag !== question.tag), item];
}

export function answerCheck(state: SavedState, question: QuestionName, answer: SavedAnswer): SavedState {
  return { ...state, checks: replaceItem(state.checks, question, answer) };
}

export function findAttempt(state: SavedState, quiz: string): SavedAttempt | undefined {
  return state.attempts.find((attempt) => attempt.activity === quiz);
}

function replaceAttempt(state: SavedState, attempt: SavedAttempt): SavedState {
  return { ...state, attempts: [...state.attempts.filter((other) => other.activity !== attempt.activity), attempt] };
}

/** Begins an attempt; it takes the place of the quiz's last finished one. */
export function startAttempt(
  state: SavedState,
  quiz: string,
  seed: number,
  questions: readonly QuestionName[],
): SavedState {
  const before = state.results.find((result) => result.activity === quiz)?.attempts ?? 0;
  return replaceAttempt(state, {
    activity: quiz,
    number: Math.min(before + 1, LARGEST_ATTEMPT),
    seed,
    finished: false,
    reported: 0,
    items: questions.map((question) => ({ tag: question.tag, check: question.check, answer: undefined })),
  });
}

/** Keeps a checked answer, in the attempt and in the learning record. */
export function answerQuestion(
  state: SavedState,
  quiz: string,
  question: QuestionName,
  answer: SavedAnswer,
  right: boolean,
): SavedState {
  const attempt = findAttempt(state, quiz);
  if (attempt === undefined || attempt.finished) return state;
  const record = [...state.record.filter((entry) => entry.tag !== question.tag), { tag: question.tag, right }];
  return { ...replaceAttempt(state, { ...attempt, items: replaceItem(attempt.items, question, answer) }), record };
}

/** Ends an attempt with its score in percent. A best score never falls. */
export function finishAttempt(state: SavedState, quiz: string, score: number, day: number): SavedState {
  const attempt = findAttempt(state, quiz);
  if (attempt === undefined || attempt.finished) return state;
  const before = state.results.find((result) => result.activity === quiz);
  const result = { activity: quiz, best: Math.max(score, before?.best ?? 0), last: score, attempts: attempt.number };
  const line = { activity: quiz, number: attempt.number, score, day };
  const finished = replaceAttempt(state, { ...attempt, finished: true });
  return {
    ...markDone(finished, quiz),
    results: [...state.results.filter((other) => other.activity !== quiz), result],
    history: [...state.history, line].slice(-HISTORY_LINES),
  };
}
