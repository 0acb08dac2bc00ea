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
const FORTH = toTable(PLAIN, CIPHER);
const BACK = toTable(CIPHER, PLAIN);

/** What stands for each ASCII code. */
function toTable(from: readonly string[], to: readonly string[]): Uint8Array {
  const table = Uint8Array.from({ length: 128 }, (_, code) => code);
  from.forEach((character, i) => {
    table[character.charCodeAt(0)] = to[i]?.charCodeAt(0) ?? 0;
  });
  return table;
}

/** Characters that one call can make: its arguments lie on the stack. */
const CHUNK = 8192;

/** A quiz has some 100,000 characters; put together one by one they become a tree that costs more to read than to make. */
function translate(text: string, table: Uint8Array): string {
  let out = '';
  for (let start = 0; start < text.length; start += CHUNK) {
    const units = new Uint16Array(Math.min(CHUNK, text.length - start));
    for (let i = 0; i < units.length; i++) {
      const unit = text.charCodeAt(start + i);
      units[i] = table[unit] ?? unit;
    }
    out += String.fromCharCode(...units);
  }
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
