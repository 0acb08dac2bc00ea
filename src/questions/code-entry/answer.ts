/** What a package carries of a question that is answered by typing codes. Types only; serves compiler and player. */
import type { CodeExtract } from '../../shared/code-extract.ts';
import type { AnswerData } from '../../shared/package-data.ts';
import type { CodeSystem } from '../coded/code-form.ts';
import type { ExpectedCode, NamedMiss } from '../coded/match-codes.ts';

/** `key` holds the first right code of each entry; `select` is their number. */
export interface CodeEntryAnswer extends AnswerData {
  readonly type: 'code-entry';
  readonly expected: readonly ExpectedCode[];
  readonly misses: readonly NamedMiss[];
  /** In the author's order. */
  readonly systems: readonly CodeSystem[];
  /** Codes that the field takes. */
  readonly most: number;
  /** Set by the player, where the package carries some. */
  readonly extract?: CodeExtract;
}
