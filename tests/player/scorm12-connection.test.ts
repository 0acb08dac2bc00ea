/** The link to a SCORM 1.2 LMS in front of everything that LMSs have been seen to answer. */
import { describe, expect, it } from 'vitest';
import type { ResponseRecord } from '../../src/shared/lms-session.ts';
import { findApi, type Scorm12Api } from '../../src/targets/scorm12/browser/find-api.ts';
import { createScorm12Connection } from '../../src/targets/scorm12/browser/scorm12-connection.ts';

/** An API that answers everything the same way, and keeps what it was told. */
function makeApi(answers: Partial<Record<keyof Scorm12Api, (...values: string[]) => unknown>>, fallback: unknown) {
  const writes: string[] = [];
  const call =
    (name: keyof Scorm12Api) =>
    (...values: string[]): unknown => {
      if (name === 'LMSSetValue') writes.push(values.join('='));
      return answers[name] === undefined ? fallback : answers[name](...values);
    };
  const api: Scorm12Api = {
    LMSInitialize: call('LMSInitialize'),
    LMSFinish: call('LMSFinish'),
    LMSGetValue: call('LMSGetValue'),
    LMSSetValue: call('LMSSetValue'),
    LMSCommit: call('LMSCommit'),
    LMSGetLastError: call('LMSGetLastError'),
  };
  return { api, writes };
}

const RECORD: ResponseRecord = {
  id: 'quiz.a1.q 1é',
  type: 'choice',
  response: ['b', 'a'],
  correct: ['a'],
  credit: 0.5,
  weight: 1,
  domain: 'first',
  answeredAt: 0,
  latencyMs: 30_500,
};

const fail = (): never => {
  throw new Error('LMS fault');
};

