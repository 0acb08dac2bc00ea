/**
 * Turns the counts or percent ranges of an exam's sections into exact whole numbers for an exam of some length. Pure; knows
 * neither files nor banks. Numbers of an outline have four decimals at most, so all sums are made in ten-thousandths.
 */
import type { BlueprintSource } from './source-format/blueprint.ts';

/** The share of one section as its outline states it. */
export type Share =
  | { readonly kind: 'count'; readonly count: number }
  /** Percent of all items. */
  | { readonly kind: 'percent'; readonly min: number; readonly max: number };

export type SharedItems =
  | { readonly kind: 'counts'; readonly counts: readonly number[] }
  /** No whole number of so many items lies in the range of the section at this place. */
  | { readonly kind: 'no-whole-number'; readonly at: number }
  /** Each range holds whole numbers, but none add up. */
  | { readonly kind: 'no-sum' };

/** @param section one that has a count or percents, as validation has seen to */
export function toShare({ count, percent }: BlueprintSource['sections'][number]): Share {
  return percent === undefined ? { kind: 'count', count: count ?? 0 } : { kind: 'percent', ...percent };
}

/**
 * Least and most whole items that a share allows; a count may be rounded either way.
 * @param all the items of the outline, by which counts are measured
 */
export function boundsOf(share: Share, items: number, all: number): { readonly least: number; readonly most: number } {
  if (share.kind === 'count') {
    const ideal = (share.count * items) / all;
    return { least: Math.floor(ideal + 1e-9), most: Math.ceil(ideal - 1e-9) };
  }
  const least = Math.ceil(Math.round(share.min * items * 10_000) / 1_000_000);
  const most = Math.floor(Math.round(share.max * items * 10_000) / 1_000_000);
  return { least, most };
}

/**
 * Counts in the proportions of the outline, by largest remainder, none outside its range; the section that stands first gets
 * the item that two deserve equally.
 * @param has how many questions there are for each section: within ranges a section with few is asked less
 */
export function shareItems(shares: readonly Share[], items: number, has: readonly number[] = []): SharedItems {
  const all = shares.reduce((sum, share) => sum + (share.kind === 'count' ? share.count : 0), 0);
  const bounds = shares.map((share) => boundsOf(share, items, Math.max(1, all)));
  const empty = bounds.findIndex(({ least, most }) => least > most);
  if (empty !== -1) return { kind: 'no-whole-number', at: empty };
  const room = bounds.map(({ least, most }, index) => ({
    least,
    most: shares[index]?.kind === 'percent' ? Math.max(least, Math.min(most, has[index] ?? most)) : most,
  }));
  const found = fill(shares, items, room) ?? fill(shares, items, bounds);
  return found === undefined ? { kind: 'no-sum' } : { kind: 'counts', counts: found };
}

function fill(
  shares: readonly Share[],
  items: number,
  bounds: readonly { readonly least: number; readonly most: number }[],
): readonly number[] | undefined {
  const weights = shares.map((share) => (share.kind === 'count' ? share.count : (share.min + share.max) / 2));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (all === 0) return undefined;
  const ideal = weights.map((weight) => (weight / all) * items);
  const counts = ideal.map((count, index) => {
    const { least, most } = bounds[index] ?? { least: 0, most: items };
    return Math.min(most, Math.max(least, Math.floor(count + 1e-9)));
  });
  const farthest = (direction: 1 | -1): number => {
    let best = -1;
    counts.forEach((count, index) => {
      const bound = bounds[index];
      if (bound === undefined || (direction === 1 ? count >= bound.most : count <= bound.least)) return;
      const gap = direction * ((ideal[index] ?? 0) - count);
      if (best === -1 || gap > direction * ((ideal[best] ?? 0) - (counts[best] ?? 0)) + 1e-9) best = index;
    });
    return best;
  };
  for (let sum = counts.reduce((total, count) => total + count, 0); sum !== items; ) {
    const direction = sum < items ? 1 : -1;
    const at = farthest(direction);
    if (at === -1) return undefined;
    counts[at] = (counts[at] ?? 0) + direction;
    sum += direction;
  }
  return counts;
}

/** Lengths near the one that was asked for which every range can be met: the next below and the next above, if any. */
export function lengthsThatWork(shares: readonly Share[], items: number): readonly number[] {
  const works = (length: number) => shareItems(shares, length).kind === 'counts';
  const below = Array.from({ length: Math.max(0, items - 1) }, (_, index) => items - 1 - index).find(works);
  const above = Array.from({ length: 200 }, (_, index) => items + 1 + index).find(works);
  return [below, above].filter((length) => length !== undefined);
}
