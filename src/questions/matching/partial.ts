/** What the partial of a matching question sees beside what every question shows. */

export interface MatchingPartial {
  /** Whether options may be used more than once, in a sentence. */
  readonly instruction: string;
  readonly prompts: readonly { readonly id: string; readonly textHtml: string }[];
  readonly options: readonly { readonly id: string; readonly textHtml: string }[];
}
