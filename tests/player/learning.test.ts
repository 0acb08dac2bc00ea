/** What learners do to their state, and what the course makes of it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerQuestion,
  findAttempt,
  finishAttempt,
  interrupt,
  isDone,
  markDone,
  moveTo,
  setConfidence,
  setFlag,
  spend,
  startAttempt,
  takeHint,
  visitPage,
} from '../../src/player/learning.ts';
import { isDue, recordAnswer } from '../../src/player/learning-record.ts';
import { mergeStates } from '../../src/player/merge-states.ts';
import { courseScore, settleOutcome } from '../../src/player/session/policy.ts';
import type { PackageData } from '../../src/shared/package-data.ts';
import { computeWorstCase } from '../../src/shared/state-budget.ts';
import { decodeState, encodeState } from '../../src/shared/state-codec.ts';
import { reconcileState } from '../../src/shared/state-reconcile.ts';
import { type AttemptTerms, createEmptyState, type SavedState } from '../../src/shared/state-record.ts';
import { tagOf } from '../../src/shared/tags.ts';
import { makeSampleData } from '../lms/sample-package.ts';

const { data } = makeSampleData();
const QUIZ = tagOf('quiz');
const WORST = computeWorstCase(data).characters;
const questions = data.questions.filter((question) => question.id !== 'check-1');

/** An exam with two attempts over the sample's questions. */
const EXAM_FACTS = {
  kind: 'exam',
  pool: questions.map((question) => question.id),
  draws: [{ count: questions.length, of: questions.length }],
  draw: questions.length,
  groups: [],
  limitMinutes: 0,
  factors: [1],
  modes: ['exam'],
  feedback: 'end',
  attempts: 2,
  sets: [],
  shuffle: true,
  credit: { policy: 'all-or-nothing', byType: {} },
  real: null,
  lessons: {},
  lessonsElsewhere: {},
} as const;

const PRACTICE: AttemptTerms = { mode: 'exam', set: 'missed', counts: false, factor: 1 };

/** One act of a learner, as a number that any seed can make. */
function act(state: SavedState, kind: number, number: number): SavedState {
  const activity = data.activities[number % data.activities.length];
  const question = questions[number % questions.length];
  if (activity === undefined || question === undefined) return state;
  switch (kind) {
    case 0:
      return visitPage(state, activity.tag);
    case 1:
      return activity.kind === 'lesson' ? markDone(state, activity.tag) : state;
    case 2:
      return startAttempt(state, QUIZ, number, questions, number % 3 === 0 ? PRACTICE : undefined);
    case 3:
      return recordAnswer(answerQuestion(state, QUIZ, question, ['a']), question.tag, number % 2 === 0, number % 99);
    case 4:
      return setFlag(state, question.tag, number % 2 === 0);
    case 5:
      return spend(moveTo(state, QUIZ, question.tag), QUIZ, number % 900);
    case 6:
      return interrupt(setConfidence(state, QUIZ, question.tag, 2), QUIZ, number % 9000);
    default:
      return finishAttempt(state, QUIZ, {
        score: number % 101,
        day: 2500,
        right: new Map([[question.tag, number % 2 === 0]]),
      });
  }
}

const acts = fc.array(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.nat()), { maxLength: 40 });
const RANK = { incomplete: 0, failed: 1, completed: 2, passed: 3 } as const;

function settled(state: SavedState, course: PackageData = data): SavedState {
  return settleOutcome({ data: course, passMark: null }, state);
}

function expectNothingFell(before: SavedState, after: SavedState): void {
  expect(after.completed || !before.completed).toBe(true);
  expect(RANK[after.status]).toBeGreaterThanOrEqual(RANK[before.status]);
  expect(after.score ?? 0).toBeGreaterThanOrEqual(before.score ?? 0);
  for (const entry of before.visited) if (entry.done) expect(isDone(after, entry.tag)).toBe(true);
  for (const result of before.results) {
    const now = after.results.find((other) => other.activity === result.activity);
    expect(now?.best ?? 0).toBeGreaterThanOrEqual(result.best);
  }
}

