/** What the partial of a case sees beside what every question shows. */
import type { CaseField } from './rows.ts';

export interface CasePartial {
  readonly instruction: string;
  /** Names the record for whoever reads by ear. */
  readonly recordLabel: string;
  readonly documents: readonly { readonly id: string; readonly title: string; readonly textHtml: string }[];
  readonly fields: readonly CaseFieldView[];
  readonly rulesTitle: string;
  /** Sentences on points. */
  readonly rules: readonly string[];
}

export interface CaseFieldView {
  readonly field: CaseField;
  readonly label: string;
  readonly hint: string;
  /** Lines to type in; empty where codes are chosen. */
  readonly rows: readonly { readonly label: string; readonly poaLabel: string }[];
  /** Codes of which one is chosen. */
  readonly one: readonly CaseChoiceView[];
  /** Codes of which any are chosen. */
  readonly any: readonly CaseChoiceView[];
  /** Text of the choice that is none yet. */
  readonly nothing: string;
  /** Indicators to choose from; empty where none is asked for. */
  readonly poa: readonly { readonly value: string; readonly text: string }[];
  readonly poaLabel: string;
}

export interface CaseChoiceView {
  /** Canonical. */
  readonly value: string;
  /** As people read it. */
  readonly code: string;
  readonly text: string;
  readonly poaLabel: string;
}
