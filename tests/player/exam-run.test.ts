/** What a submitted exam comes to: score, learning record, confidence and ways of being wrong. */
import { describe, expect, it } from 'vitest';
import { countByConfidence, countMisses, learnedOf, recordOf, runExam, scoredOf } from '../../src/player/exam-run.ts';
import { answerQuestion, moveTo, setConfidence, setFlag, spend, startAttempt } from '../../src/player/learning.ts';
import { scoreRun } from '../../src/player/quiz-run.ts';
import { settleReported } from '../../src/player/session/reported-answers.ts';
import type { AnyPlayerQuestion } from '../../src/questions/answer-data.ts';
import type { CreditRule } from '../../src/shared/exam-data.ts';
import type { QuestionData } from '../../src/shared/package-data.ts';
import { createEmptyState, type SavedState } from '../../src/shared/state-record.ts';
import { checkOf, tagOf } from '../../src/shared/tags.ts';

const IDS = ['one', 'two', 'three', 'pretest'];
const EXAM = tagOf('exam');
const facts = (id: string): QuestionData => ({
  id,
  tag: tagOf(id),
  check: checkOf(id),
  domain: 'first',
  answer: { form: 'ids', most: 2 },
  ...(id === 'pretest' ? { pretest: true as const } : {}),
});
const question = (id: string): AnyPlayerQuestion => ({
  id,
  answer: { type: 'multiple-choice', options: ['a', 'b', 'c', 'd'], pinned: [], key: ['a', 'b'], select: 2 },
  whyHtml: {},
  rationaleHtml: '',
  guideline: '',
});
const questions = new Map(IDS.map((id) => [id, facts(id)]));
const keys = new Map(IDS.map((id) => [id, question(id)]));
const exam = { pool: IDS, draws: [{ count: 4, of: 4 }], draw: 4, groups: [] };
const started = startAttempt(createEmptyState('sample'), EXAM, 3, IDS.map(facts), {
  mode: 'exam',
  set: 'all',
  counts: true,
  factor: 0,
});

function run(state: SavedState, credit: CreditRule = { policy: 'all-or-nothing', byType: {} }) {
  const [attempt] = state.attempts;
  if (attempt === undefined) throw new Error('there is an attempt');
  return runExam({ ...exam, credit }, attempt, questions, keys, state.flags);
}

describe('the score of an exam', () => {
  const answered = [
    ['one', ['a', 'b']],
    ['two', ['a', 'c']],
    ['pretest', ['a', 'b']],
  ] as const;
  const state = answered.reduce<SavedState>(
    (now, [id, given]) => answerQuestion(now, EXAM, facts(id), [...given]),
    started,
  );

  it('leaves pretest questions out and counts unanswered ones as wrong', () => {
    expect(scoreRun(scoredOf(run(state)))).toBe(33.33);
  });

  it('follows the exam\u2019s credit rule, by type before the rule for all', () => {
    const half = answerQuestion(state, EXAM, facts('three'), ['a']);
    expect(scoreRun(scoredOf(run(half, { policy: 'partial', byType: {} })))).toBe(50);
    const byType = { 'multiple-choice': 'all-or-nothing' } as const;
    expect(scoreRun(scoredOf(run(half, { policy: 'partial', byType })))).toBe(33.33);
  });

  it('counts all where nothing but pretest questions is asked', () => {
    const only = startAttempt(createEmptyState('sample'), EXAM, 3, [facts('pretest')]);
    expect(scoreRun(scoredOf(run(answerQuestion(only, EXAM, facts('pretest'), ['a', 'b']))))).toBe(100);
  });
});

describe('an attempt that an earlier version of the course drew', () => {
  it('keeps its questions, their order, its answers and its score where the exam now draws by setting', () => {
    let state = answerQuestion(started, EXAM, facts('one'), ['a', 'b']);
    state = answerQuestion(state, EXAM, facts('two'), ['a', 'c']);
    const [attempt] = state.attempts;
    if (attempt === undefined) throw new Error('there is an attempt');
    const credit = { policy: 'all-or-nothing', byType: {} } as const;
    const pool = ['pretest', 'three', 'fresh', 'two', 'one'];
    const draws = [
      { count: 1, of: 2 },
      { count: 1, of: 1 },
      { count: 1, of: 2 },
    ];
    const more = new Map([...questions, ['fresh', facts('fresh')] as const]);
    const after = runExam({ pool, draws, draw: 3, groups: [], credit }, attempt, more, keys, state.flags);
    const told = (entries: typeof after) => entries.map(({ facts: { id }, answer, credit }) => [id, answer, credit]);
    expect(told(after)).toEqual(told(run(state)));
    expect(after).toHaveLength(4);
    expect(scoreRun(scoredOf(after))).toBe(33.33);
  });
});

describe('the learning record after an exam', () => {
  it('has what was answered, and of the rest what was seen, as missed', () => {
    let state = answerQuestion(started, EXAM, facts('one'), ['a', 'b']);
    state = spend(moveTo(state, EXAM, tagOf('two')), EXAM, 20);
    expect(recordOf(run(state))).toEqual(
      new Map([
        [tagOf('one'), true],
        [tagOf('two'), false],
      ]),
    );
  });

  it('tells what is seen, missed, flagged and due', () => {
    const state = {
      record: [
        { tag: tagOf('one'), right: true },
        { tag: tagOf('two'), right: false, missed: { stage: 1 as const, day: 10 } },
        { tag: tagOf('other'), right: true },
      ],
      flags: [tagOf('three')],
    };
    expect(learnedOf(IDS, questions, state, 11)).toEqual({
      seen: new Set(['one', 'two']),
      missed: new Set(['two']),
      flagged: new Set(['three']),
      due: new Set(),
    });
    expect(learnedOf(IDS, questions, state, 12).due).toEqual(new Set(['two']));
  });
});

describe('what the learner can learn from it', () => {
  let state = answerQuestion(started, EXAM, facts('one'), ['a', 'c']);
  state = answerQuestion(state, EXAM, facts('two'), ['a', 'b']);
  state = answerQuestion(state, EXAM, facts('three'), ['a']);
  state = setConfidence(setConfidence(state, EXAM, tagOf('one'), 3), EXAM, tagOf('two'), 3);
  state = setFlag(state, tagOf('two'), true);

  it('sets confidence against right and wrong, surest first', () => {
    expect(countByConfidence(run(state))).toEqual([
      { confidence: 3, right: 1, wrong: 1 },
      { confidence: 0, right: 0, wrong: 1 },
    ]);
  });

  it('counts the ways of being wrong', () => {
    expect(countMisses(run(state))).toEqual([
      { miss: 'missed-option', count: 1 },
      { miss: 'wrong-option', count: 1 },
    ]);
  });

  it('knows the flags', () => {
    expect(run(state).flatMap((entry) => (entry.flagged ? [entry.facts.id] : []))).toEqual(['two']);
  });
});

describe('the report', () => {
  it('takes no surplus of the LMS for an answer of practice, which is never reported', () => {
    const [attempt] = answerQuestion(started, EXAM, facts('one'), ['a', 'b']).attempts;
    if (attempt === undefined) throw new Error('there is an attempt');
    const settled = (counts: boolean): number | undefined =>
      settleReported({ ...started, attempts: [{ ...attempt, finished: true, counts }] }, 1).attempts[0]?.reported;
    expect([settled(true), settled(false)]).toEqual([1, 0]);
  });
});
