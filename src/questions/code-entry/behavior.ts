/** What the player can do with a question that is answered by typing codes. */
import type { AnswerBehavior } from '../answer-behavior.ts';
import { LONGEST_CODE } from '../coded/code-form.ts';
import type { CodeEntryAnswer } from './answer.ts';
import { gradeCodeEntry } from './grading.ts';
import { toCodeEntryResponse } from './response.ts';
import { openCodeEntry } from './view.ts';

export const codeEntryBehavior: AnswerBehavior<CodeEntryAnswer> = {
  grade: gradeCodeEntry,
  toResponse: toCodeEntryResponse,
  // Whatever was typed can be shown, as long as the field can hold it.
  isKnown: ({ most }, given) =>
    given.length <= most && given.every((code) => code.length <= LONGEST_CODE && /^[A-Z0-9]+$/.test(code)),
  open: openCodeEntry,
};
