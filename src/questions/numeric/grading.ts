/** Grades a typed quantity against the answer and its tolerance, exactly. Pure. */
import type { Grade } from '../answer-behavior.ts';
import type { NumericAnswer } from './answer.ts';
import { haveSameDigits, parseDecimal } from './decimal.ts';
import { inOwnUnit, isNear } from './quantity.ts';

/** All or nothing under every policy. Both ends of the range that the tolerance allows are right. */
export function gradeNumeric(answer: NumericAnswer, given: readonly string[]): Grade {
  const right = inOwnUnit(answer.key[0] ?? '', answer.units);
  const value = inOwnUnit(given[0] ?? '', answer.units);
  if (right === undefined || value === undefined) return { credit: 0, misses: ['wrong-number'] };
  if (isNear(value, right, answer.tolerance, right)) return { credit: 1, misses: [] };
  if (findNumericMiss(answer, given) !== undefined) return { credit: 0, misses: ['named-miss'] };
  return { credit: 0, misses: [haveSameDigits(value, right) ? 'wrong-magnitude' : 'wrong-number'] };
}

/** The part whose reason speaks of the number that was typed: the first miss that is as near as the answer may be missed. */
export function findNumericMiss(answer: NumericAnswer, given: readonly string[]): string | undefined {
  const right = inOwnUnit(answer.key[0] ?? '', answer.units);
  const value = inOwnUnit(given[0] ?? '', answer.units);
  if (right === undefined || value === undefined) return undefined;
  const index = answer.misses.findIndex((text) => {
    const miss = parseDecimal(text);
    return miss !== undefined && isNear(value, miss, answer.tolerance, right);
  });
  return index === -1 ? undefined : `miss-${index + 1}`;
}
