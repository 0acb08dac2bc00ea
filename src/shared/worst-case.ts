/** The result of computing, at build, how long a learner's saved state can become. Imports nothing. */

export interface WorstCase {
  /** Characters with every part full. */
  readonly characters: number;
  /** What uses them, largest first. */
  readonly parts: readonly { readonly name: string; readonly characters: number }[];
}
