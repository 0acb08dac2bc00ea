/** The session's policy against the fake LMS in its profiles, with a clock that tests move. */
import { describe, expect, it } from 'vitest';
import {
  answerCheck,
  answerQuestion,
  finishAttempt,
  markDone,
  startAttempt,
  visitPage,
} from '../../src/player/learning.ts';
import { recordAnswer } from '../../src/player/learning-record.ts';
import { mayWrite, nextPhase } from '../../src/player/session/session-machine.ts';
import type { LmsConnection, WriteOutcome } from '../../src/shared/lms-session.ts';
import { decodeState, encodeState } from '../../src/shared/state-codec.ts';
import { createEmptyState } from '../../src/shared/state-record.ts';
import { tagOf } from '../../src/shared/tags.ts';
import { createFakeLms } from '../../src/targets/scorm12/fake-lms/fake-lms.ts';
import { makeSampleData } from '../lms/sample-package.ts';
import { countInteractions, createClock, createMirror, doEverything, QUIZ, record, visit } from '../lms/visit.ts';

describe('session phases', () => {
  it('has one end, which nothing leaves', () => {
    const events = [
      'no-lms',
      'read-only',
      'unreadable',
      'ready',
      'decide',
      'write-failed',
      'write-accepted',
      'end',
    ] as const;
    for (const event of events) expect(nextPhase('ended', event)).toBe('ended');
    for (const phase of ['connecting', 'untracked', 'reading', 'held', 'open', 'failing'] as const) {
      expect(nextPhase(phase, 'end')).toBe('ended');
      expect(mayWrite(phase)).toBe(phase === 'open' || phase === 'failing');
    }
  });
});

describe('first visit (R4)', () => {
  for (const profile of ['strict', 'moodle', 'openedx'] as const) {
    it(`sets incomplete and commits at once, in ${profile}`, async () => {
      const lms = createFakeLms(profile);
      const { session } = await visit(lms);
      expect(lms.dump()).toMatchObject({ 'cmi.core.lesson_status': 'incomplete', 'cmi.core.exit': 'suspend' });
      expect(lms.dump()['cmi.core.score.raw']).toBeUndefined();
      expect(lms.counts()).toMatchObject({ commits: 1, refused: [] });
      expect(session.sign().kind).toBe('sent');
    });
  }

  it('leaves an untouched course incomplete in Moodle', async () => {
    const lms = createFakeLms('moodle');
    const { session } = await visit(lms);
    session.gone();
    expect(lms.dump()['cmi.core.lesson_status']).toBe('incomplete');
  });
});

describe('score and status (R5, R6)', () => {
  it('passes when all is done and the mark is reached, and reports every answer', async () => {
    const lms = createFakeLms('moodle');
    const now = await visit(lms);
    doEverything(now, 75);
    expect(lms.dump()).toMatchObject({ 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '75' });
    expect(countInteractions(lms)).toBe(0);
    now.clock.pass(60_000);
    expect(countInteractions(lms)).toBe(4);
    expect(lms.dump()).toMatchObject({ 'cmi.objectives.0.id': 'first', 'cmi.objectives.0.score.raw': '100' });
    expect(lms.counts().refused).toEqual([]);
    now.session.exit();
    expect(lms.dump()['cmi.core.exit']).toBe('');
    expect(lms.counts().finishes).toBe(1);
  });

  it('stays incomplete below the mark, and keeps the best score', async () => {
    const lms = createFakeLms('strict');
    const now = await visit(lms);
    doEverything(now, 66.67);
    expect(lms.dump()).toMatchObject({ 'cmi.core.lesson_status': 'incomplete', 'cmi.core.score.raw': '66.67' });
    doEverything(now, 25);
    now.clock.pass(60_000);
    expect(lms.dump()).toMatchObject({ 'cmi.core.lesson_status': 'incomplete', 'cmi.core.score.raw': '66.67' });
    now.session.exit();
    expect(lms.dump()['cmi.core.exit']).toBe('suspend');
  });

  it('withholds only the status until "Finish and report"', async () => {
    const lms = createFakeLms('strict');
    const now = await visit(lms, { report: 'when-finished' });
    doEverything(now, 75);
    expect(lms.dump()).toMatchObject({ 'cmi.core.lesson_status': 'incomplete', 'cmi.core.score.raw': '75' });
    expect(now.session.mayFinish()).toBe(true);
    now.session.finishAndReport();
    expect(lms.dump()['cmi.core.lesson_status']).toBe('passed');
    expect(now.session.mayFinish()).toBe(false);
  });

  it('takes the pass mark of the LMS where it names a sane one', async () => {
    const lms = createFakeLms('strict');
    lms.put('cmi.student_data.mastery_score', '80');
    const now = await visit(lms);
    doEverything(now, 75);
    expect(lms.dump()['cmi.core.lesson_status']).toBe('incomplete');
  });
});

