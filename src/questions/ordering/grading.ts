/** Grades an order of items. Pure. */
import type { CreditPolicy } from '../../shared/package-data.ts';
import type { Grade } from '../answer-behavior.ts';
import type { OrderingAnswer } from './answer.ts';

/**
 * The most items that stand in the right order among themselves, the earliest where there are several such sets. All others must
 * be moved, each once, to put everything right.
 */
export function findItemsInOrder(given: readonly string[], key: readonly string[]): readonly string[] {
  const best: (readonly string[])[] = [];
  given.forEach((id, at) => {
    const place = key.indexOf(id);
    let before: readonly string[] = [];
    for (let earlier = 0; earlier < at; earlier++) {
      const run = best[earlier] ?? [];
      if (key.indexOf(given[earlier] ?? '') < place && run.length > before.length) before = run;
    }
    best.push([...before, id]);
  });
  return best.reduce((longest, run) => (run.length > longest.length ? run : longest), []);
}

/**
 * All or nothing: 1 when the order is the right one. Partial: one share less for each item that must be moved, so that the order
 * turned round earns nothing. Chosen over the share of right pairs, of which half are right by chance and half are lost when one
 * item of four stands at the wrong end.
 */
export function gradeOrdering({ key }: OrderingAnswer, given: readonly string[], policy: CreditPolicy): Grade {
  const inOrder = given.length === key.length ? findItemsInOrder(given, key).length : 0;
  if (inOrder === key.length) return { credit: 1, misses: [] };
  const share = key.length > 1 ? (inOrder - 1) / (key.length - 1) : 0;
  return { credit: policy === 'partial' ? Math.max(0, share) : 0, misses: ['wrong-sequence'] };
}

/** Whether an answer holds every item once. */
export function isKnownOrdering({ key }: OrderingAnswer, given: readonly string[]): boolean {
  return given.length === key.length && key.every((id) => given.includes(id));
}
