/**
 * Makes keys unreadable at a glance in the page's source. It is no protection: the way back is in the player.
 * One character stands for another, so that the text keeps its length and still deflates well. Imports nothing.
 */

/** Printable ASCII but for the blank. */
const PLAIN = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i));

/** The same characters in another order: a Fisher-Yates shuffle from a fixed seed (Numerical Recipes generator). */
function shuffled(characters: readonly string[]): readonly string[] {
  const list = [...characters];
  let state = 0x9e3779b9;
  for (let i = list.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = (state >>> 16) % (i + 1);
    const kept = list[i] ?? '';
    list[i] = list[j] ?? '';
    list[j] = kept;
  }
  return list;
}

const CIPHER = shuffled(PLAIN);
const FORTH: ReadonlyMap<string, string> = new Map(PLAIN.map((character, i) => [character, CIPHER[i] ?? '']));
const BACK: ReadonlyMap<string, string> = new Map(PLAIN.map((character, i) => [CIPHER[i] ?? '', character]));

function translate(text: string, table: ReadonlyMap<string, string>): string {
  let out = '';
  for (const character of text) out += table.get(character) ?? character;
  return out;
}

/** The same text gives the same characters; blanks and what is not ASCII stay. */
export function scramble(text: string): string {
  return translate(text, FORTH);
}

/** The inverse of `scramble`. */
export function unscramble(text: string): string {
  return translate(text, BACK);
}
