/** Grades a case: the variant of its key that is best for the learner counts. Pure. */
import type { CreditPolicy } from '../../shared/package-data.ts';
import type { Grade } from '../answer-behavior.ts';
import type { CaseAnswer } from './answer.ts';
import { listVariants } from './key-variants.ts';
import { type CaseResult, matchVariant } from './match-case.ts';
import { readRows } from './rows.ts';

/** By the variant with the most points; of equal ones, by that with the fewest misses. */
export function findCase(answer: CaseAnswer, given: readonly string[]): CaseResult {
  const rows = readRows(given);
  const results = listVariants(answer).map((key) => matchVariant(answer, key, rows));
  const share = ({ points, total }: CaseResult): number => (total === 0 ? 0 : points / total);
  return results.reduce((best, result) => {
    const more = share(result) - share(best);
    return more > 0 || (more === 0 && result.misses.length < best.misses.length) ? result : best;
  });
}

/** Partial: the share of the points. All or nothing: 1 where there is no miss. */
export function gradeCase(answer: CaseAnswer, given: readonly string[], policy: CreditPolicy): Grade {
  const { points, total, misses } = findCase(answer, given);
  if (misses.length === 0) return { credit: 1, misses };
  // A miss always leaves something to wish for, whatever the rules make of it.
  const share = policy === 'partial' && total > 0 ? Math.min(points / total, 0.99) : 0;
  return { credit: Math.max(0, share), misses };
}
