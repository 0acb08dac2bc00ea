/** An order in which items can be shown without telling the right one. Pure; serves compiler and player. */

/** @returns `ids`; with the first one at the end where they would stand in the right order */
export function neverRight(ids: readonly string[], right: readonly string[]): readonly string[] {
  const [first, ...rest] = ids;
  return first !== undefined && ids.every((id, index) => id === right[index]) ? [...rest, first] : ids;
}
