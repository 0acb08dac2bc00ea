/**
 * Joins two records of one learner that went apart: what this browser kept and what the LMS holds, or two tabs. Nothing that
 * was done or earned in either gets lost; where they contradict each other the newer one counts. Pure.
 */
import {
  HISTORY_LINES,
  type SavedAttempt,
  type SavedCheck,
  type SavedItem,
  type SavedState,
} from '../shared/state-record.ts';
import { higherStatus } from './session/policy.ts';

function byTag<T extends { readonly tag: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.tag, entry]));
}

/** The newer entries, each as `join` makes it of both, then those that only the older record has. */
function unite<T extends { readonly tag: string }>(
  newer: readonly T[],
  older: readonly T[],
  join: (newer: T, older: T) => T,
): readonly T[] {
  const known = byTag(newer);
  const before = byTag(older);
  const united = newer.map((entry) => {
    const other = before.get(entry.tag);
    return other === undefined ? entry : join(entry, other);
  });
  return [...united, ...older.filter((entry) => !known.has(entry.tag))];
}

/** An answer to the same question is better than none. */
function joinCheck<T extends SavedCheck>(newer: T, older: T): T {
  return newer.answer === undefined && newer.check === older.check ? older : newer;
}

function joinItem(newer: SavedItem, older: SavedItem): SavedItem {
  const item = joinCheck(newer, older);
  const isSame = newer.check === older.check;
  const confidence = isSame && newer.confidence === 0 ? older.confidence : newer.confidence;
  const hinted = newer.hinted || (isSame && older.hinted);
  return { ...item, confidence, hinted, seconds: Math.max(newer.seconds, older.seconds) };
}

function isSameAttempt(a: SavedAttempt, b: SavedAttempt): boolean {
  return a.activity === b.activity && a.number === b.number && a.seed === b.seed && a.counts === b.counts;
}

/** Of two attempts that began apart. */
function laterAttempt(newer: SavedAttempt, older: SavedAttempt): SavedAttempt {
  if (newer.number !== older.number) return newer.number > older.number ? newer : older;
  // Practice has the number of the next attempt that counts: where that one was begun too, it must not be lost.
  if (newer.counts !== older.counts) return newer.counts ? newer : older;
  return newer.counts && older.finished && !newer.finished ? older : newer;
}

function joinAttempt(newer: SavedAttempt, older: SavedAttempt): SavedAttempt {
  if (!isSameAttempt(newer, older)) return laterAttempt(newer, older);
  const base = older.finished && !newer.finished ? older : newer;
  return {
    ...base,
    reported: Math.max(newer.reported, older.reported),
    spentSeconds: Math.max(newer.spentSeconds, older.spentSeconds),
    awaySeconds: Math.max(newer.awaySeconds, older.awaySeconds),
    interruptions: Math.max(newer.interruptions, older.interruptions),
    at: base.at === '' ? older.at : base.at,
    // The score of a finished attempt belongs to the answers it had.
    items: base.finished ? base.items : unite(newer.items, older.items, joinItem),
  };
}

/**
 * A flag that either record has stays, because a flag too many costs a click and a lost one a question; but what the learner
 * saw in an attempt that only the newer record knows, that one says alone.
 */
function joinFlags(newer: SavedState, older: SavedState): readonly string[] {
  const own = newer.attempts.filter((attempt) => !older.attempts.some((other) => isSameAttempt(attempt, other)));
  const decided = new Set([...newer.flags, ...own.flatMap((attempt) => attempt.items.map((item) => item.tag))]);
  return [...newer.flags, ...older.flags.filter((tag) => !decided.has(tag))];
}

export function mergeStates(newer: SavedState, older: SavedState): SavedState {
  const olderAttempts = new Map(older.attempts.map((attempt) => [attempt.activity, attempt]));
  const olderResults = new Map(older.results.map((result) => [result.activity, result]));
  const tried = new Set(newer.attempts.map((attempt) => attempt.activity));
  const scored = new Set(newer.results.map((result) => result.activity));
  const attempts = newer.attempts.map((attempt) => {
    const other = olderAttempts.get(attempt.activity);
    return other === undefined ? attempt : joinAttempt(attempt, other);
  });
  const results = newer.results.map((result) => {
    const other = olderResults.get(result.activity);
    if (other === undefined) return result;
    const latest = other.attempts > result.attempts ? other : result;
    return { ...latest, best: Math.max(result.best, other.best) };
  });
  const lines = new Set(newer.history.map((line) => JSON.stringify(line)));
  return {
    ...newer,
    counter: Math.max(newer.counter, older.counter),
    completed: newer.completed || older.completed,
    status: higherStatus(newer.status, older.status),
    score: newer.score === null ? older.score : Math.max(newer.score, older.score ?? 0),
    interactions: Math.max(newer.interactions, older.interactions),
    visited: unite(newer.visited, older.visited, (now, then) => ({ ...now, done: now.done || then.done })),
    checks: unite(newer.checks, older.checks, joinCheck),
    attempts: [...attempts, ...older.attempts.filter((attempt) => !tried.has(attempt.activity))],
    results: [...results, ...older.results.filter((result) => !scored.has(result.activity))],
    record: unite(newer.record, older.record, (now) => now),
    flags: joinFlags(newer, older),
    history: [...older.history.filter((line) => !lines.has(JSON.stringify(line))), ...newer.history].slice(
      -HISTORY_LINES,
    ),
  };
}
