/** Finds in a bank what gives answers away by statistics: keys that are the longest, keys at one place, one answer too often. */
import type { Checks } from '../../source-format/checks.ts';
import type { Item } from './item.ts';

export interface Pattern {
  readonly items: readonly Item[];
  readonly judged: number;
  readonly limit: number;
}

export interface AnswerPattern extends Pattern {
  /** In words: `the second option`, `false`. */
  readonly answer: string;
}

/** A key counts as longest when it has a tenth more characters than any other option, and ten at least. */
const MARGIN = 1.1;
const MARGIN_CHARACTERS = 10;

export function findLongestKeys(bank: readonly Item[], checks: Checks): Pattern | undefined {
  const judged = bank.filter(isSingleChoice);
  const items = judged.filter(hasLongestKey);
  const limit = checks['longest-key'];
  return isTooMany(items, judged, limit, checks) ? { items, judged: judged.length, limit } : undefined;
}

export function findLopsidedKeys(bank: readonly Item[], checks: Checks): readonly AnswerPattern[] {
  const choices = bank.filter((item) => isSingleChoice(item) && item.options.length > 2);
  const positions = Math.max(0, ...choices.map((item) => item.options.length));
  const found: AnswerPattern[] = [];
  const judge = (items: readonly Item[], judged: readonly Item[], limit: number, answer: string) => {
    if (isTooMany(items, judged, limit, checks)) found.push({ items, judged: judged.length, limit, answer });
  };
  for (let position = 0; position < positions; position++) {
    const items = choices.filter((item) => item.options[position]?.isKey);
    judge(items, choices, checks['key-position'], `the ${nameOf(position)} option`);
  }
  const statements = bank.filter((item) => item.answer !== undefined);
  for (const answer of [true, false]) {
    const items = statements.filter((item) => item.answer === answer);
    judge(items, statements, checks['same-answer'], String(answer));
  }
  return found;
}

function isSingleChoice(item: Item): boolean {
  return item.type === 'single-choice' && item.options.length > 1;
}

function hasLongestKey({ options }: Item): boolean {
  const key = options.find((option) => option.isKey)?.text.length ?? 0;
  const others = Math.max(0, ...options.filter((option) => !option.isKey).map((option) => option.text.length));
  return key >= others * MARGIN && key >= others + MARGIN_CHARACTERS;
}

function isTooMany(items: readonly Item[], judged: readonly Item[], limit: number, checks: Checks): boolean {
  return judged.length >= checks['small-set'] && items.length * 100 > judged.length * limit;
}

function nameOf(position: number): string {
  const names = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];
  return names[position] ?? `${position + 1}th`;
}
