/** The categories of a course's lock -> what a package carries of them, within its budget, and how much of what it could use that is. */
import { type CodeCategory, type CodeExtract, unpackCodes } from '../../shared/code-extract.ts';
import type { AuthoredCourse } from '../hand-over.ts';
import type { NearCategory, PackageCodes, WantedCategory } from '../near-codes.ts';

/** Bytes that a package spends on codes around its questions: a tenth of a second of a slow line. */
export const CODES_BUDGET = 48_000;

type CourseCodes = Pick<AuthoredCourse, 'wantedCategories' | 'nearCategories'> & {
  readonly data: Pick<AuthoredCourse['data'], 'editions'>;
};

/**
 * @param questions ids of the package's questions
 * @returns undefined for a package that has no codes typed
 */
export function buildPackageCodes(questions: Iterable<string>, course: CourseCodes): PackageCodes | undefined {
  const wanted = new Map<string, WantedCategory>();
  for (const id of questions) {
    for (const one of course.wantedCategories.get(id) ?? []) {
      const key = `${one.system} ${one.category}`;
      wanted.set(key, { ...one, hasKey: one.hasKey || wanted.get(key)?.hasKey === true });
    }
  }
  if (wanted.size === 0) return undefined;
  const extract: Record<string, { edition: string; categories: Record<string, CodeCategory> }> = {};
  let categories = 0;
  let codes = 0;
  let bytes = 0;
  for (const { system, category } of inOrder([...wanted.values()])) {
    const near = findNear(course, system, category);
    if (near === undefined) continue;
    const size = JSON.stringify(near.content).length + category.length + 4;
    // A smaller one may still fit.
    if (bytes + size > CODES_BUDGET) continue;
    const own = extract[system] ?? { edition: `${system}@${near.edition}`, categories: {} };
    own.categories[category] = near.content;
    extract[system] = own;
    categories += 1;
    codes += unpackCodes(near.content.codes).length;
    bytes += size;
  }
  const figures = { categories, wanted: wanted.size, codes, bytes, budget: CODES_BUDGET };
  return { extract: sorted(extract), figures };
}

/** Those of right codes first, then by their text. */
function inOrder(wanted: readonly WantedCategory[]): readonly WantedCategory[] {
  const text = ({ system, category }: WantedCategory): string => `${system} ${category}`;
  return [...wanted].sort((a, b) => Number(b.hasKey) - Number(a.hasKey) || (text(a) < text(b) ? -1 : 1));
}

/** Of the last edition that the course names, else of the last one in its lock. */
function findNear(course: CourseCodes, system: string, category: string): NearCategory | undefined {
  const own = course.nearCategories.filter((near) => near.system === system && near.category === category);
  const named = (course.data.editions ?? []).filter((edition) => edition.startsWith(`${system}@`)).at(-1);
  return named === undefined ? own.at(-1) : own.find((near) => `${system}@${near.edition}` === named);
}

/** The order of the file tells nothing of what is right. */
function sorted(extract: CodeExtract): CodeExtract {
  return Object.fromEntries(
    Object.entries(extract)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([system, { edition, categories }]) => [
        system,
        { edition, categories: Object.fromEntries(Object.entries(categories).sort(([a], [b]) => (a < b ? -1 : 1))) },
      ]),
  );
}
