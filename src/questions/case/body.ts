/** What is special to a case, ready to render. `C` is the form of its texts. */
import type { NamedMiss } from '../coded/match-codes.ts';
import type { CaseAnswer, CaseEntry } from './answer.ts';

export interface CaseBody<C> extends Pick<CaseAnswer, 'setting' | 'poa' | 'order' | 'rules'> {
  readonly type: 'case';
  readonly documents: readonly { readonly id: string; readonly title: string; readonly content: C }[];
  readonly entries: readonly (CaseEntry & { readonly why: C })[];
  readonly alternatives: readonly (readonly (readonly (CaseEntry & { readonly why: C })[])[])[];
  readonly misses: readonly (NamedMiss & { readonly why: C })[];
  /** Canonical codes with their titles; null where codes are typed. */
  readonly list: { readonly diagnoses: readonly CaseChoice[]; readonly procedures: readonly CaseChoice[] } | null;
}

export interface CaseChoice {
  readonly code: string;
  readonly text: string;
}
