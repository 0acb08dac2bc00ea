/** A built package -> what its first page loads, and what an exam of 100 questions costs an LMS. */
import { gzipSync } from 'node:zlib';
import {
  answerQuestion,
  finishAttempt,
  moveTo,
  setConfidence,
  setFlag,
  spend,
  startAttempt,
  visitPage,
} from '../../src/player/learning.ts';
import { PART_OF_TYPE } from '../../src/player/question-behavior.ts';
import { createSession } from '../../src/player/session/create-session.ts';
import type { AnyPlayerQuestion } from '../../src/questions/answer-data.ts';
import type { PackageData, PageData, QuestionData } from '../../src/shared/package-data.ts';
import { PLAYER_PARTS, partScriptName } from '../../src/shared/package-files.ts';
import { unscramble } from '../../src/shared/scramble.ts';
import { createScorm12Connection } from '../../src/targets/scorm12/browser/scorm12-connection.ts';
import { createFakeLms } from '../../src/targets/scorm12/fake-lms/fake-lms.ts';
import type { PackedFile } from './floors/read-packages.ts';

/** What a browser loads, each file once. */
export interface Loaded {
  readonly names: readonly string[];
  /** Of scripts and style sheets. */
  readonly gzipBytes: number;
}

export interface FirstPages {
  /** The launch page and what it names: all that is loaded before the learner does anything. */
  readonly title: Loaded;
  /** With it the first activity: its script, its pictures, and the parts of the player that it needs. */
  readonly activity: Loaded;
}

export function measureFirstPages(files: readonly Pick<PackedFile, 'name' | 'bytes'>[]): FirstPages {
  const byName = new Map(files.map((file) => [file.name, file.bytes]));
  const first = readData(files).activities[0];
  if (first === undefined) throw new Error('the package has no activity');
  const measure = (names: readonly string[]): Loaded => {
    const code = [...new Set(names)].filter((name) => /\.(js|css)$/.test(name));
    const gzipBytes = code.reduce((sum, name) => sum + gzipSync(byName.get(name) ?? Buffer.alloc(0)).length, 0);
    return { names: [...new Set(names)].sort(), gzipBytes };
  };
  const title = ['index.html', ...listLoaded(String(byName.get('index.html')))];
  const script = String(byName.get(first.script));
  const { body, questions }: PageData = JSON.parse(script.slice(script.indexOf('(') + 1, script.lastIndexOf(')')));
  const keys: readonly AnyPlayerQuestion[] = JSON.parse(unscramble(questions) || '[]');
  const parts = [first.kind, ...keys.map(({ answer }) => PART_OF_TYPE[answer.type])].flatMap((part) =>
    PLAYER_PARTS.filter((name) => name === part).map(partScriptName),
  );
  return { title: measure(title), activity: measure([...title, first.script, ...parts, ...listLoaded(body)]) };
}

function listLoaded(html: string): readonly string[] {
  return [...html.matchAll(/<(?:script|img|link rel="stylesheet")(?= )[^>]*? (?:src|href)="([^":]+)"/g)].map(
    ([, name = '']) => name,
  );
}

function readData(files: readonly Pick<PackedFile, 'name' | 'bytes'>[]): PackageData {
  const script = String(files.find(({ name }) => name === 'course-data.js')?.bytes);
  return JSON.parse(script.slice(script.indexOf('.data=') + '.data='.length, script.lastIndexOf(';')));
}

export interface ExamRun {
  readonly stateCharacters: number;
  readonly calls: number;
  readonly commits: number;
  readonly callsBeforeSubmit: number;
}

const EXAM_QUESTIONS = 100;
const SECONDS_PER_QUESTION = 45;
const FLAGGED_AT = 40;

/** The first quiz or exam of the package, all of its bank asked up to 100 questions, against the strict fake LMS and a clock that does not wait. */
export async function measureExam(files: readonly PackedFile[]): Promise<ExamRun> {
  const data = readData(files);
  const quiz = data.activities.find((activity) => 'pool' in activity);
  if (quiz === undefined) throw new Error('the package has neither quiz nor exam');
  const questions = quiz.pool
    .slice(0, EXAM_QUESTIONS)
    .flatMap((id) => data.questions.find((question) => question.id === id) ?? []);
  const clock = createClock();
  const lms = createFakeLms('strict');
  const api = lms.launch();
  const session = createSession({
    data,
    clock,
    connect: async () => (api === undefined ? undefined : createScorm12Connection(api)),
    probe: async () => undefined,
    openMirror: () => ({ read: () => '', write: () => true, clear: () => undefined }),
    onChange: () => undefined,
  });
  await session.start();
  session.update(visitPage(session.state(), quiz.tag), 'later');
  session.update(startAttempt(session.state(), quiz.tag, 7, questions), 'later');
  for (const question of questions) {
    clock.pass(SECONDS_PER_QUESTION * 1000);
    // As an exam's page does it: time and place go along, an answer is saved on its change, a flag now and then.
    const here = moveTo(spend(session.state(), quiz.tag, SECONDS_PER_QUESTION), quiz.tag, question.tag);
    session.update(here, 'with-next');
    session.update(answerQuestion(session.state(), quiz.tag, question, answerOf(question)), 'later');
    session.update(setConfidence(session.state(), quiz.tag, question.tag, 2), 'with-next');
    if (question === questions[FLAGGED_AT]) session.update(setFlag(session.state(), question.tag, true), 'later');
  }
  const before = lms.counts();
  const right = new Map(questions.map((question) => [question.tag, true]));
  session.update(finishAttempt(session.state(), quiz.tag, { score: 100, day: 0, right }), 'now');
  session.report(
    quiz.tag,
    1,
    questions.map((question) => toRecord(question, clock.now())),
  );
  clock.pass(30 * 60 * 1000);
  session.exit();
  const after = lms.counts();
  const refused = after.refused[0];
  if (refused !== undefined) throw new Error(`the LMS refused ${refused}`);
  return {
    stateCharacters: (lms.dump()['cmi.suspend_data'] ?? '').length,
    calls: after.calls,
    callsBeforeSubmit: before.calls,
    commits: after.commits,
  };
}

function answerOf(question: QuestionData): readonly string[] {
  return question.answer.form === 'ids' && question.answer.most > 1 ? ['a', 'c'] : ['b'];
}

function toRecord(question: QuestionData, answeredAt: number) {
  const response = answerOf(question);
  const facts = { type: 'choice', response, correct: response, credit: 1, weight: 1 } as const;
  return { id: `quiz.a1.${question.id}`, ...facts, domain: question.domain, answeredAt, latencyMs: 40_000 };
}

function createClock() {
  let now = Date.UTC(2026, 0, 1);
  let timers: readonly { readonly at: number; readonly run: () => void }[] = [];
  return {
    now: () => now,
    ticks: () => now,
    later(ms: number, run: () => void) {
      const timer = { at: now + ms, run };
      timers = [...timers, timer];
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    pass(ms: number) {
      const end = now + ms;
      for (;;) {
        const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        now = Math.max(now, next.at);
        timers = timers.filter((timer) => timer !== next);
        next.run();
      }
      now = end;
    },
  };
}
