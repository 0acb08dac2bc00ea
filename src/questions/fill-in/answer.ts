/** What a package carries of a question that is answered by typing a text. Types only; serves compiler and player. */
import type { AnswerData } from '../../shared/package-data.ts';

/** `key` holds every accepted text as its author wrote it. */
export interface FillInAnswer extends AnswerData {
  readonly type: 'fill-in';
  readonly matchCase: boolean;
  /** Letters. */
  readonly max: number;
  /** Wrong texts that have a reason: that of the first one is the part `miss-1`. */
  readonly misses: readonly string[];
}
