/** Grades a typed quantity against the answer and its tolerance, exactly. Pure. */
import type { Grade } from '../answer-behavior.ts';
import type { NumericAnswer } from './answer.ts';
import { type Decimal, distance, haveSameDigits, isAtMost, magnitude, multiply, parseDecimal } from './decimal.ts';
import { inOwnUnit } from './quantity.ts';

const ONE_PERCENT: Decimal = { digits: 1n, scale: 2 };
const NOTHING: Decimal = { digits: 0n, scale: 0 };

/** In the question's own unit. */
function toleranceOf({ tolerance }: NumericAnswer, right: Decimal): Decimal {
  const number = parseDecimal(tolerance.replace('%', '')) ?? NOTHING;
  return tolerance.endsWith('%') ? multiply(multiply(magnitude(right), number), ONE_PERCENT) : number;
}

/** All or nothing under every policy. Both ends of the range that the tolerance allows are right. */
export function gradeNumeric(answer: NumericAnswer, given: readonly string[]): Grade {
  const right = inOwnUnit(answer.key[0] ?? '', answer.units);
  const value = inOwnUnit(given[0] ?? '', answer.units);
  if (right === undefined || value === undefined) return { credit: 0, misses: ['wrong-number'] };
  if (isAtMost(distance(value, right), toleranceOf(answer, right))) return { credit: 1, misses: [] };
  return { credit: 0, misses: [haveSameDigits(value, right) ? 'wrong-magnitude' : 'wrong-number'] };
}
