/** A piece of text with its way back to the file: what every step of the Markdown parser works on. */
import type { Span } from '../../../diagnostics/diagnostic.ts';
import { composeMaps, sliceMap, type TextMap, toFileSpan } from '../text-map.ts';

export interface Area {
  readonly file: string;
  readonly text: string;
  readonly map: TextMap;
}

/** The part of an area from `start` to `end`. */
export function sliceArea(area: Area, start: number, end: number): Area {
  return { file: area.file, text: area.text.slice(start, end), map: sliceMap(area.map, start, end) };
}

/** A text taken out of an area; `inner` leads from it into the area. */
export function deriveArea(area: Area, text: string, inner: TextMap): Area {
  return { file: area.file, text, map: composeMaps(inner, area.map) };
}

export function spanIn(area: Area, start: number, end: number): Span {
  return toFileSpan(area.file, area.map, start, end);
}

/** Where `raw` stands in the area from `from` on. Pieces follow each other; only line ends may lie between them. */
export function locate(area: Area, raw: string, from: number): number {
  if (area.text.startsWith(raw, from)) return from;
  let start = from;
  while (area.text.charAt(start) === '\n') start++;
  if (area.text.startsWith(raw, start)) return start;
  const found = area.text.indexOf(raw, from);
  if (found !== -1) return found;
  const trimmed = raw.trim();
  const again = trimmed === '' ? -1 : area.text.indexOf(trimmed.split('\n', 1)[0] ?? trimmed, from);
  return again === -1 ? Math.min(from, area.text.length) : again;
}
