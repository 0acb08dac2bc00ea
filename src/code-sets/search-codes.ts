/** Words -> the codes whose titles hold all of them. Reads a whole edition, block by block, and keeps only the best. */
import type { CodeEntry, Edition } from './edition.ts';
import { toPlainCode } from './official/code-forms.ts';

export interface FoundCodes {
  /** In official order. */
  readonly entries: readonly CodeEntry[];
  /** How many there are in all. */
  readonly total: number;
}

/**
 * @param words any order, any case; each must begin a word of the title, or begin the code
 * @param limit the most entries to give back
 */
export function searchCodes(edition: Edition, words: readonly string[], limit: number): FoundCodes {
  const wanted = words.flatMap((word) => word.toLowerCase().split(/[\s,;]+/)).filter((word) => word !== '');
  if (wanted.length === 0) return { entries: [], total: 0 };
  const found: CodeEntry[] = [];
  for (const entry of edition.withPrefix('')) {
    const title = entry.title.toLowerCase();
    if (wanted.every((word) => beginsWord(title, word) || entry.code.startsWith(toPlainCode(word)))) found.push(entry);
  }
  // A title that is little more than the words comes first among many.
  const isClose = (entry: CodeEntry) => entry.title.length <= wanted.join(' ').length * 2;
  const best = [...found.filter(isClose), ...found.filter((entry) => !isClose(entry))].slice(0, limit);
  return { entries: best.sort((a, b) => (a.order < b.order ? -1 : 1)), total: found.length };
}

function beginsWord(title: string, word: string): boolean {
  for (let at = title.indexOf(word); at !== -1; at = title.indexOf(word, at + 1)) {
    if (at === 0 || !/[a-z0-9]/.test(title.charAt(at - 1))) return true;
  }
  return false;
}
