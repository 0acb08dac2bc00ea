/**
 * This browser's copy of a learner's state (lms-rules R8): what it kept from earlier visits, and what another tab of the same
 * course writes meanwhile. It must not know the LMS.
 */
import { decodeState } from '../../shared/state-codec.ts';
import type { SavedState } from '../../shared/state-record.ts';
import type { Mirror } from './environment.ts';

export interface KeptCopy {
  /** A state that is newer than this counter. It is kept under a name of its own until the learner decides. */
  findOffer(counter: number): SavedState | undefined;
  dropOffer(): void;
  /** What another tab wrote since this one last looked. */
  readOtherTab(): SavedState | undefined;
  write(text: string): void;
  clear(): void;
}

const STATE = 'state';
const OFFER = 'offer';

export function createKeptCopy(mirror: Mirror, packageTag: string): KeptCopy {
  /** The text that was there when this tab last looked or wrote. */
  let seen = '';
  const read = (text: string): SavedState | undefined => {
    const decoded = decodeState(text, packageTag);
    return decoded.kind === 'read' ? decoded.state : undefined;
  };
  return {
    findOffer(counter) {
      seen = mirror.read(STATE);
      const kept = read(seen);
      if (kept === undefined || kept.counter <= counter) return read(mirror.read(OFFER));
      mirror.write(OFFER, seen);
      return kept;
    },
    dropOffer: () => void mirror.write(OFFER, ''),
    readOtherTab() {
      const text = mirror.read(STATE);
      if (text === seen) return undefined;
      seen = text;
      return read(text);
    },
    write(text) {
      if (mirror.write(STATE, text)) seen = text;
    },
    clear: () => mirror.clear(),
  };
}
