/** The session in front of odd LMSs, clocks, browsers and learners: what was earned stays, what was answered is found again. */
import { describe, expect, it } from 'vitest';
import { answerCheck, answerQuestion, markDone, startAttempt, visitPage } from '../../src/player/learning.ts';
import { recordAnswer } from '../../src/player/learning-record.ts';
import type { LmsConnection, WriteOutcome } from '../../src/shared/lms-session.ts';
import { decodeState, encodeState } from '../../src/shared/state-codec.ts';
import { createEmptyState } from '../../src/shared/state-record.ts';
import { tagOf } from '../../src/shared/tags.ts';
import { createFakeLms, type FakeLms } from '../../src/targets/scorm12/fake-lms/fake-lms.ts';
import { makeSampleData } from '../lms/sample-package.ts';
import { countInteractions, createClock, createMirror, doEverything, QUIZ, record, visit } from '../lms/visit.ts';

function storedState(lms: FakeLms) {
  const decoded = decodeState(lms.dump()['cmi.suspend_data'] ?? '', tagOf('sample'));
  if (decoded.kind !== 'read') throw new Error(`the LMS holds a state that is ${decoded.kind}`);
  return decoded.state;
}

/** Keeps every status that is written. */
function watchStatus(statuses: string[]) {
  return (link: LmsConnection): LmsConnection => ({
    ...link,
    writeStatus(status) {
      statuses.push(status);
      return link.writeStatus(status);
    },
  });
}

describe('interactions (R11)', () => {
  it('go on from the count of the LMS, also where it kept fewer than were sent', async () => {
    const lms = createFakeLms('strict');
    lms.put('cmi.suspend_data', encodeState({ ...createEmptyState('sample'), interactions: 12 }));
    const now = await visit(lms);
    doEverything(now, 25);
    now.clock.pass(60_000);
    expect(countInteractions(lms)).toBe(4);
    expect(lms.counts().refused).toEqual([]);
  });

  it('pass over one that is refused, without losing those behind it', async () => {
    const lms = createFakeLms('strict');
    const now = await visit(lms);
    const ids = ['q1', '', 'q3', 'q4'];
    now.session.report(
      QUIZ,
      1,
      ids.map((id) => (id === '' ? { ...record(id), id: '' } : record(id))),
    );
    now.clock.pass(60_000);
    expect(countInteractions(lms)).toBe(3);
    expect(now.session.state().interactions).toBe(3);
    expect(lms.dump()['cmi.interactions.2.id']).toBe('quiz.a1.q4');
  });

  it('of earlier visits do not crowd the last state out of the beacon that Moodle sends while the page goes', async () => {
    const lms = createFakeLms('moodle');
    for (let at = 0; at < 120; at++) {
      for (const field of ['id', 'type', 'time', 'weighting', 'student_response', 'result', 'latency']) {
        lms.put(`cmi.interactions.${at}.${field}`, 'a');
      }
    }
    lms.put('cmi.core.lesson_status', 'incomplete');
    const { session } = await visit(lms);
    session.update(visitPage(session.state(), QUIZ), 'later');
    lms.unload();
    session.gone();
    expect(storedState(lms).place).toBe(QUIZ);
  });

  it('stop at 200 for good, and are not asked for where the LMS takes none', async () => {
    const full = createFakeLms('strict');
    full.put('cmi.suspend_data', encodeState({ ...createEmptyState('sample'), interactions: 200 }));
    expect((await visit(full)).session.takesReports()).toBe(false);
    expect((await visit(createFakeLms('openedx'))).session.takesReports()).toBe(false);
    expect((await visit(createFakeLms('strict'))).session.takesReports()).toBe(true);
  });
});

describe('after a failed commit', () => {
  it('never takes back a status that the LMS had accepted, where the server cannot be asked', async () => {
    const lms = createFakeLms('strict');
    const statuses: string[] = [];
    const now = await visit(lms, { wrap: watchStatus(statuses) });
    doEverything(now, 75);
    now.clock.pass(60_000);
    expect(statuses).toEqual(['incomplete', 'passed']);
    lms.breakCommits('refuse');
    now.session.update(visitPage(now.session.state(), tagOf('intro')), 'now');
    lms.breakCommits('no');
    now.clock.pass(60_000);
    expect(now.session.sign().kind).toBe('sent');
    expect(new Set(statuses.slice(2))).toEqual(new Set(['passed']));
  });

  it('does not lower a score that the LMS had accepted', async () => {
    const lms = createFakeLms('strict');
    const scores: number[] = [];
    const watch = (link: LmsConnection): LmsConnection => ({
      ...link,
      writeScore(percent) {
        scores.push(percent);
        return link.writeScore(percent);
      },
    });
    const now = await visit(lms, { wrap: watch });
    doEverything(now, 66.67);
    now.clock.pass(60_000);
    lms.breakCommits('refuse');
    now.session.update(visitPage(now.session.state(), tagOf('intro')), 'now');
    lms.breakCommits('no');
    now.clock.pass(60_000);
    expect(Math.min(...scores)).toBe(66.67);
  });
});

