/** Fill-in, seen by the compiler: a text that the learner types, compared with those that are accepted. */
import type { ResolvedContent } from '../../compiler/content.ts';
import { listedTwice, missIsAccepted, textTooLong } from '../../diagnostics/catalog/typed-answers.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { Locate, QuestionType } from '../question-type.ts';
import { TYPED_HOOKS } from '../typed/hooks.ts';
import { BYTES_OF_LETTER, lettersOf, toComparable, toKeptText, USUAL_LETTERS } from '../typed/typed-text.ts';
import type { FillInBody } from './body.ts';
import { type FillInSource, fillInSchema } from './source.ts';

function settingsOf(source: FillInSource): { readonly matchCase: boolean; readonly max: number } {
  return { matchCase: source['match-case'] ?? false, max: source.max ?? USUAL_LETTERS };
}

interface ListedText {
  readonly text: string;
  readonly path: readonly (string | number)[];
}

function checkLengths(source: FillInSource, texts: readonly ListedText[], locate: Locate, report: Reporter): void {
  const { max } = settingsOf(source);
  for (const { text, path } of texts) {
    const length = lettersOf(toKeptText(text));
    if (length > max) report.add(textTooLong, locate(path), { question: source.id, text, length, max });
  }
}

/** Reports texts that count as the same as an earlier one of their list. */
function checkListedTwice(source: FillInSource, texts: readonly ListedText[], locate: Locate, report: Reporter): void {
  const { matchCase } = settingsOf(source);
  const first = new Map<string, ListedText>();
  for (const listed of texts) {
    const form = toComparable(listed.text, matchCase);
    const before = first.get(form);
    if (before === undefined) {
      first.set(form, listed);
      continue;
    }
    const related = [{ span: locate(before.path), message: 'the first one' }];
    report.add(
      listedTwice,
      locate(listed.path),
      { question: source.id, text: listed.text, other: before.text },
      { related },
    );
  }
}

export const fillIn: QuestionType<FillInSource, FillInBody<ResolvedContent>> = {
  type: 'fill-in',
  schema: fillInSchema,

  check(source, locate, report) {
    const { matchCase } = settingsOf(source);
    const accepted = source.accept.map((text, index) => ({ text, path: ['accept', index] }));
    const misses = (source.misses ?? []).map(({ text }, index) => ({ text, path: ['misses', index, 'text'] }));
    checkLengths(source, [...accepted, ...misses], locate, report);
    checkListedTwice(source, accepted, locate, report);
    checkListedTwice(source, misses, locate, report);
    const right = new Map(accepted.map(({ text }) => [toComparable(text, matchCase), text]));
    for (const { text, path } of misses) {
      const other = right.get(toComparable(text, matchCase));
      if (other !== undefined) report.add(missIsAccepted, locate(path), { question: source.id, text, accepted: other });
    }
  },

  markdownPaths(source) {
    return ['stem', ...(source.misses ?? []).map((_, index) => `misses.${index}.why`), 'rationale'];
  },

  plainPaths(source) {
    return [
      ...source.accept.map((_, index) => `accept.${index}`),
      ...(source.misses ?? []).map((_, index) => `misses.${index}.text`),
    ];
  },

  buildBody(source, content) {
    return {
      type: 'fill-in',
      accept: source.accept,
      ...settingsOf(source),
      misses: (source.misses ?? []).map(({ text }, index) => ({ text, why: content(`misses.${index}.why`) })),
    };
  },

  answerBasis(source) {
    const { matchCase } = settingsOf(source);
    const forms = [...new Set(source.accept.map((text) => toComparable(text, matchCase)))].sort();
    return `fill-in;${matchCase};${JSON.stringify(forms)}`;
  },

  answerData: ({ type, accept, matchCase, max, misses }) => ({
    type,
    options: [],
    pinned: [],
    key: accept,
    select: 1,
    matchCase,
    max,
    misses: misses.map(({ text }) => text),
  }),
  answerSize: ({ max }) => ({ form: 'text', bytes: max * BYTES_OF_LETTER }),
  reasons: ({ misses }) => misses.map(({ why }, index) => [`miss-${index + 1}`, why]),
  partialView: () => ({ instruction: '' }),
  hooks: () => TYPED_HOOKS,
  sheetRows: ({ accept, misses }, { plain }) => [
    ...accept.map((shown) => ({ shown, text: '', right: true })),
    ...misses.map(({ text, why }) => ({ shown: text, text: plain(why), right: false })),
  ],
};
