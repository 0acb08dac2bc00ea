/** What an exam draws: exact counts from shares, whole groups, and why a plan cannot be. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, type PlanProblem, planExam } from '../../src/compiler/exam-plan.ts';
import { boundsOf, lengthsThatWork, type Share, shareItems } from '../../src/compiler/share-items.ts';
import type { BlueprintSource } from '../../src/compiler/source-format/blueprint.ts';
import type { ExamSource } from '../../src/compiler/source-format/exam.ts';

const percent = (min: number, max: number): Share => ({ kind: 'percent', min, max });
const CCS = [percent(39, 41), percent(18, 22), percent(9, 11), percent(18, 22), percent(9, 11)];

describe('items shared out', () => {
  it('meet every range of the CCS outline at its full length', () => {
    expect(shareItems(CCS, 79)).toEqual({ kind: 'counts', counts: [31, 16, 8, 16, 8] });
  });

  it('name the section in whose range no whole number lies, and lengths that work', () => {
    expect(shareItems(CCS, 25)).toEqual({ kind: 'no-whole-number', at: 2 });
    const works = lengthsThatWork(CCS, 25);
    expect(works).toEqual([20, 30]);
    for (const length of works) expect(shareItems(CCS, length).kind).toBe('counts');
  });

  it('ask less of a section with few questions, as far as its range allows', () => {
    const wide = [percent(40, 60), percent(40, 60)];
    expect(shareItems(wide, 10, [4, 20])).toEqual({ kind: 'counts', counts: [4, 6] });
    expect(shareItems(wide, 10, [3, 20])).toEqual({ kind: 'counts', counts: [4, 6] });
  });

  it('do not add up where the ranges leave no room together', () => {
    expect(shareItems([percent(10, 20), percent(10, 20)], 10)).toEqual({ kind: 'no-sum' });
  });

  it('keep the proportions of counts by the largest remainder', () => {
    const counts = [36, 6, 4, 4].map((count): Share => ({ kind: 'count', count }));
    expect(shareItems(counts, 50)).toEqual({ kind: 'counts', counts: [36, 6, 4, 4] });
    expect(shareItems(counts, 25)).toEqual({ kind: 'counts', counts: [18, 3, 2, 2] });
    expect(shareItems(counts, 10)).toEqual({ kind: 'counts', counts: [7, 1, 1, 1] });
  });

  it('always make the whole exam, each within its bounds', () => {
    const range = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 40 }));
    const shares = fc.oneof(
      fc.array(
        fc.integer({ min: 1, max: 40 }).map((count): Share => ({ kind: 'count', count })),
        {
          minLength: 1,
          maxLength: 20,
        },
      ),
      fc.array(
        range.map(([min, width]) => percent(min, min + width)),
        { minLength: 1, maxLength: 8 },
      ),
    );
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 200 }), (list, items) => {
        const shared = shareItems(list, items);
        if (shared.kind !== 'counts') {
          expect(list[0]?.kind).toBe('percent');
          return;
        }
        const all = list.reduce((sum, share) => sum + (share.kind === 'count' ? share.count : 0), 0);
        expect(shared.counts.reduce((sum, count) => sum + count, 0)).toBe(items);
        shared.counts.forEach((count, index) => {
          const { least, most } = boundsOf(list[index] ?? percent(0, 100), items, all);
          expect(count).toBeGreaterThanOrEqual(least);
          expect(count).toBeLessThanOrEqual(most);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('find a way wherever there is one', () => {
    const range = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 40 }));
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 60 }), (list, items) => {
        const shares = list.map(([min, width]) => percent(min, min + width));
        const bounds = shares.map((share) => boundsOf(share, items, 1));
        const least = bounds.reduce((sum, bound) => sum + bound.least, 0);
        const most = bounds.reduce((sum, bound) => sum + bound.most, 0);
        const possible = bounds.every((bound) => bound.least <= bound.most) && least <= items && items <= most;
        expect(shareItems(shares, items).kind === 'counts').toBe(possible);
      }),
      { numRuns: 500 },
    );
  });
});

const bank = (domain: string, count: number, extra: Partial<Candidate> = {}): readonly Candidate[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `${domain}-${extra.pretest ? 'p' : ''}${extra.group ?? ''}${extra.type ?? ''}${extra.setting ?? ''}${index + 1}`,
    type: 'single-choice',
    domain,
    pretest: false,
    group: '',
    setting: undefined,
    ...extra,
  }));

const exam = (fields: Partial<ExamSource>): ExamSource => ({
  exam: 'mock',
  title: 'Mock',
  from: ['banks/all.yaml'],
  ...fields,
});

const blueprint: BlueprintSource = {
  id: 'sample',
  title: 'Sample',
  minutes: 100,
  'items-scored': 20,
  'items-pretest': 4,
  scenarios: 2,
  pass: { kind: 'percent', value: 70 },
  sections: [
    { id: 'records', title: 'Records', count: 15 },
    { id: 'anatomy', title: 'Anatomy', count: 5 },
  ],
  sources: [{ title: 'A source', url: 'https://example.org' }],
};

const kinds = (problems: readonly PlanProblem[]) => problems.map(({ kind }) => kind);

describe('the plan of an exam', () => {
  const plenty = [
    ...bank('records', 30),
    ...bank('anatomy', 10),
    ...bank('records', 6, { pretest: true }),
    ...bank('records', 4, { type: 'case' }),
  ];

  it('draws items by section, cases and pretest questions beside them, all from the blueprint', () => {
    const plan = planExam({ exam: exam({}), blueprint, candidates: plenty });
    expect(plan.problems).toEqual([]);
    expect(plan.planned.map(({ kind, domain, count, pool }) => [kind, domain, count, pool.length])).toEqual([
      ['items', 'records', 15, 30],
      ['items', 'anatomy', 5, 10],
      ['cases', '', 2, 4],
      ['pretest', '', 4, 6],
    ]);
    expect(plan.draw).toBe(26);
    expect(plan.limitMinutes).toBe(100);
    expect(plan.sets).toEqual([10, 25, 'domain', 'missed', 'flagged', 'unseen', 'due']);
  });

  it('of a shorter exam keeps every proportion, that of time too', () => {
    const plan = planExam({ exam: exam({ items: 10 }), blueprint, candidates: plenty });
    expect(plan.draws.map(({ count }) => count)).toEqual([8, 2, 1, 2]);
    expect(plan.limitMinutes).toBe(50);
  });

  it('asks as many pretest questions as there are, unless the author wants a number', () => {
    const few = [...bank('records', 30), ...bank('anatomy', 10), ...bank('records', 2, { pretest: true })];
    const plan = planExam({ exam: exam({ cases: 0 }), blueprint, candidates: few });
    expect(plan.draws.map(({ count }) => count)).toEqual([15, 5, 2]);
    const strict = planExam({ exam: exam({ cases: 0, pretest: 3 }), blueprint, candidates: few });
    expect(kinds(strict.problems)).toEqual(['too-few']);
  });

  it('draws groups whole, in one draw', () => {
    const grouped = [...bank('records', 3, { group: 'a' }), ...bank('records', 3, { group: 'b' })];
    const even = planExam({ exam: exam({ items: 3 }), blueprint: undefined, candidates: grouped });
    expect(even.problems).toEqual([]);
    expect(even.groups).toEqual([
      ['records-a1', 'records-a2', 'records-a3'],
      ['records-b1', 'records-b2', 'records-b3'],
    ]);
    const odd = planExam({ exam: exam({ items: 4 }), blueprint: undefined, candidates: grouped });
    expect(odd.problems).toMatchObject([{ kind: 'groups-misfit', sizes: [3], nearest: 3 }]);
  });

  it('withholds study mode and sets where it withholds feedback', () => {
    const plan = planExam({ exam: exam({ items: 3, feedback: 'passed' }), blueprint: undefined, candidates: plenty });
    expect([plan.modes, plan.sets]).toEqual([['exam'], []]);
  });

  it('has no limit where neither author nor blueprint gives one', () => {
    const plan = planExam({ exam: exam({ items: 3 }), blueprint: undefined, candidates: plenty });
    expect(plan.limitMinutes).toBe(0);
    expect(planExam({ exam: exam({ minutes: 'untimed' }), blueprint, candidates: plenty }).limitMinutes).toBe(0);
  });

  it('says what is wrong with a bank that cannot fill it', () => {
    const plan = planExam({ exam: exam({}), blueprint, candidates: [...bank('records', 9), ...bank('anatomi', 8)] });
    expect(plan.problems).toMatchObject([
      { kind: 'never-drawn', domain: 'anatomi', questions: 8 },
      { kind: 'too-few', draw: { domain: 'records', count: 15 }, has: 9 },
      { kind: 'too-few', draw: { domain: 'anatomy', count: 5 }, has: 0 },
      { kind: 'too-few', draw: { kind: 'cases' }, needs: 2, has: 0 },
    ]);
  });

  it('draws cases by setting, each from its own', () => {
    const records = (setting: 'inpatient' | 'emergency', count: number) =>
      bank('records', count, { type: 'case', setting });
    const candidates = [
      ...bank('records', 30),
      ...bank('anatomy', 10),
      ...records('inpatient', 4),
      ...records('emergency', 3),
    ];
    const fields = { cases: { inpatient: 2, emergency: 3 }, pretest: 0 };
    const plan = planExam({ exam: exam(fields), blueprint, candidates });
    expect(plan.problems).toEqual([]);
    expect(plan.planned.slice(2).map(({ kind, setting, count, pool }) => [kind, setting, count, pool.length])).toEqual([
      ['cases', 'inpatient', 2, 4],
      ['cases', 'emergency', 3, 3],
    ]);
    const other = { cases: { inpatient: 5, outpatient: 1 }, pretest: 0 };
    expect(planExam({ exam: exam(other), blueprint, candidates }).problems).toMatchObject([
      { kind: 'too-few', draw: { setting: 'inpatient' }, needs: 5, has: 4 },
      { kind: 'too-few', draw: { setting: 'outpatient' }, needs: 1, has: 0 },
      { kind: 'cases-never-drawn', setting: 'emergency', cases: 3 },
    ]);
    expect(planExam({ exam: exam({ cases: {}, pretest: 0 }), blueprint, candidates }).draws).toHaveLength(2);
  });

  it('takes the settings of the blueprint, and of a shorter exam their proportions', () => {
    const records = (setting: 'inpatient' | 'outpatient' | 'emergency', count: number) =>
      bank('records', count, { type: 'case', setting });
    const candidates = [
      ...bank('records', 30),
      ...bank('anatomy', 10),
      ...records('inpatient', 5),
      ...records('outpatient', 3),
      ...records('emergency', 5),
    ];
    const thirds = { ...blueprint, scenarios: { inpatient: 3, outpatient: 2, emergency: 3 } };
    const cases = (fields: Partial<ExamSource>) =>
      planExam({ exam: exam({ pretest: 0, ...fields }), blueprint: thirds, candidates })
        .planned.filter(({ kind }) => kind === 'cases')
        .map(({ setting, count }) => [setting, count]);
    expect(cases({})).toEqual([
      ['inpatient', 3],
      ['outpatient', 2],
      ['emergency', 3],
    ]);
    expect(cases({ items: 10 })).toEqual([
      ['inpatient', 2],
      ['outpatient', 1],
      ['emergency', 1],
    ]);
    expect(cases({ cases: 1 })).toEqual([[undefined, 1]]);
    expect(cases({ cases: { emergency: 2 } })).toEqual([['emergency', 2]]);
    expect(cases({ cases: 0 })).toEqual([]);
  });

  it('asks that cases of one setting have equally many questions, and counts them by setting', () => {
    const grouped = (setting: 'inpatient' | 'emergency', group: string, items: number) => [
      ...bank('records', 1, { type: 'case', setting, group }),
      ...bank('records', items, { group }),
    ];
    const items = [...bank('records', 20), ...bank('anatomy', 10)];
    const fields = { cases: { inpatient: 1, emergency: 1 }, pretest: 0 };
    const even = [...items, ...grouped('inpatient', 'a', 1), ...grouped('inpatient', 'b', 1)];
    const plan = planExam({
      exam: exam(fields),
      blueprint,
      candidates: [...even, ...grouped('emergency', 'c', 2), ...grouped('emergency', 'd', 2)],
    });
    expect(plan.problems).toEqual([]);
    expect(plan.planned.slice(2).map(({ setting, count }) => [setting, count])).toEqual([
      ['inpatient', 2],
      ['emergency', 3],
    ]);
    const odd = [...even, ...grouped('emergency', 'c', 2), ...grouped('emergency', 'd', 1)];
    expect(planExam({ exam: exam(fields), blueprint, candidates: odd }).problems).toEqual([
      { kind: 'cases-differ', sizes: [2, 3], setting: 'emergency' },
    ]);
  });

  it('never draws a question twice, and its parts add up', () => {
    const candidate = fc.record({
      domain: fc.constantFrom('records', 'anatomy', 'other'),
      type: fc.constantFrom('single-choice', 'case'),
      pretest: fc.boolean(),
      group: fc.constantFrom('', '', '', 'g1', 'g2'),
    });
    const some = fc.integer({ min: 0, max: 2 });
    const fields = fc.record({
      items: fc.integer({ min: 1, max: 12 }),
      cases: fc.oneof(some, fc.record({ inpatient: some, outpatient: some, emergency: some })),
    });
    const setting = fc.constantFrom('inpatient', 'outpatient', 'emergency');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(candidate, setting), { maxLength: 60 }),
        fields,
        fc.boolean(),
        (list, own, drawnByBlueprint) => {
          const candidates = list.map(([entry, of], index) => ({
            ...entry,
            setting: entry.type === 'case' ? of : undefined,
            id: `q-${index}`,
          }));
          const plan = planExam({ exam: exam(own), blueprint: drawnByBlueprint ? blueprint : undefined, candidates });
          expect(new Set(plan.pool).size).toBe(plan.pool.length);
          expect(plan.draws.reduce((sum, { of }) => sum + of, 0)).toBe(plan.pool.length);
          expect(plan.draws.reduce((sum, { count }) => sum + count, 0)).toBe(plan.draw);
          if (plan.problems.some(({ kind }) => !kind.endsWith('never-drawn'))) return;
          let at = 0;
          for (const { count, of } of plan.draws) {
            const part = plan.pool.slice(at, at + of);
            at += of;
            expect(count).toBeLessThanOrEqual(of);
            for (const group of plan.groups) {
              const inside = group.filter((id) => part.includes(id)).length;
              expect([0, group.length]).toContain(inside);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
