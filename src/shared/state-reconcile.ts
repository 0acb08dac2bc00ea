/**
 * Fits a learner's state to the course as it is now: what is gone is dropped one by one, the answer of a changed question is
 * dropped and the question named, completion, status and best scores stay. Pure; also says how a state too long is shortened.
 */
import type { ActivityData, PackageData } from './package-data.ts';
import { encodeState } from './state-codec.ts';
import type { SavedItem, SavedState } from './state-record.ts';

export interface ReconciledState {
  readonly state: SavedState;
  /** Tags of questions whose answer was dropped because the question changed. */
  readonly changed: ReadonlySet<string>;
  /** Answers whose question or page is gone, by the quiz's tag; the empty string stands for lessons. */
  readonly dropped: ReadonlyMap<string, number>;
}

/**
 * A changed question keeps its *old* check bits without an answer until it is answered anew, so that every later visit
 * still knows that it changed.
 */
function reconcileItems(
  items: readonly SavedItem[],
  checks: ReadonlyMap<string, string>,
  changed: Set<string>,
): readonly SavedItem[] {
  return items
    .filter((item) => checks.has(item.tag))
    .map((item) => {
      if (checks.get(item.tag) === item.check) return item;
      changed.add(item.tag);
      return { ...item, answer: undefined };
    });
}

function checksOf(ids: readonly string[], data: PackageData): ReadonlyMap<string, string> {
  const wanted = new Set(ids);
  return new Map(
    data.questions.filter((question) => wanted.has(question.id)).map((question) => [question.tag, question.check]),
  );
}

export function reconcileState(state: SavedState, data: PackageData): ReconciledState {
  const activities = new Map<string, ActivityData>(data.activities.map((activity) => [activity.tag, activity]));
  const changed = new Set<string>();
  const dropped = new Map<string, number>();
  const count = (key: string, before: number, after: number): void => {
    if (after < before) dropped.set(key, before - after);
  };
  const lessonChecks = data.activities.flatMap((activity) => (activity.kind === 'lesson' ? activity.checks : []));
  const checks = reconcileItems(state.checks, checksOf(lessonChecks, data), changed);
  count('', state.checks.length, checks.length);
  const attempts = state.attempts.flatMap((attempt) => {
    const quiz = activities.get(attempt.activity);
    if (quiz?.kind !== 'quiz') return [];
    const items = reconcileItems(attempt.items, checksOf(quiz.pool, data), changed);
    count(attempt.activity, attempt.items.length, items.length);
    return items.length === 0 ? [] : [{ ...attempt, items }];
  });
  const isQuiz = (entry: { readonly activity: string }): boolean => activities.get(entry.activity)?.kind === 'quiz';
  const pools = checksOf(
    data.activities.flatMap((activity) => (activity.kind === 'quiz' ? activity.pool : [])),
    data,
  );
  return {
    state: {
      ...state,
      place: activities.has(state.place) ? state.place : '',
      visited: state.visited.filter((entry) => activities.has(entry.tag)),
      checks,
      attempts,
      results: state.results.filter(isQuiz),
      record: state.record.filter((entry) => pools.has(entry.tag)),
      history: state.history.filter(isQuiz),
    },
    changed,
    dropped,
  };
}

/**
 * Shortens a state until its text fits: oldest history first, then the learning record, of questions that no attempt holds
 * first (until the record carries a day, they count as the older ones). Completion, scores and attempts are never touched.
 */
export function fitState(state: SavedState, limit: number): SavedState {
  let fitted = state;
  const held = new Set(state.attempts.flatMap((attempt) => attempt.items.map((item) => item.tag)));
  while (encodeState(fitted).length > limit) {
    if (fitted.history.length > 0) fitted = { ...fitted, history: fitted.history.slice(1) };
    else if (fitted.record.length > 0) {
      const victim = fitted.record.find((entry) => !held.has(entry.tag)) ?? fitted.record[0];
      fitted = { ...fitted, record: fitted.record.filter((entry) => entry !== victim) };
    } else return fitted;
  }
  return fitted;
}
