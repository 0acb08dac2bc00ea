/** Finds rows of a look-up list by code or by words, and orders a list by its categories. Knows no page. */
import type { LookUpRow } from '../shared/look-up.ts';

const CATEGORY_CHARACTERS = 3;

export interface LookUpCategory {
  /** Its own row, or its three characters alone. */
  readonly head: LookUpRow;
  /** What lies in it; none where the category itself is the code. */
  readonly rows: readonly LookUpRow[];
}

/** Capitals alone: no dot, no space, no hyphen. */
export function plainCode(text: string): string {
  return text.toUpperCase().replace(/[^0-9A-Z]/g, '');
}

export function isHeader([code]: LookUpRow): boolean {
  return code.endsWith('-');
}

/** How many characters a row's code has beyond its category. */
export function depthOf([code]: LookUpRow): number {
  return Math.max(0, plainCode(code).length - CATEGORY_CHARACTERS);
}

export function toCategories(rows: readonly LookUpRow[]): readonly LookUpCategory[] {
  const found = new Map<string, { head: LookUpRow; rows: LookUpRow[] }>();
  for (const row of rows) {
    const code = plainCode(row[0]);
    const category = code.slice(0, CATEGORY_CHARACTERS);
    const own = found.get(category) ?? { head: [`${category}-`, ''], rows: [] };
    if (code === category) own.head = row;
    else own.rows.push(row);
    found.set(category, own);
  }
  return [...found.values()];
}

/** Rows whose code begins so, or whose title has every word, or the beginning of one, in whatever order. */
export function searchRows(rows: readonly LookUpRow[], asked: string): readonly LookUpRow[] {
  const code = plainCode(asked);
  const words = wordsOf(asked);
  if (code === '' || words.length === 0) return [];
  return rows.filter((row) => {
    if (plainCode(row[0]).startsWith(code)) return true;
    const title = wordsOf(row[1]);
    return words.every((word) => title.some((own) => own.startsWith(word)));
  });
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
