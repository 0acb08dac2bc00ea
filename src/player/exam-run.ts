/**
 * An exam's attempt -> its questions in the order shown, graded by the exam's rules, and what they come to: score, learning record,
 * domains, confidence, ways of being wrong. Pure. It must not know pages.
 */
import type { AnyPlayerQuestion } from '../questions/answer-data.ts';
import { type ExamFacts, policyFor } from '../shared/exam-data.ts';
import type { Miss } from '../shared/misses.ts';
import type { CreditPolicy, QuestionData } from '../shared/package-data.ts';
import type { Confidence, SavedAttempt, SavedState } from '../shared/state-record.ts';
import { arrangeExam, type Learned } from './exam-draw.ts';
import { isDue } from './learning-record.ts';
import { gradeAnswer, isKnownAnswer } from './question-behavior.ts';
import type { RunQuestion } from './quiz-run.ts';

export interface ExamQuestion extends RunQuestion {
  readonly policy: CreditPolicy;
  readonly misses: readonly Miss[];
  readonly confidence: Confidence;
  /** Time in front of it. */
  readonly seconds: number;
  readonly flagged: boolean;
  /** False for pretest questions, which no score counts. */
  readonly scored: boolean;
}

/** Questions that are gone from the course, or whose page is newer than the course's data, are left out. */
export function runExam(
  exam: Pick<ExamFacts, 'pool' | 'draws' | 'draw' | 'groups' | 'credit'>,
  attempt: SavedAttempt,
  questions: ReadonlyMap<string, QuestionData>,
  keys: ReadonlyMap<string, AnyPlayerQuestion>,
  flags: readonly string[],
): readonly ExamQuestion[] {
  const items = new Map(attempt.items.map((item) => [item.tag, item]));
  const flagged = new Set(flags);
  const drawn = new Set(exam.pool.filter((id) => items.has(questions.get(id)?.tag ?? '')));
  return arrangeExam(exam, drawn, attempt.seed).flatMap((id) => {
    const facts = questions.get(id);
    const question = keys.get(id);
    const item = items.get(facts?.tag ?? '');
    if (facts === undefined || question === undefined || item === undefined) return [];
    const known = item.answer !== undefined && isKnownAnswer(question.answer, item.answer);
    const answer = known ? item.answer : undefined;
    const policy = policyFor(exam.credit, question.answer.type);
    const { credit, misses } =
      answer === undefined ? { credit: 0, misses: [] } : gradeAnswer(question.answer, answer, policy);
    const { confidence, seconds, hinted } = item;
    return [
      {
        facts,
        question,
        answer,
        changed: answer === undefined && (item.answer !== undefined || item.check !== facts.check),
        credit,
        policy,
        misses,
        confidence,
        seconds,
        hinted,
        flagged: flagged.has(facts.tag),
        scored: facts.pretest !== true,
      },
    ];
  });
}

/** Of the questions that count; of all where none does. */
export function scoredOf(run: readonly ExamQuestion[]): readonly ExamQuestion[] {
  const scored = run.filter((entry) => entry.scored);
  return scored.length === 0 ? run : scored;
}

/**
 * What goes into the learning record when an exam is submitted. A question without an answer counts as wrong for the score, as in the
 * real exam. It is recorded as missed only where it was seen: of a question that was never opened nothing is known.
 */
export function recordOf(run: readonly ExamQuestion[]): ReadonlyMap<string, boolean> {
  const known = run.filter((entry) => entry.answer !== undefined || entry.seconds > 0);
  return new Map(known.map((entry) => [entry.facts.tag, entry.credit >= 1]));
}

/** What a learner's state says of an exam's pool on a day, as ids. */
export function learnedOf(
  pool: readonly string[],
  questions: ReadonlyMap<string, QuestionData>,
  state: Pick<SavedState, 'record' | 'flags'>,
  day: number,
): Learned {
  const records = new Map(state.record.map((entry) => [entry.tag, entry]));
  const flags = new Set(state.flags);
  const recordFor = (id: string) => records.get(questions.get(id)?.tag ?? '');
  const idsWhere = (is: (id: string) => boolean): ReadonlySet<string> => new Set(pool.filter(is));
  return {
    seen: idsWhere((id) => recordFor(id) !== undefined),
    missed: idsWhere((id) => recordFor(id)?.missed !== undefined),
    flagged: idsWhere((id) => flags.has(questions.get(id)?.tag ?? '')),
    due: idsWhere((id) => {
      const record = recordFor(id);
      return record !== undefined && isDue(record, day);
    }),
  };
}

/** Questions by how sure the learner was: right and wrong ones, of those answered. */
export interface ConfidenceLine {
  readonly confidence: Confidence;
  readonly right: number;
  readonly wrong: number;
}

/** Surest first, not said last; without lines that have no question. */
export function countByConfidence(run: readonly ExamQuestion[]): readonly ConfidenceLine[] {
  return ([3, 2, 1, 0] as const).flatMap((confidence) => {
    const own = run.filter((entry) => entry.answer !== undefined && entry.confidence === confidence);
    const right = own.filter((entry) => entry.credit >= 1).length;
    return own.length === 0 ? [] : [{ confidence, right, wrong: own.length - right }];
  });
}

/** How often each way of being wrong came up, most frequent first. */
export function countMisses(run: readonly ExamQuestion[]): readonly { readonly miss: Miss; readonly count: number }[] {
  const counts = new Map<Miss, number>();
  for (const { misses } of run) for (const miss of misses) counts.set(miss, (counts.get(miss) ?? 0) + 1);
  return [...counts]
    .map(([miss, count]) => ({ miss, count }))
    .sort((a, b) => b.count - a.count || (a.miss < b.miss ? -1 : 1));
}
