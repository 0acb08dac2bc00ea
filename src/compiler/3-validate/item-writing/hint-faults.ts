/** Finds hints that say what they should lead to: the text of the right option, an accepted text, the number or the code that is asked for. */
import type { Item } from './item.ts';
import { wordsOf } from './words.ts';

export interface TellingHint {
  /** Its place among the question's hints. */
  readonly index: number;
  /** What of the answer it holds. */
  readonly answer: string;
}

/** A text of one or two letters stands in many sentences by chance. */
const SHORTEST = 3;

export function findTellingHint({ hints, options, accepted, keyNumber, keyCodes }: Item): TellingHint | undefined {
  const texts = [...options.filter((option) => option.isKey).map(({ text }) => text), ...accepted];
  for (const [index, hint] of hints.entries()) {
    const words = ` ${wordsOf(hint).join(' ')} `;
    const holds = (text: string): boolean => words.includes(` ${wordsOf(text).join(' ')} `);
    const codes = codesIn(hint);
    const answer =
      keyCodes.find((code) => codes.has(withoutDots(code))) ??
      texts.find((text) => wordsOf(text).join(' ').length >= SHORTEST && holds(text)) ??
      (keyNumber !== undefined && holds(keyNumber) ? keyNumber : undefined);
    if (answer !== undefined) return { index, answer };
  }
  return undefined;
}

function withoutDots(code: string): string {
  return code.replaceAll('.', '').toUpperCase();
}

/** What may be a code, without dots, as learners may type it. */
function codesIn(text: string): ReadonlySet<string> {
  return new Set((text.match(/[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*/g) ?? []).map(withoutDots));
}
