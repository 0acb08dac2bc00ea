/** What the player can do with a question that asks which belongs to which. */
import type { AnswerBehavior } from '../answer-behavior.ts';
import type { MatchingAnswer } from './answer.ts';
import { gradeMatching, isKnownMatching } from './grading.ts';
import { toMatchingResponse } from './response.ts';
import { openMatching } from './view.ts';

export const matchingBehavior: AnswerBehavior<MatchingAnswer> = {
  grade: gradeMatching,
  toResponse: toMatchingResponse,
  isKnown: isKnownMatching,
  open: openMatching,
};
