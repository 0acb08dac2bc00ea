/**
 * Knows where the characters of a derived text (a block scalar, a list item without its indentation) came from.
 * Both parsers use it to give exact places for what they find inside what.
 */
import type { Span } from '../../diagnostics/diagnostic.ts';

/** Runs in order: from `at` in the derived text on, characters stand at `from` and following in the file. */
export type TextMap = readonly { readonly at: number; readonly from: number }[];

/** A text that stands in the file as it is, starting at `offset`. */
export function mapFrom(offset: number): TextMap {
  return [{ at: 0, from: offset }];
}

/** The place in the file of an offset into the derived text. */
export function toFileOffset(map: TextMap, offset: number): number {
  const run = map[findRun(map, offset)];
  return run === undefined ? offset : run.from + Math.max(0, offset - run.at);
}

/** The span of a stretch of the derived text. The last character decides the end: what follows it may stand elsewhere. */
export function toFileSpan(file: string, map: TextMap, start: number, end: number): Span {
  const from = toFileOffset(map, start);
  return { file, start: from, end: end > start ? Math.max(from, toFileOffset(map, end - 1) + 1) : from };
}

/** The map of the part of a derived text from `start` to `end`. */
export function sliceMap(map: TextMap, start: number, end: number): TextMap {
  const runs = [{ at: 0, from: toFileOffset(map, start) }];
  for (let i = findRun(map, start) + 1; i < map.length; i++) {
    const run = map[i];
    if (run === undefined || run.at >= end) break;
    if (run.at > start) runs.push({ at: run.at - start, from: run.from });
  }
  return runs;
}

/** `inner` leads into a text in between, `outer` from there into the file; the result leads all the way. */
export function composeMaps(inner: TextMap, outer: TextMap): TextMap {
  const runs: { at: number; from: number }[] = [];
  inner.forEach((run, index) => {
    runs.push({ at: run.at, from: toFileOffset(outer, run.from) });
    const next = inner[index + 1];
    const end = next === undefined ? Number.POSITIVE_INFINITY : run.from + next.at - run.at;
    for (let i = findRun(outer, run.from) + 1; i < outer.length; i++) {
      const outerRun = outer[i];
      if (outerRun === undefined || outerRun.at >= end) break;
      if (outerRun.at > run.from) runs.push({ at: run.at + outerRun.at - run.from, from: outerRun.from });
    }
  });
  return runs;
}

/** Collects runs, leaving out those that only continue the one before. */
export class TextMapBuilder {
  readonly #runs: { at: number; from: number }[] = [];

  add(at: number, from: number): void {
    const last = this.#runs.at(-1);
    if (last !== undefined && last.from + at - last.at === from) return;
    if (last !== undefined && last.at === at) this.#runs.pop();
    this.#runs.push({ at, from });
  }

  finish(): TextMap {
    return this.#runs;
  }
}

/** Index of the run that holds `offset`. */
function findRun(map: TextMap, offset: number): number {
  let low = 0;
  let high = map.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((map[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
