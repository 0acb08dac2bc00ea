/** The one order of names and paths. Knows nothing of what is sorted. */

/** Compares by code unit, the same in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