describe('a time limit of the LMS', () => {
  it('counts down over visits, and is nothing where the LMS names none', async () => {
    const lms = createFakeLms('strict');
    expect((await visit(lms)).session.timeLimit()).toBeNull();
    lms.put('cmi.student_data.max_time_allowed', '0001:00:00');
    lms.put('cmi.student_data.time_limit_action', 'exit,message');
    const first = await visit(lms);
    expect(first.session.timeLimit()).toEqual({ msLeft: 3_600_000, ends: true, tells: true });
    first.clock.pass(600_000);
    expect(first.session.timeLimit()?.msLeft).toBe(3_000_000);
    first.session.exit();
    const second = await visit(lms);
    expect(second.session.timeLimit()?.msLeft).toBe(3_000_000);
    second.clock.pass(4_000_000);
    expect(second.session.timeLimit()?.msLeft).toBe(0);
  });
});

describe('review (R3)', () => {
  it('writes nothing, not even at the end', async () => {
    const lms = createFakeLms('moodle');
    const first = await visit(lms);
    doEverything(first, 75);
    first.session.exit();
    const before = lms.dump();
    const writes = lms.counts().writes;
    const again = await visit(lms);
    expect(again.session.phase()).toBe('reading');
    doEverything(again, 100);
    again.session.hidden();
    again.session.leaving();
    again.session.gone();
    expect(lms.counts().writes).toBe(writes);
    expect({ ...lms.dump(), 'cmi.core.total_time': '', 'cmi.core.entry': '' }).toEqual({
      ...before,
      'cmi.core.total_time': '',
      'cmi.core.entry': '',
    });
  });
});

describe('practice in review (R3)', () => {
  /** Finishes a further attempt with all answers right. */
  const practice = ({ session, data }: Awaited<ReturnType<typeof visit>>): void => {
    const questions = data.questions.filter((question) => question.id !== 'check-1');
    let state = startAttempt(session.state(), QUIZ, 9, questions);
    for (const question of questions) state = answerQuestion(state, QUIZ, question, ['b']);
    session.update(finishAttempt(state, QUIZ, { score: 100, day: 2501 }), 'now');
  };
  const passCourse = async (mirror: ReturnType<typeof createMirror>) => {
    const lms = createFakeLms('moodle');
    const first = await visit(lms, { mirror });
    doEverything(first, 75);
    first.clock.pass(60_000);
    first.session.exit();
    return lms;
  };

  it('is kept in this browser and found again, and the LMS hears nothing of it', async () => {
    const mirror = createMirror();
    const lms = await passCourse(mirror);
    const { writes } = lms.counts();
    const second = await visit(lms, { mirror });
    expect(second.session.keepsPractice()).toBe(true);
    practice(second);
    second.session.exit();
    const third = await visit(lms, { mirror });
    expect(third.session.state().attempts[0]).toMatchObject({ number: 2, finished: true });
    expect(third.session.state().results[0]).toMatchObject({ attempts: 2, last: 100 });
    expect(third.session.adopted()).toBeGreaterThan(1);
    expect(third.session.takesReports()).toBe(false);
    third.session.gone();
    expect(lms.counts().writes).toBe(writes);
    expect(lms.dump()['cmi.core.score.raw']).toBe('75');
  });

  it('is never offered to an LMS that opens the course again', async () => {
    const mirror = createMirror();
    const lms = await passCourse(mirror);
    const second = await visit(lms, { mirror });
    practice(second);
    second.session.exit();
    const again = await visit(createFakeLms('moodle'), { mirror });
    expect(again.session.state().results).toEqual([]);
    again.session.takeOffer();
    expect(again.session.state().results[0]).toMatchObject({ attempts: 1, best: 75 });
  });

  it('is joined from two tabs, and cleared with all else', async () => {
    const mirror = createMirror();
    const lms = await passCourse(mirror);
    const one = await visit(lms, { mirror });
    const other = await visit(lms, { mirror });
    practice(one);
    const check = other.data.questions.find(({ id }) => id === 'check-1');
    if (check !== undefined) other.session.update(answerCheck(other.session.state(), check, ['b']), 'later');
    const later = await visit(lms, { mirror });
    expect(later.session.state().results[0]).toMatchObject({ attempts: 2 });
    expect(later.session.state().checks).toMatchObject([{ tag: tagOf('check-1'), answer: ['b'] }]);
    later.session.exit();
    later.session.clearMirror();
    expect(mirror.kept.size).toBe(0);
  });

  it('is not said to be kept where this browser stores nothing, or the LMS names no learner', async () => {
    const lms = await passCourse(createMirror());
    const refusing = { ...createMirror(), write: () => false };
    const second = await visit(lms, { mirror: refusing });
    practice(second);
    expect(second.session.keepsPractice()).toBe(false);
    second.session.exit();
    lms.put('cmi.core.student_id', '');
    const mirror = createMirror();
    const nobody = await visit(lms, { mirror });
    practice(nobody);
    expect(nobody.session.keepsPractice()).toBe(false);
    expect(mirror.kept.size).toBe(0);
  });
});

