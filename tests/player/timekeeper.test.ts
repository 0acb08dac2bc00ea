/** An attempt's time in front of a page that reloads, sleeps, is killed, and a clock that is set: what is spent, what was away. */
import { describe, expect, it } from 'vitest';
import { openDesk } from '../../src/player/exam-desk.ts';
import { findAttempt, startAttempt } from '../../src/player/learning.ts';
import { createMemory } from '../../src/player/session/environment.ts';
import type { ExamRoom } from '../../src/player/views/exam/exam-room.ts';
import { createTimekeeper } from '../../src/player/views/exam/timekeeper.ts';
import { type AttemptTerms, createEmptyState, type SavedState } from '../../src/shared/state-record.ts';
import { checkOf, tagOf } from '../../src/shared/tags.ts';

const EXAM = tagOf('exam');
const EXAM_MODE: AttemptTerms = { mode: 'exam', set: 'all', counts: true, factor: 0 };

/** A browser whose page can go and come again. */
function makeBrowser(terms: AttemptTerms = EXAM_MODE, allowed?: { minutes: number; ends: boolean }) {
  let now = Date.UTC(2026, 0, 1);
  let ticks = 0;
  let due: { at: number; run: () => void } | undefined;
  const question = { tag: tagOf('q'), check: checkOf('q') };
  let state: SavedState = startAttempt(createEmptyState('sample'), EXAM, 5, [question], terms);
  const mirror = createMemory();
  const notices: number[] = [];
  let isOver = false;
  let allowances = 0;
  const clock = {
    now: () => now,
    ticks: () => ticks,
    later(ms: number, run: () => void) {
      const timer = { at: ticks + ms, run };
      due = timer;
      return () => {
        if (due === timer) due = undefined;
      };
    },
  };
  const attempt = () => findAttempt(state, EXAM);
  return {
    notices,
    isOver: () => isOver,
    allowances: () => allowances,
    attempt,
    /** Time passes in steps of a second. */
    pass(seconds: number): void {
      for (let i = 0; i < seconds; i++) {
        ticks += 1000;
        now += 1000;
        const timer = due;
        if (timer === undefined || timer.at > ticks) continue;
        due = undefined;
        timer.run();
      }
    },
    /** Time passes and no timer runs: the lid was closed. */
    sleep(seconds: number): void {
      ticks += seconds * 1000;
      now += seconds * 1000;
      const timer = due;
      due = undefined;
      timer?.run();
    },
    setClock(seconds: number): void {
      now += seconds * 1000;
    },
    /** The page is gone without a word; what was saved may be older than what this browser kept. */
    kill(saved: SavedState): void {
      due = undefined;
      state = saved;
    },
    state: () => state,
    open() {
      const session = {
        state: () => state,
        update(next: SavedState) {
          state = next;
        },
        timeLimit: () =>
          allowed === undefined
            ? null
            : { msLeft: Math.max(0, allowed.minutes * 60_000 - ticks), ends: allowed.ends, tells: true },
      };
      const context = { session, clock };
      const room = {
        context,
        exam: { tag: EXAM, limitMinutes: 40, draw: 1 },
        desk: openDesk(mirror, 'exam'),
        attempt,
      } as unknown as ExamRoom;
      const keeper = createTimekeeper({
        room,
        onTick: () => undefined,
        onNotice: (minutes) => notices.push(minutes),
        onAllowanceOver: () => {
          allowances++;
        },
        onTimeOver: () => {
          isOver = true;
        },
      });
      keeper.open();
      keeper.run(true);
      return keeper;
    },
  };
}

describe('an attempt\u2019s time', () => {
  it('gives each notice once, over reloads, and ends once', () => {
    const browser = makeBrowser();
    browser.open();
    browser.pass(15 * 60);
    const second = browser.open();
    expect(browser.notices).toEqual([30]);
    expect(second.secondsLeft()).toBe(25 * 60);
    browser.pass(25 * 60 - 1);
    expect([browser.notices, browser.isOver()]).toEqual([[30, 15, 5, 1], false]);
    browser.pass(2);
    expect(browser.isOver()).toBe(true);
    expect(browser.attempt()?.spentSeconds).toBe(40 * 60);
  });

  it('resumes where it stood, and notes how long nobody was there', () => {
    const browser = makeBrowser();
    browser.open().close();
    const keeper = browser.open();
    browser.pass(100);
    keeper.close();
    browser.pass(3600);
    expect(browser.open().spentSeconds()).toBe(100);
    expect(browser.attempt()).toMatchObject({ spentSeconds: 100, awaySeconds: 3600 });
  });

  it('loses at most five seconds when the page is killed, though the LMS knows less', () => {
    const browser = makeBrowser();
    const saved = browser.state();
    browser.open();
    browser.pass(97);
    browser.kill(saved);
    const spent = browser.open().spentSeconds();
    expect(spent).toBeGreaterThanOrEqual(92);
    expect(spent).toBeLessThanOrEqual(97);
  });

  it('does not care about a clock that is set by hours, either way', () => {
    for (const hours of [-5, 5]) {
      const browser = makeBrowser();
      const keeper = browser.open();
      browser.pass(30);
      browser.setClock(hours * 3600);
      browser.pass(30);
      expect(keeper.secondsLeft()).toBe(39 * 60);
      keeper.close();
      expect(browser.open().spentSeconds()).toBe(60);
    }
  });

  it('does not count what the computer slept, and notes it as time away', () => {
    const browser = makeBrowser();
    const keeper = browser.open();
    browser.pass(20);
    browser.sleep(7200);
    browser.pass(20);
    keeper.settle();
    expect(browser.attempt()).toMatchObject({ spentSeconds: 40, awaySeconds: 7200, interruptions: 1 });
  });

  it('has no end in study mode, and stands still in a pause', () => {
    const browser = makeBrowser({ ...EXAM_MODE, mode: 'study' });
    const keeper = browser.open();
    browser.pass(50 * 60);
    expect([keeper.secondsLeft(), browser.isOver()]).toEqual([undefined, false]);
    keeper.run(false);
    browser.pass(600);
    keeper.run(true);
    expect(keeper.spentSeconds()).toBe(50 * 60);
    expect(browser.attempt()?.interruptions).toBe(0);
  });

  it('ends with the LMS\u2019s time where that is shorter and ends the course, and is only told of it where it does not', () => {
    const ended = makeBrowser(EXAM_MODE, { minutes: 10, ends: true });
    ended.open();
    ended.pass(10 * 60 + 1);
    expect([ended.isOver(), ended.notices]).toEqual([true, [5, 1]]);
    const told = makeBrowser(EXAM_MODE, { minutes: 10, ends: false });
    told.open();
    told.pass(11 * 60);
    expect([told.isOver(), told.allowances()]).toEqual([false, 1]);
  });
});
