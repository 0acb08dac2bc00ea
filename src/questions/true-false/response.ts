/** Turns a true-false answer into the neutral record that every target maps to its own form. Pure. */
import type { AnswerData } from '../../shared/package-data.ts';
import { type ResponseContent, toChosenOptions } from '../choice/response.ts';

export function toTrueFalseResponse(answer: AnswerData, chosen: readonly string[]): ResponseContent {
  return toChosenOptions('true-false', answer, chosen);
}
