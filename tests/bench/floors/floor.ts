/** What a floor is: the least work that a stage cannot do without, done by its library alone. */

export interface FloorInput {
  readonly workspace: string;
  /** Packages built from it. */
  readonly packages: string;
}

export interface Floor {
  readonly name: string;
  /** Gathers the input; only the work that it gives back is measured. */
  prepare(input: FloorInput): (() => unknown) | Promise<() => unknown>;
}
