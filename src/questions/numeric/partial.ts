/** What the partial of a typed number sees beside what every question shows. */

export interface NumericPartial {
  /** Empty: the field says it all. */
  readonly instruction: string;
  /** The units that may be typed, such as `mg, g`; empty for a mere number. */
  readonly units: string;
  /** The keyboard a telephone should show. */
  readonly inputMode: 'decimal' | 'text';
}
