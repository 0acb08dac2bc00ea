/** Brings the markup of a true-false question to life. */
import type { AnswerData } from '../../shared/package-data.ts';
import { type ChoiceView, openChoice } from '../choice/view.ts';

export function openTrueFalse(form: HTMLFormElement, answer: AnswerData): ChoiceView {
  return openChoice(form, answer);
}
