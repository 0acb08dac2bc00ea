/** The saved state: round trip, damage, edits of the course, eviction and the budget. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerSize, PackageData, QuestionData } from '../../src/shared/package-data.ts';
import { computeWorstCase } from '../../src/shared/state-budget.ts';
import { decodeState, encodeState } from '../../src/shared/state-codec.ts';
import { fitState, reconcileState } from '../../src/shared/state-reconcile.ts';
import {
  createEmptyState,
  HISTORY_LINES,
  LARGEST_ATTEMPT,
  type SavedItem,
  type SavedState,
} from '../../src/shared/state-record.ts';
import { STATE_ALPHABET, tagOf } from '../../src/shared/tags.ts';
import { makeSampleData } from '../lms/sample-package.ts';

const NAME = 'sample';
const OPTION_IDS = [...'abcdefghijklmnopqrstuvwxyz0123456789'];

const letters = fc.constantFrom(...STATE_ALPHABET);
const word = (length: number) => fc.array(letters, { minLength: length, maxLength: length }).map((all) => all.join(''));
const tag = word(3);
const percent = fc.integer({ min: 0, max: 10_000 }).map((value) => value / 100);
const answer = fc.option(
  fc.oneof(
    fc.uniqueArray(fc.constantFrom(...OPTION_IDS), { maxLength: 8 }),
    fc.array(fc.stringMatching(/^[A-Z0-9]{1,31}$/), { maxLength: 12 }),
    fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { maxLength: 3 }),
  ),
  { nil: undefined },
);
const items = fc.uniqueArray(fc.record({ tag, check: word(2), answer }), {
  selector: (item) => item.tag,
  maxLength: 30,
});
const attemptNumber = fc.integer({ min: 0, max: LARGEST_ATTEMPT });
const state: fc.Arbitrary<SavedState> = fc.record({
  package: fc.constant(tagOf(NAME)),
  counter: fc.integer({ min: 0, max: 2 ** 24 - 1 }),
  completed: fc.boolean(),
  status: fc.constantFrom('incomplete', 'completed', 'passed', 'failed'),
  score: fc.option(percent, { nil: null }),
  interactions: fc.integer({ min: 0, max: 200 }),
  place: fc.oneof(fc.constant(''), tag),
  visited: fc.uniqueArray(fc.record({ tag, done: fc.boolean() }), { selector: (entry) => entry.tag }),
  checks: items,
  attempts: fc.array(
    fc.record({
      activity: tag,
      number: attemptNumber,
      seed: fc.integer({ min: 0, max: 2 ** 24 - 1 }),
      finished: fc.boolean(),
      reported: fc.integer({ min: 0, max: 200 }),
      items,
    }),
    { maxLength: 4 },
  ),
  results: fc.array(fc.record({ activity: tag, best: percent, last: percent, attempts: attemptNumber }), {
    maxLength: 4,
  }),
  record: fc.uniqueArray(fc.record({ tag, right: fc.boolean() }), { selector: (entry) => entry.tag, maxLength: 60 }),
  history: fc.array(
    fc.record({ activity: tag, number: attemptNumber, score: percent, day: fc.integer({ min: 0, max: 16_383 }) }),
    { maxLength: HISTORY_LINES },
  ),
});

const sorted = <T extends { readonly tag: string }>(all: readonly T[]): readonly T[] =>
  [...all].sort((a, b) => (a.tag < b.tag ? -1 : 1));
/** Sets have no order. */
function normal(value: SavedState): SavedState {
  return {
    ...value,
    visited: sorted(value.visited),
    checks: sorted(value.checks),
    record: sorted(value.record),
    attempts: value.attempts.map((attempt) => ({ ...attempt, items: sorted(attempt.items) })),
  };
}