describe('pacing (R7)', () => {
  it('commits paced answers at most once in ten seconds, and at once when the page is hidden', async () => {
    const lms = createFakeLms('strict');
    const { session, clock } = await visit(lms);
    for (let second = 0; second < 60; second++) {
      session.update(visitPage(session.state(), second % 2 === 0 ? tagOf('intro') : tagOf('details')), 'later');
      clock.pass(1000);
    }
    expect(lms.counts().commits).toBeLessThanOrEqual(7);
    session.update(visitPage(session.state(), QUIZ), 'later');
    session.hidden();
    expect(lms.dump()['cmi.core.lesson_location']).toBe('quiz');
  });

  it('finishes once and ignores what comes after', async () => {
    const lms = createFakeLms('strict');
    const { session } = await visit(lms);
    session.leaving();
    session.gone();
    session.gone();
    session.exit();
    session.update(visitPage(session.state(), QUIZ), 'now');
    expect(lms.counts()).toMatchObject({ finishes: 1, refused: [] });
  });
});

describe('an exam of 100 questions', () => {
  it('asks the LMS for little and saves little', async () => {
    const lms = createFakeLms('moodle');
    const { data: sample } = makeSampleData();
    const questions = Array.from({ length: 100 }, (_, at) => ({
      id: `q-${at}`,
      tag: tagOf(`q-${at}`),
      check: 'AB',
      domain: 'first',
      answer: { form: 'ids' as const, most: 1 },
    }));
    const ids = questions.map((question) => question.id);
    const activities = sample.activities.map((activity) =>
      activity.kind === 'quiz' ? { ...activity, pool: ids, draw: 100 } : { ...activity, checks: [] },
    );
    const { session, clock } = await visit(lms, { data: { ...sample, activities, questions } });
    session.update(startAttempt(session.state(), QUIZ, 7, questions), 'later');
    for (const question of questions) {
      const answered = answerQuestion(session.state(), QUIZ, question, ['c']);
      session.update(recordAnswer(answered, question.tag, true, 2500), 'later');
      clock.pass(100_000);
    }
    const before = lms.counts();
    session.update(finishAttempt(session.state(), QUIZ, { score: 100, day: 2500 }), 'now');
    session.report(
      QUIZ,
      1,
      ids.map((id) => record(id)),
    );
    clock.pass(60_000);
    const after = lms.counts();
    console.info(
      `100 questions: ${before.calls} LMS calls before submit, ${after.calls} in all, ${after.commits} commits`,
    );
    expect(before.calls).toBeLessThanOrEqual(400);
    expect(after.calls).toBeLessThanOrEqual(1400);
    expect(countInteractions(lms)).toBe(100);
    expect((lms.dump()['cmi.suspend_data'] ?? '').length).toBeLessThanOrEqual(1000);
  });
});

