/** Keeps what names and messages hold from moving a terminal's cursor. Knows no format. */

/** Control characters and line ends become blanks, one for one, so that columns stay. */
export function toPrintable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ');
}
