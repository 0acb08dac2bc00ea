/**
 * Short names for the saved state, hashed from ids, so that a learner's record survives any reordering.
 * Imports nothing. Changing a function here changes the identity of every saved answer: never do it without a new state version.
 */

/** The 64 characters of saved states: printable, safe in every LMS. */
export const STATE_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** 32-bit FNV-1a over UTF-16 units, finished with the murmur3 mixer. */
function hash32(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    h ^= text.charCodeAt(i);
    h = Math.imul(h, 0x01000193);
  }
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  h ^= h >>> 16;
  return h >>> 0;
}

function encode(value: number, characters: number): string {
  let text = '';
  let rest = value >>> 0;
  for (let i = 0; i < characters; i++) {
    text += STATE_ALPHABET.charAt(rest & 63);
    rest >>>= 6;
  }
  return text;
}

/** Bits in a tag. */
export const TAG_BITS = 18;

/** Three characters (18 bits) that stand for an id of a question or activity. */
export function tagOf(id: string): string {
  return encode(hash32(id), 3);
}

/** Two characters (12 bits) that change when what an answer depends on changes. */
export function checkOf(basis: string): string {
  return encode(hash32(basis), 2);
}
