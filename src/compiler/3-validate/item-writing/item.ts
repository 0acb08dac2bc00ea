/** A question as the checks of item writing see it: plain words and the key. They never meet trees or places. */
import { hintPaths } from '../../../questions/question-source.ts';
import type { QuestionSource } from '../../../questions/question-type.ts';
import type { AuthoredQuestion } from '../../hand-over.ts';
import { findAnswerCodes } from '../codes/find-answer-codes.ts';
import { toPlainText } from '../../plain-text.ts';
import { meaningfulWords } from './words.ts';

export interface ItemOption {
  readonly text: string;
  /** Its words that carry meaning. */
  readonly words: ReadonlySet<string>;
  readonly isKey: boolean;
  /** Stands last on purpose. */
  readonly pinned: boolean;
}

export interface PartTexts {
  readonly list: 'prompts' | 'options' | 'items';
  /** In the author's order. */
  readonly texts: readonly string[];
}

export interface Item {
  readonly id: string;
  readonly type: QuestionSource['type'];
  readonly stem: string;
  /** The words of the stem that carry meaning. */
  readonly words: ReadonlySet<string>;
  /** The stem with the words that stand out in capitals. */
  readonly loudStem: string;
  /** In the author's order; empty where nothing is chosen among texts. */
  readonly options: readonly ItemOption[];
  /** Texts that stand beside each other and are no choice: prompts and options to match, items to order. */
  readonly lists: readonly PartTexts[];
  /** Texts that are right when typed. */
  readonly accepted: readonly string[];
  /** The number that is asked for, as its author wrote it. */
  readonly keyNumber: string | undefined;
  /** Codes that are right, as their author wrote them. */
  readonly keyCodes: readonly string[];
  /** In the order in which they are shown. */
  readonly hints: readonly string[];
  /** The answer of a true-false question. */
  readonly answer: boolean | undefined;
  readonly domain: string;
  readonly difficulty: 'recall' | 'application' | 'analysis';
}

function readText(text: string): Pick<ItemOption, 'text' | 'words'> {
  return { text, words: meaningfulWords(text) };
}

export function readItem({ source, content, domain, file, tree }: AuthoredQuestion): Item {
  const textAt = (path: string) => {
    const found = content.get(path);
    return found === undefined ? '' : toPlainText(found);
  };
  const loud = content.get('stem');
  const stem = textAt('stem');
  const lists = readLists(source, textAt);
  return {
    id: source.id,
    type: source.type,
    stem,
    // "Match each term with its meaning" says nothing without the terms.
    words: meaningfulWords([stem, ...recordTexts(source, textAt), ...lists.flatMap(({ texts }) => texts)].join('\n')),
    loudStem: loud === undefined ? '' : toPlainText(loud, (text) => text.toUpperCase()),
    options: readOptions(source, textAt),
    lists,
    accepted: source.type === 'fill-in' ? source.accept : [],
    keyNumber: source.type === 'numeric' ? String(source.answer) : undefined,
    hints: hintPaths(source).map(textAt),
    keyCodes: source.hint === undefined ? [] : readKeyCodes(source, findAnswerCodes(file, tree)),
    answer: source.type === 'true-false' ? source.answer : undefined,
    domain,
    difficulty: source.difficulty,
  };
}

function readKeyCodes(source: QuestionSource, uses: ReturnType<typeof findAnswerCodes>): readonly string[] {
  const asked = uses.filter(({ role }) => role === 'key').map(({ code }) => code);
  if (source.type !== 'single-choice' && source.type !== 'multiple-choice') return asked;
  return source.options.flatMap(({ correct, code }) => (correct && code !== undefined ? [code] : []));
}

/** Cases may all ask the same; their records tell them apart. */
function recordTexts(source: QuestionSource, textAt: (path: string) => string): readonly string[] {
  return source.type === 'case' ? source.documents.map((_, index) => textAt(`documents.${index}.text`)) : [];
}

function readOptions(source: QuestionSource, textAt: (path: string) => string): readonly ItemOption[] {
  switch (source.type) {
    case 'single-choice':
    case 'multiple-choice':
      return source.options.map((option, index) => ({
        ...readText(textAt(`options.${index}.text`)),
        isKey: option.correct ?? false,
        pinned: option.pin ?? false,
      }));
    case 'true-false':
    case 'fill-in':
    case 'code-entry':
    case 'pcs-build':
    case 'numeric':
    case 'matching':
    case 'ordering':
    case 'case':
      return [];
  }
}

function readLists(source: QuestionSource, textAt: (path: string) => string): readonly PartTexts[] {
  const read = (list: PartTexts['list'], parts: readonly unknown[]): PartTexts => ({
    list,
    texts: parts.map((_, index) => textAt(`${list}.${index}.text`)),
  });
  if (source.type === 'matching') return [read('prompts', source.prompts), read('options', source.options)];
  return source.type === 'ordering' ? [read('items', source.items)] : [];
}
