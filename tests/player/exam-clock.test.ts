/** An exam's time and phases: what counts, what does not, and what is said once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  budgetSeconds,
  clockText,
  findNotice,
  LONGEST_LOOK_MS,
  lookAt,
  makeClock,
  NOTICE_MINUTES,
  secondsLeft,
  startClock,
  stopClock,
} from '../../src/player/exam-clock.ts';
import { type ExamEvent, type ExamPhase, isTimed, nextExamPhase, openingPhase } from '../../src/player/exam-machine.ts';
import { TIME_FACTORS } from '../../src/shared/exam-data.ts';

describe('the budget of an attempt', () => {
  const exam = { limitMinutes: 240, draw: 100 };

  it('grows with the time factor and shrinks with the set', () => {
    const budgets = TIME_FACTORS.map((_, factor) => budgetSeconds(exam, 100, factor));
    expect(budgets).toEqual([14_400, 21_600, 28_800, undefined]);
    expect(budgetSeconds(exam, 25, 0)).toBe(3600);
    expect(budgetSeconds(exam, 10, 1)).toBe(2160);
  });

  it('has no end without a limit', () => {
    expect(budgetSeconds({ limitMinutes: 0, draw: 100 }, 100, 0)).toBeUndefined();
  });
});

describe('a running clock', () => {
  /** Looks at the clock after so many milliseconds each. */
  const steps = fc.array(fc.integer({ min: 0, max: LONGEST_LOOK_MS }), { maxLength: 60 });

  it('adds up what passed between looks, wherever the ticks began', () => {
    fc.assert(
      fc.property(steps, fc.nat(), fc.nat({ max: 20_000 }), (passed, origin, spent) => {
        let ticks = origin;
        let clock = startClock(makeClock(spent), ticks);
        for (const ms of passed) {
          ticks += ms;
          clock = lookAt(clock, ticks);
        }
        expect(clock.spentMs).toBe(spent * 1000 + passed.reduce((sum, ms) => sum + ms, 0));
        expect(clock.sleptMs).toBe(0);
      }),
    );
  });

  it('never runs backwards, and does not count what the computer slept', () => {
    const jumps = fc.array(fc.integer({ min: -10_000_000, max: 10_000_000 }), { maxLength: 40 });
    fc.assert(
      fc.property(jumps, (passed) => {
        let ticks = 0;
        let clock = startClock(makeClock(0), 0);
        for (const ms of passed) {
          ticks += ms;
          const before = clock;
          clock = lookAt(clock, ticks);
          expect(clock.spentMs).toBeGreaterThanOrEqual(before.spentMs);
          expect(clock.spentMs - before.spentMs).toBeLessThanOrEqual(LONGEST_LOOK_MS);
        }
      }),
    );
    const slept = lookAt(startClock(makeClock(60), 0), 5 * 3_600_000);
    expect(slept).toMatchObject({ spentMs: 60_000, sleptMs: 5 * 3_600_000 });
  });

  it('stands still while stopped, and goes on from there', () => {
    const stopped = stopClock(startClock(makeClock(10), 1000), 6000);
    expect(stopped).toMatchObject({ spentMs: 15_000, lookedAt: undefined });
    expect(lookAt(stopped, 90_000)).toBe(stopped);
    expect(lookAt(startClock(stopped, 90_000), 92_000).spentMs).toBe(17_000);
  });

  it('goes on after a reload from what was saved, whatever the ticks are then', () => {
    fc.assert(
      fc.property(fc.nat({ max: 14_000 }), fc.nat(), fc.nat(60_000), (spent, origin, passed) => {
        const clock = lookAt(startClock(makeClock(spent), origin), origin + passed);
        expect(secondsLeft(clock, 14_400)).toBe(Math.max(0, Math.ceil(14_400 - spent - passed / 1000)));
      }),
    );
  });
});

describe('notices', () => {
  it('come once each, in whatever steps the time passes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1801, max: 15_000 }),
        fc.array(fc.integer({ min: 1, max: 59 })),
        (start, passed) => {
          const given: number[] = [];
          let left = start;
          for (const seconds of passed) {
            const now = Math.max(0, left - seconds);
            const notice = findNotice(left, now);
            if (notice !== undefined) given.push(notice);
            left = now;
          }
          const due = NOTICE_MINUTES.filter((minutes) => left <= minutes * 60);
          // The last minute is passed over by a look that comes when nothing is left.
          expect(given).toEqual(left === 0 ? given : due);
          expect(new Set(given).size).toBe(given.length);
        },
      ),
    );
  });

  it('that were given before a reload are not given again, and a budget that begins with one gives it not', () => {
    expect(findNotice(1700, 1699)).toBeUndefined();
    expect(findNotice(1800, 1799)).toBeUndefined();
    expect(findNotice(1801, 1800)).toBe(30);
    expect(findNotice(1801, 200)).toBe(5);
    expect(findNotice(61, 0)).toBeUndefined();
  });
});

describe('the time as text', () => {
  it('is read as a clock', () => {
    expect([0, 59, 61, 3600, 14_399].map(clockText)).toEqual(['0:00', '0:59', '1:01', '1:00:00', '3:59:59']);
  });
});

describe('the phases of an exam', () => {
  const PHASES: readonly ExamPhase[] = ['start', 'running', 'paused', 'review', 'confirm', 'result'];
  const EVENTS: readonly ExamEvent[] = [
    'begin',
    'pause',
    'resume',
    'review',
    'to-question',
    'ask-submit',
    'submit',
    'time-over',
    'new-attempt',
    'give-up',
  ];

  it('submit only what was asked about, or what time has run out on', () => {
    const paths = PHASES.flatMap((phase) =>
      EVENTS.filter((event) => phase !== 'result' && nextExamPhase(phase, event) === 'result').map(
        (event) => `${phase} ${event}`,
      ),
    );
    expect(paths).toEqual(['running time-over', 'review time-over', 'confirm submit', 'confirm time-over']);
  });

  it('run the clock exactly where time can run out', () => {
    expect(PHASES.filter((phase) => nextExamPhase(phase, 'time-over') === 'result' && phase !== 'result')).toEqual(
      PHASES.filter(isTimed),
    );
  });

  it('open where the saved attempt stands', () => {
    expect([undefined, { finished: false }, { finished: true }].map(openingPhase)).toEqual([
      'start',
      'running',
      'result',
    ]);
  });
});
