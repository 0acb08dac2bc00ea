/** What is special to a question that is answered by typing a number. It has no text of its own. */
import type { Unit } from './quantity.ts';

export interface NumericBody {
  readonly type: 'numeric';
  /** The right number in its shortest form. */
  readonly answer: string;
  /** `0.5` or `5%`; `0` where the number must be met exactly. */
  readonly tolerance: string;
  /** The question's own unit first; empty for a mere number. */
  readonly units: readonly Unit[];
}
