/** Two lists of things with names -> what came, what went and what is in both. Knows no packages. */

export interface PairedLists<T> {
  /** In the order of the new list. */
  readonly added: readonly T[];
  /** In the order of the old list. */
  readonly removed: readonly T[];
  /** In the order of the new list. */
  readonly both: readonly { readonly old: T; readonly new: T }[];
}

/** Names are unique in each list. */
export function pairLists<T>(before: readonly T[], after: readonly T[], nameOf: (thing: T) => string): PairedLists<T> {
  const old = new Map(before.map((thing) => [nameOf(thing), thing]));
  const names = new Set(after.map(nameOf));
  return {
    added: after.filter((thing) => !old.has(nameOf(thing))),
    removed: before.filter((thing) => !names.has(nameOf(thing))),
    both: after.flatMap((thing) => {
      const found = old.get(nameOf(thing));
      return found === undefined ? [] : [{ old: found, new: thing }];
    }),
  };
}

/** Whether names that stand in both lists follow each other in another order. */
export function isReordered(before: readonly string[], after: readonly string[]): boolean {
  const old = new Set(before);
  const now = new Set(after);
  const kept = after.filter((name) => old.has(name));
  return before.filter((name) => now.has(name)).some((name, index) => name !== kept[index]);
}

export function areEqualLists(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

export function areEqualSets(a: readonly string[], b: readonly string[]): boolean {
  return areEqualLists([...new Set(a)].sort(), [...new Set(b)].sort());
}