describe('a learner\u2019s acts', () => {
  it('never take back what was earned', () => {
    fc.assert(
      fc.property(acts, (sequence) => {
        let state = createEmptyState('sample');
        for (const [kind, number] of sequence) {
          const next = settled(act(state, kind, number));
          expectNothingFell(state, next);
          expect(encodeState(next).length).toBeLessThanOrEqual(WORST);
          state = next;
        }
      }),
    );
  });

  it('lose nothing that was earned when two records are merged', () => {
    const state = acts.map((sequence) =>
      sequence.reduce((now, [kind, number]) => settled(act(now, kind, number)), createEmptyState('sample')),
    );
    fc.assert(
      fc.property(state, state, (newer, older) => {
        const merged = mergeStates(newer, older);
        expectNothingFell(newer, merged);
        expectNothingFell(older, merged);
        expect(encodeState(merged).length).toBeLessThanOrEqual(WORST);
      }),
    );
  });

  it('answer nothing once an attempt is finished', () => {
    const question = questions[0];
    if (question === undefined) throw new Error('no question');
    const finished = finishAttempt(startAttempt(createEmptyState('sample'), QUIZ, 1, questions), QUIZ, {
      score: 50,
      day: 1,
    });
    expect(answerQuestion(finished, QUIZ, question, ['a'])).toBe(finished);
    expect(setConfidence(finished, QUIZ, question.tag, 3)).toBe(finished);
    expect(moveTo(finished, QUIZ, question.tag)).toBe(finished);
    expect(spend(finished, QUIZ, 10)).toBe(finished);
    expect(interrupt(finished, QUIZ, 10)).toBe(finished);
    expect(finishAttempt(finished, QUIZ, { score: 100, day: 1 })).toBe(finished);
  });
});

describe('an attempt', () => {
  const [first, second] = questions;
  if (first === undefined || second === undefined) throw new Error('the sample has questions');
  const begin = (terms?: AttemptTerms): SavedState =>
    startAttempt(createEmptyState('sample'), QUIZ, 5, questions, terms);

  it('keeps answers in the order given, and how sure the learner was', () => {
    const answered = setConfidence(answerQuestion(begin(), QUIZ, first, ['c', 'a']), QUIZ, first.tag, 3);
    const item = findAttempt(answered, QUIZ)?.items.find((entry) => entry.tag === first.tag);
    expect(item).toMatchObject({ answer: ['c', 'a'], confidence: 3 });
    expect(answered.record).toEqual([]);
    const emptied = answerQuestion(answered, QUIZ, first, undefined);
    expect(findAttempt(emptied, QUIZ)?.items.every((entry) => entry.answer === undefined)).toBe(true);
  });

  it('counts time for itself and for the question that is shown, and time away apart', () => {
    let state = spend(begin(), QUIZ, 4);
    state = spend(moveTo(state, QUIZ, first.tag), QUIZ, 30);
    state = interrupt(state, QUIZ, 3600);
    state = spend(moveTo(state, QUIZ, second.tag), QUIZ, 20);
    // A clock that was set back.
    state = spend(state, QUIZ, -500);
    const attempt = findAttempt(state, QUIZ);
    expect(attempt).toMatchObject({ spentSeconds: 54, awaySeconds: 3600, interruptions: 1, at: second.tag });
    const seconds = new Map(attempt?.items.map((item) => [item.tag, item.seconds]));
    expect([seconds.get(first.tag), seconds.get(second.tag)]).toEqual([30, 20]);
  });

  it('stops counting where the state has no more room', () => {
    let state = begin();
    for (let i = 0; i < 70; i++) state = interrupt(spend(state, QUIZ, 9000), QUIZ, 9000);
    expect(findAttempt(state, QUIZ)).toMatchObject({ spentSeconds: 131_071, awaySeconds: 131_071, interruptions: 63 });
  });

  it('that does not count writes the learning record and nothing else', () => {
    const before = finishAttempt(begin(), QUIZ, { score: 80, day: 1 });
    const right = new Map([
      [first.tag, true],
      [second.tag, false],
    ]);
    const practice = startAttempt(before, QUIZ, 6, [first, second], PRACTICE);
    const after = finishAttempt(practice, QUIZ, { score: 100, day: 9, right });
    expect(after).toMatchObject({ results: before.results, history: before.history, visited: before.visited });
    expect(after.record).toEqual([
      { tag: first.tag, right: true },
      { tag: second.tag, right: false, missed: { stage: 1, day: 9 } },
    ]);
    expect(findAttempt(after, QUIZ)).toMatchObject({ finished: true, counts: false, set: 'missed', number: 2 });
    const next = findAttempt(startAttempt(after, QUIZ, 7, questions), QUIZ);
    expect(next).toMatchObject({ number: 2, counts: true, mode: 'study', set: 'all' });
  });

  it('on its first try at practice leaves the quiz open', () => {
    const after = finishAttempt(begin(PRACTICE), QUIZ, { score: 100, day: 9 });
    expect(isDone(after, QUIZ)).toBe(false);
    expect(after.results).toEqual([]);
  });
});

