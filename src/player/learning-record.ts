/**
 * The learning record: the last result of each question, and when one that was missed returns. Pure. It must not know attempts.
 */
import { DUE_AFTER_DAYS, type MissedQuestion, type SavedRecord, type SavedState } from '../shared/state-record.ts';

/** The day from which a missed question is asked again. */
export function dueDay(missed: MissedQuestion): number {
  return missed.day + DUE_AFTER_DAYS[missed.stage];
}

export function isDue({ missed }: SavedRecord, day: number): boolean {
  return missed !== undefined && day >= dueDay(missed);
}

/** A stage begins with the answer that leads to it. Right before the question is due proves nothing: it waits on. */
function nextRecord(before: SavedRecord | undefined, tag: string, right: boolean, day: number): SavedRecord {
  if (!right) return { tag, right, missed: { stage: 1, day } };
  if (before?.missed === undefined) return { tag, right };
  if (!isDue(before, day)) return { ...before, right };
  return before.missed.stage === 1 ? { tag, right, missed: { stage: 2, day } } : { tag, right };
}

/**
 * Missed: asked again from the second day on; right then: once more from the seventh day after; right again: no longer missed.
 * Writing the same result twice on one day changes nothing.
 */
export function recordAnswer(state: SavedState, tag: string, right: boolean, day: number): SavedState {
  const before = state.record.find((entry) => entry.tag === tag);
  return {
    ...state,
    record: [...state.record.filter((entry) => entry !== before), nextRecord(before, tag, right, day)],
  };
}
