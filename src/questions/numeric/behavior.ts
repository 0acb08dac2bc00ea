/** What the player can do with a question that is answered by typing a number. */
import type { AnswerBehavior } from '../answer-behavior.ts';
import type { NumericAnswer } from './answer.ts';
import { gradeNumeric } from './grading.ts';
import { inOwnUnit } from './quantity.ts';
import { toNumericResponse } from './response.ts';
import { openNumeric } from './view.ts';

export const numericBehavior: AnswerBehavior<NumericAnswer> = {
  grade: gradeNumeric,
  toResponse: toNumericResponse,
  isKnown: ({ units }, given) => given.length === 1 && inOwnUnit(given[0] ?? '', units) !== undefined,
  open: openNumeric,
};
