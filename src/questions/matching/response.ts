/** The neutral record of pairs. Pure. */
import type { ResponseContent } from '../answer-behavior.ts';
import type { MatchingAnswer } from './answer.ts';

export function toMatchingResponse({ key }: MatchingAnswer, given: readonly string[]): ResponseContent {
  return { type: 'matching', response: given, correct: key };
}
