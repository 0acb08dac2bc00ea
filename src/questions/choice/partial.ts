/** What the partial of a choice sees beside what every question shows. */

export interface ChoicePartial {
  /** `Choose 2.`, or empty. */
  readonly instruction: string;
  readonly options: readonly { readonly id: string; readonly textHtml: string }[];
}
