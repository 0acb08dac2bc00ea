/** What a package carries of a question that is answered by choosing options. Types only; serves compiler and player. */
import type { AnswerData } from '../../shared/package-data.ts';

/** True-false is a choice between the options `t` and `f`, in this order, never shuffled. */
export interface ChoiceAnswer extends AnswerData {
  readonly type: 'single-choice' | 'multiple-choice' | 'true-false';
}
