/** The neutral record of a coded case: codes alone, for titles would not fit. Pure. */
import type { ResponseContent } from '../answer-behavior.ts';
import { showCode, showTypedCode } from '../coded/code-form.ts';
import type { CaseAnswer } from './answer.ts';
import { listVariants } from './key-variants.ts';
import { readRows, showRow } from './rows.ts';

export function toCaseResponse(answer: CaseAnswer, given: readonly string[]): ResponseContent {
  const key = listVariants(answer)[0] ?? [];
  return {
    type: 'fill-in',
    response: readRows(given).map(({ field, code, poa }) =>
      showRow({ field, code: showTypedCode(code, field === 'x' ? answer.procedureSystems : ['icd-10-cm']), poa }),
    ),
    correct: key
      .filter(({ optional }) => !optional)
      .map(({ field, code, system, poa }) => showRow({ field, code: showCode(code, system), poa })),
  };
}