describe('encoding', () => {
  it('reads back what it wrote, in characters every LMS takes', () => {
    fc.assert(
      fc.property(state, (value) => {
        const text = encodeState(value);
        expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
        const decoded = decodeState(text, tagOf(NAME));
        expect(decoded.kind === 'read' ? normal(decoded.state) : decoded).toEqual(normal(value));
      }),
    );
  });

  it('finds damage: a changed, missing or added character', () => {
    const damage = fc.tuple(fc.nat(), letters, fc.constantFrom('replace', 'cut', 'remove', 'insert'));
    fc.assert(
      fc.property(state, damage, (value, [at, letter, how]) => {
        const text = encodeState(value);
        // The version's place says who wrote it; what stands behind it is what can be damaged.
        const place = 3 + (at % (text.length - 3));
        const damaged = {
          replace: text.slice(0, place) + letter + text.slice(place + 1),
          cut: text.slice(0, place),
          remove: text.slice(0, place) + text.slice(place + 1),
          insert: text.slice(0, place) + letter + text.slice(place),
        }[how];
        fc.pre(damaged !== text);
        expect(decodeState(damaged, tagOf(NAME)).kind).not.toBe('read');
      }),
    );
  });

  it('never throws on what another tool or a newer version left', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(decodeState(text, tagOf(NAME)).kind).not.toBe('read');
      }),
    );
    const text = encodeState(createEmptyState(NAME));
    expect(decodeState('', tagOf(NAME)).kind).toBe('empty');
    expect(decodeState('{"lesson":3}', tagOf(NAME)).kind).toBe('foreign');
    expect(decodeState(text, tagOf('other')).kind).toBe('foreign');
    expect(decodeState(`cw2${text.slice(3)}`, tagOf(NAME)).kind).toBe('newer');
  });

  it('writes another text each time the counter moves', () => {
    const first = createEmptyState(NAME);
    expect(encodeState({ ...first, counter: 1 })).not.toBe(encodeState(first));
  });
});

/** What answers can grow to: some choose one option, some several, some are typed. */
const SIZES: readonly AnswerSize[] = [
  { form: 'ids', most: 1 },
  { form: 'ids', most: 2 },
  { form: 'ids', most: 3 },
  { form: 'ids', most: 4 },
  { form: 'codes', most: 3, length: 8 },
  { form: 'text', bytes: 20 },
];

/** A course with checks and two quizzes, of so many questions. */
function makeCourse(questionCount: number, draw: number): PackageData {
  const { data } = makeSampleData();
  const questions: QuestionData[] = Array.from({ length: questionCount }, (_, at) => ({
    id: `q-${at}`,
    tag: tagOf(`q-${at}`),
    check: `A${STATE_ALPHABET.charAt(at % 64)}`,
    domain: 'first',
    answer: SIZES[at % SIZES.length] ?? { form: 'ids', most: 1 },
  }));
  const ids = questions.map((question) => question.id);
  const half = Math.floor(questionCount / 2);
  const quiz = { minutes: 0, kind: 'quiz', drawn: true, shuffle: true } as const;
  const activity = (id: string) => ({ id, tag: tagOf(id), title: id, page: `${id}.html`, script: `${id}.page.js` });
  return {
    ...data,
    name: NAME,
    questions,
    activities: [
      { ...activity('lesson'), minutes: 0, kind: 'lesson', checks: ids.slice(0, half) },
      { ...activity('quiz-one'), ...quiz, pool: ids.slice(half), draw: Math.min(draw, questionCount - half) },
      { ...activity('quiz-two'), ...quiz, pool: ids, draw: Math.min(draw, questionCount) },
    ],
  };
}

/** As costly as it can be. */
function answerOf({ answer: size }: QuestionData): readonly string[] {
  switch (size.form) {
    case 'ids':
      return OPTION_IDS.slice(-size.most).sort();
    case 'codes':
      return Array.from({ length: size.most }, () => 'Z'.repeat(size.length));
    case 'text':
      return ['\u20ac'.repeat(size.bytes / 3).padEnd(size.bytes - 2 * Math.floor(size.bytes / 3), 'a')];
  }
}

