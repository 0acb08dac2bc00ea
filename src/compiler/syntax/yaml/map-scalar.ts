/**
 * Finds out where each character of a scalar's value stands in the source, by walking it as the YAML rules for its style say.
 * The value itself comes from the YAML library; this file only keeps count along with it.
 */
import { SCALAR_STYLE, type ScalarStyle } from 'js-yaml';
import { type TextMap, TextMapBuilder } from '../text-map.ts';

export interface ScalarPlace {
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly style: ScalarStyle;
  /** Columns that a block scalar's lines are indented by; -1 where it has no content. */
  readonly indent: number;
}

/** @param base offset of `source` in the file */
export function mapScalar(source: string, scalar: ScalarPlace, base: number): TextMap {
  switch (scalar.style) {
    case SCALAR_STYLE.LITERAL_BLOCK:
      return mapBlock(source, scalar, base, false);
    case SCALAR_STYLE.FOLDED_BLOCK:
      return mapBlock(source, scalar, base, true);
    default:
      return mapFlow(source, scalar, base);
  }
}

function mapFlow(source: string, { valueStart, valueEnd, style }: ScalarPlace, base: number): TextMap {
  const map = new TextMapBuilder();
  map.add(0, base + valueStart);
  let at = 0;
  let position = valueStart;
  // Blanks before a line break do not count; they are known as such only when the break comes.
  let pendingBlanks = 0;
  while (position < valueEnd) {
    const ch = source.charAt(position);
    if (ch === '\n') {
      const next = skipBreaks(source, position, valueEnd);
      map.add(at, base + position);
      at += next.breaks === 1 ? 1 : next.breaks - 1;
      pendingBlanks = 0;
      position = next.position;
      map.add(at, base + position);
    } else if (style === SCALAR_STYLE.DOUBLE_QUOTED && ch === '\\') {
      at += pendingBlanks;
      pendingBlanks = 0;
      map.add(at, base + position);
      const sequence = readEscape(source, position, valueEnd);
      at += sequence.length;
      position = sequence.position;
      map.add(at, base + position);
    } else if (style === SCALAR_STYLE.SINGLE_QUOTED && ch === "'") {
      at += pendingBlanks + 1;
      pendingBlanks = 0;
      position += 2;
      map.add(at, base + position);
    } else {
      if (ch === ' ' || ch === '\t') pendingBlanks++;
      else {
        at += pendingBlanks + 1;
        pendingBlanks = 0;
      }
      position++;
    }
  }
  return map.finish();
}

function skipBreaks(
  source: string,
  start: number,
  end: number,
): { readonly position: number; readonly breaks: number } {
  let breaks = 0;
  let position = start;
  while (position < end) {
    const ch = source.charAt(position);
    if (ch === '\n') breaks++;
    else if (ch !== ' ' && ch !== '\t') break;
    position++;
  }
  return { position, breaks };
}

/** `length` is how many UTF-16 units the escape stands for. */
function readEscape(
  source: string,
  start: number,
  end: number,
): { readonly position: number; readonly length: number } {
  const letter = source.charAt(start + 1);
  if (letter === '\n') return { position: skipBreaks(source, start + 1, end).position, length: 0 };
  const digits = letter === 'x' ? 2 : letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
  const position = start + 2 + digits;
  return { position, length: digits === 8 && Number.parseInt(source.slice(start + 2, position), 16) > 0xffff ? 2 : 1 };
}

function mapBlock(source: string, scalar: ScalarPlace, base: number, folded: boolean): TextMap {
  const { valueStart, valueEnd, indent } = scalar;
  const map = new TextMapBuilder();
  map.add(0, base + valueStart);
  if (indent < 0) return map.finish();
  let at = 0;
  let hasContent = false;
  let emptyLines = 0;
  let moreIndented = false;
  for (let lineStart = valueStart; lineStart < valueEnd; ) {
    const newline = source.indexOf('\n', lineStart);
    const lineEnd = newline === -1 || newline >= valueEnd ? valueEnd : newline;
    let column = 0;
    while (column < indent && source.charAt(lineStart + column) === ' ') column++;
    if (lineStart + column >= lineEnd) emptyLines++;
    else {
      const first = source.charAt(lineStart + indent);
      const isMoreIndented = folded && (first === ' ' || first === '\t');
      if (!folded || isMoreIndented) at += hasContent ? 1 + emptyLines : emptyLines;
      else if (moreIndented) at += emptyLines + 1;
      else if (emptyLines > 0) at += emptyLines;
      else if (hasContent) at += 1;
      moreIndented = isMoreIndented;
      map.add(at, base + lineStart + indent);
      at += lineEnd - lineStart - indent;
      hasContent = true;
      emptyLines = 0;
    }
    lineStart = lineEnd + 1;
  }
  return map.finish();
}
