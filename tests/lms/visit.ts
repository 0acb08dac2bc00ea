/** Visits of one learner to a sample course in the fake LMS, without a browser: the session with a clock that tests move. */
import { answerQuestion, finishAttempt, markDone, startAttempt, visitPage } from '../../src/player/learning.ts';
import { recordAnswer } from '../../src/player/learning-record.ts';
import { createSession } from '../../src/player/session/create-session.ts';
import type { Mirror } from '../../src/player/session/environment.ts';
import type { Session } from '../../src/player/session/session.ts';
import type { LmsConnection, ResponseRecord } from '../../src/shared/lms-session.ts';
import type { PackageData } from '../../src/shared/package-data.ts';
import { tagOf } from '../../src/shared/tags.ts';
import { createScorm12Connection } from '../../src/targets/scorm12/browser/scorm12-connection.ts';
import type { FakeLms } from '../../src/targets/scorm12/fake-lms/fake-lms.ts';
import { makeSampleData, type SampleOptions } from './sample-package.ts';

export const QUIZ = tagOf('quiz');
const INTERACTION = /^cmi\.interactions\.\d+\.id$/;

export function createClock() {
  let now = Date.UTC(2026, 10, 22, 9, 0, 0);
  /** How far the computer's clock was set forward. */
  let shift = 0;
  let timers: { at: number; run: () => void }[] = [];
  return {
    now: () => now + shift,
    ticks: () => now,
    later(ms: number, run: () => void) {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    /** The computer's clock is set forward or back; timers do not notice. */
    set(ms: number) {
      shift += ms;
    },
    /** The computer sleeps. */
    sleep(ms: number) {
      timers = timers.map((timer) => ({ ...timer, at: timer.at + ms }));
      now += ms;
    },
    /** Moves time and runs what falls due on the way. */
    pass(ms: number) {
      const end = now + ms;
      for (;;) {
        const next = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        now = Math.max(now, next.at);
        timers = timers.filter((timer) => timer !== next);
        next.run();
      }
      now = end;
    },
  };
}

export function createMirror(): Mirror & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    read: (name) => kept.get(name) ?? '',
    write: (name, text) => {
      kept.set(name, text);
      return true;
    },
    clear: () => kept.clear(),
  };
}

export interface Visit {
  readonly session: Session;
  readonly clock: ReturnType<typeof createClock>;
  readonly data: PackageData;
}

export interface VisitOptions extends SampleOptions {
  readonly mirror?: Mirror;
  readonly probe?: () => Promise<boolean | undefined>;
  readonly data?: PackageData;
  readonly clock?: ReturnType<typeof createClock>;
  /** Stands between the session and the LMS. */
  readonly wrap?: (link: LmsConnection) => LmsConnection;
}

export async function visit(lms: FakeLms, options: VisitOptions = {}): Promise<Visit> {
  const data = options.data ?? makeSampleData(options).data;
  const clock = options.clock ?? createClock();
  const api = lms.launch();
  const session = createSession({
    data,
    clock,
    connect: async () =>
      api === undefined ? undefined : (options.wrap ?? ((link) => link))(createScorm12Connection(api)),
    probe: options.probe ?? (async () => undefined),
    openMirror: () => options.mirror ?? createMirror(),
    onChange: () => undefined,
  });
  await session.start();
  return { session, clock, data };
}

export function record(id: string): ResponseRecord {
  return {
    id: `quiz.a1.${id}`,
    type: 'choice',
    response: ['a'],
    correct: ['a'],
    credit: 1,
    weight: 1,
    domain: 'first',
    answeredAt: Date.UTC(2026, 10, 22),
    latencyMs: 1500,
  };
}

/** Does the whole course, with this score in the quiz. */
export function doEverything({ session, data }: Visit, score: number): void {
  let state = session.state();
  for (const activity of data.activities) state = visitPage(state, activity.tag);
  state = markDone(markDone(state, tagOf('intro')), tagOf('details'));
  const questions = data.questions.filter((question) => question.id !== 'check-1');
  state = startAttempt(state, QUIZ, 7, questions);
  for (const question of questions) {
    state = recordAnswer(answerQuestion(state, QUIZ, question, ['a']), question.tag, score > 50, 2500);
  }
  session.update(finishAttempt(state, QUIZ, { score, day: 2500 }), 'now');
  session.report(
    QUIZ,
    1,
    questions.map((question) => record(question.id)),
  );
}

export function countInteractions(lms: FakeLms): number {
  return Object.keys(lms.dump()).filter((element) => INTERACTION.test(element)).length;
}
