/** Grades a multiple-choice answer: several options, all or nothing. Pure. */
import type { AnswerData } from '../../shared/package-data.ts';
import { gradeChoice } from '../choice/grading.ts';

/** Credit from 0 to 1. */
export function gradeMultipleChoice(answer: AnswerData, chosen: readonly string[]): number {
  return gradeChoice(answer, chosen);
}
