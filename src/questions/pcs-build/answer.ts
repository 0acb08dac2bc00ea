/** What a package carries of a question whose answer is an ICD-10-PCS code to build. Types only; serves compiler and player. */
import type { AnswerData } from '../../shared/package-data.ts';
import type { PcsExtract } from '../../shared/pcs-tables.ts';

/** An answer is one text: the code as far as it is built, beginning with what is given. `key` holds every right code, the usual one first. */
export interface PcsBuildAnswer extends AnswerData {
  readonly type: 'pcs-build';
  /** The first characters, which nobody has to choose; may be empty. */
  readonly given: string;
  /** Wrong codes that have a reason of their own: that of a code is the part of its name. */
  readonly misses: readonly string[];
  /** Official titles by code, of right codes and misses. */
  readonly titles: Readonly<Record<string, string>>;
  /** What may be chosen; null where the rows are not known and characters are typed. */
  readonly tables: PcsExtract | null;
}
