/** What the player and its views can ask of the learner's session with the LMS, and what it tells them. */
import type { LmsStart, LmsTimeLimit, ResponseRecord } from '../../shared/lms-session.ts';
import type { DecodedState } from '../../shared/state-codec.ts';
import type { ReconciledState } from '../../shared/state-reconcile.ts';
import type { SavedState } from '../../shared/state-record.ts';
import type { Mirror } from './environment.ts';
import type { SessionPhase } from './session-machine.ts';

/** What the learner may know about where the answers are (R8). */
export type SaveSign =
  | { readonly kind: 'none' | 'pending' | 'sent' | 'saved' }
  /** Since when, in milliseconds since the epoch, nothing reached the LMS. */
  | { readonly kind: 'failed'; readonly since: number };

/** A stored state that cannot be used, kept as it came. */
export interface StateSetAside {
  readonly kind: Exclude<DecodedState['kind'], 'empty' | 'read'>;
  readonly text: string;
}

export interface Session {
  phase(): SessionPhase;
  sign(): SaveSign;
  state(): SavedState;
  /** What changed in the course since the state was saved. */
  reconciled(): Pick<ReconciledState, 'changed' | 'dropped'>;
  /** How often a stored state was taken in: whenever this has grown, what the page shows is out of date. */
  adopted(): number;
  learnerName(): string;
  mode(): LmsStart['mode'];
  /** Percent: the LMS's own mark, else the course's; null without either (R3). */
  passMark(): number | null;
  /** The time that the LMS leaves the learner, in milliseconds from now on, and what it asks for at its end; null without a limit. */
  timeLimit(): (Pick<LmsTimeLimit, 'ends' | 'tells'> & { readonly msLeft: number }) | null;
  /** False where answers that are not reported yet never will be. */
  takesReports(): boolean;
  setAside(): StateSetAside | undefined;
  /** True while this browser holds answers that the LMS does not. */
  offered(): boolean;
  /** True in a visit that is review only, while this browser keeps what is done in it. */
  keepsPractice(): boolean;
  start(): Promise<void>;
  /**
   * Takes a new state. `now` commits at once, `later` as pacing allows; `with-next` goes along with the next write, at the latest
   * when the page is hidden or goes: for time and places, which are no work of the learner's.
   */
  update(state: SavedState, when: 'now' | 'later' | 'with-next'): void;
  /**
   * What stays in this browser alone, such as notes. Cleared with the copy of the state; forgotten with the page where this browser
   * stores nothing or the LMS names no learner.
   */
  desk(): Mirror;
  /** Queues answers of a finished attempt for the report. */
  report(quiz: string, attempt: number, records: readonly ResponseRecord[]): void;
  takeOffer(): void;
  declineOffer(): void;
  /** Starts afresh over a state that cannot be read. */
  startAfresh(): void;
  clearMirror(): void;
  /** True when a status is earned that the course withholds until "Finish and report". */
  mayFinish(): boolean;
  finishAndReport(): void;
  /** Tries again at once after a failure. */
  retry(): void;
  /** The page is hidden, is about to go, is gone (R7). */
  hidden(): void;
  leaving(): void;
  gone(): void;
  /** The Exit button. */
  exit(): void;
}
