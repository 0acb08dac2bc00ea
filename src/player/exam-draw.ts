/**
 * An exam's rules, a learner's record and a seed -> the questions of one attempt and their order. Pure. Every place comes from a
 * hash of seed and id, never from a position, so that an edited course moves no question that stays.
 */
import type { ExamFacts } from '../shared/exam-data.ts';
import { placeOf } from './draw.ts';

/** What is drawn from. */
export type ExamPool = Pick<ExamFacts, 'pool' | 'draws' | 'draw' | 'groups'>;

/** Which questions a learner wants. */
export type ExamSet =
  | { readonly kind: 'all' }
  | { readonly kind: 'missed' }
  | { readonly kind: 'flagged' }
  | { readonly kind: 'unseen' }
  | { readonly kind: 'due' }
  | { readonly kind: 'size'; readonly size: number }
  | { readonly kind: 'domain'; readonly domain: string };

/** What is known of a learner, as ids of questions. */
export interface Learned {
  readonly seen: ReadonlySet<string>;
  readonly missed: ReadonlySet<string>;
  readonly flagged: ReadonlySet<string>;
  readonly due: ReadonlySet<string>;
}

/** Questions that come together or not at all. */
type Unit = readonly string[];

/** The pool of each draw, as units in bank order. */
function unitsByDraw(exam: ExamPool): readonly (readonly Unit[])[] {
  const groupOf = new Map(exam.groups.flatMap((group) => group.map((id) => [id, group] as const)));
  let from = 0;
  return exam.draws.map(({ of }) => {
    const ids = exam.pool.slice(from, from + of);
    from += of;
    return [...new Map(ids.map((id) => [groupOf.get(id)?.[0] ?? id, groupOf.get(id) ?? [id]])).values()];
  });
}

/** A unit stands where the foremost of its questions would, so that a question that comes or goes seldom moves the others. */
function unitPlace(unit: Unit, seed: number): number {
  return Math.min(...unit.map((id) => placeOf(seed, id)));
}

function inOrder(units: readonly Unit[], seed: number): readonly Unit[] {
  const first = (unit: Unit): string => [...unit].sort()[0] ?? '';
  return [...units].sort((a, b) => unitPlace(a, seed) - unitPlace(b, seed) || (first(a) < first(b) ? -1 : 1));
}

/** Unseen units first, then those that are new in part. */
function byPreference(units: readonly Unit[], seen: ReadonlySet<string>, seed: number): readonly Unit[] {
  const rank = (unit: Unit): number => {
    const known = unit.filter((id) => seen.has(id)).length;
    return known === 0 ? 0 : known < unit.length ? 1 : 2;
  };
  const ordered = inOrder(units, seed);
  return [0, 1, 2].flatMap((wanted) => ordered.filter((unit) => rank(unit) === wanted));
}

/** For each place in the list, which numbers of questions the units from there on can add up to. */
function reachable(units: readonly Unit[], count: number): readonly ReadonlySet<number>[] {
  const sums: Set<number>[] = [new Set([0])];
  for (const unit of [...units].reverse()) {
    const after = sums[0] ?? new Set<number>();
    const more = [...after].map((sum) => sum + unit.length).filter((sum) => sum <= count);
    sums.unshift(new Set([...after, ...more]));
  }
  return sums;
}

/**
 * Whole units of exactly `count` questions, the preferred ones first; where groups make that impossible, as many as come
 * nearest below it.
 */
function takeUnits(units: readonly Unit[], count: number): readonly Unit[] {
  const sums = reachable(units, count);
  let left = Math.max(0, ...(sums[0] ?? []));
  return units.filter((unit, at) => {
    if (unit.length > left || sums[at + 1]?.has(left - unit.length) !== true) return false;
    left -= unit.length;
    return true;
  });
}

/** A whole attempt: each draw gives exactly its count. */
function drawAll(exam: ExamPool, seen: ReadonlySet<string>, seed: number): readonly Unit[] {
  return unitsByDraw(exam).flatMap((units, at) =>
    takeUnits(byPreference(units, seen, seed), exam.draws[at]?.count ?? 0),
  );
}

