/**
 * Order files and code lists of ICD-10-CM and ICD-10-PCS -> codes. Layout of the order file (CDC and CMS): columns 1-5 order number,
 * 7-13 code, 15 flag (1 = valid), 17-76 short title, 78 on long title; of the code list: 1-7 code, 9 on long title.
 */
import type { EditionSystem } from '../edition-name.ts';
import type { Row } from '../store/table-file.ts';
import { hasForm } from './code-forms.ts';
import {
  linesOf,
  OfficialFileFault,
  type OfficialText,
  oneTable,
  type ReadOfficial,
  TABLES,
  toTitle,
} from './official-file.ts';

const ORDER_LINE = /^(\d{5}) ([0-9A-Z]{3,7}) *([01]) (.*)$/;
const LIST_LINE = /^([0-9A-Z]{3,7}) +(\S.*)$/;

export function isOrderLine(line: string): boolean {
  return ORDER_LINE.test(line) && line.charAt(13) === ' ';
}

export function readOrder({ text }: OfficialText, system: EditionSystem): ReadOfficial {
  const rows: Row[] = [];
  const seen = new Map<string, number>();
  for (const [line, number] of linesOf(text)) {
    const found = ORDER_LINE.exec(line);
    if (found === null || line.charAt(13) !== ' ' || line.charAt(15) !== ' ')
      throw new OfficialFileFault(
        'this is no line of an order file: order number, code, flag and titles stand in fixed columns',
        number,
        line,
      );
    const [, order = '', code = '', flag] = found;
    const isHeader = flag === '0';
    if (!hasForm(system, code) && !(isHeader && isHeaderOf(system, code)))
      throw new OfficialFileFault(`"${code}" is no ${system} code`, number, line);
    const first = seen.get(code);
    if (first !== undefined) throw new OfficialFileFault(`"${code}" stands in line ${first} already`, number, line);
    seen.set(code, number);
    const title = toTitle(line.slice(77));
    if (title === '') throw new OfficialFileFault('the long title from column 78 on is missing', number, line);
    rows.push([code, isHeader ? 'h' : 'v', order, title]);
  }
  if (rows.length === 0) throw new OfficialFileFault('it holds no code');
  return {
    kind: 'order',
    system,
    label: undefined,
    tables: oneTable(TABLES.codes, rows),
    lines: rows.length,
    notes: [],
  };
}

export function isListLine(line: string): boolean {
  return LIST_LINE.test(line) && line.charAt(7) === ' ' && line.charAt(8) !== ' ';
}

/** Valid codes alone; their order is that of the lines. */
export function readCodeList({ text }: OfficialText, system: EditionSystem): ReadOfficial {
  const rows: Row[] = [];
  const seen = new Set<string>();
  for (const [line, number] of linesOf(text)) {
    const code = line.slice(0, 7).trim();
    if (!isListLine(line) || !hasForm(system, code))
      throw new OfficialFileFault(
        `this is no line of a list of ${system} codes: a code in columns 1-7, its title from column 9 on`,
        number,
        line,
      );
    if (seen.has(code)) throw new OfficialFileFault(`"${code}" stands in the list twice`, number, line);
    seen.add(code);
    rows.push([code, 'v', String(number).padStart(5, '0'), toTitle(line.slice(8))]);
  }
  if (rows.length === 0) throw new OfficialFileFault('it holds no code');
  return {
    kind: 'codes',
    system,
    label: undefined,
    tables: oneTable(TABLES.codes, rows),
    lines: rows.length,
    notes: [],
  };
}

/** A PCS table is named by three characters. */
function isHeaderOf(system: EditionSystem, code: string): boolean {
  return system === 'icd-10-pcs' && /^[0-9A-HJ-NP-Z]{3}$/.test(code);
}