describe('a missed question', () => {
  const answer = (days: readonly (readonly [day: number, right: boolean])[]) =>
    days.reduce((state, [day, right]) => recordAnswer(state, 'AAA', right, day), createEmptyState('sample')).record[0];

  it('returns on the second day, then seven days later, then no more', () => {
    expect(answer([[10, false]])).toEqual({ tag: 'AAA', right: false, missed: { stage: 1, day: 10 } });
    const once = answer([
      [10, false],
      [12, true],
    ]);
    expect(once).toEqual({ tag: 'AAA', right: true, missed: { stage: 2, day: 12 } });
    expect(once !== undefined && [isDue(once, 18), isDue(once, 19)]).toEqual([false, true]);
    expect(
      answer([
        [10, false],
        [12, true],
        [19, true],
      ]),
    ).toEqual({ tag: 'AAA', right: true });
  });

  it('waits on when it was answered right too early, and starts again when missed again', () => {
    const early = [
      [10, false],
      [11, true],
    ] as const;
    expect(answer(early)).toEqual({ tag: 'AAA', right: true, missed: { stage: 1, day: 10 } });
    expect(answer([...early, [12, true], [13, true]])?.missed).toEqual({ stage: 2, day: 12 });
    expect(answer([...early, [12, true], [20, false]])?.missed).toEqual({ stage: 1, day: 20 });
  });

  it('is not moved on by the same result written twice', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(40), fc.boolean()), { minLength: 1 }), (days) => {
        const [last] = days.slice(-1);
        if (last !== undefined) expect(answer([...days, last])).toEqual(answer(days));
      }),
    );
  });

  it('was never missed when it was right from the start', () => {
    expect(answer([[10, true]])).toEqual({ tag: 'AAA', right: true });
  });
});

describe('two records of one learner', () => {
  const [first, second] = questions;
  if (first === undefined || second === undefined) throw new Error('the sample has questions');
  const started = startAttempt(createEmptyState('sample'), QUIZ, 5, questions);

  it('joined keep the larger of all times, and the newer confidence unless it is missing', () => {
    const newer = setConfidence(spend(moveTo(started, QUIZ, first.tag), QUIZ, 30), QUIZ, first.tag, 1);
    const older = setConfidence(interrupt(spend(started, QUIZ, 50), QUIZ, 7), QUIZ, second.tag, 3);
    const attempt = findAttempt(mergeStates(newer, older), QUIZ);
    expect(attempt).toMatchObject({ spentSeconds: 50, awaySeconds: 7, interruptions: 1, at: first.tag });
    const items = new Map(attempt?.items.map((item) => [item.tag, item]));
    expect(items.get(first.tag)).toMatchObject({ confidence: 1, seconds: 30 });
    expect(items.get(second.tag)).toMatchObject({ confidence: 3 });
  });

  it('keep the newer result of a question', () => {
    const merged = mergeStates(recordAnswer(started, first.tag, true, 9), recordAnswer(started, first.tag, false, 8));
    expect(merged.record).toEqual([{ tag: first.tag, right: true }]);
  });

  it('keep every flag of an attempt that both know', () => {
    const merged = mergeStates(setFlag(started, first.tag, true), setFlag(started, second.tag, true));
    expect([...merged.flags].sort()).toEqual([first.tag, second.tag].sort());
  });

  it('let an attempt that only the newer one knows decide the flags of its questions', () => {
    const other = startAttempt(createEmptyState('sample'), QUIZ, 6, [first]);
    const older = setFlag(setFlag(started, first.tag, true), second.tag, true);
    expect(mergeStates(other, older).flags).toEqual([second.tag]);
  });

  it('never lose an attempt that counts to practice begun elsewhere', () => {
    const practice = startAttempt(createEmptyState('sample'), QUIZ, 6, [first], PRACTICE);
    const answered = answerQuestion(started, QUIZ, second, ['b']);
    for (const merged of [mergeStates(practice, answered), mergeStates(answered, practice)]) {
      expect(findAttempt(merged, QUIZ)).toEqual(findAttempt(answered, QUIZ));
    }
    const ended = finishAttempt(practice, QUIZ, { score: 1, day: 1 });
    expect(findAttempt(mergeStates(practice, ended), QUIZ)?.finished).toBe(true);
  });
});

