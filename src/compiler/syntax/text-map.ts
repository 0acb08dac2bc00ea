/**
 * Knows where the characters of a derived text (a block scalar, a list item without its indentation) came from.
 * Both parsers use it to give exact places for what they find inside what.
 */

/** Runs in order: from `at` in the derived text on, characters stand at `from` and following in the file. */
export type TextMap = readonly { readonly at: number; readonly from: number }[];

/** A text that stands in the file as it is, starting at `offset`. */
export function mapFrom(offset: number): TextMap {
  return [{ at: 0, from: offset }];
}

/** The place in the file of an offset into the derived text. */
export function toFileOffset(map: TextMap, offset: number): number {
  let low = 0;
  let high = map.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((map[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const run = map[low];
  return run === undefined ? offset : run.from + Math.max(0, offset - run.at);
}
