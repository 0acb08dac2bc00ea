/** What a learner typed -> the text that is kept, and the form in which two texts are compared. Pure; serves compiler and player. */

/** A response record in an LMS holds 255 characters; two of these and some marks fit. */
export const MOST_LETTERS = 120;
export const USUAL_LETTERS = 40;
/** UTF-8 bytes that one letter may take in the saved state: any letter of an alphabet. */
export const BYTES_OF_LETTER = 2;

/** What pasted text carries and nobody sees: soft hyphens, blanks without width, marks of direction, control characters. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const BLANKS = /[\s\p{Cc}]+/gu;
const LONE_SURROGATE = /\p{Cs}/gu;

/** Outer blanks go, inner ones become one, and signs that look alike become one sign (Unicode NFKC). */
export function toKeptText(text: string): string {
  const visible = text.replace(INVISIBLE, '').replace(LONE_SURROGATE, '').normalize('NFKC');
  return visible.replace(BLANKS, ' ').trim().normalize('NFC');
}

/** Equal for texts that count as the same answer: keyboards of phones turn quotes and dashes into others by themselves. */
export function toComparable(text: string, matchCase: boolean): string {
  const plain = toKeptText(text)
    .replace(/[‘’‛′]/g, "'")
    .replace(/[“”‟″]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-');
  return matchCase ? plain : plain.toLowerCase().normalize('NFC');
}

function bytesOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

/** Letters as `max` counts them: by characters, or by their room where most of them take more than a letter of an alphabet. */
export function lettersOf(text: string): number {
  let letters = 0;
  let bytes = 0;
  for (const character of text) {
    letters += 1;
    bytes += bytesOf(character);
  }
  return Math.max(letters, Math.ceil(bytes / BYTES_OF_LETTER));
}
