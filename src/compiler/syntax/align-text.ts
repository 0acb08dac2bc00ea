/**
 * Finds where a text that was taken out of another one (without indentation, markers or backslashes) stands in it.
 * The Markdown library hands out such texts without saying where they came from.
 */
import { type TextMap, TextMapBuilder } from './text-map.ts';

/** Each line of `inner` is the end of a line of `outer`, in order: what is missing are markers and indentation at line starts. */
export function alignLines(inner: string, outer: string): TextMap {
  if (outer.startsWith(inner)) return [{ at: 0, from: 0 }];
  const map = new TextMapBuilder();
  const outerLines = outer.split('\n');
  let outerIndex = 0;
  let outerStart = 0;
  let at = 0;
  for (const line of inner.split('\n')) {
    const text = line.trimStart();
    let index = outerIndex;
    let start = outerStart;
    // Lines may be missing in between; a line that is found nowhere below stands where the next one would.
    while (index < outerLines.length && !holds(outerLines[index] ?? '', text)) {
      start += (outerLines[index] ?? '').length + 1;
      index++;
    }
    if (index >= outerLines.length) {
      index = Math.min(outerIndex, outerLines.length - 1);
      start = index === outerIndex ? outerStart : Math.max(0, outer.length - (outerLines[index] ?? '').length);
    }
    const outerLine = outerLines[index] ?? '';
    const textAt = Math.max(0, outerLine.endsWith(text) ? outerLine.length - text.length : outerLine.lastIndexOf(text));
    const indent = line.length - text.length;
    // Tabs may have become several blanks: blanks before the text stay on its line.
    map.add(at, start + Math.max(0, textAt - indent));
    if (indent > textAt) map.add(at + indent, start + textAt);
    at += line.length + 1;
    outerIndex = index + 1;
    outerStart = start + outerLine.length + 1;
  }
  return map.finish();
}

function holds(outerLine: string, text: string): boolean {
  return outerLine.endsWith(text) || (text !== '' && outerLine.includes(text));
}

/** `inner` is `outer` with single characters left out, such as the backslashes of escapes. */
export function alignCharacters(inner: string, outer: string): TextMap {
  if (outer.startsWith(inner)) return [{ at: 0, from: 0 }];
  const map = new TextMapBuilder();
  let from = 0;
  for (let at = 0; at < inner.length; at++) {
    while (from < outer.length && outer.charAt(from) !== inner.charAt(at)) from++;
    map.add(at, Math.min(from, outer.length));
    from++;
  }
  return inner === '' ? [{ at: 0, from: 0 }] : map.finish();
}
