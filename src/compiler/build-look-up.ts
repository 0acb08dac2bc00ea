/** The lines of an exam's look-up list -> what its package carries of them, each code once, and its size. */
import type { LookUpContent, LookUpRow } from '../shared/look-up.ts';
import { LOOK_UP_BYTES, LOOK_UP_CODES, type LookUpLine } from './look-up.ts';

export interface BuiltLookUp {
  readonly content: LookUpContent;
  readonly codes: number;
  readonly bytes: number;
}

export function buildLookUp(exam: string, lines: readonly LookUpLine[]): BuiltLookUp {
  const byEdition = new Map<string, Map<string, LookUpLine>>();
  for (const line of lines) {
    const edition = `${line.system}@${line.edition}`;
    byEdition.set(edition, (byEdition.get(edition) ?? new Map<string, LookUpLine>()).set(line.code, line));
  }
  const lists = [...byEdition]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([edition, codes]) => ({
      edition,
      rows: [...codes.values()]
        .sort((a, b) => (a.code < b.code ? -1 : 1))
        .map(({ code, isHeader, title }): LookUpRow => [isHeader ? `${code}-` : code, title]),
    }));
  const content = { id: exam, lists };
  const codes = lists.reduce((sum, { rows }) => sum + rows.filter(([code]) => !code.endsWith('-')).length, 0);
  return { content, codes, bytes: new TextEncoder().encode(JSON.stringify(content)).length };
}

export function isTooLarge({ codes, bytes }: Pick<BuiltLookUp, 'codes' | 'bytes'>): boolean {
  return codes > LOOK_UP_CODES || bytes > LOOK_UP_BYTES;
}
