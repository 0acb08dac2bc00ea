/** What a package carries of a case: its key, its variants, its rules. Types only; serves compiler and player. */
import type { CodeExtract } from '../../shared/code-extract.ts';
import type { AnswerData } from '../../shared/package-data.ts';
import type { CodeSystem } from '../coded/code-form.ts';
import type { ExpectedCode, NamedMiss } from '../coded/match-codes.ts';
import type { CaseField, Poa } from './rows.ts';

export interface CaseEntry extends ExpectedCode {
  readonly field: CaseField;
  /** The right POA; undefined where none is asked for. */
  readonly poa: Poa | undefined;
}

/** Points: a right code earns one. */
export interface CaseRules {
  /** What the principal diagnosis earns among the secondary ones. */
  readonly place: number;
  /** What a code that does not belong takes from its list, which never falls below zero. */
  readonly extra: number;
  /** What a code earns that comes near a missing one. */
  readonly near: number;
  /** What a right POA indicator earns, on a right diagnosis. */
  readonly poa: number;
  /** What two codes in the wrong order take away. */
  readonly order: number;
}

export interface CaseAnswer extends AnswerData {
  readonly type: 'case';
  readonly setting: 'inpatient' | 'outpatient' | 'emergency';
  readonly poa: boolean;
  /** Part of the key in every variant. */
  readonly entries: readonly CaseEntry[];
  /** Of each, one group belongs to the key. */
  readonly alternatives: readonly (readonly (readonly CaseEntry[])[])[];
  readonly misses: readonly NamedMiss[];
  /** Pairs of which the first one stands before the second one. */
  readonly order: readonly (readonly [before: string, after: string])[];
  readonly rules: CaseRules;
  /** Codes to choose from; null where codes are typed. */
  readonly list: { readonly diagnoses: readonly string[]; readonly procedures: readonly string[] } | null;
  /** Rows that the fields take. */
  readonly most: { readonly secondary: number; readonly procedures: number };
  /** Empty where the case has no field for procedures. */
  readonly procedureSystems: readonly CodeSystem[];
  /** Set by the player, where the package carries some. */
  readonly extract?: CodeExtract;
}
