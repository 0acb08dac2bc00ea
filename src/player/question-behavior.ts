/** What the player can do with a question, by type: open its form, grade an answer, record it. One switch per ability. */
import type { ChoiceView } from '../questions/choice/view.ts';
import { gradeMultipleChoice } from '../questions/multiple-choice/grading.ts';
import { toMultipleChoiceResponse } from '../questions/multiple-choice/response.ts';
import { openMultipleChoice } from '../questions/multiple-choice/view.ts';
import { gradeSingleChoice } from '../questions/single-choice/grading.ts';
import { toSingleChoiceResponse } from '../questions/single-choice/response.ts';
import { openSingleChoice } from '../questions/single-choice/view.ts';
import { gradeTrueFalse } from '../questions/true-false/grading.ts';
import { toTrueFalseResponse } from '../questions/true-false/response.ts';
import { openTrueFalse } from '../questions/true-false/view.ts';
import type { ResponseRecord } from '../shared/lms-session.ts';
import type { AnswerData } from '../shared/package-data.ts';

/** Credit from 0 to 1. */
export function gradeAnswer(answer: AnswerData, chosen: readonly string[]): number {
  switch (answer.type) {
    case 'single-choice':
      return gradeSingleChoice(answer, chosen);
    case 'multiple-choice':
      return gradeMultipleChoice(answer, chosen);
    case 'true-false':
      return gradeTrueFalse(answer, chosen);
  }
}

export function toResponse(
  answer: AnswerData,
  chosen: readonly string[],
): Pick<ResponseRecord, 'type' | 'response' | 'correct'> {
  switch (answer.type) {
    case 'single-choice':
      return toSingleChoiceResponse(answer, chosen);
    case 'multiple-choice':
      return toMultipleChoiceResponse(answer, chosen);
    case 'true-false':
      return toTrueFalseResponse(answer, chosen);
  }
}

export function openQuestionForm(form: HTMLFormElement, answer: AnswerData): ChoiceView {
  switch (answer.type) {
    case 'single-choice':
      return openSingleChoice(form, answer);
    case 'multiple-choice':
      return openMultipleChoice(form, answer);
    case 'true-false':
      return openTrueFalse(form, answer);
  }
}
