/** What is special to a question that is answered by typing a number, ready to render. `C` is the form of its texts. */
import type { Unit } from './quantity.ts';

export interface NumericBody<C> {
  readonly type: 'numeric';
  /** The right number in its shortest form. */
  readonly answer: string;
  /** `0.5` or `5%`; `0` where the number must be met exactly. */
  readonly tolerance: string;
  /** The question's own unit first; empty for a mere number. */
  readonly units: readonly Unit[];
  /** Wrong numbers in their shortest form, with their reasons. */
  readonly misses: readonly { readonly answer: string; readonly why: C }[];
}
