/** The codes that an exam's look-up panel holds: what a package carries of them. Imports nothing. */

/** A code with its dot and its title. A code that needs more characters ends with a hyphen, as in code books. */
export type LookUpRow = readonly [code: string, title: string];

/** What the script of an exam's list registers: `coursewright.lookUp({…})`. */
export interface LookUpContent {
  /** Of the exam. */
  readonly id: string;
  /** A list per code system, its rows in the order of the book. */
  readonly lists: readonly { readonly edition: string; readonly rows: readonly LookUpRow[] }[];
}

/** The figures of the build report. */
export interface LookUpFigures {
  readonly exam: string;
  /** Without those that need more characters. */
  readonly codes: number;
  /** Of its file. */
  readonly bytes: number;
}
