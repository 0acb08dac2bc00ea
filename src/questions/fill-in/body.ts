/** What is special to a question that is answered by typing a text, ready to render. `C` is the form of its texts. */

export interface FillInBody<C> {
  readonly type: 'fill-in';
  readonly accept: readonly string[];
  readonly matchCase: boolean;
  /** Letters. */
  readonly max: number;
  readonly misses: readonly { readonly text: string; readonly why: C }[];
}
