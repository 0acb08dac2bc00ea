/** The neutral record of an order. Pure. */
import type { ResponseContent } from '../answer-behavior.ts';
import type { OrderingAnswer } from './answer.ts';

export function toOrderingResponse({ key }: OrderingAnswer, given: readonly string[]): ResponseContent {
  return { type: 'sequencing', response: given, correct: key };
}
