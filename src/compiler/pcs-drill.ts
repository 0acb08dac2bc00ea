/** The tables of a question that has an ICD-10-PCS code built: of which edition, and where rows and names come from. */
import type { PcsExtract } from '../shared/pcs-tables.ts';

export interface PcsDrill {
  /** As in `icd-10-pcs@2026`; undefined where the course names none and nothing says which. */
  readonly edition: string | undefined;
  /** The edition whose tables file gave names and the pattern of rows, as in `icd-10-pcs@2025`. */
  readonly source: string | undefined;
  /** What the question offers; undefined where the rows of its key are not known. */
  readonly extract: PcsExtract | undefined;
}

/** What a question type may ask for while its body is built. */
export interface QuestionReference {
  /** Undefined for a question that has no code built. */
  readonly drill: PcsDrill | undefined;
  /** The official title; empty where the lock has none. */
  titleOf(system: string, code: string): string;
}
