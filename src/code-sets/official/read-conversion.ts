/**
 * The conversion table of ICD-10-CM -> which codes each new code was made from, and which came out of each old one. Its second
 * column is a year (1 October of it), or for a release in between the number by which Excel counts days.
 */
import type { Row } from '../store/table-file.ts';
import { hasForm, toPlainCode } from './code-forms.ts';
import { linesOf, OfficialFileFault, type OfficialText, type ReadOfficial, TABLES, toTitle } from './official-file.ts';

/** A line of cells with its number. */
export interface CellLine {
  readonly cells: readonly string[];
  readonly number: number;
}

export function isConversionHead(line: string): boolean {
  return /^current code assignment\b.*\bprevious code/i.test(line);
}

export function readConversionText({ text }: OfficialText): ReadOfficial {
  const lines = [...linesOf(text)].map(([line, number]) => ({ cells: line.split('\t'), number }));
  return readConversion(lines);
}

/** @param lines of three cells; those above the head are of no interest */
export function readConversion(lines: readonly CellLine[]): ReadOfficial {
  const head = lines.findIndex(({ cells }) => isConversionHead(cells.join(' ')));
  if (head === -1)
    throw new OfficialFileFault(
      'a conversion table has the columns Current code assignment, Effective, Previous Code(s) Assignment',
      1,
      lines[0]?.cells.join('\t') ?? '',
    );
  const origins: Row[] = [];
  const successors: Row[] = [];
  for (const { cells, number } of lines.slice(head + 1)) {
    const [current = '', effective = '', previous = ''] = cells.map((cell) => cell.trim());
    if (current === '' && previous === '') continue;
    const line = cells.join('\t');
    const code = toPlainCode(current);
    if (!hasForm('icd-10-cm', code)) {
      // Notes below the table fill one cell.
      if (effective === '' && previous === '') continue;
      throw new OfficialFileFault(`"${current}" is no icd-10-cm code`, number, line);
    }
    const day = toFirstDay(effective);
    if (day === undefined) throw new OfficialFileFault(`"${effective}" is neither a year nor a day`, number, line);
    const words = toTitle(previous);
    origins.push([code, day, words]);
    for (const old of findCodes(previous)) successors.push([old, code, day, words]);
  }
  if (origins.length === 0) throw new OfficialFileFault('it holds no code');
  return {
    kind: 'conversion',
    system: 'icd-10-cm',
    label: undefined,
    tables: new Map([
      [TABLES.origins, origins],
      [TABLES.successors, successors],
    ]),
    lines: origins.length,
    notes: [],
  };
}

/** Excel counts days from the last one of 1899; codes of ICD-10-CM are younger than 2014. */
function toFirstDay(effective: string): string | undefined {
  if (!/^\d{4,5}$/.test(effective)) return /^\d{4}-\d\d-\d\d$/.test(effective) ? effective : undefined;
  const number = Number(effective);
  if (number >= 2014 && number < 2100) return `${effective}-10-01`;
  if (number < 41_000 || number > 73_000) return undefined;
  return new Date(Date.UTC(1899, 11, 30) + number * 86_400_000).toISOString().slice(0, 10);
}

/** `C50.911, C50.921`, `G56.01 and G56.02`, `H02.101-H02.106; H02.109`. */
function findCodes(previous: string): readonly string[] {
  // "Codes in Categories T15-T19" names no code.
  if (/categor|chapter/i.test(previous)) return [];
  const found = previous.matchAll(
    /\b([A-Z][0-9A][0-9AB](?:\.[0-9A-Z]{1,4})?)(?:-([A-Z][0-9A][0-9AB](?:\.[0-9A-Z]{1,4})?))?\b/gi,
  );
  return [
    ...new Set(
      [...found].flatMap(([, first = '', last]) => expandRange(toPlainCode(first), toPlainCode(last ?? first))),
    ),
  ];
}

/** A range whose ends differ in the last digit names all between them; of others only the ends are known. */
function expandRange(first: string, last: string): readonly string[] {
  const stem = first.slice(0, -1);
  const [from, to] = [first.slice(-1), last.slice(-1)];
  if (first === last) return [first];
  if (last.slice(0, -1) !== stem || !/^\d$/.test(from) || !/^\d$/.test(to)) return [first, last];
  return Array.from(
    { length: Math.max(0, Number(to) - Number(from) + 1) },
    (_, index) => `${stem}${Number(from) + index}`,
  );
}