describe('the course\u2019s rules', () => {
  const graded = (grade: PackageData['grade']): PackageData => ({ ...data, grade });
  const done = data.activities.reduce((state, activity) => markDone(state, activity.tag), createEmptyState('sample'));
  const scored = (best: number, last: number): SavedState => ({
    ...done,
    results: [{ activity: QUIZ, best, last, attempts: 2 }],
  });

  it('completes without a grade when all is done, and reports no score', () => {
    expect(settled(scored(40, 40), graded(null))).toMatchObject({ status: 'completed', completed: true, score: null });
  });

  it('completes without a pass mark whatever the score', () => {
    const rule = { activities: [{ id: 'quiz', weight: 1 }], attempt: 'best', pass: null } as const;
    expect(settled(scored(40, 10), graded(rule))).toMatchObject({ status: 'completed', score: 40 });
  });

  it('counts the last attempt where the author says so, until it is passed', () => {
    const rule = { activities: [{ id: 'quiz', weight: 1 }], attempt: 'last', pass: 70 } as const;
    const low = settled({ ...scored(60, 30), score: 60 }, graded(rule));
    expect(low).toMatchObject({ status: 'incomplete', score: 30 });
    expect(settled({ ...scored(90, 10), score: 90, status: 'passed' }, graded(rule))).toMatchObject({
      status: 'passed',
      score: 90,
    });
  });

  it('weighs quizzes, one not tried counting nothing', () => {
    const rule = {
      activities: [
        { id: 'quiz', weight: 3 },
        { id: 'details', weight: 1 },
      ],
      attempt: 'best',
      pass: 70,
    } as const;
    expect(courseScore(graded(rule), scored(80, 80))).toBe(60);
    expect(courseScore(graded(rule), createEmptyState('sample'))).toBeNull();
  });

  it('fail only once every attempt of every graded exam is used and the rest is done', () => {
    const exam = data.activities.find((activity) => activity.id === 'quiz');
    if (exam === undefined) throw new Error('the sample has a quiz');
    const limited: PackageData = {
      ...data,
      activities: [...data.activities.filter((activity) => activity !== exam), { ...exam, ...EXAM_FACTS }],
    };
    const tried = (times: number): SavedState => {
      let state = markDone(markDone(createEmptyState('sample'), tagOf('intro')), tagOf('details'));
      for (let i = 0; i < times; i++) {
        state = finishAttempt(startAttempt(state, QUIZ, i, questions), QUIZ, { score: 40, day: 1 });
      }
      return state;
    };
    expect([1, 2].map((times) => settled(tried(times), limited).status)).toEqual(['incomplete', 'failed']);
    const without = { ...tried(2), visited: tried(2).visited.filter((entry) => entry.tag !== tagOf('intro')) };
    expect(settled(without, limited).status).toBe('incomplete');
    expect(settled(tried(2), data).status).toBe('incomplete');
  });

  it('needs both the mark and everything in `completion:` to pass', () => {
    const half = { ...scored(100, 100), visited: [{ tag: QUIZ, done: true }] };
    expect(settled(half)).toMatchObject({ status: 'incomplete', score: 100 });
    expect(settled(scored(100, 100))).toMatchObject({ status: 'passed' });
  });
});

describe('a hint', () => {
  const [first, second] = questions;
  if (first === undefined || second === undefined) throw new Error('the sample has two questions');
  const started = startAttempt(createEmptyState('sample'), QUIZ, 7, questions);
  const hintedIn = (state: SavedState): readonly string[] =>
    (findAttempt(state, QUIZ)?.items ?? []).filter((item) => item.hinted).map((item) => item.tag);

  it('is kept with the answer, through text, until the next attempt', () => {
    const answered = answerQuestion(takeHint(started, QUIZ, first.tag), QUIZ, first, ['a']);
    const read = decodeState(encodeState(answered), answered.package);
    expect(read.kind === 'read' && hintedIn(read.state)).toEqual([first.tag]);
    expect(hintedIn(startAttempt(answered, QUIZ, 8, questions))).toEqual([]);
  });

  it('of either of two records that went apart stays', () => {
    const merged = mergeStates(takeHint(started, QUIZ, first.tag), takeHint(started, QUIZ, second.tag));
    expect([...hintedIn(merged)].sort()).toEqual([first.tag, second.tag].sort());
  });

  it('is forgotten where the course has it no more, or where the question changed', () => {
    const state = takeHint(takeHint(started, QUIZ, first.tag), QUIZ, second.tag);
    const withHints = (...ids: readonly string[]): PackageData => ({
      ...data,
      questions: data.questions.map((one) => (ids.includes(one.id) ? { ...one, hints: true } : one)),
    });
    expect(hintedIn(reconcileState(state, withHints(first.id, second.id)).state)).toHaveLength(2);
    expect(hintedIn(reconcileState(state, withHints(first.id)).state)).toEqual([first.tag]);
    const both = withHints(first.id, second.id);
    const changed = both.questions.map((one) => (one.id === first.id ? { ...one, check: 'zz' } : one));
    expect(hintedIn(reconcileState(state, { ...both, questions: changed }).state)).toEqual([second.tag]);
  });

  it('changes nothing in an attempt that is over', () => {
    const over = finishAttempt(started, QUIZ, { score: 50, day: 1 });
    expect(takeHint(over, QUIZ, first.tag)).toBe(over);
  });
});