describe('reports in chunks (R5, R11)', () => {
  const ids = Array.from({ length: 100 }, (_, at) => `q-${at}`);
  const { data: sample } = makeSampleData();
  const questions = ids.map((id) => ({
    id,
    tag: tagOf(id),
    check: 'AB',
    domain: 'first',
    answer: { form: 'ids' as const, most: 1 },
  }));
  const activities = sample.activities.map((activity) =>
    activity.kind === 'quiz' ? { ...activity, pool: ids, draw: 100 } : { ...activity, checks: [] },
  );
  const data = { ...sample, activities, questions };
  type Now = Awaited<ReturnType<typeof visit>>;
  const answerAll = ({ session }: Now): void => {
    let state = startAttempt(session.state(), QUIZ, 7, questions);
    for (const question of questions) state = answerQuestion(state, QUIZ, question, ['c']);
    session.update(state, 'later');
  };
  const submit = ({ session }: Now): void => {
    session.update(finishAttempt(session.state(), QUIZ, { score: 100, day: 2500 }), 'now');
    session.report(
      QUIZ,
      1,
      ids.map((id) => record(id)),
    );
  };
  /** As the player does at a visit: what was answered and is not reported yet. */
  const reportRest = ({ session }: Now): void => {
    const attempt = session.state().attempts.find(({ activity }) => activity === QUIZ);
    if (attempt === undefined || !attempt.finished || attempt.reported >= ids.length) return;
    session.report(
      QUIZ,
      1,
      ids.slice(attempt.reported).map((id) => record(id)),
    );
  };
  const interactionIds = (lms: ReturnType<typeof createFakeLms>): readonly string[] =>
    Object.entries(lms.dump())
      .filter(([element]) => /^cmi\.interactions\.\d+\.id$/.test(element))
      .map(([, id]) => id)
      .sort();
  const everyId = ids.map((id) => record(id).id).sort();

  it('write score and state with a submit in one small commit, then twenty answers at a time', async () => {
    const lms = createFakeLms('moodle');
    const now = await visit(lms, { data });
    answerAll(now);
    now.clock.pass(60_000);
    const before = lms.counts();
    submit(now);
    const submitted = lms.counts();
    expect(submitted.commits - before.commits).toBe(1);
    expect(submitted.writes - before.writes).toBeLessThanOrEqual(8);
    expect(lms.dump()['cmi.core.score.raw']).toBe('100');
    expect(interactionIds(lms)).toEqual([]);
    const steps: number[] = [];
    for (let second = 0; second < 120; second++) {
      const known = interactionIds(lms).length;
      now.clock.pass(1000);
      steps.push(interactionIds(lms).length - known);
    }
    expect(steps.filter((step) => step > 0)).toEqual([20, 20, 20, 20, 20]);
    expect(interactionIds(lms)).toEqual(everyId);
    expect(now.session.state().attempts[0]?.reported).toBe(100);
  });

  it('leave the page longer alone where the LMS is slow', async () => {
    const lms = createFakeLms('moodle');
    const clock = createClock();
    const slow = (link: LmsConnection): LmsConnection => ({
      ...link,
      commit: () => {
        clock.sleep(3000);
        return link.commit();
      },
    });
    const now = await visit(lms, { data, clock, wrap: slow });
    answerAll(now);
    now.clock.pass(120_000);
    submit(now);
    const commits: number[] = [];
    let known = lms.counts().commits;
    for (let second = 0; second < 300; second++) {
      now.clock.pass(1000);
      const { commits: all } = lms.counts();
      if (all > known) commits.push(second);
      known = all;
    }
    const pauses = commits.slice(1).map((at, index) => at - (commits[index] ?? 0));
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(12);
    expect(interactionIds(lms)).toEqual(everyId);
  });

  /** A submit makes 3 calls, the first chunk 22, the next ones 21: cuts at, before and behind each border. */
  const cuts = [0, 1, 2, 3, 4, 5, 15, 22, 23, 24, 25, 26, 45, 46, 47, 48, 75, 115];

  it.each(['lost', 'killed'] as const)(
    'that are cut after any call, the page %s, are finished at the next visit, each answer once and the score safe',
    async (how) => {
      for (const left of cuts) {
        const lms = createFakeLms('moodle');
        const mirror = createMirror();
        let calls = Number.POSITIVE_INFINITY;
        const dying =
          <A extends readonly unknown[]>(act: (...args: A) => WriteOutcome) =>
          (...args: A): WriteOutcome =>
            calls-- > 0 ? act(...args) : 'failed';
        const cut = (link: LmsConnection): LmsConnection => ({
          ...link,
          writeState: dying(link.writeState),
          writeScore: dying(link.writeScore),
          writeStatus: dying(link.writeStatus),
          writeResponse: dying(link.writeResponse),
          writeObjective: dying(link.writeObjective),
          commit: dying(link.commit),
          finish: dying(link.finish),
        });
        // A page that is killed writes no more into this browser either.
        const own = { ...mirror, write: (name: string, text: string) => calls > 0 && mirror.write(name, text) };
        const first = await visit(lms, { data, wrap: cut, mirror: how === 'killed' ? own : mirror });
        answerAll(first);
        first.clock.pass(60_000);
        calls = left;
        submit(first);
        first.clock.pass(20_000);
        const second = await visit(lms, { data, mirror });
        if (second.session.offered()) second.session.takeOffer();
        // Killed before the submit was anywhere: all answers are there, and the learner submits again.
        if (second.session.state().attempts[0]?.finished === false) {
          expect(second.session.state().attempts[0]?.items.every(({ answer }) => answer !== undefined)).toBe(true);
          submit(second);
        } else {
          second.clock.pass(20_000);
          reportRest(second);
        }
        second.clock.pass(200_000);
        expect([left, lms.dump()['cmi.core.score.raw']]).toEqual([left, '100']);
        expect([left, interactionIds(lms)]).toEqual([left, everyId]);
        second.session.exit();
      }
    },
  );
});

