/** What is special to a question that asks which belongs to which, ready to render. `C` is the form of its texts. */

export interface MatchingPrompt<C> {
  readonly id: string;
  readonly content: C;
  /** Id of the right option. */
  readonly match: string;
  /** Undefined where the author gave no reason. */
  readonly why: C | undefined;
}

export interface MatchingBody<C> {
  readonly type: 'matching';
  readonly prompts: readonly MatchingPrompt<C>[];
  readonly options: readonly { readonly id: string; readonly content: C }[];
  /** Whether an option may be chosen for several prompts. */
  readonly reuse: boolean;
}