describe('the SCORM 1.2 link', () => {
  it('survives an LMS that throws at every call', () => {
    const { api } = makeApi(
      {
        LMSInitialize: fail,
        LMSFinish: fail,
        LMSGetValue: fail,
        LMSSetValue: fail,
        LMSCommit: fail,
        LMSGetLastError: fail,
      },
      '',
    );
    const link = createScorm12Connection(api);
    expect(link.start()).toMatchObject({
      mode: 'normal',
      state: '',
      status: 'unknown',
      score: null,
      interactionCount: null,
    });
    expect(link.writeState('x')).toBe('failed');
    expect(link.writeResponse(0, RECORD)).toBe('failed');
    expect(link.commit()).toBe('failed');
    expect(link.finish()).toBe('failed');
  });

  it('takes booleans and text alike for yes, and anything else for no', () => {
    for (const [answer, outcome] of [
      [true, 'accepted'],
      ['true', 'accepted'],
      [false, 'refused'],
      ['false', 'refused'],
      [1, 'refused'],
      ['', 'refused'],
      [undefined, 'refused'],
    ] as const) {
      expect(createScorm12Connection(makeApi({}, answer).api).writeLocation('x')).toBe(outcome);
    }
  });

  it('reads what is there when the LMS was already initialized (101)', () => {
    for (const code of ['101', 101]) {
      const { api } = makeApi(
        {
          LMSInitialize: () => 'false',
          LMSGetLastError: () => code,
          LMSGetValue: (element) => (element === 'cmi.core.lesson_status' ? 'passed' : ''),
        },
        'true',
      );
      expect(createScorm12Connection(api).start().status).toBe('passed');
    }
  });

  it('reads modes, numbers and pass marks for what they are', () => {
    const start = (values: Readonly<Record<string, unknown>>) =>
      createScorm12Connection(makeApi({ LMSGetValue: (element) => values[element] ?? '' }, 'true').api).start();
    expect(start({ 'cmi.core.lesson_mode': 'browse' }).mode).toBe('browse');
    expect(start({ 'cmi.core.credit': 'no-credit' }).mode).toBe('review');
    expect(start({ 'cmi.core.score.raw': '' }).score).toBeNull();
    expect(start({ 'cmi.core.score.raw': 40 }).score).toBe(40);
    expect(start({ 'cmi.student_data.mastery_score': '80' }).passMark).toBe(80);
    for (const odd of ['0', '120', 'high'])
      expect(start({ 'cmi.student_data.mastery_score': odd }).passMark).toBeNull();
    expect(start({ 'cmi.interactions._children': 'id', 'cmi.interactions._count': 3 }).interactionCount).toBe(3);
    for (const odd of ['', 'none', undefined]) {
      expect(start({ 'cmi.interactions._children': 'id', 'cmi.interactions._count': odd }).interactionCount).toBeNull();
    }
  });

  it('reads a time limit, what it asks for at its end, and the time that is used up', () => {
    const limit = (allowed: string, action: string, used = '0000:30:00.50') => {
      const values: Readonly<Record<string, string>> = {
        'cmi.student_data.max_time_allowed': allowed,
        'cmi.student_data.time_limit_action': action,
        'cmi.core.total_time': used,
      };
      return createScorm12Connection(
        makeApi({ LMSGetValue: (element) => values[String(element)] ?? '' }, 'true').api,
      ).start().timeLimit;
    };
    const fourHours = { allowedMs: 14_400_000, usedMs: 1_800_500 };
    expect(limit('0004:00:00', 'exit,message')).toEqual({ ...fourHours, ends: true, tells: true });
    expect(limit('04:00:00.00', 'exit,no message')).toEqual({ ...fourHours, ends: true, tells: false });
    expect(limit('0004:00:00.0', 'Continue, Message')).toEqual({ ...fourHours, ends: false, tells: true });
    for (const action of ['', 'continue,no message', 'whatever'])
      expect(limit('0004:00:00', action)).toEqual({ ...fourHours, ends: false, tells: false });
    for (const allowed of ['', '0000:00:00', '240', 'PT4H', '4:00:00', 'null'])
      expect(limit(allowed, 'exit,message')).toBeNull();
    expect(limit('0001:00:00', '', 'soon')?.usedMs).toBe(0);
  });

  it('says whether the LMS answers at all: to LMSInitialize, or with anything that can be read', () => {
    const answers = (initialize: unknown, name: string): boolean => {
      const get = (element?: string) => (element === 'cmi.core.student_id' ? name : '');
      return createScorm12Connection(makeApi({ LMSInitialize: () => initialize, LMSGetValue: get }, 'true').api).start()
        .answers;
    };
    expect(answers('true', '')).toBe(true);
    expect(answers('false', 'learner-17')).toBe(true);
    expect(answers(undefined, 'learner-17')).toBe(true);
    expect(answers('false', '')).toBe(false);
    let calls = 0;
    const { api } = makeApi({ LMSInitialize: () => ++calls > 1 }, '');
    const link = createScorm12Connection(api);
    expect([link.start().answers, link.start().answers, link.start().answers]).toEqual([false, true, true]);
    expect(calls).toBe(2);
  });

  it('writes only in a mode it knows: normal, or none named', () => {
    const mode = (lessonMode: string, credit: string) =>
      createScorm12Connection(
        makeApi(
          {
            LMSGetValue: (element) =>
              element === 'cmi.core.lesson_mode' ? lessonMode : element === 'cmi.core.credit' ? credit : '',
          },
          'true',
        ).api,
      ).start().mode;
    expect([mode('', ''), mode('normal', 'credit'), mode('Normal', 'Credit')]).toEqual(['normal', 'normal', 'normal']);
    expect([mode('review', ''), mode('practice', ''), mode('', 'No-Credit')]).toEqual(['review', 'review', 'review']);
  });

  it('takes words that stand for nothing as nothing', () => {
    for (const nothing of ['null', 'undefined', null, undefined, false]) {
      const { api } = makeApi({ LMSGetValue: () => nothing }, 'true');
      expect(createScorm12Connection(api).start()).toMatchObject({ state: '', learnerId: '', mode: 'normal' });
    }
  });

  it('adds objectives behind those that are there, also where their ids cannot be read', () => {
    const { api, writes } = makeApi(
      {
        LMSGetValue: (element) =>
          ({ 'cmi.objectives._children': 'id', 'cmi.objectives._count': '3', 'cmi.objectives.1.id': 'second' })[
            element ?? ''
          ] ?? '',
      },
      'true',
    );
    const link = createScorm12Connection(api);
    link.start();
    for (const id of ['first', 'second']) link.writeObjective({ id, score: 50, status: 'completed' });
    expect(writes.filter((write) => write.endsWith('status=completed'))).toEqual([
      'cmi.objectives.3.status=completed',
      'cmi.objectives.1.status=completed',
    ]);
  });

  it('counts a record whose details are refused as taken', () => {
    const { api } = makeApi({ LMSSetValue: (element) => String(element?.endsWith('.id') === true) }, 'true');
    expect(createScorm12Connection(api).writeResponse(0, RECORD)).toBe('accepted');
  });

  it('writes an interaction id first, type second, in the forms of the standard, and nothing after a refused id', () => {
    const { api, writes } = makeApi({}, 'true');
    createScorm12Connection(api).writeResponse(4, RECORD);
    expect(writes.map((write) => write.replace('cmi.interactions.4.', ''))).toEqual([
      'id=quiz.a1.q-1-',
      'type=choice',
      'objectives.0.id=first',
      expect.stringMatching(/^time=\d\d:\d\d:\d\d$/),
      'correct_responses.0.pattern=a',
      'weighting=1',
      'student_response=b,a',
      'result=0.5',
      'latency=0000:00:30.50',
    ]);
    const refusing = makeApi({}, 'false');
    createScorm12Connection(refusing.api).writeResponse(0, RECORD);
    expect(refusing.writes).toHaveLength(1);
  });

  it('spells the same score anew, so that no LMS takes it for sent', () => {
    const { api, writes } = makeApi({}, 'true');
    const link = createScorm12Connection(api);
    for (let again = 0; again < 3; again++) link.writeScore(80);
    expect(writes.filter((write) => write.includes('raw')).map((write) => write.split('=')[1])).toEqual([
      '80',
      '80.0',
      '80',
    ]);
  });
});

describe('finding the API (R1)', () => {
  const api = makeApi({}, 'true').api;
  // Only what `findApi` looks at.
  const frame = (parts: object): Window => parts as Window;

  it('looks up the parents, then the opener’s, past windows of other sites', () => {
    const top = { API: api } as Record<string, unknown>;
    top.parent = top;
    expect(findApi(frame({ parent: { parent: top } }))).toBe(api);
    const lonely: Record<string, unknown> = { opener: { parent: top } };
    lonely.parent = lonely;
    expect(findApi(frame(lonely))).toBe(api);
    const foreign = {
      get API(): unknown {
        throw new Error('cross-origin');
      },
      parent: top,
    };
    expect(findApi(frame({ parent: foreign }))).toBe(api);
  });

  it('passes over a frame of another site that is called API', () => {
    const top = { API: api } as Record<string, unknown>;
    top.parent = top;
    const closed = new Proxy(
      {},
      {
        has() {
          throw new Error('cross-origin');
        },
      },
    );
    expect(findApi(frame({ API: closed, parent: top }))).toBe(api);
  });

  it('ends in a chain without end, and without an LMS', () => {
    const endless = (): object => ({
      get parent() {
        return endless();
      },
    });
    expect(findApi(frame(endless()))).toBeUndefined();
    const alone: Record<string, unknown> = { opener: null };
    alone.parent = alone;
    expect(findApi(frame(alone))).toBeUndefined();
  });
});
