/** What the player can do with a question that asks for an order. */
import type { AnswerBehavior } from '../answer-behavior.ts';
import type { OrderingAnswer } from './answer.ts';
import { gradeOrdering, isKnownOrdering } from './grading.ts';
import { toOrderingResponse } from './response.ts';
import { openOrdering } from './view.ts';

export const orderingBehavior: AnswerBehavior<OrderingAnswer> = {
  grade: gradeOrdering,
  toResponse: toOrderingResponse,
  isKnown: isKnownOrdering,
  open: openOrdering,
};
