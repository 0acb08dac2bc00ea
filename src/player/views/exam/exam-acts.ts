/** What a learner does in an exam, put into the state and, at the end, into the report. It must not know what the page shows. */
import { type Confidence, type SavedAttempt, toDay } from '../../../shared/state-record.ts';
import { arrangeExam, drawExam, type ExamSet } from '../../exam-draw.ts';
import { recordOf, scoredOf } from '../../exam-run.ts';
import {
  answerQuestion,
  finishAttempt,
  giveUp,
  moveTo,
  setConfidence,
  setFlag,
  startAttempt,
  takeHint,
} from '../../learning.ts';
import { recordAnswer } from '../../learning-record.ts';
import { gradeAnswer } from '../../question-behavior.ts';
import { type AnswerTime, recordRun, scoreRun } from '../../quiz-run.ts';
import type { Exam } from '../../part.ts';
import type { ExamRoom } from './exam-room.ts';
import type { Timekeeper } from './timekeeper.ts';

/** What a learner chose to begin. */
export interface ExamChoice {
  readonly mode: SavedAttempt['mode'];
  readonly set: ExamSet;
  /** Place in TIME_FACTORS. */
  readonly factor: number;
}

export interface ExamActs {
  /** False when nothing could be drawn or no attempt is left. */
  begin(choice: ExamChoice): boolean;
  answer(id: string, given: readonly string[]): void;
  /** A hint was asked for. */
  hint(id: string): void;
  flag(id: string): void;
  setConfidence(id: string, confidence: Confidence): void;
  move(id: string): void;
  submit(): void;
  giveUp(): void;
}

/** The whole exam counts in exam mode; in study mode only where the author offers no other. Everything else is practice. */
export function countsAsAttempt(exam: Exam, { mode, set }: Pick<ExamChoice, 'mode' | 'set'>): boolean {
  return set.kind === 'all' && (mode === 'exam' || !exam.modes.includes('exam'));
}

/** Whether another attempt that counts is left. */
export function hasAttempt({ exam, attemptsDone }: ExamRoom): boolean {
  return exam.attempts === 0 || attemptsDone() < exam.attempts;
}

/** @param isShowable whether the page has the question */
export function createExamActs(room: ExamRoom, keeper: Timekeeper, isShowable: (id: string) => boolean): ExamActs {
  const { context, exam } = room;
  const { session, clock, questionById } = context;
  const times = new Map<string, number>();
  const tagOf = (id: string): string => questionById.get(id)?.tag ?? '';

  return {
    begin(choice) {
      const counts = countsAsAttempt(exam, choice);
      if (counts && !hasAttempt(room)) return false;
      const seed = context.newSeed();
      const drawn = drawExam(exam, choice.set, room.learned(), room.domainOf, seed).filter(isShowable);
      const questions = drawn.flatMap((id) => questionById.get(id) ?? []);
      if (questions.length === 0) return false;
      const first = arrangeExam(exam, new Set(drawn), seed)[0] ?? '';
      const terms = { mode: choice.mode, set: choice.set.kind, counts, factor: choice.factor };
      const started = startAttempt(session.state(), exam.tag, seed, questions, terms);
      times.clear();
      room.desk.clean();
      session.update(moveTo(started, exam.tag, tagOf(first)), 'later');
      return true;
    },
    answer(id, given) {
      const facts = questionById.get(id);
      const entry = room.run().find((candidate) => candidate.facts.id === id);
      // One edit comes as two events: it is saved once.
      if (facts === undefined || entry === undefined || entry.answer?.join('\n') === given.join('\n')) return;
      times.set(id, clock.now());
      keeper.settle();
      const answered = answerQuestion(session.state(), exam.tag, facts, given.length === 0 ? undefined : given);
      if (room.attempt()?.mode === 'exam') {
        session.update(answered, 'later');
        return;
      }
      const right = gradeAnswer(entry.question.answer, given, entry.policy).credit >= 1;
      session.update(recordAnswer(answered, facts.tag, right, toDay(clock.now())), 'later');
    },
    hint(id) {
      session.update(takeHint(session.state(), exam.tag, tagOf(id)), 'with-next');
    },
    flag(id) {
      const isFlagged = session.state().flags.includes(tagOf(id));
      session.update(setFlag(session.state(), tagOf(id), !isFlagged), 'later');
    },
    setConfidence(id, confidence) {
      // Not worth a commit of its own: it goes along with the answer or with what comes next.
      session.update(setConfidence(session.state(), exam.tag, tagOf(id), confidence), 'with-next');
    },
    move(id) {
      keeper.settle();
      session.update(moveTo(session.state(), exam.tag, tagOf(id)), 'with-next');
    },
    submit() {
      keeper.settle();
      const attempt = room.attempt();
      if (attempt === undefined || attempt.finished) return;
      const run = room.run();
      const now = clock.now();
      const outcome = { score: scoreRun(scoredOf(run)), day: toDay(now) };
      // In study mode each answer was recorded when it was given.
      const right = attempt.mode === 'exam' ? { right: recordOf(run) } : {};
      // The score goes first and alone (R5); the answers follow in chunks (R11).
      session.update(finishAttempt(session.state(), exam.tag, { ...outcome, ...right }), 'now');
      if (!attempt.counts) return;
      const seconds = new Map(run.map((entry) => [entry.facts.id, entry.seconds]));
      const timeOf = (id: string): AnswerTime => ({
        at: times.get(id) ?? now,
        latencyMs: (seconds.get(id) ?? 0) * 1000,
      });
      session.report(exam.tag, attempt.number, recordRun(exam, attempt, run, timeOf));
    },
    giveUp: () => session.update(giveUp(session.state(), exam.tag), 'later'),
  };
}