/** A state of this course as full as the generator makes it; `fill` 1 leaves nothing out. */
function makeFilled(data: PackageData, picks: readonly number[], fill: number): SavedState {
  let at = 0;
  const pick = (): number => (picks[at++ % picks.length] ?? 0) / 100;
  const shuffled = (ids: readonly string[]): readonly string[] =>
    ids
      .map((id) => ({ id, rank: pick() }))
      .sort((a, b) => a.rank - b.rank)
      .map((entry) => entry.id);
  const item = (id: string): SavedItem[] =>
    data.questions
      .filter((question) => question.id === id)
      .map((question) => ({
        tag: question.tag,
        check: question.check,
        answer: pick() <= fill ? answerOf(question) : undefined,
      }));
  const checks = data.activities.flatMap((activity) => (activity.kind === 'lesson' ? activity.checks : []));
  const quizzes = data.activities.filter((activity) => activity.kind === 'quiz');
  const seen = [...new Set(quizzes.flatMap((quiz) => quiz.pool))].filter(() => pick() <= fill);
  return {
    ...createEmptyState(data.name),
    counter: 2 ** 24 - 1,
    score: 66.67,
    place: tagOf('lesson'),
    visited: data.activities.filter(() => pick() <= fill).map((activity) => ({ tag: activity.tag, done: true })),
    checks: checks.filter(() => pick() <= fill).flatMap(item),
    attempts: quizzes.map((quiz) => ({
      activity: quiz.tag,
      number: LARGEST_ATTEMPT,
      seed: 2 ** 24 - 1,
      finished: true,
      reported: 200,
      items: shuffled(quiz.pool).slice(0, quiz.draw).flatMap(item),
    })),
    results: quizzes.map((quiz) => ({ activity: quiz.tag, best: 100, last: 33.33, attempts: LARGEST_ATTEMPT })),
    record: seen.map((id) => ({ tag: tagOf(id), right: true })),
    history: Array.from({ length: HISTORY_LINES }, () => ({
      activity: tagOf('quiz-one'),
      number: 9,
      score: 50,
      day: 2500,
    })),
  };
}

