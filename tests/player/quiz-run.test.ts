/** What an attempt at a quiz comes to under its rule of credit. */
import { describe, expect, it } from 'vitest';
import { arrangeAttempt, type Quiz, scoreRun } from '../../src/player/quiz-run.ts';
import type { AnyPlayerQuestion } from '../../src/questions/answer-data.ts';
import type { CreditRule } from '../../src/shared/exam-data.ts';
import type { QuestionData } from '../../src/shared/package-data.ts';
import type { SavedAttempt } from '../../src/shared/state-record.ts';

const facts: QuestionData = { id: 'q-1', tag: 'AAA', check: 'AA', domain: 'd', answer: { form: 'ids', most: 4 } };
const question: AnyPlayerQuestion = {
  id: 'q-1',
  answer: { type: 'multiple-choice', options: ['a', 'b', 'c', 'd'], pinned: [], key: ['a', 'b'], select: 2 },
  whyHtml: {},
  rationaleHtml: '',
  guideline: '',
};
const attempt: SavedAttempt = {
  activity: 'QQQ',
  number: 1,
  seed: 1,
  finished: false,
  reported: 0,
  mode: 'study',
  set: 'all',
  counts: true,
  factor: 0,
  spentSeconds: 0,
  awaySeconds: 0,
  interruptions: 0,
  at: '',
  items: [{ tag: 'AAA', check: 'AA', answer: ['a'], confidence: 0, seconds: 0, hinted: false }],
};

function scoreUnder(credit: CreditRule | undefined): number {
  const shared = { id: 'quiz', tag: 'QQQ', title: 'Quiz', page: '', script: '', minutes: 0 };
  const drawing = { pool: ['q-1'], draw: 1, drawn: false, shuffle: false };
  const quiz: Quiz = { kind: 'quiz', ...shared, ...drawing, ...(credit === undefined ? {} : { credit }) };
  return scoreRun(arrangeAttempt(quiz, attempt, new Map([['q-1', facts]]), new Map([['q-1', question]])));
}

describe('an answer that is right in part', () => {
  it('earns nothing where no rule is stated', () => {
    expect(scoreUnder(undefined)).toBe(0);
  });

  it('earns its share under a partial rule', () => {
    expect(scoreUnder({ policy: 'partial', byType: {} })).toBe(50);
  });

  it('earns what the rule says of its type before what it says of all', () => {
    expect(scoreUnder({ policy: 'partial', byType: { 'multiple-choice': 'all-or-nothing' } })).toBe(0);
    expect(scoreUnder({ policy: 'all-or-nothing', byType: { 'multiple-choice': 'partial' } })).toBe(50);
  });
});
