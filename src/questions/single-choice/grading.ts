/** Grades a single-choice answer: one option of several. Pure. */
import type { AnswerData } from '../../shared/package-data.ts';
import { gradeChoice } from '../choice/grading.ts';

/** Credit from 0 to 1. */
export function gradeSingleChoice(answer: AnswerData, chosen: readonly string[]): number {
  return gradeChoice(answer, chosen);
}
