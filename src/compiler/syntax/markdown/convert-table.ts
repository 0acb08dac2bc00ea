/** Turns the library's tables into table nodes: finds the cells' places and whether the first column holds row headers. */
import type { Tokens } from 'marked';
import { tableWithoutHeader } from '../../../diagnostics/catalog/prose.ts';
import type { AuthoredBlock, AuthoredInlineNode, TableCell } from '../../content.ts';
import { alignCharacters } from '../align-text.ts';
import { type Area, deriveArea, sliceArea, spanIn } from './area.ts';
import { convertInlines } from './convert-inlines.ts';
import type { ParseContext } from './parse-context.ts';

type Cell = TableCell<AuthoredInlineNode>;

export function convertTable(token: Tokens.Table, area: Area, context: ParseContext): AuthoredBlock {
  const lines = splitLines(area);
  const convertRow = (cells: readonly Tokens.TableCell[], line: Area | undefined): readonly Cell[] => {
    const places = line === undefined ? [] : splitCells(line);
    return cells.map((cell, index) => {
      const place = places[index];
      if (place === undefined) return { content: [] };
      const inner = deriveArea(place, cell.text, alignCharacters(cell.text, place.text));
      return { content: convertInlines(cell.tokens, inner, context) };
    });
  };
  const isEmpty = token.header.every((cell) => cell.text.trim() === '');
  if (isEmpty)
    context.report.add(tableWithoutHeader, spanIn(area, 0, lines[0]?.text.length ?? 0), { form: 'Markdown' });
  const rows = token.rows.map((row, index) => convertRow(row, lines[index + 2]));
  return {
    kind: 'table',
    align: token.align.map((align) => align ?? undefined),
    head: convertRow(token.header, lines[0]),
    rows,
    rowHeaders: rows.length > 0 && rows.every((row) => isBold(row[0])),
  };
}

function isBold(cell: Cell | undefined): boolean {
  const content = cell?.content ?? [];
  return content.length === 1 && content[0]?.kind === 'strong';
}

function splitLines(area: Area): readonly Area[] {
  const lines: Area[] = [];
  let start = 0;
  for (const line of area.text.split('\n')) {
    lines.push(sliceArea(area, start, start + line.length));
    start += line.length + 1;
  }
  return lines;
}

/** Cells of a row, without blanks around them. A pipe after an odd number of backslashes belongs to its cell. */
function splitCells(line: Area): readonly Area[] {
  const bounds: { start: number; end: number }[] = [];
  let start = 0;
  let backslashes = 0;
  for (let i = 0; i < line.text.length; i++) {
    const ch = line.text.charAt(i);
    if (ch === '|' && backslashes % 2 === 0) {
      bounds.push({ start, end: i });
      start = i + 1;
    }
    backslashes = ch === '\\' ? backslashes + 1 : 0;
  }
  bounds.push({ start, end: line.text.length });
  const isBlank = (cell: { start: number; end: number } | undefined) =>
    cell !== undefined && line.text.slice(cell.start, cell.end).trim() === '';
  if (isBlank(bounds[0])) bounds.shift();
  if (isBlank(bounds.at(-1))) bounds.pop();
  return bounds.map((cell) => {
    const text = line.text.slice(cell.start, cell.end);
    const from = cell.start + text.length - text.trimStart().length;
    return sliceArea(line, from, from + text.trim().length);
  });
}
