/** What a package carries of a question that is answered by typing a number. Types only; serves compiler and player. */
import type { AnswerData } from '../../shared/package-data.ts';
import type { Unit } from './quantity.ts';

/** `key` holds the right quantity as it is kept: `12.5 mg`. */
export interface NumericAnswer extends AnswerData {
  readonly type: 'numeric';
  /** `0.5` or `5%`; `0` where the number must be met exactly. */
  readonly tolerance: string;
  /** The question's own unit first; empty for a mere number. */
  readonly units: readonly Unit[];
  /** Wrong numbers in the question's own unit that have a reason: that of the first one is the part `miss-1`. */
  readonly misses: readonly string[];
}
