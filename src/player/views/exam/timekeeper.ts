/** Keeps an attempt's time: looks at the clock each second, saves what passed, gives the notices, says when time is over. */
import type { SavedAttempt } from '../../../shared/state-record.ts';
import {
  budgetSeconds,
  type ExamClock,
  findNotice,
  lookAt,
  makeClock,
  secondsLeft,
  startClock,
  stopClock,
} from '../../exam-clock.ts';
import { interrupt, spend } from '../../learning.ts';
import type { PlayerContext } from '../player-context.ts';
import type { Exam } from '../../part.ts';
import type { ExamRoom } from './exam-room.ts';

export interface TimekeeperParts {
  readonly room: ExamRoom;
  readonly onTick: () => void;
  readonly onNotice: (minutes: number) => void;
  /** The time that the LMS allows is over, and the learner may go on. */
  readonly onAllowanceOver: () => void;
  readonly onTimeOver: () => void;
}

export interface Timekeeper {
  /** Takes up the attempt in flight where its clock stood. Time away does not count, and is noted. */
  open(): void;
  run(runs: boolean): void;
  /** Puts the time that passed into the state. */
  settle(): void;
  spentSeconds(): number;
  /** Undefined without a limit. */
  secondsLeft(): number | undefined;
  close(): void;
}

/** How often time goes into the state and this browser's store: what a crash costs at most. */
const SETTLE_MS = 5000;
const TICK_MS = 1000;
/** A page that is built anew opens its attempt again at once: nobody was away. */
const REOPEN_MS = 2000;

/** Which attempt this page itself showed last, and when, in ticks. */
const lastShown = new WeakMap<PlayerContext, { readonly attempt: string; readonly ticks: number }>();

/** Seconds of an attempt; undefined without a limit. Study mode has none. */
export function budgetOf(exam: Exam, attempt: SavedAttempt | undefined): number | undefined {
  if (attempt === undefined || attempt.mode === 'study') return undefined;
  // A whole exam keeps its time when the course has lost a question since.
  return budgetSeconds(exam, attempt.set === 'all' ? exam.draw : attempt.items.length, attempt.factor);
}

export function createTimekeeper({ room, onTick, onNotice, onAllowanceOver, onTimeOver }: TimekeeperParts): Timekeeper {
  const { context, exam, desk } = room;
  const { session, clock: time } = context;
  let clock: ExamClock = makeClock(0);
  let budget: number | undefined;
  let settledSeconds = 0;
  let settledSleep = 0;
  let settledAt = 0;
  let lastLeft: number | undefined;
  let cancel: (() => void) | undefined;

  let allowanceOver = false;

  /** The exam's own limit, or the LMS's where that ends the course sooner (R3). */
  const left = (): number | undefined => {
    const own = secondsLeft(clock, budget);
    const limit = session.timeLimit();
    if (limit === null || !limit.ends) return own;
    return Math.min(own ?? Number.POSITIVE_INFINITY, Math.ceil(limit.msLeft / 1000));
  };
  /** Told once per visit, where the LMS asks for it. */
  const tellAllowance = (): void => {
    const limit = session.timeLimit();
    if (allowanceOver || limit === null || limit.ends || !limit.tells || limit.msLeft > 0) return;
    allowanceOver = true;
    onAllowanceOver();
  };
  const keyOf = ({ number, seed }: SavedAttempt): string => `${number}.${seed}`;
  const settle = (): void => {
    const attempt = room.attempt();
    if (attempt === undefined || attempt.finished) return;
    clock = lookAt(clock, time.ticks());
    settledAt = time.ticks();
    const whole = Math.floor(clock.spentMs / 1000);
    const slept = Math.round((clock.sleptMs - settledSleep) / 1000);
    let state = session.state();
    if (whole > settledSeconds) state = spend(state, exam.tag, whole - settledSeconds);
    if (slept > 0) state = interrupt(state, exam.tag, slept);
    settledSeconds = whole;
    settledSleep = clock.sleptMs;
    session.update(state, 'with-next');
    desk.keepClock({ attempt: keyOf(attempt), spentSeconds: whole, at: time.now() });
  };
  const stop = (): void => {
    cancel?.();
    cancel = undefined;
    clock = stopClock(clock, time.ticks());
  };
  const tick = (): void => {
    clock = lookAt(clock, time.ticks());
    if (time.ticks() - settledAt >= SETTLE_MS) settle();
    const now = left();
    const notice = now === undefined || lastLeft === undefined ? undefined : findNotice(lastLeft, now);
    lastLeft = now;
    if (now === 0) {
      settle();
      stop();
      onTimeOver();
      return;
    }
    if (notice !== undefined) onNotice(notice);
    tellAllowance();
    onTick();
    cancel = time.later(TICK_MS, tick);
  };

  return {
    open() {
      const attempt = room.attempt();
      if (attempt === undefined || attempt.finished) return;
      const kept = desk.clock();
      const own = kept?.attempt === keyOf(attempt) ? kept : undefined;
      const shown = lastShown.get(context);
      const isNew = attempt.spentSeconds === 0 && own === undefined;
      const isSame = shown?.attempt === keyOf(attempt) && time.ticks() - shown.ticks < REOPEN_MS;
      let state = session.state();
      // The page was ended before its last seconds were saved: this browser remembers them.
      const ahead = Math.max(0, (own?.spentSeconds ?? 0) - attempt.spentSeconds);
      if (ahead > 0) state = spend(state, exam.tag, ahead);
      if (!isNew && !isSame) {
        const away = own === undefined ? 0 : Math.max(0, Math.round((time.now() - own.at) / 1000));
        state = interrupt(state, exam.tag, away);
      }
      session.update(state, 'with-next');
      clock = makeClock(attempt.spentSeconds + ahead);
      budget = budgetOf(exam, attempt);
      settledSeconds = attempt.spentSeconds + ahead;
      settledSleep = 0;
      settledAt = time.ticks();
      lastLeft = left();
    },
    run(runs) {
      if (!runs) {
        settle();
        stop();
        return;
      }
      if (cancel !== undefined) return;
      clock = startClock(clock, time.ticks());
      tick();
    },
    settle,
    spentSeconds: () => Math.floor(clock.spentMs / 1000),
    secondsLeft: left,
    close() {
      const attempt = room.attempt();
      settle();
      stop();
      if (attempt !== undefined && !attempt.finished) {
        lastShown.set(context, { attempt: keyOf(attempt), ticks: time.ticks() });
      }
    },
  };
}
