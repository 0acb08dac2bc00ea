/** What an exam draws: exact counts, whole groups, unseen questions first, and an order that edits do not move. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arrangeExam,
  drawExam,
  type ExamPool,
  type ExamSet,
  type Learned,
  shareOut,
} from '../../src/player/exam-draw.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 24 - 1 });
const NOTHING: Learned = { seen: new Set(), missed: new Set(), flagged: new Set(), due: new Set() };

interface SizedExam {
  readonly exam: ExamPool;
  readonly domainOf: (id: string) => string;
}

/** Draws of units of one to three questions; each draw's count is the sum of some of its units, so that it can be met. */
const exams: fc.Arbitrary<SizedExam> = fc
  .array(fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.boolean()), { minLength: 1, maxLength: 8 }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((draws) => {
    const named = draws.map((units, draw) =>
      units.map(([size, taken], unit) => ({
        ids: Array.from({ length: size }, (_, at) => `d${draw}-u${unit}-${at}`),
        taken: taken || unit === 0,
      })),
    );
    const size = (units: readonly { readonly ids: readonly string[] }[]): number =>
      units.reduce((sum, unit) => sum + unit.ids.length, 0);
    const parts = named.map((units) => ({ count: size(units.filter((unit) => unit.taken)), of: size(units) }));
    const exam = {
      pool: named.flat().flatMap((unit) => unit.ids),
      draws: parts,
      draw: parts.reduce((sum, part) => sum + part.count, 0),
      groups: named
        .flat()
        .map((unit) => unit.ids)
        .filter((ids) => ids.length > 1),
    };
    return { exam, domainOf: (id: string) => id.slice(0, 2) };
  });

const sets: fc.Arbitrary<ExamSet> = fc.oneof(
  fc.constantFrom('all', 'missed', 'flagged', 'unseen', 'due').map((kind) => ({ kind }) as ExamSet),
  fc.integer({ min: 1, max: 40 }).map((size) => ({ kind: 'size', size }) as const),
  fc.constantFrom('d0', 'd1').map((domain) => ({ kind: 'domain', domain }) as const),
);

function learned(exam: ExamPool, every: number): Learned {
  const some = new Set(exam.pool.filter((_, at) => at % every === 0));
  return { seen: some, missed: some, flagged: some, due: some };
}

function expectWholeGroups(exam: ExamPool, drawn: readonly string[]): void {
  for (const group of exam.groups) {
    const own = group.filter((id) => drawn.includes(id)).length;
    expect(own === 0 || own === group.length, group.join()).toBe(true);
  }
}

describe('a full attempt', () => {
  it('takes exactly the count of each draw, groups whole, each question once', () => {
    fc.assert(
      fc.property(exams, seeds, fc.integer({ min: 1, max: 5 }), ({ exam, domainOf }, seed, every) => {
        const drawn = drawExam(exam, { kind: 'all' }, learned(exam, every), domainOf, seed);
        expect(new Set(drawn).size).toBe(drawn.length);
        for (const [at, { count }] of exam.draws.entries()) {
          expect(drawn.filter((id) => domainOf(id) === `d${at}`).length).toBe(count);
        }
        expectWholeGroups(exam, drawn);
      }),
    );
  });

  it('asks unseen questions first, draw by draw', () => {
    const exam = { pool: ['a', 'b', 'c', 'd', 'e', 'f'], draws: [{ count: 2, of: 6 }], draw: 2, groups: [] };
    const seen = new Set(['a', 'b', 'c', 'd']);
    for (let seed = 0; seed < 50; seed++) {
      const drawn = drawExam(exam, { kind: 'all' }, { ...NOTHING, seen }, () => 'x', seed);
      expect([...drawn].sort()).toEqual(['e', 'f']);
    }
  });

  it('draws other questions with another seed', () => {
    const exam = {
      pool: Array.from({ length: 30 }, (_, at) => `q${at}`),
      draws: [{ count: 5, of: 30 }],
      draw: 5,
      groups: [],
    };
    const drawn = new Set<string>();
    for (let seed = 0; seed < 60; seed++) {
      for (const id of drawExam(exam, { kind: 'all' }, NOTHING, () => 'x', seed)) drawn.add(id);
    }
    expect(drawn.size).toBe(30);
  });

  it('comes as near as it can where groups make the count impossible', () => {
    const exam = {
      pool: ['a', 'b', 'c', 'd'],
      draws: [{ count: 3, of: 4 }],
      draw: 3,
      groups: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    };
    expect(drawExam(exam, { kind: 'all' }, NOTHING, () => 'x', 7).length).toBe(2);
  });
});

