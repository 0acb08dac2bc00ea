/** Keeps count of which answers the LMS has confirmed as interactions (lms-rules R11). Pure. */
import type { ResponseRecord } from '../../shared/lms-session.ts';
import { LARGEST_INTERACTION_COUNT, type SavedState } from '../../shared/state-record.ts';

export interface QueuedResponse {
  /** The quiz's tag and the attempt's number. */
  readonly quiz: string;
  readonly attempt: number;
  readonly record: ResponseRecord;
}

/**
 * Advances the counters: in the state by what the LMS took, in the attempt by everything that was tried, because what was
 * refused once will be refused again.
 */
export function countReported(state: SavedState, chunk: readonly QueuedResponse[], taken: number): SavedState {
  return {
    ...state,
    interactions: Math.min(state.interactions + taken, LARGEST_INTERACTION_COUNT),
    attempts: state.attempts.map((attempt) => {
      const sent = chunk.filter((entry) => entry.quiz === attempt.activity && entry.attempt === attempt.number).length;
      return sent === 0 ? attempt : { ...attempt, reported: attempt.reported + sent };
    }),
  };
}

/**
 * Learns from the LMS's own count what arrived of interactions whose confirmation was cut off: the surplus belongs to the
 * attempt that was being reported.
 */
export function settleReported(state: SavedState, count: number): SavedState {
  const stored = Math.min(count, LARGEST_INTERACTION_COUNT);
  let surplus = Math.max(0, stored - state.interactions);
  if (surplus === 0) return state;
  const attempts = state.attempts.map((attempt) => {
    const answered = attempt.items.filter((item) => item.answer !== undefined).length;
    // Practice is never reported.
    const missing = attempt.finished && attempt.counts ? Math.max(0, answered - attempt.reported) : 0;
    const taken = Math.min(missing, surplus);
    surplus -= taken;
    return taken === 0 ? attempt : { ...attempt, reported: attempt.reported + taken };
  });
  return { ...state, attempts, interactions: stored };
}
