/** Turns a single-choice answer into the neutral record that every target maps to its own form. Pure. */
import type { ResponseRecord } from '../../shared/lms-session.ts';
import type { AnswerData } from '../../shared/package-data.ts';

type ResponseContent = Pick<ResponseRecord, 'type' | 'response' | 'correct'>;

/** Ids stand in the author's order, so that equal answers give equal records. */
export function toSingleChoiceResponse(answer: AnswerData, chosen: readonly string[]): ResponseContent {
  return {
    type: 'choice',
    response: answer.options.filter((id) => chosen.includes(id)),
    correct: answer.options.filter((id) => answer.key.includes(id)),
  };
}
