/** Brings the markup of a multiple-choice question to life. */
import type { AnswerData } from '../../shared/package-data.ts';
import { type ChoiceView, openChoice } from '../choice/view.ts';

export function openMultipleChoice(form: HTMLFormElement, answer: AnswerData): ChoiceView {
  return openChoice(form, answer);
}
