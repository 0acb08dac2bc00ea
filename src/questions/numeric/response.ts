/** The neutral record of a typed quantity: the number in the question's own unit. Pure. */
import type { ResponseContent } from '../answer-behavior.ts';
import type { NumericAnswer } from './answer.ts';
import { writeDecimal } from './decimal.ts';
import { inOwnUnit } from './quantity.ts';

export function toNumericResponse({ key, units }: NumericAnswer, given: readonly string[]): ResponseContent {
  const numbers = (texts: readonly string[]): readonly string[] =>
    texts.flatMap((text) => {
      const value = inOwnUnit(text, units);
      return value === undefined ? [] : [writeDecimal(value)];
    });
  return { type: 'numeric', response: numbers(given), correct: numbers(key) };
}
