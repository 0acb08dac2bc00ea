/** The neutral record of an answer that chose options, shared by all types that offer a choice. Pure. */
import type { ResponseRecord } from '../../shared/lms-session.ts';
import type { AnswerData } from '../../shared/package-data.ts';

/** What a record says of the answer itself. */
export type ResponseContent = Pick<ResponseRecord, 'type' | 'response' | 'correct'>;

/** Ids stand in the author's order, so that equal answers give equal records. */
export function toChosenOptions(
  type: ResponseRecord['type'],
  answer: AnswerData,
  chosen: readonly string[],
): ResponseContent {
  return {
    type,
    response: answer.options.filter((id) => chosen.includes(id)),
    correct: answer.options.filter((id) => answer.key.includes(id)),
  };
}
