/** What is special to a question that asks for an order, ready to render. `C` is the form of its texts. */

export interface OrderingItem<C> {
  readonly id: string;
  readonly content: C;
  /** Undefined where the author gave no reason. */
  readonly why: C | undefined;
}

export interface OrderingBody<C> {
  readonly type: 'ordering';
  /** Mixed, never in the right order. */
  readonly items: readonly OrderingItem<C>[];
  /** Ids in the right order. */
  readonly key: readonly string[];
}
