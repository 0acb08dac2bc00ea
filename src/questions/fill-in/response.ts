/** The neutral record of an answer that was typed. Pure. */
import type { ResponseContent } from '../answer-behavior.ts';
import type { FillInAnswer } from './answer.ts';

export function toFillInResponse(answer: FillInAnswer, given: readonly string[]): ResponseContent {
  return { type: 'fill-in', response: given, correct: answer.key };
}
