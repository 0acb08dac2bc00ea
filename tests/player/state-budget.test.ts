/** How long a state can become, against what the build computes; and how one that is too long is shortened. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerSize, PackageData } from '../../src/shared/package-data.ts';
import { answerBits, writeAnswer } from '../../src/shared/state-answers.ts';
import { createBitWriter } from '../../src/shared/state-bits.ts';
import { computeWorstCase } from '../../src/shared/state-budget.ts';
import { encodeState } from '../../src/shared/state-codec.ts';
import { fitState } from '../../src/shared/state-reconcile.ts';
import { type SavedRecord, type SavedState, STATE_CHARACTERS } from '../../src/shared/state-record.ts';
import { courseShape, makeAnswer, makeCourse, makeRandom, makeState } from './sample-states.ts';

const size: fc.Arbitrary<AnswerSize> = fc.oneof(
  fc.record({ form: fc.constant('ids'), most: fc.integer({ min: 0, max: 36 }) }),
  fc.record({
    form: fc.constant('codes'),
    most: fc.integer({ min: 1, max: 20 }),
    length: fc.integer({ min: 1, max: 60 }),
  }),
  fc.record({ form: fc.constant('text'), bytes: fc.integer({ min: 0, max: 300 }) }),
);

const fill = fc.oneof(fc.constant(1), fc.double({ min: 0.05, max: 1, noNaN: true }));

describe('the worst case', () => {
  it('holds for every answer that fits its size', () => {
    fc.assert(
      fc.property(size, fc.nat(), fill, (most, seed, share) => {
        const bits = createBitWriter();
        writeAnswer(bits, makeAnswer(most, makeRandom(seed), share));
        expect(bits.text().length).toBeLessThanOrEqual(Math.ceil(answerBits(most) / 6));
      }),
      { numRuns: 1000 },
    );
  });

  it('holds for every state of a course, whatever was drawn, answered, flagged and missed', () => {
    fc.assert(
      fc.property(courseShape, fc.nat(), fill, (shape, seed, share) => {
        const data = makeCourse(shape);
        expect(encodeState(makeState(data, seed, share)).length).toBeLessThanOrEqual(computeWorstCase(data).characters);
      }),
      { numRuns: 200 },
    );
  });

  it('is not far above the fullest state, and is the sum of its named parts', () => {
    const pair = { form: 'ids', most: 2 } as const;
    const data = makeCourse({ seed: 1, questions: 200, checks: 0.3, draws: [40, 60], size: pair });
    const worst = computeWorstCase(data);
    expect(encodeState(makeState(data, 2, 1)).length).toBeGreaterThan(worst.characters * 0.9);
    const sizes = worst.parts.map((part) => part.characters);
    const total = sizes.reduce((sum, characters) => sum + characters, 0);
    // Parts of one character are not named.
    expect(worst.characters - total).toBeLessThanOrEqual(2);
    expect(total).toBeLessThanOrEqual(worst.characters);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  it('holds for each part by itself, and is hardly more than the part takes', () => {
    const size = { form: 'ids', most: 3 } as const;
    const data = makeCourse({ seed: 9, questions: 180, checks: 0.5, draws: [89], size });
    // All but one, because a choice of all costs next to nothing.
    const activities = data.activities.map((entry) =>
      'pool' in entry ? { ...entry, pool: entry.pool.slice(90) } : entry,
    );
    const course = { ...data, activities };
    const full = makeState(course, 10, 1);
    const base = { ...full, checks: [], attempts: [], results: [], record: [], history: [] };
    const named = { ...base, flags: data.questions.map((question) => question.tag) };
    const parts: readonly (readonly [name: string, part: Partial<SavedState>])[] = [
      ['answers to 90 checks', { checks: full.checks.slice(1) }],
      ['answers of one attempt', { attempts: full.attempts }],
      ['best and last score', { results: full.results }],
      ['last result', { record: full.record.slice(1) }],
      ['history', { history: full.history }],
    ];
    const { parts: bounds } = computeWorstCase(course);
    for (const [name, part] of parts) {
      const bound = bounds.find((entry) => entry.name.startsWith(name))?.characters ?? 0;
      // A part that is empty takes a character too, but an attempt that was never begun.
      const empty = 'attempts' in part ? 0 : 1;
      const taken = encodeState({ ...named, ...part }).length - encodeState(named).length + empty;
      expect(taken).toBeLessThanOrEqual(bound);
      expect(taken).toBeGreaterThan(bound - 15);
    }
  });

  it('a first exam of 100 questions from a bank of 240 ends below 1,000 characters', () => {
    const data = makeCourse({ seed: 3, questions: 240, checks: 0, draws: [100], size: { form: 'ids', most: 1 } });
    const full = makeState(data, 4, 1);
    const [attempt] = full.attempts;
    const shown = new Set(attempt?.items.map((item) => item.tag));
    const first = {
      ...full,
      record: full.record.filter((entry) => shown.has(entry.tag)),
      flags: full.flags.filter((tag) => shown.has(tag)),
      history: full.history.slice(-1),
    };
    expect(encodeState(first).length).toBeLessThan(1000);
    expect(computeWorstCase(data).characters).toBeLessThan(1600);
  });

  it('a course for CCS with a whole mock exam in flight fits into one package', () => {
    const data = makeCcsCourse();
    const worst = computeWorstCase(data).characters;
    const state = makeState(data, 5, 1);
    expect(encodeState({ ...state, history: state.history.slice(-5) }).length).toBeLessThan(STATE_CHARACTERS);
    expect(worst).toBeLessThan(STATE_CHARACTERS);
  });
});

/** 75 checks, a bank of 260, a mock of 97 questions and eight typed cases of twelve rows, another exam of 40. */
function makeCcsCourse(): PackageData {
  const single = { form: 'ids', most: 1 } as const;
  const data = makeCourse({ seed: 6, questions: 343, checks: 75 / 343, draws: [105, 40], size: single });
  const ids = data.questions.map((question) => question.id);
  const cases = new Set(ids.slice(-8));
  return {
    ...data,
    questions: data.questions.map((question) =>
      cases.has(question.id) ? { ...question, answer: { form: 'codes', most: 12, length: 10 } } : question,
    ),
    activities: data.activities.map((activity) =>
      'pool' in activity
        ? { ...activity, pool: activity.draw === 40 ? ids.slice(75, -8) : activity.pool.slice(-activity.draw) }
        : activity,
    ),
  };
}

