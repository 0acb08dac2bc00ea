/** What a package carries of a question that asks which belongs to which. Types only; serves compiler and player. */
import type { AnswerData } from '../../shared/package-data.ts';

/** An answer is a list of pairs, an id of a prompt and one of an option such as `1b`, sorted; `key` is the right one. */
export interface MatchingAnswer extends AnswerData {
  readonly type: 'matching';
  /** Ids in the author's order. */
  readonly prompts: readonly string[];
  /** Whether an option may be chosen for several prompts. */
  readonly reuse: boolean;
}
