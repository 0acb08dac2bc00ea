/**
 * The rows of a case's answer, as they are saved: field letter, code, and POA behind a slash: `pK3530/Y`, `sE119/Y`, `x0DTJ4ZZ`.
 * Pure; serves compiler and player.
 */
import { LONGEST_CODE } from '../coded/code-form.ts';

/** Principal or first-listed diagnosis, secondary diagnoses, procedures. */
export type CaseField = 'p' | 's' | 'x';

/** Present on admission: yes, no, unknown, clinically undetermined, exempt from reporting. */
export const POA_VALUES = ['Y', 'N', 'U', 'W', 'E'] as const;
export type Poa = (typeof POA_VALUES)[number];

export interface CaseRow {
  readonly field: CaseField;
  readonly code: string;
  /** Undefined where it is not asked for, or not answered yet. */
  readonly poa: Poa | undefined;
}

/** Characters of the longest row. */
export const LONGEST_ROW = 1 + LONGEST_CODE + 2;

const ROW = /^([psx])([A-Z0-9]{1,7})(?:\/([YNUWE]))?$/;

export function toRow({ field, code, poa }: CaseRow): string {
  return `${field}${code}${poa === undefined ? '' : `/${poa}`}`;
}

/** A row as reports show it: `p K35.30/Y`, `s E11.9/Y`, `x 0DTJ4ZZ`. The code comes as people read it. */
export function showRow({ field, code, poa }: CaseRow): string {
  return `${field} ${code}${poa === undefined ? '' : `/${poa}`}`;
}

/** Undefined where the text is no row. */
export function readRow(text: string): CaseRow | undefined {
  const [, field, code, poa] = ROW.exec(text) ?? [];
  if (code === undefined || (field !== 'p' && field !== 's' && field !== 'x')) return undefined;
  return { field, code, poa: POA_VALUES.find((value) => value === poa) };
}

export function readRows(given: readonly string[]): readonly CaseRow[] {
  return given.flatMap((text) => readRow(text) ?? []);
}