describe('an LMS that answers only after a while (R2)', () => {
  /** Nothing is answered until `wake`; then the link works. */
  function sleepy() {
    let awake = false;
    const wrap = (link: LmsConnection): LmsConnection => {
      const unless =
        <A extends unknown[]>(write: (...values: A) => WriteOutcome) =>
        (...values: A): WriteOutcome =>
          awake ? write(...values) : 'refused';
      return {
        start() {
          const nothing = {
            learnerId: '',
            learnerName: '',
            state: '',
            location: '',
            status: 'unknown',
            score: null,
          } as const;
          return awake ? link.start() : { ...link.start(), ...nothing, answers: false };
        },
        writeState: unless(link.writeState),
        writeLocation: unless(link.writeLocation),
        writeScore: unless(link.writeScore),
        writeStatus: unless(link.writeStatus),
        writeResponse: unless(link.writeResponse),
        writeObjective: unless(link.writeObjective),
        writeExit: unless(link.writeExit),
        commit: unless(link.commit),
        finish: unless(link.finish),
      };
    };
    const wake = (): void => {
      awake = true;
    };
    return { wrap, wake };
  }
  const stored = encodeState({ ...markDone(createEmptyState('sample'), tagOf('intro')), counter: 30, score: 60 });

  it('keeps what it holds, joined with what was done meanwhile', async () => {
    const lms = createFakeLms('strict');
    lms.put('cmi.suspend_data', stored);
    lms.put('cmi.core.lesson_status', 'incomplete');
    const { wrap, wake } = sleepy();
    const { session, clock } = await visit(lms, { wrap });
    expect(session.sign().kind).toBe('failed');
    expect(session.adopted()).toBe(0);
    session.update(markDone(session.state(), tagOf('details')), 'now');
    expect(lms.dump()['cmi.suspend_data']).toBe(stored);
    wake();
    clock.pass(30_000);
    expect(session.sign().kind).toBe('sent');
    expect(session.adopted()).toBe(1);
    expect(storedState(lms)).toMatchObject({ score: 60 });
    expect(storedState(lms).counter).toBeGreaterThan(30);
    expect(storedState(lms).visited.filter((entry) => entry.done)).toHaveLength(2);
    session.exit();
    expect(lms.counts().finishes).toBe(1);
  });

  it('is not written to where it turns out to be review only, and not finished where it never answers', async () => {
    const lms = createFakeLms('strict');
    lms.put('cmi.suspend_data', stored);
    lms.put('cmi.core.lesson_mode', 'review');
    const { wrap, wake } = sleepy();
    const { session, clock } = await visit(lms, { wrap });
    expect(session.phase()).toBe('failing');
    wake();
    clock.pass(30_000);
    expect(session.phase()).toBe('reading');
    expect(session.sign().kind).toBe('none');
    expect(lms.counts().writes).toBe(0);
    const mute = createFakeLms('mute');
    (await visit(mute)).session.gone();
    expect(mute.counts()).toMatchObject({ writes: 0, finishes: 0 });
  });
});

