/** An edition and what an author listed -> the lines of the list: its codes, and the categories that they lie in. */
import type { CodeEntry, Edition } from '../../../code-sets/edition.ts';
import { formatCode } from '../../../code-sets/official/code-forms.ts';
import type { LookUpLine, LookUpWant } from '../../look-up.ts';

/** Where the tree of every system begins. */
const CATEGORY_CHARACTERS = 3;

/** Empty where the edition has nothing of it. @throws DamagedEdition */
export function findLookUp(edition: Edition, want: LookUpWant): readonly LookUpLine[] {
  const found = want.isPrefix ? [...edition.withPrefix(want.start)] : single(edition.find(want.start));
  if (!found.some(({ kind }) => kind === 'valid')) return [];
  return [...above(edition, want.start), ...found].map(({ code, kind, title }) => ({
    system: want.system,
    list: want.list,
    edition: edition.name.label,
    code: formatCode(want.system, code),
    isHeader: kind !== 'valid',
    title,
  }));
}

function single(entry: CodeEntry | undefined): readonly CodeEntry[] {
  return entry === undefined ? [] : [entry];
}

function above(edition: Edition, start: string): readonly CodeEntry[] {
  const found: CodeEntry[] = [];
  for (let length = CATEGORY_CHARACTERS; length < start.length; length += 1) {
    const entry = edition.find(start.slice(0, length));
    if (entry !== undefined) found.push(entry);
  }
  return found;
}
