/** What the player can do with a question that is answered by typing a text. */
import type { AnswerBehavior } from '../answer-behavior.ts';
import type { FillInAnswer } from './answer.ts';
import { gradeFillIn } from './grading.ts';
import { toFillInResponse } from './response.ts';
import { openFillIn } from './view.ts';

export const fillInBehavior: AnswerBehavior<FillInAnswer> = {
  grade: gradeFillIn,
  toResponse: toFillInResponse,
  isKnown: (_answer, given) => given.length === 1 && given[0] !== '',
  open: openFillIn,
};
