/**
 * What a learner does while the LMS shows the course for review only (lms-rules R3): kept in this browser, apart from the copy of the
 * state, so that it is never offered to an LMS. It must not know the LMS.
 */
import { decodeState, encodeState } from '../../shared/state-codec.ts';
import { fitState } from '../../shared/state-reconcile.ts';
import { type SavedState, STATE_CHARACTERS } from '../../shared/state-record.ts';
import { mergeStates } from '../merge-states.ts';
import type { Mirror } from './environment.ts';

export interface ReviewPractice {
  /** The state with what earlier visits in review, or another tab, have done meanwhile; the same state where that is nothing. */
  join(state: SavedState): SavedState;
  keep(state: SavedState): void;
  /** False where this browser stores nothing: then practice is gone with the page. */
  isKept(): boolean;
}

const PRACTICE = 'practice';

export function createReviewPractice(mirror: Mirror, packageTag: string): ReviewPractice {
  /** The text that was there when this tab last looked or wrote. */
  let seen = '';
  let isKept = mirror.write(PRACTICE, mirror.read(PRACTICE));
  return {
    join(state) {
      const text = mirror.read(PRACTICE);
      if (text === seen) return state;
      seen = text;
      const decoded = decodeState(text, packageTag);
      return decoded.kind === 'read' ? mergeStates(decoded.state, state) : state;
    },
    keep(state) {
      const text = encodeState(fitState(state, STATE_CHARACTERS));
      isKept = mirror.write(PRACTICE, text);
      if (isKept) seen = text;
    },
    isKept: () => isKept,
  };
}
