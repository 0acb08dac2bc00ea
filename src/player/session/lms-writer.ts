/**
 * Writes score, status and state to the LMS and commits, in the one order that survives the LMSs we know, and remembers what
 * the LMS can be believed to hold. It must not know when to write, nor what the course asks for.
 */
import type { LmsConnection, LmsStart, ReportedStatus, WriteOutcome } from '../../shared/lms-session.ts';
import type { Clock } from './environment.ts';

export interface Holdings {
  readonly status: LmsStart['status'];
  readonly score: number | null;
}

export interface Snapshot {
  readonly score: number | null;
  readonly status: ReportedStatus;
  /** A new text at each call, with a counter that has grown. */
  readonly nextText: () => string;
  readonly place: string;
  readonly sessionMs: number;
}

export interface LmsWriter {
  held(): Holdings;
  /** Writes everything and commits once; twice when an earlier commit may have lost something. */
  write(snapshot: Snapshot): boolean;
  commit(): WriteOutcome;
  /** In the clock's ticks. */
  lastCommitAt(): number;
  commitMs(): number;
  /** Number of commits so far. */
  commits(): number;
  /** The server answered after the last commit, which was accepted: what was written is there. */
  prove(): void;
  /** The server did not answer: what was written since it last did may be lost. */
  doubt(): void;
}

export function createLmsWriter(link: LmsConnection, clock: Clock, start: Holdings): LmsWriter {
  let held = start;
  /** What the LMS held when the server last answered. */
  let proven = start;
  /** While something written since may be lost: what the LMS held before it. */
  let fallback: Holdings | undefined;
  let place: string | undefined;
  let lastCommitAt = Number.NEGATIVE_INFINITY;
  let commitMs = 0;
  let commits = 0;

  const commit = (): WriteOutcome => {
    const before = clock.ticks();
    const outcome = link.commit();
    lastCommitAt = clock.ticks();
    commitMs = lastCommitAt - before;
    commits++;
    if (outcome !== 'accepted') fallback ??= held;
    return outcome;
  };

  /** R5: score, then status, then commit; every answer is checked, because a refused value leaves the old one in place. */
  const writeOnce = (snapshot: Snapshot, wanted: { score: number | null; status: ReportedStatus }): boolean => {
    const { score, status } = wanted;
    const doubted = fallback !== undefined;
    const outcomes = [
      score !== null && (score !== held.score || doubted) ? link.writeScore(score) : 'accepted',
      status !== held.status || doubted ? link.writeStatus(status) : 'accepted',
      link.writeState(snapshot.nextText()),
    ];
    // A place or a time that is refused loses nothing: the state holds the place too.
    if (doubted || snapshot.place !== place) link.writeLocation(snapshot.place);
    place = snapshot.place;
    link.writeExit(snapshot.sessionMs, 'suspend');
    if (commit() !== 'accepted' || outcomes.some((outcome) => outcome !== 'accepted')) {
      fallback ??= held;
      return false;
    }
    held = { status, score: score ?? held.score };
    return true;
  };

  return {
    held: () => held,
    commit,
    lastCommitAt: () => lastCommitAt,
    commitMs: () => commitMs,
    commits: () => commits,
    write(snapshot) {
      if (fallback !== undefined) {
        // Moodle takes values of a failed commit for sent and never sends them again. What it held before is written first,
        // the true values second, so that each differs from the one before. What had not changed is never taken back (R6).
        const { status, score } = fallback;
        const before = status === 'not-attempted' || status === 'unknown' ? 'incomplete' : status;
        const kept = snapshot.score === null || snapshot.score === score;
        const roughly = kept ? snapshot.score : Math.floor((snapshot.score ?? 0) * 10) / 10;
        if (!writeOnce(snapshot, { score: roughly, status: before })) return false;
        fallback = undefined;
        if (before === snapshot.status && roughly === snapshot.score) return true;
      }
      return writeOnce(snapshot, snapshot);
    },
    prove() {
      proven = held;
      fallback = undefined;
    },
    doubt() {
      fallback = proven;
    },
  };
}
