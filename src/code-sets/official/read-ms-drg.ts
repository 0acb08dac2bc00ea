/** A table of MS-DRGs that an author supplies (Table 5 of the IPPS rule, or a CSV with its columns) -> numbers, titles and weights. */
import type { Row } from '../store/table-file.ts';
import { OfficialFileFault, oneTable, type ReadOfficial, TABLES, toTitle } from './official-file.ts';
import type { CellLine } from './read-conversion.ts';

const NUMBER = /^(?:ms-?)?drg$/i;
const TITLE = /title|description/i;
const WEIGHT = /weight/i;

export function isMsDrgHead(cells: readonly string[]): boolean {
  return cells.some((cell) => NUMBER.test(cell.trim())) && cells.some((cell) => TITLE.test(cell));
}

/** `001,"Heart transplant, implant",28.1` -> three cells. A tab separates too. */
export function splitCells(line: string): readonly string[] {
  const separator = line.includes('\t') ? '\t' : ',';
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const [index, character] of [...line].entries()) {
    if (character === '"') {
      if (quoted && line[index + 1] === '"') cell += '"';
      quoted = !quoted;
    } else if (character === separator && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  return [...cells, cell].map((text) => text.replaceAll('""', '"').trim());
}

export function readMsDrg(lines: readonly CellLine[]): ReadOfficial {
  const head = lines.findIndex(({ cells }) => isMsDrgHead(cells));
  const names = lines[head]?.cells ?? [];
  const columnOf = (pattern: RegExp) => names.findIndex((name) => pattern.test(name.trim()));
  const [number, title, weight] = [columnOf(NUMBER), columnOf(TITLE), columnOf(WEIGHT)];
  if (head === -1 || number === -1 || title === -1)
    throw new OfficialFileFault(
      'a table of MS-DRGs has columns called MS-DRG and MS-DRG Title',
      1,
      lines[0]?.cells.join(', ') ?? '',
    );
  const rows: Row[] = [];
  const seen = new Set<string>();
  for (const { cells, number: at } of lines.slice(head + 1)) {
    const drg = cells[number]?.trim() ?? '';
    // Notes below the table name no DRG.
    if (!/^\d{1,3}$/.test(drg)) {
      if (rows.length > 0 && (cells[title]?.trim() ?? '') === '') continue;
      throw new OfficialFileFault(`"${drg}" is no MS-DRG`, at, cells.join(', '));
    }
    const key = drg.padStart(3, '0');
    if (seen.has(key)) throw new OfficialFileFault(`MS-DRG ${key} stands twice`, at, cells.join(', '));
    seen.add(key);
    const words = toTitle(cells[title] ?? '');
    if (words === '') throw new OfficialFileFault(`MS-DRG ${key} has no title`, at, cells.join(', '));
    rows.push([
      key,
      'v',
      String(rows.length + 1).padStart(5, '0'),
      words,
      weight === -1 ? '' : (cells[weight]?.trim() ?? ''),
    ]);
  }
  if (rows.length === 0) throw new OfficialFileFault('it holds no MS-DRG');
  return {
    kind: 'ms-drg',
    system: 'ms-drg',
    label: undefined,
    tables: oneTable(TABLES.codes, rows),
    lines: rows.length,
    notes: [],
  };
}
