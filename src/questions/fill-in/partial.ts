/** What the partial of a typed text sees beside what every question shows. */

export interface FillInPartial {
  /** Empty: the field says it all. */
  readonly instruction: string;
}
