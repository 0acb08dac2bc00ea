/** The end of a message about a package: which rule, and how many more files it holds for. */

/** ` (rule C1)` or ` (rule C1; the same in 3 more files)`. */
export function ruleNote(id: string, more: number): string {
  return ` (rule ${id}${more === 0 ? '' : `; the same in ${more} more ${more === 1 ? 'file' : 'files'}`})`;
}
