/** The neutral record of typed codes: codes alone, for titles would not fit. Pure. */
import type { ResponseContent } from '../answer-behavior.ts';
import { showCode, showTypedCode } from '../coded/code-form.ts';
import { isRightFor } from '../coded/match-codes.ts';
import type { CodeEntryAnswer } from './answer.ts';

export function toCodeEntryResponse(answer: CodeEntryAnswer, given: readonly string[]): ResponseContent {
  return {
    type: 'fill-in',
    response: given.map((code) => {
      const right = answer.expected.find((entry) => isRightFor(entry, code));
      return right === undefined ? showTypedCode(code, answer.systems) : showCode(code, right.system);
    }),
    correct: answer.expected.map(({ code, system }) => showCode(code, system)),
  };
}