describe('a server that is gone behind an LMS that says yes', () => {
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 4; turn++) await Promise.resolve();
  };

  it('is asked with growing pauses, and the sign does not flicker', async () => {
    const lms = createFakeLms('moodle');
    let answers = true;
    const { session, clock } = await visit(lms, { probe: async () => answers });
    await settle();
    answers = false;
    lms.breakCommits('lie');
    const failedAt = clock.now();
    session.update(visitPage(session.state(), QUIZ), 'now');
    await settle();
    const { commits } = lms.counts();
    const signs = new Set<string>();
    for (let second = 0; second < 120; second++) {
      clock.pass(1000);
      signs.add(JSON.stringify(session.sign()));
      await settle();
      signs.add(JSON.stringify(session.sign()));
    }
    expect([...signs]).toEqual([JSON.stringify({ kind: 'failed', since: failedAt })]);
    // Each try is two commits: what the LMS surely held, then the truth.
    expect(lms.counts().commits - commits).toBeLessThan(12);
    answers = true;
    lms.breakCommits('no');
    clock.pass(120_000);
    await settle();
    expect(session.sign().kind).toBe('saved');
    expect(storedState(lms).place).toBe(QUIZ);
  });

  it('does not keep answers from being reported once it is back', async () => {
    const lms = createFakeLms('strict');
    let answers = true;
    const now = await visit(lms, { probe: async () => answers });
    await settle();
    answers = false;
    lms.breakCommits('lie');
    doEverything(now, 75);
    await settle();
    answers = true;
    lms.breakCommits('no');
    now.clock.pass(10_000);
    await settle();
    now.clock.pass(30_000);
    await settle();
    expect(countInteractions(lms)).toBe(4);
  });
});

describe('Exit after a failure', () => {
  for (const [server, kind] of [
    [true, 'sent'],
    [false, 'failed'],
  ] as const) {
    it(`says ${kind} where the LMS takes everything again and the server ${server ? 'is there' : 'was found gone'}`, async () => {
      const lms = createFakeLms('strict');
      let answers = true;
      const { session } = await visit(lms, { probe: async () => answers });
      for (let turn = 0; turn < 4; turn++) await Promise.resolve();
      answers = server;
      lms.breakCommits(server ? 'refuse' : 'lie');
      session.update(visitPage(session.state(), QUIZ), 'now');
      for (let turn = 0; turn < 4; turn++) await Promise.resolve();
      expect(session.sign().kind).toBe('failed');
      lms.breakCommits(server ? 'no' : 'lie');
      session.exit();
      expect(session.sign().kind).toBe(kind);
    });
  }
});

describe('a clock that jumps', () => {
  it('back an hour does not hold answers back, and time goes on', async () => {
    const lms = createFakeLms('strict');
    const { session, clock } = await visit(lms);
    clock.pass(60_000);
    clock.set(-3_600_000);
    session.update(visitPage(session.state(), QUIZ), 'later');
    clock.pass(15_000);
    expect(storedState(lms).place).toBe(QUIZ);
    expect(lms.dump()['cmi.core.session_time']).toMatch(/^0000:01:/);
  });

  it('forward, because the computer slept in a commit, does not stop the commits that follow', async () => {
    const lms = createFakeLms('strict');
    const clock = createClock();
    let asleep = true;
    const wrap = (link: LmsConnection): LmsConnection => ({
      ...link,
      commit() {
        if (asleep) clock.sleep(8 * 3_600_000);
        asleep = false;
        return link.commit();
      },
    });
    const { session } = await visit(lms, { clock, wrap });
    session.update(visitPage(session.state(), QUIZ), 'later');
    clock.pass(15 * 60_000);
    expect(storedState(lms).place).toBe(QUIZ);
  });
});

describe('a page that is hidden (R7)', () => {
  it('saves the time spent, at most once in ten seconds', async () => {
    const lms = createFakeLms('strict');
    const { session, clock } = await visit(lms);
    clock.pass(300_000);
    const { commits } = lms.counts();
    session.hidden();
    session.hidden();
    expect(lms.counts().commits).toBe(commits + 1);
    expect(lms.dump()['cmi.core.session_time']).toBe('0000:05:00.00');
  });

  it('writes nothing in review', async () => {
    const lms = createFakeLms('strict');
    lms.put('cmi.core.lesson_mode', 'review');
    const { session, clock } = await visit(lms);
    clock.pass(300_000);
    session.hidden();
    expect(lms.counts()).toMatchObject({ writes: 0, commits: 0 });
  });
});

