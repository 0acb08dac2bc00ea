/** The table of question types. A new type adds one row. */
import { caseType } from './case/case.ts';
import { codeEntry } from './code-entry/code-entry.ts';
import { fillIn } from './fill-in/fill-in.ts';
import { multipleChoice } from './multiple-choice/multiple-choice.ts';
import { matching } from './matching/matching.ts';
import { numeric } from './numeric/numeric.ts';
import { ordering } from './ordering/ordering.ts';
import { pcsBuild } from './pcs-build/pcs-build.ts';
import type { QuestionSource, QuestionType, ResolvedBody } from './question-type.ts';
import { singleChoice } from './single-choice/single-choice.ts';
import { trueFalse } from './true-false/true-false.ts';

type TypeTable = {
  readonly [T in QuestionSource['type']]: QuestionType<
    Extract<QuestionSource, { type: T }>,
    Extract<ResolvedBody, { type: T }>
  >;
};

const table: TypeTable = {
  'single-choice': singleChoice,
  'multiple-choice': multipleChoice,
  'true-false': trueFalse,
  'fill-in': fillIn,
  numeric,
  matching,
  ordering,
  'code-entry': codeEntry,
  'pcs-build': pcsBuild,
  case: caseType,
};

/** All types in the order in which they are taught. */
export const QUESTION_TYPES: readonly QuestionType<QuestionSource>[] = [
  table['single-choice'],
  table['multiple-choice'],
  table['true-false'],
  table['fill-in'],
  table.numeric,
  table.matching,
  table.ordering,
  table['code-entry'],
  table['pcs-build'],
  table.case,
];

/** The type of a validated question or of its body. */
export function questionTypeOf({ type }: QuestionSource | ResolvedBody): QuestionType<QuestionSource> {
  return table[type];
}

/** The type of this name, if there is one. */
export function findQuestionType(name: string): QuestionType<QuestionSource> | undefined {
  return QUESTION_TYPES.find((type) => type.type === name);
}