describe('failed commits (R8)', () => {
  for (const profile of ['strict', 'moodle'] as const) {
    it(`says so, tries again with pauses, and in the end loses nothing, in ${profile}`, async () => {
      const lms = createFakeLms(profile);
      const now = await visit(lms);
      lms.breakCommits('refuse');
      const failedAt = now.clock.now();
      doEverything(now, 75);
      expect(now.session.sign()).toEqual({ kind: 'failed', since: failedAt });
      const commits = lms.counts().commits;
      now.clock.pass(60_000);
      expect(lms.counts().commits - commits).toBeGreaterThan(1);
      expect(lms.counts().commits - commits).toBeLessThan(6);
      expect(lms.dump()['cmi.core.lesson_status']).toBe('incomplete');
      lms.breakCommits('no');
      now.clock.pass(300_000);
      expect(now.session.sign().kind).toBe('sent');
      expect(lms.dump()).toMatchObject({ 'cmi.core.lesson_status': 'passed' });
      expect(Number(lms.dump()['cmi.core.score.raw'])).toBe(75);
      const stored = decodeState(lms.dump()['cmi.suspend_data'] ?? '', tagOf('sample'));
      expect(stored.kind === 'read' && stored.state.completed).toBe(true);
      expect(countInteractions(lms)).toBe(4);
    });
  }

  it('finds out through the server where commits lie, and writes everything again', async () => {
    const lms = createFakeLms('moodle');
    let answers = true;
    const now = await visit(lms, { probe: async () => answers });
    await Promise.resolve();
    expect(now.session.sign().kind).toBe('saved');
    answers = false;
    lms.breakCommits('lie');
    doEverything(now, 66.67);
    await Promise.resolve();
    await Promise.resolve();
    expect(now.session.sign().kind).toBe('failed');
    answers = true;
    lms.breakCommits('no');
    now.clock.pass(10_000);
    await Promise.resolve();
    await Promise.resolve();
    expect(now.session.sign().kind).toBe('saved');
    expect(lms.dump()['cmi.core.score.raw']).toBe('66.67');
  });

  it('is honest in front of an LMS that answers nothing', async () => {
    const { session } = await visit(createFakeLms('mute'));
    expect(session.sign().kind).toBe('failed');
  });

  it('reports the rest of the answers at the next visit, once each', async () => {
    const lms = createFakeLms('moodle');
    const first = await visit(lms);
    doEverything(first, 25);
    lms.breakCommits('lie');
    first.session.gone();
    lms.breakCommits('no');
    const second = await visit(lms);
    const attempt = second.session.state().attempts[0];
    expect(attempt).toMatchObject({ finished: true, reported: 0 });
    second.session.report(QUIZ, 1, ['q1', 'q2', 'q3', 'q4'].map(record));
    second.clock.pass(30_000);
    expect(countInteractions(lms)).toBe(4);
    expect(second.session.state().attempts[0]?.reported).toBe(4);
  });
});

