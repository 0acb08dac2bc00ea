/** The marks of a field in which an answer is typed. Serves the question types that are answered by typing. */
import type { QuestionHook } from '../question-type.ts';

export const TYPED_HOOKS: readonly QuestionHook[] = [
  { attribute: 'data-cw="typed"', times: 1 },
  { attribute: 'data-cw="field"', times: 1 },
  { attribute: 'data-cw="why"', times: 1 },
];
