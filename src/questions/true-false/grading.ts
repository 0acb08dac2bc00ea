/** Grades a true-false answer: true or false, options `t` and `f`. Pure. */
import type { AnswerData } from '../../shared/package-data.ts';
import { gradeChoice } from '../choice/grading.ts';

/** Credit from 0 to 1. */
export function gradeTrueFalse(answer: AnswerData, chosen: readonly string[]): number {
  return gradeChoice(answer, chosen);
}
