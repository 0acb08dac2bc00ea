/** The neutral record of an answer that chose options. Pure. */
import type { ResponseContent } from '../answer-behavior.ts';
import type { ChoiceAnswer } from './answer.ts';

/** Ids stand in the author's order, so that equal answers give equal records. */
export function toChoiceResponse(answer: ChoiceAnswer, given: readonly string[]): ResponseContent {
  return {
    type: answer.type === 'true-false' ? 'true-false' : 'choice',
    response: answer.options.filter((id) => given.includes(id)),
    correct: answer.options.filter((id) => answer.key.includes(id)),
  };
}