describe('a smaller set', () => {
  it('is never larger than the exam, keeps groups whole and asks only what was wanted', () => {
    fc.assert(
      fc.property(exams, sets, seeds, fc.integer({ min: 1, max: 5 }), ({ exam, domainOf }, set, seed, every) => {
        const known = learned(exam, every);
        const drawn = drawExam(exam, set, known, domainOf, seed);
        expect(drawn.length).toBeLessThanOrEqual(exam.draw);
        if (set.kind === 'size') expect(drawn.length).toBeLessThanOrEqual(set.size);
        expectWholeGroups(exam, drawn);
        const unitOf = (id: string): readonly string[] => exam.groups.find((group) => group.includes(id)) ?? [id];
        const isWanted = (id: string): boolean =>
          set.kind === 'domain'
            ? domainOf(id) === set.domain
            : set.kind === 'unseen'
              ? !known.seen.has(id)
              : set.kind === 'all' || set.kind === 'size' || known[set.kind].has(id);
        for (const id of drawn) expect(unitOf(id).some(isWanted)).toBe(true);
      }),
    );
  });

  it('has the size asked for, in the exam\u2019s proportions, where no group is in the way', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 100 }),
        seeds,
        (counts, size, seed) => {
          const shares = shareOut(size, counts, seed);
          const all = counts.reduce((sum, count) => sum + count, 0);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(Math.min(size, all));
          for (const [at, share] of shares.entries()) {
            const exact = (Math.min(size, all) * (counts[at] ?? 0)) / all;
            expect(Math.abs(share - exact)).toBeLessThan(1);
            expect(share).toBeLessThanOrEqual(counts[at] ?? 0);
          }
        },
      ),
    );
  });

  it('makes up elsewhere for a share that only a larger group could fill', () => {
    const pool = ['g1', 'g2', 'g3', 'a', 'b', 'c'];
    const exam = {
      pool,
      draws: [
        { count: 3, of: 3 },
        { count: 3, of: 3 },
      ],
      draw: 6,
      groups: [['g1', 'g2', 'g3']],
    };
    const drawn = drawExam(exam, { kind: 'size', size: 3 }, NOTHING, () => 'x', 1);
    expect([...drawn].sort()).toEqual(['a', 'b', 'c']);
  });
});

describe('the order of an attempt', () => {
  it('mixes the draws and keeps groups together in their own order', () => {
    fc.assert(
      fc.property(exams, seeds, ({ exam }, seed) => {
        const order = arrangeExam(exam, new Set(exam.pool), seed);
        expect([...order].sort()).toEqual([...exam.pool].sort());
        for (const group of exam.groups) {
          const at = order.indexOf(group[0] ?? '');
          expect(order.slice(at, at + group.length)).toEqual(group);
        }
      }),
    );
  });

  it('moves nothing when another question comes, goes or changes its place in the bank', () => {
    fc.assert(
      fc.property(exams, seeds, fc.nat(), ({ exam }, seed, at) => {
        const before = arrangeExam(exam, new Set(exam.pool), seed);
        const gone = exam.pool[at % exam.pool.length] ?? '';
        const inGroup = exam.groups.some((group) => group.includes(gone));
        const rest = exam.pool.filter((id) => id !== gone);
        const edited: ExamPool = {
          ...exam,
          pool: [...rest].reverse(),
          draws: [{ count: rest.length, of: rest.length }],
          groups: exam.groups.map((group) => group.filter((id) => id !== gone)).filter((group) => group.length > 1),
        };
        const after = arrangeExam(edited, new Set(rest), seed);
        // Where a question of a group goes, only its group may move.
        const group = exam.groups.find((ids) => ids.includes(gone)) ?? [];
        const others = (order: readonly string[]): readonly string[] => order.filter((id) => !group.includes(id));
        expect(others(after)).toEqual(others(before).filter((id) => id !== gone));
        if (!inGroup) expect(after).toEqual(before.filter((id) => id !== gone));
      }),
    );
  });
});