describe('a state that is too long', () => {
  const full = makeState(makeCourse({ seed: 7, questions: 200, checks: 0.3, draws: [40, 60] }), 8, 0.9);
  const length = encodeState(full).length;

  it('loses history first, the oldest line first', () => {
    const shorter = fitState(full, length - 20);
    expect(shorter.history.length).toBeLessThan(full.history.length);
    expect(shorter.history).toEqual(full.history.slice(-shorter.history.length));
    expect(shorter).toEqual({ ...full, history: shorter.history });
  });

  it('then what was answered right, then what was missed longest ago', () => {
    for (const less of [120, 160, 220, 300]) {
      const shorter = fitState(full, length - less);
      expect(encodeState(shorter).length).toBeLessThanOrEqual(length - less);
      expect(shorter.history).toEqual([]);
      const kept = new Set(shorter.record);
      const lost = full.record.filter((entry) => !kept.has(entry));
      expect(lost.length).toBeGreaterThan(0);
      const isMissedLost = lost.some((entry) => entry.missed !== undefined);
      if (isMissedLost) expect(shorter.record.every((entry) => entry.missed !== undefined)).toBe(true);
      const days = (entries: readonly SavedRecord[]) => entries.flatMap((entry) => entry.missed?.day ?? []);
      expect(Math.max(0, ...days(lost))).toBeLessThanOrEqual(Math.min(...days(shorter.record), 2 ** 14));
    }
  });

  it('never completion, scores or an attempt in flight, however little room there is', () => {
    fc.assert(
      fc.property(courseShape, fc.nat(), fc.integer({ min: 0, max: 3000 }), (shape, seed, room) => {
        const state = { ...makeState(makeCourse(shape), seed, 0.7), completed: true, status: 'passed' as const };
        const shorter = fitState(state, room);
        const kept = {
          record: [],
          flags: [],
          history: [],
          attempts: state.attempts.filter((entry) => !entry.finished),
        };
        if (encodeState({ ...state, ...kept }).length <= room) {
          expect(encodeState(shorter).length).toBeLessThanOrEqual(room);
        }
        expect(shorter.attempts).toEqual(expect.arrayContaining(kept.attempts));
        const { record: _record, flags: _flags, history: _history, attempts: _attempts, ...rest } = state;
        expect(shorter).toMatchObject(rest);
      }),
      { numRuns: 50 },
    );
  });
});