/** Shares of `size` in the proportions of the draws, none above its count: by largest remainder, the seed deciding ties. */
export function shareOut(size: number, counts: readonly number[], seed: number): readonly number[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const wanted = Math.min(size, all);
  if (all === 0) return counts.map(() => 0);
  const exact = counts.map((count) => (wanted * count) / all);
  const shares = exact.map(Math.floor);
  const rest = wanted - shares.reduce((sum, share) => sum + share, 0);
  const remainder = (at: number): number => (exact[at] ?? 0) - (shares[at] ?? 0);
  const order = [...counts.keys()].sort(
    (a, b) => remainder(b) - remainder(a) || placeOf(seed, `draw ${a}`) - placeOf(seed, `draw ${b}`),
  );
  const raised = new Set(order.slice(0, rest));
  return shares.map((share, at) => share + (raised.has(at) ? 1 : 0));
}

/** A smaller exam: each draw gives its share. What a share cannot hold, because a group is larger, other draws make up for. */
function drawSize(exam: ExamPool, size: number, seen: ReadonlySet<string>, seed: number): readonly Unit[] {
  const counts = exam.draws.map(({ count }) => count);
  const shares = shareOut(size, counts, seed);
  const byDraw = unitsByDraw(exam).map((units) => byPreference(units, seen, seed));
  const taken = byDraw.flatMap((units, at) => takeUnits(units, shares[at] ?? 0));
  const missing = Math.min(size, exam.draw) - taken.reduce((sum, unit) => sum + unit.length, 0);
  if (missing === 0) return taken;
  const rest = byDraw.flat().filter((unit) => !taken.includes(unit));
  return [...taken, ...takeUnits(byPreference(rest, seen, seed), missing)];
}

/** Units that hold a wanted question, at most as many questions as a whole attempt has: more the saved state has no room for. */
function drawWanted(
  exam: ExamPool,
  isWanted: (id: string) => boolean,
  seen: ReadonlySet<string>,
  seed: number,
): readonly Unit[] {
  const units = unitsByDraw(exam)
    .flat()
    .filter((unit) => unit.some(isWanted));
  const all = units.reduce((sum, unit) => sum + unit.length, 0);
  return all <= exam.draw ? units : takeUnits(byPreference(units, seen, seed), exam.draw);
}

function wantedBy(set: ExamSet, learned: Learned, domainOf: (id: string) => string | undefined) {
  switch (set.kind) {
    case 'domain':
      return (id: string) => domainOf(id) === set.domain;
    case 'unseen':
      return (id: string) => !learned.seen.has(id);
    case 'missed':
    case 'flagged':
    case 'due':
      return (id: string) => learned[set.kind].has(id);
    case 'all':
    case 'size':
      return () => true;
  }
}

/**
 * Ids of one attempt in no order that means anything; `arrangeExam` orders them.
 * @param domainOf the domain of a question
 */
export function drawExam(
  exam: ExamPool,
  set: ExamSet,
  learned: Learned,
  domainOf: (id: string) => string | undefined,
  seed: number,
): readonly string[] {
  if (set.kind === 'all') return drawAll(exam, learned.seen, seed).flat();
  if (set.kind === 'size') return drawSize(exam, set.size, learned.seen, seed).flat();
  return drawWanted(exam, wantedBy(set, learned, domainOf), learned.seen, seed).flat();
}

/** How many questions of the pool a set would ask. */
export function countSet(
  exam: ExamPool,
  set: ExamSet,
  learned: Learned,
  domainOf: (id: string) => string | undefined,
): number {
  return drawExam(exam, set, learned, domainOf, 0).length;
}

/** The drawn questions in the order to show: mixed by the seed, groups together in their own order. */
export function arrangeExam(exam: ExamPool, drawn: ReadonlySet<string>, seed: number): readonly string[] {
  const units = unitsByDraw(exam)
    .flat()
    .map((unit) => unit.filter((id) => drawn.has(id)))
    .filter((unit) => unit.length > 0);
  return inOrder(units, seed).flat();
}
