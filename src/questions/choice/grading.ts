/** Grades a choice among options by option ids. Pure; serves the question types that are choices. */
import type { Miss } from '../../shared/misses.ts';
import type { CreditPolicy } from '../../shared/package-data.ts';
import type { Grade } from '../answer-behavior.ts';
import type { ChoiceAnswer } from './answer.ts';

/**
 * All or nothing: 1 when exactly the options of the key are chosen. Partial: the share of the key that is chosen less one
 * share for each wrong choice, never below 0, so that choosing everything earns nothing. With a key of one both are the same.
 */
export function gradeChoice(answer: ChoiceAnswer, given: readonly string[], policy: CreditPolicy): Grade {
  const chosen = new Set(given);
  const right = answer.key.filter((id) => chosen.has(id)).length;
  const wrong = chosen.size - right;
  const missed = answer.key.length - right;
  const misses: Miss[] = [];
  if (wrong > 0) misses.push('wrong-option');
  if (missed > wrong) misses.push('missed-option');
  if (wrong === 0 && missed === 0) return { credit: 1, misses };
  const share = policy === 'partial' && answer.key.length > 1 ? (right - wrong) / answer.key.length : 0;
  return { credit: Math.max(0, share), misses };
}
