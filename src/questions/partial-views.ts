/** What the partial of each question type sees, by type. Types only. */
import type { ChoicePartial } from './choice/partial.ts';

export interface PartialViews {
  readonly 'single-choice': ChoicePartial;
  readonly 'multiple-choice': ChoicePartial;
  readonly 'true-false': ChoicePartial;
}
