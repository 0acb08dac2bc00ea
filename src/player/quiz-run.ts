/** The questions of one attempt in the order shown, graded, counted and recorded. Pure. It must not know pages. */
import type { AnyPlayerQuestion } from '../questions/answer-data.ts';
import { policyFor } from '../shared/exam-data.ts';
import type { ResponseRecord } from '../shared/lms-session.ts';
import type { ActivityData, PackageData, QuestionData } from '../shared/package-data.ts';
import type { SavedAttempt } from '../shared/state-record.ts';
import { shuffle } from './draw.ts';
import { gradeAnswer, isKnownAnswer, toResponse } from './question-behavior.ts';

export type Quiz = Extract<ActivityData, { kind: 'quiz' }>;

export interface RunQuestion {
  readonly facts: QuestionData;
  readonly question: AnyPlayerQuestion;
  readonly answer: readonly string[] | undefined;
  /** Without an answer because the question changed since, or no longer has what the answer names. */
  readonly changed: boolean;
  /** 0 to 1. */
  readonly credit: number;
  /** Answered after a hint. */
  readonly hinted: boolean;
}

/** Drawn questions stand in the seed's order, fixed ones in the quiz's. */
export function arrangeAttempt(
  quiz: Quiz,
  attempt: SavedAttempt,
  questions: ReadonlyMap<string, QuestionData>,
  keys: ReadonlyMap<string, AnyPlayerQuestion>,
): readonly RunQuestion[] {
  const items = new Map(attempt.items.map((item) => [item.tag, item]));
  const ids = quiz.pool.filter((id) => items.has(questions.get(id)?.tag ?? ''));
  return (quiz.drawn ? shuffle(ids, attempt.seed) : ids).flatMap((id) => {
    const facts = questions.get(id);
    const question = keys.get(id);
    const item = items.get(facts?.tag ?? '');
    if (facts === undefined || question === undefined || item === undefined) return [];
    const known = item.answer !== undefined && isKnownAnswer(question.answer, item.answer);
    const answer = known ? item.answer : undefined;
    const credit =
      answer === undefined
        ? 0
        : gradeAnswer(question.answer, answer, policyFor(quiz.credit, question.answer.type)).credit;
    return [
      {
        facts,
        question,
        answer,
        changed: answer === undefined && (item.answer !== undefined || item.check !== facts.check),
        credit,
        hinted: item.hinted,
      },
    ];
  });
}

/** Percent with two decimals; questions without an answer count 0. */
export function scoreRun(run: readonly RunQuestion[]): number {
  if (run.length === 0) return 0;
  const credit = run.reduce((total, entry) => total + entry.credit, 0);
  return Math.round((credit / run.length) * 10_000) / 100;
}

export interface DomainLine {
  readonly id: string;
  readonly title: string;
  readonly right: number;
  readonly all: number;
}

/** In the course's order of domains; without those that have no question here. */
export function countByDomain(data: PackageData, run: readonly RunQuestion[]): readonly DomainLine[] {
  return data.domains.flatMap((domain) => {
    const own = run.filter((entry) => entry.facts.domain === domain.id);
    if (own.length === 0) return [];
    return [
      { id: domain.id, title: domain.title, right: own.filter((entry) => entry.credit >= 1).length, all: own.length },
    ];
  });
}

/** How many questions the learner asked for a hint to. */
export function countHinted(run: readonly RunQuestion[]): number {
  return run.filter((entry) => entry.hinted).length;
}

export interface AnswerTime {
  readonly at: number;
  readonly latencyMs: number;
}

/** One record per answered question of an attempt that counts, in the order shown. A pretest question weighs nothing. */
export function recordRun(
  quiz: { readonly id: string },
  attempt: Pick<SavedAttempt, 'number'>,
  run: readonly RunQuestion[],
  timeOf: (questionId: string) => AnswerTime,
): readonly ResponseRecord[] {
  return run.flatMap(({ facts, question, answer, credit }) => {
    if (answer === undefined) return [];
    const time = timeOf(facts.id);
    return [
      {
        ...toResponse(question.answer, answer),
        id: `${quiz.id}.a${attempt.number}.${facts.id}`,
        credit,
        weight: facts.pretest === true ? 0 : 1,
        domain: facts.domain,
        answeredAt: time.at,
        latencyMs: time.latencyMs,
      },
    ];
  });
}
