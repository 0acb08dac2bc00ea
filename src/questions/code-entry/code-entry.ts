/** Code entry, seen by the compiler. */
import type { ResolvedContent } from '../../compiler/content.ts';
import { DEFAULT_CODE_SYSTEM } from '../../compiler/source-format/medical-codes.ts';
import { editionName } from '../../shared/edition-names.ts';
import { checkCodeList, type ListedCode } from '../coded/check-code-list.ts';
import { LONGEST_CODE, showCode, showTypedCode, toCanonicalCode } from '../coded/code-form.ts';
import { mostCodes } from '../coded/most-codes.ts';
import type { QuestionType } from '../question-type.ts';
import type { CodeEntryBody } from './body.ts';
import { type CodeEntrySource, codeEntrySchema } from './source.ts';

/** Every code of the question with its place. */
function listCodes({ expect, misses = [] }: CodeEntrySource): readonly ListedCode[] {
  return [
    ...expect.flatMap(({ code, system = DEFAULT_CODE_SYSTEM, also = [] }, index): readonly ListedCode[] => [
      { code, system, path: ['expect', index, 'code'], use: 'key' },
      ...also.map(
        (other, at): ListedCode => ({ code: other, system, path: ['expect', index, 'also', at], use: 'key' }),
      ),
    ]),
    ...misses.map(
      ({ code, system = DEFAULT_CODE_SYSTEM }, index): ListedCode => ({
        code,
        system,
        path: ['misses', index, 'code'],
        use: 'miss',
      }),
    ),
  ];
}

export const codeEntry: QuestionType<CodeEntrySource, CodeEntryBody<ResolvedContent>> = {
  type: 'code-entry',
  schema: codeEntrySchema,

  check(source, locate, report) {
    checkCodeList(source.id, listCodes(source), locate, report);
  },

  markdownPaths({ expect, misses = [] }) {
    return [
      'stem',
      ...expect.map((_, index) => `expect.${index}.why`),
      ...misses.map((_, index) => `misses.${index}.why`),
      'rationale',
    ];
  },

  buildBody({ expect, misses = [] }, content) {
    const expected = expect.map(({ code, system = DEFAULT_CODE_SYSTEM, also = [] }, index) => ({
      code: toCanonicalCode(code),
      also: also.map(toCanonicalCode),
      system,
      optional: false,
      part: toCanonicalCode(code),
      why: content(`expect.${index}.why`),
    }));
    return {
      type: 'code-entry',
      expected,
      misses: misses.map(({ code }, index) => ({
        code: toCanonicalCode(code),
        part: toCanonicalCode(code),
        why: content(`misses.${index}.why`),
      })),
      systems: [...new Set(expected.map(({ system }) => system))],
    };
  },

  answerBasis({ expect }) {
    const entries = expect.map(({ code, system = DEFAULT_CODE_SYSTEM, also = [] }) =>
      [system, ...[code, ...also].map(toCanonicalCode).sort()].join(' '),
    );
    return `code-entry;${[...entries].sort().join(';')}`;
  },

  answerData: ({ type, expected, misses, systems }) => ({
    type,
    options: [],
    pinned: [],
    key: expected.map(({ code }) => code),
    select: expected.length,
    expected: expected.map(({ code, also, system, optional, part }) => ({ code, also, system, optional, part })),
    misses: misses.map(({ code, part }) => ({ code, part })),
    systems,
    most: mostCodes(expected.length),
  }),
  answerSize: ({ expected }) => ({ form: 'codes', most: mostCodes(expected.length), length: LONGEST_CODE }),
  reasons: ({ expected, misses }) => [...expected, ...misses].map(({ part, why }) => [part, why]),
  partialView: ({ expected, systems }, { words }) => ({
    instruction: words.enterCodes({ count: expected.length, systems: words.listed(systems.map(editionName)) }),
    label: words.fixed.codesLabel,
    hint: expected.length === 1 ? words.fixed.codesHintOne : words.fixed.codesHintSeveral,
    single: expected.length === 1,
    lines: Math.min(expected.length + 1, 8),
  }),
  hooks: () => [
    { attribute: 'data-cw="codes"', times: 1 },
    { attribute: 'data-cw="codes-read"', times: 1 },
    { attribute: 'data-cw="findings"', times: 1 },
  ],
  // Reports hold codes as `toCodeEntryResponse` writes them.
  sheetRows: ({ expected, misses, systems }, { plain }) => [
    ...expected.flatMap(({ code, also, system, why }) =>
      [code, ...also].map((right) => ({ shown: showCode(right, system), text: plain(why), right: true })),
    ),
    ...misses.map(({ code, why }) => ({ shown: showTypedCode(code, systems), text: plain(why), right: false })),
  ],
};