describe('what this browser kept (R8)', () => {
  it('is offered when it is newer than the LMS, and loses nothing earned', async () => {
    const mirror = createMirror();
    const lms = createFakeLms('moodle');
    const first = await visit(lms, { mirror });
    lms.breakCommits('lie');
    doEverything(first, 75);
    first.session.gone();
    lms.breakCommits('no');
    const second = await visit(lms, { mirror });
    expect(second.session.offered()).toBe(true);
    expect(second.session.state().status).toBe('incomplete');
    second.session.takeOffer();
    expect(second.session.offered()).toBe(false);
    expect(lms.dump()).toMatchObject({ 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '75' });
  });

  it('is offered again until the learner decides, and not after', async () => {
    const mirror = createMirror();
    const lms = createFakeLms('strict');
    mirror.write('state', encodeState({ ...createEmptyState('sample'), counter: 9, completed: true }));
    for (let again = 0; again < 3; again++) {
      const { session, clock } = await visit(lms, { mirror });
      expect(session.offered()).toBe(true);
      session.update(visitPage(session.state(), QUIZ), 'now');
      clock.pass(20_000);
      session.gone();
    }
    const { session } = await visit(lms, { mirror });
    session.declineOffer();
    session.gone();
    expect((await visit(lms, { mirror })).session.offered()).toBe(false);
  });

  it('is not used where the LMS names no learner', async () => {
    const mirror = createMirror();
    mirror.write('state', encodeState({ ...createEmptyState('sample'), counter: 9, completed: true }));
    const lms = createFakeLms('openedx');
    lms.put('cmi.core.student_id', '');
    const { session } = await visit(lms, { mirror });
    expect(session.offered()).toBe(false);
  });

  it('carries a course without an LMS from visit to visit', async () => {
    const mirror = createMirror();
    const first = await visit(createFakeLms('none'), { mirror });
    expect(first.session.phase()).toBe('untracked');
    first.session.update(markDone(first.session.state(), QUIZ), 'now');
    first.session.gone();
    const second = await visit(createFakeLms('none'), { mirror });
    second.session.takeOffer();
    expect(second.session.state().visited).toEqual([{ tag: QUIZ, done: true }]);
    second.session.clearMirror();
    expect(mirror.kept.size).toBe(0);
  });
});

describe('a state that cannot be used', () => {
  const damaged = `${encodeState({ ...createEmptyState('sample'), completed: true }).slice(0, -1)}!`;

  for (const [kind, text] of [
    ['unreadable', damaged],
    ['foreign', '{"progress":"half"}'],
    ['newer', 'cw4abcdefgh'],
  ] as const) {
    it(`is set aside, not overwritten, until the learner decides: ${kind}`, async () => {
      const lms = createFakeLms('strict');
      lms.put('cmi.suspend_data', text);
      lms.put('cmi.core.lesson_status', 'incomplete');
      const first = await visit(lms);
      expect(first.session.setAside()).toEqual({ kind, text });
      doEverything(first, 75);
      first.clock.pass(60_000);
      first.session.gone();
      expect(lms.dump()['cmi.suspend_data']).toBe(text);
      const second = await visit(lms);
      second.session.startAfresh();
      expect(second.session.phase()).toBe('open');
      expect(decodeState(lms.dump()['cmi.suspend_data'] ?? '', tagOf('sample')).kind).toBe('read');
    });
  }

  it('does not cost what the LMS itself holds as earned', async () => {
    const lms = createFakeLms('strict');
    lms.put('cmi.suspend_data', damaged);
    lms.put('cmi.core.lesson_status', 'completed');
    const { session } = await visit(lms);
    session.startAfresh();
    expect(session.state()).toMatchObject({ completed: true, status: 'completed' });
    expect(lms.dump()['cmi.core.lesson_status']).toBe('completed');
  });
});

describe('interactions (R11)', () => {
  it('stop at 200 records', async () => {
    const lms = createFakeLms('strict');
    const now = await visit(lms);
    now.session.report(
      QUIZ,
      1,
      Array.from({ length: 250 }, (_, at) => record(`q-${at}`)),
    );
    now.clock.pass(600_000);
    expect(countInteractions(lms)).toBe(200);
    expect(now.session.state().interactions).toBe(200);
  });

  it('fit the beacon that Moodle sends while the page goes', async () => {
    const lms = createFakeLms('moodle');
    const now = await visit(lms);
    doEverything(now, 25);
    lms.unload();
    now.session.leaving();
    now.session.gone();
    expect(countInteractions(lms)).toBe(4);
    expect(decodeState(lms.dump()['cmi.suspend_data'] ?? '', tagOf('sample')).kind).toBe('read');
  });
});
