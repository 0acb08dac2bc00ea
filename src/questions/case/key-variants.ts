/** The keys that a case accepts: its entries with one group of each of its alternatives. Pure. */

interface WithAlternatives<E> {
  readonly entries: readonly E[];
  readonly alternatives: readonly (readonly (readonly E[])[])[];
}

/** More would be unclear to everybody, and slow to grade. */
export const MOST_VARIANTS = 16;

/** In the author's order: the first one has the first group of all. */
export function listVariants<E>({ entries, alternatives }: WithAlternatives<E>): readonly (readonly E[])[] {
  return alternatives.reduce<readonly (readonly E[])[]>(
    (variants, groups) => variants.flatMap((variant) => groups.map((group) => [...variant, ...group])),
    [entries],
  );
}
