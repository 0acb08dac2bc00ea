/**
 * Fits a learner's state to the course as it is now: what is gone is dropped one by one, the answer of a changed question is
 * dropped and the question named, completion, status and best scores stay. Pure; also says how a state too long is shortened.
 */
import { isStudied } from './exam-data.ts';
import type { ActivityData, PackageData } from './package-data.ts';
import { encodeState } from './state-codec.ts';
import type { SavedAttempt, SavedCheck, SavedItem, SavedRecord, SavedState } from './state-record.ts';

export interface ReconciledState {
  readonly state: SavedState;
  /** Tags of questions whose answer was dropped because the question changed. */
  readonly changed: ReadonlySet<string>;
  /** Answers whose question or page is gone, by the activity's tag; the empty string stands for lessons. */
  readonly dropped: ReadonlyMap<string, number>;
}

/**
 * A changed question keeps its *old* check bits without an answer until it is answered anew, so that every later visit
 * still knows that it changed.
 */
function reconcileItems<T extends SavedCheck>(
  items: readonly T[],
  checks: ReadonlyMap<string, string>,
  changed: Set<string>,
  forget: (item: T) => T,
): readonly T[] {
  return items
    .filter((item) => checks.has(item.tag))
    .map((item) => {
      if (checks.get(item.tag) === item.check) return item;
      changed.add(item.tag);
      return forget(item);
    });
}

function forgetItem(item: SavedItem): SavedItem {
  return { ...item, answer: undefined, confidence: 0, hinted: false };
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
  const lessonChecks = data.activities.flatMap((activity) => ('checks' in activity ? activity.checks : []));
  const checks = reconcileItems(state.checks, checksOf(lessonChecks, data), changed, (item) => ({
    ...item,
    answer: undefined,
  }));
  count('', state.checks.length, checks.length);
  const hinted = new Set(data.questions.filter(({ hints }) => hints === true).map(({ tag }) => tag));
  const attempts = state.attempts.flatMap((attempt): readonly SavedAttempt[] => {
    const activity = activities.get(attempt.activity);
    if (activity === undefined || !('pool' in activity)) return [];
    const known = reconcileItems(attempt.items, checksOf(activity.pool, data), changed, forgetItem);
    // A hint that is gone from the course is not told of any more: the worst case counts on it.
    const mayBeHinted = (item: SavedItem): boolean => isStudied(activity) && hinted.has(item.tag);
    const items = known.map((item) => (item.hinted && !mayBeHinted(item) ? { ...item, hinted: false } : item));
    count(attempt.activity, attempt.items.length, items.length);
    const at = items.some((item) => item.tag === attempt.at) ? attempt.at : '';
    return items.length === 0 ? [] : [{ ...attempt, at, items }];
  });
  const hasPool = (entry: { readonly activity: string }): boolean => {
    const activity = activities.get(entry.activity);
    return activity !== undefined && 'pool' in activity;
  };
  const pools = checksOf(
    data.activities.flatMap((activity) => ('pool' in activity ? activity.pool : [])),
    data,
  );
  return {
    state: {
      ...state,
      place: activities.has(state.place) ? state.place : '',
      visited: state.visited.filter((entry) => activities.has(entry.tag)),
      checks,
      attempts,
      results: state.results.filter(hasPool),
      record: state.record.filter((entry) => pools.has(entry.tag)),
      flags: state.flags.filter((tag) => pools.has(tag)),
      history: state.history.filter(hasPool),
    },
    changed,
    dropped,
  };
}

/** Questions that are known best go first; of missed ones those that were missed longest ago. */
function inOrderOfLoss(state: SavedState): readonly SavedRecord[] {
  const held = new Set(state.attempts.flatMap((attempt) => attempt.items.map((item) => item.tag)));
  const rank = ({ tag, missed }: SavedRecord): number =>
    missed === undefined ? (held.has(tag) ? -1 : -2) : missed.day;
  return [...state.record].sort((a, b) => rank(a) - rank(b));
}

/**
 * Each state is shorter than the one before: oldest history first, then the record of questions answered right, then of those
 * missed longest ago, then flags; last, because a state that the LMS refuses would lose everything, attempts that are over.
 */
function shorten(state: SavedState, steps: number): SavedState {
  const record = inOrderOfLoss(state);
  const over = state.attempts.filter((attempt) => attempt.finished);
  const losses = [state.history.length, record.length, state.flags.length, over.length];
  let left = steps;
  const [lines = 0, records = 0, flags = 0, attempts = 0] = losses.map((most) => {
    const lost = Math.min(left, most);
    left -= lost;
    return lost;
  });
  const lost: ReadonlySet<unknown> = new Set<unknown>([...record.slice(0, records), ...over.slice(0, attempts)]);
  return {
    ...state,
    history: state.history.slice(lines),
    record: state.record.filter((entry) => !lost.has(entry)),
    flags: state.flags.slice(flags),
    attempts: state.attempts.filter((attempt) => !lost.has(attempt)),
  };
}

/** Shortens a state until its text fits. Completion, scores and attempts in flight are never touched. */
export function fitState(state: SavedState, limit: number): SavedState {
  const fits = (steps: number): boolean => encodeState(shorten(state, steps)).length <= limit;
  if (fits(0)) return state;
  let few = 0;
  let many = state.history.length + state.record.length + state.flags.length + state.attempts.length;
  while (many - few > 1) {
    const middle = Math.floor((few + many) / 2);
    if (fits(middle)) many = middle;
    else few = middle;
  }
  return shorten(state, many);
}
