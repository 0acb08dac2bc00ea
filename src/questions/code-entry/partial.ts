/** What the partial of a code entry sees beside what every question shows. */

export interface CodeEntryPartial {
  /** `Enter 2 codes of ICD-10-CM.` */
  readonly instruction: string;
  readonly label: string;
  /** How the field is to be filled in. */
  readonly hint: string;
  /** Whether one code is asked for: the field is then one line. */
  readonly single: boolean;
  /** Lines of the field otherwise. */
  readonly lines: number;
}