describe('what this browser kept', () => {
  const elsewhere = () => {
    const { data } = makeSampleData();
    const questions = data.questions.filter((question) => question.id !== 'check-1');
    const check = data.questions.find((question) => question.id === 'check-1') ?? { tag: '', check: '' };
    return { questions, check };
  };

  it('is joined with what was done on another computer, and nothing done gets lost', async () => {
    const { questions, check } = elsewhere();
    const [q1, q2] = questions;
    if (q1 === undefined || q2 === undefined) throw new Error('the sample has questions');
    const started = startAttempt(createEmptyState('sample'), QUIZ, 7, questions);
    const hereAnswered = recordAnswer(answerQuestion(started, QUIZ, q1, ['a']), q1.tag, true, 2500);
    const thereAnswered = recordAnswer(answerQuestion(started, QUIZ, q2, ['b']), q2.tag, false, 2500);
    const here = markDone(hereAnswered, tagOf('details'));
    const there = markDone(answerCheck(thereAnswered, check, ['b']), tagOf('intro'));
    const mirror = createMirror();
    mirror.write('state', encodeState({ ...here, counter: 9 }));
    const lms = createFakeLms('strict');
    lms.put('cmi.suspend_data', encodeState({ ...there, counter: 4 }));
    const { session } = await visit(lms, { mirror });
    session.takeOffer();
    const joined = storedState(lms);
    expect(joined.visited.filter((entry) => entry.done)).toHaveLength(2);
    expect(joined.checks[0]?.answer).toEqual(['b']);
    expect(joined.attempts[0]?.items.filter((item) => item.answer !== undefined)).toHaveLength(2);
    expect(joined.record).toHaveLength(2);
  });

  it('is offered although this browser has no room for a second copy', async () => {
    const mirror = createMirror();
    mirror.write('state', encodeState({ ...createEmptyState('sample'), counter: 9, completed: true }));
    const full = { ...mirror, write: () => false };
    expect((await visit(createFakeLms('strict'), { mirror: full })).session.offered()).toBe(true);
  });

  it('survives being taken up without an LMS and left at once', async () => {
    const mirror = createMirror();
    const first = await visit(createFakeLms('none'), { mirror });
    first.session.update(markDone(first.session.state(), QUIZ), 'now');
    const second = await visit(createFakeLms('none'), { mirror });
    second.session.update(visitPage(second.session.state(), tagOf('intro')), 'later');
    second.session.takeOffer();
    second.session.gone();
    const third = await visit(createFakeLms('none'), { mirror });
    third.session.takeOffer();
    expect(third.session.state().visited).toContainEqual({ tag: QUIZ, done: true });
  });

  it('can be cleared after a visit that was review only', async () => {
    const mirror = createMirror();
    const lms = createFakeLms('moodle');
    const first = await visit(lms, { mirror });
    doEverything(first, 75);
    first.session.exit();
    expect(mirror.kept.size).toBe(1);
    const again = await visit(lms, { mirror });
    expect(again.session.phase()).toBe('reading');
    expect(again.session.offered()).toBe(false);
    again.session.exit();
    again.session.clearMirror();
    expect(mirror.kept.size).toBe(0);
  });
});

describe('the course open in two tabs', () => {
  it('keeps the answers of both, also when the older tab writes last', async () => {
    const { data } = makeSampleData();
    const [q1, q2] = data.questions.filter((question) => question.id !== 'check-1');
    if (q1 === undefined || q2 === undefined) throw new Error('the sample has questions');
    const mirror = createMirror();
    const lms = createFakeLms('strict');
    const first = await visit(lms, { mirror });
    first.session.update(startAttempt(first.session.state(), QUIZ, 7, [q1, q2]), 'now');
    first.clock.pass(20_000);
    const second = await visit(lms, { mirror });
    expect(second.session.offered()).toBe(false);
    second.session.update(answerQuestion(second.session.state(), QUIZ, q2, ['b']), 'now');
    second.clock.pass(20_000);
    first.session.update(answerQuestion(first.session.state(), QUIZ, q1, ['a']), 'now');
    first.clock.pass(20_000);
    const items = storedState(lms).attempts[0]?.items ?? [];
    expect(items.filter((item) => item.answer !== undefined)).toHaveLength(2);
  });

  it('does not bring back what the learner declined', async () => {
    const mirror = createMirror();
    mirror.write('state', encodeState({ ...createEmptyState('sample'), counter: 9, completed: true }));
    const lms = createFakeLms('strict');
    const { session } = await visit(lms, { mirror });
    session.declineOffer();
    session.update(visitPage(session.state(), QUIZ), 'now');
    expect(storedState(lms).completed).toBe(false);
  });
});

describe('the pass mark (R3)', () => {
  it('that the learner is told is the one of the LMS, where it names one', async () => {
    const lms = createFakeLms('strict');
    expect((await visit(lms)).session.passMark()).toBe(70);
    lms.put('cmi.student_data.mastery_score', '80');
    expect((await visit(lms)).session.passMark()).toBe(80);
  });
});
