/** An edition and a category -> every code of the category, packed, with what the titles say of sides, and those that earlier editions had. */
import type { CodeSets } from '../../../code-sets/code-sets.ts';
import type { CodeEntry, Edition } from '../../../code-sets/edition.ts';
import { type CodeCategory, packCodes } from '../../../shared/code-extract.ts';

const RIGHT = /\bright\b/i;
const LEFT = /\bleft\b/i;
const BOTH = /\bbilateral(ly)?\b/i;
const UNSPECIFIED = /\bunspecified\b|\bnot otherwise specified\b/i;

/** Undefined where the edition has no code of the category. @throws DamagedEdition */
export function findNeighborhood(sets: CodeSets, edition: Edition, category: string): CodeCategory | undefined {
  const entries = validIn(edition, category);
  if (entries.length === 0) return undefined;
  const packed = (holds: (entry: CodeEntry) => boolean): string | undefined => {
    const found = entries.filter(holds).map(({ code }) => code.slice(category.length));
    return found.length === 0 ? undefined : packCodes(found);
  };
  const sided = edition.name.system === 'icd-10-cm';
  const [right, left, both, unspecified] = sided
    ? [
        packed(({ title }) => RIGHT.test(title) && !LEFT.test(title)),
        packed(({ title }) => LEFT.test(title) && !RIGHT.test(title)),
        packed(({ title }) => BOTH.test(title)),
        packed(({ title }) => UNSPECIFIED.test(title)),
      ]
    : [];
  const past = findPast(sets, edition, category, new Set(entries.map(({ code }) => code)));
  return {
    codes: packCodes(entries.map(({ code }) => code.slice(category.length))),
    ...(right === undefined ? {} : { right }),
    ...(left === undefined ? {} : { left }),
    ...(both === undefined ? {} : { both }),
    ...(unspecified === undefined ? {} : { unspecified }),
    ...(Object.keys(past).length === 0 ? {} : { past }),
  };
}

function validIn(edition: Edition, category: string): readonly CodeEntry[] {
  return [...edition.withPrefix(category)].filter(({ kind }) => kind === 'valid');
}

/** By the label of the last edition at hand that had them, the latest first. */
function findPast(
  sets: CodeSets,
  edition: Edition,
  category: string,
  known: ReadonlySet<string>,
): Readonly<Record<string, string>> {
  const seen = new Set(known);
  const earlier = sets.ofSystem(edition.name.system).filter(({ facts }) => facts.from < edition.facts.from);
  const past: Record<string, string> = {};
  for (const other of [...earlier].reverse()) {
    const gone = validIn(other, category).filter(({ code }) => !seen.has(code));
    for (const { code } of gone) seen.add(code);
    if (gone.length > 0) past[other.name.label] = packCodes(gone.map(({ code }) => code.slice(category.length)));
  }
  return past;
}
