/** Look-up lists of exams: which codes an author asks for, and the lines that hold them. Knows no edition and no page. */
import type { ExamSource } from './source-format/exam.ts';

export type LookUpSystem = 'icd-10-cm' | 'icd-10-pcs';

/** One thing that an author lists: all codes that begin so (`E11*`), or one code (`I10`). */
export interface LookUpWant {
  readonly system: LookUpSystem;
  /** As its lines in a lock name it. */
  readonly list: string;
  /** Capitals without a dot. */
  readonly start: string;
  readonly isPrefix: boolean;
  /** Where it stands below `look-up`. */
  readonly path: readonly (string | number)[];
}

/** A line of a list, as a lock holds it. */
export interface LookUpLine {
  readonly system: LookUpSystem;
  readonly list: string;
  /** The edition's label, such as 2026. */
  readonly edition: string;
  /** With its dot. */
  readonly code: string;
  /** It needs more characters. */
  readonly isHeader: boolean;
  readonly title: string;
}

/** Most codes of one exam, and bytes of their file: what a phone loads and shows at once. */
export const LOOK_UP_CODES = 3000;
export const LOOK_UP_BYTES = 150_000;

const plain = (code: string): string => code.replaceAll('.', '').toUpperCase();

/** What an exam's panel is to hold, in the author's order. */
export function lookUpWants(exam: ExamSource): readonly LookUpWant[] {
  return (exam['look-up'] ?? []).flatMap((entry, at): readonly LookUpWant[] => {
    const want = (system: LookUpSystem, code: string, isPrefix: boolean, ...path: readonly (string | number)[]) => {
      const start = plain(code);
      return { system, list: isPrefix ? `${start}*` : start, start, isPrefix, path: [at, ...path] };
    };
    if ('table' in entry) return [want('icd-10-pcs', entry.table, true, 'table')];
    const system = entry.system ?? 'icd-10-cm';
    if ('prefix' in entry) return [want(system, entry.prefix, true, 'prefix')];
    return entry.codes.map((code, index) => want(system, code, false, 'codes', index));
  });
}

/** The lines of what is wanted in the last edition of its system that a course names, else in the last one that has any. */
export function findLookUpLines(
  want: LookUpWant,
  lines: readonly LookUpLine[],
  editions: readonly string[],
): readonly LookUpLine[] {
  const own = lines.filter(({ system, list }) => system === want.system && list === want.list);
  const named = editions.filter((edition) => edition.startsWith(`${want.system}@`)).at(-1);
  const label = named === undefined ? own.at(-1)?.edition : named.slice(want.system.length + 1);
  return own.filter(({ edition }) => edition === label);
}
