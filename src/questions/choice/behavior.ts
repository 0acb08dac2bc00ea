/** What the player can do with a question that is a choice: one behavior for single choice, multiple choice and true-false. */
import type { AnswerBehavior } from '../answer-behavior.ts';
import type { ChoiceAnswer } from './answer.ts';
import { gradeChoice } from './grading.ts';
import { toChoiceResponse } from './response.ts';
import { openChoice } from './view.ts';

export const choiceBehavior: AnswerBehavior<ChoiceAnswer> = {
  grade: gradeChoice,
  toResponse: toChoiceResponse,
  isKnown: (answer, given) => given.every((id) => answer.options.includes(id)),
  open: openChoice,
};
