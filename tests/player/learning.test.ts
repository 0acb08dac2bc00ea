/** What learners do to their state, and what the course makes of it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerQuestion, finishAttempt, isDone, markDone, startAttempt, visitPage } from '../../src/player/learning.ts';
import { mergeStates } from '../../src/player/merge-states.ts';
import { courseScore, settleOutcome } from '../../src/player/session/policy.ts';
import type { PackageData } from '../../src/shared/package-data.ts';
import { createEmptyState, type SavedState } from '../../src/shared/state-record.ts';
import { tagOf } from '../../src/shared/tags.ts';
import { makeSampleData } from '../lms/sample-package.ts';

const { data } = makeSampleData();
const QUIZ = tagOf('quiz');
const questions = data.questions.filter((question) => question.id !== 'check-1');

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
      return startAttempt(state, QUIZ, number, questions);
    case 3:
      return answerQuestion(state, QUIZ, question, ['a'], number % 2 === 0);
    default:
      return finishAttempt(state, QUIZ, number % 101, 2500);
  }
}

const acts = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.nat()), { maxLength: 40 });
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
      }),
    );
  });

  it('answer nothing once an attempt is finished', () => {
    const question = questions[0];
    if (question === undefined) throw new Error('no question');
    const finished = finishAttempt(startAttempt(createEmptyState('sample'), QUIZ, 1, questions), QUIZ, 50, 1);
    expect(answerQuestion(finished, QUIZ, question, ['a'], true)).toBe(finished);
    expect(finishAttempt(finished, QUIZ, 100, 1)).toBe(finished);
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

  it('needs both the mark and everything in `completion:` to pass', () => {
    const half = { ...scored(100, 100), visited: [{ tag: QUIZ, done: true }] };
    expect(settled(half)).toMatchObject({ status: 'incomplete', score: 100 });
    expect(settled(scored(100, 100))).toMatchObject({ status: 'passed' });
  });
});
