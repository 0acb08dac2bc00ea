/** What the player can do with a case. */
import type { AnswerBehavior } from '../answer-behavior.ts';
import type { CaseAnswer } from './answer.ts';
import { gradeCase } from './grading.ts';
import { toCaseResponse } from './response.ts';
import { type CaseField, readRow } from './rows.ts';
import { openCase } from './view.ts';

/** Whatever was typed can be shown, as long as the fields can hold it. */
function isKnown({ most, list }: CaseAnswer, given: readonly string[]): boolean {
  const rows = given.map(readRow);
  const count = (field: CaseField): number => rows.filter((row) => row?.field === field).length;
  return (
    rows.every((row) => row !== undefined) &&
    count('p') <= 1 &&
    count('s') <= most.secondary &&
    count('x') <= most.procedures &&
    (list === null ||
      rows.every((row) => (row?.field === 'x' ? list.procedures : list.diagnoses).includes(row?.code ?? '')))
  );
}

export const caseBehavior: AnswerBehavior<CaseAnswer> = {
  grade: gradeCase,
  toResponse: toCaseResponse,
  isKnown,
  open: openCase,
};