describe('budget', () => {
  const picks = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 50, maxLength: 200 });

  it('no state of a course is longer than the worst case, whatever was drawn and answered', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 260 }),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 10, max: 100 }),
        picks,
        (questions, draw, fill, numbers) => {
          const data = makeCourse(questions, draw);
          const text = encodeState(makeFilled(data, numbers, fill / 100));
          expect(text.length).toBeLessThanOrEqual(computeWorstCase(data).characters);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('the fullest state comes within five percent of it', () => {
    const course = makeCourse(200, 60);
    const data = {
      ...course,
      questions: course.questions.map((question) => ({ ...question, answer: { form: 'ids' as const, most: 2 } })),
    };
    const worst = computeWorstCase(data);
    expect(encodeState(makeFilled(data, [50, 3, 99, 20, 71], 1)).length).toBeGreaterThan(worst.characters * 0.95);
    expect(worst.parts.reduce((total, part) => total + part.characters, 0)).toBeLessThanOrEqual(worst.characters);
    const sizes = worst.parts.map((part) => part.characters);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  it('an attempt at 100 questions from a bank of 240 stays under 1,000 characters', () => {
    const { data } = makeSampleData();
    const course = makeCourse(240, 100);
    const single = course.questions.map((question) => ({ ...question, answer: { form: 'ids' as const, most: 1 } }));
    const mock = course.activities.filter((activity) => activity.id === 'quiz-two');
    const worst = computeWorstCase({ ...data, activities: mock, questions: single });
    const attempt = worst.parts.find((part) => part.name.includes('quiz-two'));
    expect(attempt?.characters).toBeLessThan(700);
  });
});

describe('a changed course', () => {
  const edits = fc.array(fc.tuple(fc.nat(), fc.constantFrom('remove', 'change', 'move', 'add', 'reorder')), {
    maxLength: 12,
  });

  /** Edits questions and pools at random, as authors do. */
  function edit(data: PackageData, changes: readonly (readonly [number, string])[]): PackageData {
    let questions = [...data.questions];
    let activities = [...data.activities];
    for (const [number, how] of changes) {
      const at = number % Math.max(1, questions.length);
      const target = questions[at];
      if (target === undefined) continue;
      const withoutTarget = (ids: readonly string[]) => ids.filter((id) => id !== target.id);
      if (how === 'remove') questions = questions.filter((question) => question !== target);
      if (how === 'change') questions[at] = { ...target, check: `z${STATE_ALPHABET.charAt(number % 64)}` };
      if (how === 'add') questions.push({ ...target, id: `new-${number}`, tag: tagOf(`new-${number}`) });
      if (how === 'reorder') questions.reverse();
      if (how === 'remove' || how === 'move') {
        activities = activities.map((activity) =>
          activity.kind === 'quiz'
            ? { ...activity, pool: withoutTarget(activity.pool) }
            : { ...activity, checks: withoutTarget(activity.checks) },
        );
      }
      if (how === 'reorder') activities = [...activities].reverse();
    }
    return { ...data, questions, activities };
  }

  it('an answer never moves to another question or option, and nothing earned falls', () => {
    fc.assert(
      fc.property(edits, fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 20 }), (changes, picks) => {
        const before = makeCourse(24, 8);
        const old = { ...makeFilled(before, picks, 0.8), completed: true, status: 'passed' as const };
        const decoded = decodeState(encodeState(old), tagOf(NAME));
        if (decoded.kind !== 'read') throw new Error('not read');
        const after = edit(before, changes);
        const { state: kept, changed } = reconcileState(decoded.state, after);
        const facts = new Map(after.questions.map((question) => [question.tag, question]));
        const check = (now: readonly SavedItem[], then: readonly SavedItem[], ids: readonly string[]): void => {
          for (const item of now) {
            const source = then.find((other) => other.tag === item.tag);
            const question = facts.get(item.tag);
            expect(ids).toContain(question?.id);
            if (question?.check === source?.check) expect(item.answer).toEqual(source?.answer);
            else {
              expect(item.answer).toBeUndefined();
              expect(changed.has(item.tag)).toBe(true);
            }
          }
          for (const item of then) {
            const question = facts.get(item.tag);
            const stays = question !== undefined && ids.includes(question.id);
            expect(now.some((other) => other.tag === item.tag)).toBe(stays);
          }
        };
        const checkIds = after.activities.flatMap((activity) => (activity.kind === 'lesson' ? activity.checks : []));
        check(kept.checks, old.checks, checkIds);
        for (const quiz of after.activities) {
          if (quiz.kind !== 'quiz') continue;
          const then = old.attempts.find((attempt) => attempt.activity === quiz.tag)?.items ?? [];
          check(kept.attempts.find((attempt) => attempt.activity === quiz.tag)?.items ?? [], then, quiz.pool);
        }
        expect(kept).toMatchObject({ completed: true, status: 'passed', score: old.score });
        expect(kept.results.map((result) => result.best)).toEqual(old.results.map((result) => result.best));
      }),
      { numRuns: 150 },
    );
  });

  it('says that a question changed at every visit until it is answered anew', () => {
    const before = makeSampleData();
    const after = makeSampleData({ changed: ['check-1'] }).data;
    const question = before.data.questions.find((entry) => entry.id === 'check-1');
    if (question === undefined) throw new Error('no question');
    const old = { ...createEmptyState(NAME), checks: [{ tag: question.tag, check: question.check, answer: ['b'] }] };
    const once = reconcileState(old, after);
    const decoded = decodeState(encodeState(once.state), tagOf(NAME));
    const twice = decoded.kind === 'read' ? reconcileState(decoded.state, after) : undefined;
    expect([...once.changed]).toEqual([question.tag]);
    expect([...(twice?.changed ?? [])]).toEqual([question.tag]);
  });
});

describe('a state that is too long', () => {
  it('loses history first, then the record, never completion, scores or attempts', () => {
    const full = makeFilled(makeCourse(200, 60), [50, 3, 99, 20, 71], 1);
    const length = encodeState(full).length;
    const shorter = fitState(full, length - 20);
    expect(shorter.history.length).toBeLessThan(full.history.length);
    expect(shorter.record).toEqual(full.record);
    const shortest = fitState(full, length - 300);
    expect(encodeState(shortest).length).toBeLessThanOrEqual(length - 300);
    expect(shortest.history).toEqual([]);
    expect(shortest.record.length).toBeLessThan(full.record.length);
    expect(shortest).toMatchObject({ attempts: full.attempts, results: full.results, score: full.score });
  });
});
