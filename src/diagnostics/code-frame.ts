/** Draws the lines around a problem with carets under it. Knows texts only. */
import type { LineMap } from './line-map.ts';
import { toPrintable } from './printable.ts';
import type { Location } from './source-places.ts';

/** Long lines are cut to this width around the place. */
const WIDTH = 100;

function cut(text: string, column: number): { readonly text: string; readonly shift: number } {
  if (text.length <= WIDTH) return { text, shift: 0 };
  const from = Math.max(0, Math.min(column - 1 - WIDTH / 2, text.length - WIDTH));
  const piece = text.slice(from, from + WIDTH);
  const lead = from > 0 ? '…' : '';
  return { text: `${lead}${piece}${from + WIDTH < text.length ? '…' : ''}`, shift: from - lead.length };
}

/** The line before the place and its line, numbered, with carets below. Tabs and control characters become blanks. */
export function drawCodeFrame(lines: LineMap, location: Location): readonly string[] {
  const gutter = String(location.line).length;
  const numbered = (line: number, text: string) => `${String(line).padStart(gutter)} | ${toPrintable(text)}`;
  const before = location.line > 1 ? [numbered(location.line - 1, cut(lines.lineText(location.line - 1), 1).text)] : [];
  const { text, shift } = cut(lines.lineText(location.line), location.column);
  const lastColumn = location.endLine === location.line ? location.endColumn : lines.lineText(location.line).length + 1;
  const from = Math.max(0, location.column - 1 - shift);
  const length = Math.max(1, Math.min(lastColumn - location.column, text.length - from));
  return [...before, numbered(location.line, text), `${' '.repeat(gutter)} | ${' '.repeat(from)}${'^'.repeat(length)}`];
}
