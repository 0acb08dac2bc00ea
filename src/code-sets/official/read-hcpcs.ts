/**
 * The HCPCS Level II file of fixed width (CMS record layout) -> codes and modifiers: columns 1-5 code (a modifier in 4-5), 11 record (3 code,
 * 4 more of its title, 7 modifier, 8 more of it), 12-91 long title, 269-276 added, 277-284 effective, 285-292 last day, 293 action.
 * D codes are CDT (ADA) and numeric ones CPT (AMA): neither is taken.
 */
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

const RECORD = /^(?:[A-Z][0-9]{4}|[0-9]{5}|[0-9]{4}[A-Z]| {3}[0-9A-Z]{2})\d{5}[3478]/;
const LICENSED = /^(?:D[0-9]{4}|[0-9]{4}[0-9FTU]|[0-9]{2})$/;

export function isHcpcsRecord(line: string): boolean {
  return RECORD.test(line) && line.length > 20;
}

interface Entry {
  readonly kind: 'v' | 'm';
  readonly order: string;
  readonly pieces: string[];
  readonly days: readonly string[];
}

export function readHcpcs({ text }: OfficialText): ReadOfficial {
  const entries = new Map<string, Entry>();
  const left = new Set<string>();
  let begun = false;
  let lines = 0;
  for (const [line, number] of linesOf(text)) {
    if (!RECORD.test(line)) {
      // Disclaimers stand above the first record.
      if (!begun) continue;
      throw new OfficialFileFault(
        'this is no HCPCS record: a code in columns 1-5, its sequence in 6-10, the record in column 11',
        number,
        line,
      );
    }
    begun = true;
    lines++;
    const code = line.slice(0, 5).trim();
    const record = line.charAt(10);
    const title = toTitle(line.slice(11, 91));
    if (LICENSED.test(code)) {
      left.add(code);
      continue;
    }
    if (record === '4' || record === '8') {
      const entry = entries.get(code);
      if (entry === undefined)
        throw new OfficialFileFault(`more of the title of "${code}" comes before its first record`, number, line);
      entry.pieces.push(title);
      continue;
    }
    if (!hasForm('hcpcs', code)) throw new OfficialFileFault(`"${code}" is no HCPCS code or modifier`, number, line);
    if (entries.has(code)) throw new OfficialFileFault(`"${code}" has a first record already`, number, line);
    const days = [line.slice(268, 276), line.slice(276, 284), line.slice(284, 292)].map(toDay);
    if (days.includes(undefined))
      throw new OfficialFileFault('columns 269-292 hold three days such as 20190101, or blanks', number, line);
    entries.set(code, {
      kind: record === '7' ? 'm' : 'v',
      order: String(entries.size + 1).padStart(5, '0'),
      pieces: [title],
      days: [...days.map((day) => day ?? ''), line.charAt(292).trim()],
    });
  }
  if (entries.size === 0) throw new OfficialFileFault('it holds no HCPCS code');
  const rows = [...entries].map(
    ([code, { kind, order, pieces, days }]): Row => [code, kind, order, pieces.join(' '), ...days],
  );
  const notes =
    left.size === 0 ? [] : [`${left.size} codes of CPT or CDT were left out; they are licensed by the AMA and the ADA`];
  return { kind: 'hcpcs', system: 'hcpcs', label: undefined, tables: oneTable(TABLES.codes, rows), lines, notes };
}

/** Undefined for what is no day; empty where none is given. */
function toDay(text: string): string | undefined {
  if (text.trim() === '') return '';
  const found = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  return found === null ? undefined : `${found[1]}-${found[2]}-${found[3]}`;
}
