/**
 * The session's phases and what moves it from one to the next, as one table. Pure. An event that a phase does not name
 * changes nothing; nothing leaves `ended` (R2: one LMSFinish).
 */

export type SessionPhase =
  /** Looking for the LMS. */
  | 'connecting'
  /** No LMS (R1): everything works, nothing is tracked. */
  | 'untracked'
  /** Review or browse mode (R3): nothing is written. */
  | 'reading'
  /** The stored state cannot be read: nothing is written until the learner decides. */
  | 'held'
  /** Read and write. */
  | 'open'
  /** The last write failed, or the LMS does not answer at all (R8): tried again with growing pauses. */
  | 'failing'
  /** Finished, by the Exit button or because the page went away. */
  | 'ended';

export type SessionEvent =
  | 'no-lms'
  /** There is an LMS, but it answers nothing. */
  | 'silent'
  | 'read-only'
  | 'unreadable'
  | 'ready'
  /** The learner chose to start afresh over an unreadable state, or took what this browser kept. */
  | 'decide'
  | 'write-failed'
  | 'write-accepted'
  | 'end';

/** What an LMS that answers leads to, at once or after a while. */
const ANSWERED = { 'read-only': 'reading', unreadable: 'held', ready: 'open' } as const;

const TABLE: Readonly<Record<SessionPhase, Partial<Readonly<Record<SessionEvent, SessionPhase>>>>> = {
  connecting: { 'no-lms': 'untracked', silent: 'failing', ...ANSWERED, end: 'ended' },
  untracked: { end: 'ended' },
  reading: { end: 'ended' },
  held: { decide: 'open', end: 'ended' },
  open: { 'write-failed': 'failing', end: 'ended' },
  failing: { 'write-accepted': 'open', ...ANSWERED, end: 'ended' },
  ended: {},
};

export function nextPhase(phase: SessionPhase, event: SessionEvent): SessionPhase {
  return TABLE[phase][event] ?? phase;
}

/** May anything be written to the LMS? */
export function mayWrite(phase: SessionPhase): boolean {
  return phase === 'open' || phase === 'failing';
}
