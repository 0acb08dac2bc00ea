/** Reports what the checks of item writing find in the banks of a course, each finding at its place. */
import * as rules from '../../../diagnostics/catalog/item-writing.ts';
import { emptyText, equalOptions } from '../../../diagnostics/catalog/questions.ts';
import type { Span } from '../../../diagnostics/diagnostic.ts';
import type { Reporter } from '../../../diagnostics/report.ts';
import type { AuthoredQuestion } from '../../hand-over.ts';
import type { Checks } from '../../source-format/checks.ts';
import { spanOf } from '../../syntax/yaml/query-yaml.ts';
import type { CourseDraft } from '../course-draft.ts';
import { isBlank } from '../../plain-text.ts';
import { type BlueprintLevel, findFewApplications } from './few-applications.ts';
import { findTellingHint } from './hint-faults.ts';
import { type Item, readItem } from './item.ts';
import { findLongestKeys, findLopsidedKeys } from './key-patterns.ts';
import { findAllOrNone, findEqualOption, findEqualPart, findOverlap } from './option-faults.ts';
import { findSimilarStems } from './similar-stems.ts';
import { findAnswerInStem, findArticleClue, findKeyInStem, findQuietNegation } from './stem-faults.ts';

/** @param blueprints those of the workspace */
export function checkItemWriting(
  course: CourseDraft,
  blueprints: readonly BlueprintLevel[],
  checks: Checks,
  report: Reporter,
): void {
  const places = new Map<string, AuthoredQuestion>();
  const all: Item[] = [];
  for (const bank of course.banks) {
    const items = bank.questions.filter((question) => !places.has(question.source.id)).map(readItem);
    for (const question of bank.questions) places.set(question.source.id, places.get(question.source.id) ?? question);
    checkBank(bank.file, items, checks, report);
    all.push(...items);
  }
  const placeOf = (item: Item, path: readonly (string | number)[]): Span => {
    const question = places.get(item.id);
    return question === undefined
      ? { file: course.file, start: 0, end: 0 }
      : spanOf(question.file, question.tree, path);
  };
  for (const question of places.values()) checkEmptyTexts(question, report);
  const isRare = countWords(all);
  for (const item of all) checkItem(item, isRare, (path) => placeOf(item, path), report);
  for (const { item, other, shared } of findSimilarStems(all, checks['similar-stems'])) {
    const related = [{ span: placeOf(other, ['stem']), message: `question "${other.id}"` }];
    report.add(
      rules.similarStems,
      placeOf(item, ['stem']),
      { question: item.id, other: other.id, shared },
      { related },
    );
  }
  for (const found of findFewApplications(all, blueprints, checks)) {
    const { recall, ...facts } = found;
    report.add(rules.fewApplicationItems, { file: course.file }, { ...facts, items: idsOf(recall) });
  }
}

function checkBank(file: string, items: readonly Item[], checks: Checks, report: Reporter): void {
  const longest = findLongestKeys(items, checks);
  if (longest !== undefined) report.add(rules.keyOftenLongest, { file }, { ...longest, items: idsOf(longest.items) });
  for (const pattern of findLopsidedKeys(items, checks)) {
    report.add(rules.keysLopsided, { file }, { ...pattern, items: idsOf(pattern.items) });
  }
}

function checkItem(
  item: Item,
  isRare: (word: string) => boolean,
  placeOf: (path: readonly (string | number)[]) => Span,
  report: Reporter,
): void {
  const question = item.id;
  const textOf = (index: number) => item.options[index]?.text ?? '';
  const equal = findEqualOption(item);
  if (equal !== undefined) {
    report.add(equalOptions, placeOf(['options', equal, 'text']), { question, what: 'options', text: textOf(equal) });
  }
  const part = findEqualPart(item);
  if (part !== undefined) {
    const { list, index } = part;
    const text = item.lists.find((texts) => texts.list === list)?.texts[index] ?? '';
    report.add(equalOptions, placeOf([list, index, 'text']), { question, what: list, text });
  }
  const allOrNone = findAllOrNone(item);
  if (allOrNone !== undefined) {
    report.add(rules.allOrNone, placeOf(['options', allOrNone, 'text']), { question, text: textOf(allOrNone) });
  }
  const overlap = equal === undefined ? findOverlap(item) : undefined;
  if (overlap !== undefined) {
    const [first, second] = overlap;
    const facts = { question, first: textOf(first), second: textOf(second) };
    report.add(rules.optionsOverlap, placeOf(['options', second, 'text']), facts);
  }
  const word = findQuietNegation(item);
  if (word !== undefined) report.add(rules.negativeStem, placeOf(['stem']), { question, word });
  const clue = findArticleClue(item);
  if (clue !== undefined) {
    report.add(rules.articleClue, placeOf(['stem']), { question, article: clue.article, options: clue.misfits });
  }
  const hint = findKeyInStem(item, isRare);
  if (hint !== undefined) report.add(rules.keyInStem, placeOf(['stem']), { question, word: hint });
  const telling = findTellingHint(item);
  if (telling !== undefined) {
    const path = item.hints.length === 1 ? ['hint'] : ['hint', telling.index];
    report.add(rules.hintGivesAnswer, placeOf(path), { question, answer: telling.answer });
  }
  const answer = findAnswerInStem(item);
  if (answer !== undefined) report.add(rules.answerInStem, placeOf(['stem']), { question, answer });
}

/** A word that more than a few questions use belongs to the subject of the bank. */
const FEW = 3;

function countWords(items: readonly Item[]): (word: string) => boolean {
  const counts = new Map<string, number>();
  for (const { words: stem, options } of items) {
    const words = new Set(stem);
    for (const option of options) for (const word of option.words) words.add(word);
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return (word) => (counts.get(word) ?? 0) <= FEW;
}

function checkEmptyTexts({ source, content, file, tree }: AuthoredQuestion, report: Reporter): void {
  for (const [path, text] of content) {
    if (!isBlank(text)) continue;
    const steps = path.split('.');
    report.add(emptyText, spanOf(file, tree, steps), { question: source.id, what: nameOf(steps) });
  }
}

/** What a list's entry is called. */
const PARTS: Readonly<Record<string, string>> = {
  options: 'option',
  misses: 'miss',
  expect: 'code',
  documents: 'document',
  secondary: 'secondary diagnosis',
  procedures: 'procedure',
  prompts: 'prompt',
  items: 'item',
};

function nameOf([first = '', index = '', field = '']: readonly string[]): string {
  const part = PARTS[first];
  if (part !== undefined) return `${field === 'why' ? 'the reason' : 'the text'} of ${part} ${Number(index) + 1}`;
  if (first === 'principal') return 'the reason of the principal diagnosis';
  if (first === 'alternatives') return 'a reason among the alternatives';
  return first === 'why' ? `the reason for "${index}"` : `the ${first}`;
}

function idsOf(items: readonly Item[]): readonly string[] {
  return items.map((item) => item.id);
}
