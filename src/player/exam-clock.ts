/**
 * An exam's time: how much an attempt has, how much of it passes, and what is said of it. Pure. Durations come from a clock that only
 * moves on (milliseconds since some moment), never from the time of day, so that setting the computer's clock changes nothing.
 */
import { type ExamFacts, TIME_FACTORS } from '../shared/exam-data.ts';

/** Minutes left at which a learner is told, once each. */
export const NOTICE_MINUTES = [30, 15, 5, 1] as const;

/**
 * Two looks at the clock further apart than this: the computer slept, or the browser put the page to sleep. That time was not in front
 * of the exam. Browsers slow the timers of hidden pages to one look a minute, which is not sleep: whoever looks into a code book in
 * another tab is at work.
 */
export const LONGEST_LOOK_MS = 120_000;

/**
 * Seconds of an attempt; undefined for no limit. A smaller set has its share of the exam's time.
 * @param factor place in TIME_FACTORS
 */
export function budgetSeconds(
  exam: Pick<ExamFacts, 'limitMinutes' | 'draw'>,
  questions: number,
  factor: number,
): number | undefined {
  const by = TIME_FACTORS[factor] ?? 1;
  if (exam.limitMinutes === 0 || by === 0) return undefined;
  const share = exam.draw === 0 ? 1 : Math.min(1, questions / exam.draw);
  return Math.round(exam.limitMinutes * 60 * by * share);
}

/** A running clock. */
export interface ExamClock {
  /** Time in front of the attempt. */
  readonly spentMs: number;
  /** Time the page slept since the clock began to run. */
  readonly sleptMs: number;
  /** When it was last looked at, in ticks; undefined while it stands still. */
  readonly lookedAt: number | undefined;
}

export function makeClock(spentSeconds: number): ExamClock {
  return { spentMs: spentSeconds * 1000, sleptMs: 0, lookedAt: undefined };
}

export function startClock(clock: ExamClock, ticks: number): ExamClock {
  return clock.lookedAt === undefined ? { ...clock, lookedAt: ticks } : clock;
}

/** Moves the clock on to now. A clock that stands still stays where it is. */
export function lookAt(clock: ExamClock, ticks: number): ExamClock {
  if (clock.lookedAt === undefined) return clock;
  const passed = Math.max(0, ticks - clock.lookedAt);
  return passed > LONGEST_LOOK_MS
    ? { ...clock, sleptMs: clock.sleptMs + passed, lookedAt: ticks }
    : { ...clock, spentMs: clock.spentMs + passed, lookedAt: ticks };
}

export function stopClock(clock: ExamClock, ticks: number): ExamClock {
  return { ...lookAt(clock, ticks), lookedAt: undefined };
}

/** Whole seconds that are left, the running one counted whole, so that 0 means over; undefined without a limit. */
export function secondsLeft(clock: ExamClock, budget: number | undefined): number | undefined {
  return budget === undefined ? undefined : Math.max(0, Math.ceil(budget - clock.spentMs / 1000));
}

/** The notice to give when the time left fell from `before` to `now` seconds: the last one passed, once. */
export function findNotice(before: number, now: number): (typeof NOTICE_MINUTES)[number] | undefined {
  return [...NOTICE_MINUTES].reverse().find((minutes) => before > minutes * 60 && now <= minutes * 60 && now > 0);
}

/** `3:05:09`, `5:09`: as clocks are read in every language. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const two = (number: number): string => String(number).padStart(2, '0');
  const rest = two(whole % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}
