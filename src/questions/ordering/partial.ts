/** What the partial of an ordering question sees beside what every question shows. */

export interface OrderingPartial {
  readonly instruction: string;
  /** Mixed. */
  readonly items: readonly { readonly id: string; readonly textHtml: string }[];
}
