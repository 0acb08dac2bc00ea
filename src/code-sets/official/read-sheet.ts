/** The first sheet of an Excel workbook (xlsx) -> lines of cells as text. Formulas, styles and other sheets are of no interest. */
import { readEntryBytes, readZip } from '../../targets/zip/read-zip.ts';
import { OfficialFileFault } from './official-file.ts';
import type { CellLine } from './read-conversion.ts';
import { childrenOf, type OfficialElement, readOfficialXml } from './read-xml.ts';

/** The conversion table has 1 MB. */
const MAX_PART_BYTES = 50_000_000;

export async function readFirstSheet(bytes: Uint8Array): Promise<readonly CellLine[]> {
  const zip = await readZip(bytes);
  if ('failure' in zip) throw new OfficialFileFault(`it is no Excel workbook: ${zip.reason}`);
  const part = (name: string): OfficialElement | undefined => {
    const entry = zip.entries.find((found) => found.name === name);
    if (entry === undefined) return undefined;
    if (entry.size > MAX_PART_BYTES) throw new OfficialFileFault(`its part ${name} is too large`);
    const content = readEntryBytes(bytes, entry);
    if ('problem' in content) throw new OfficialFileFault(`its part ${name} cannot be read: ${content.problem}`);
    return readOfficialXml(new TextDecoder().decode(content));
  };
  const sheet = part('xl/worksheets/sheet1.xml');
  if (sheet === undefined) throw new OfficialFileFault('it is no Excel workbook: it holds no sheet');
  const strings = childrenOf(part('xl/sharedStrings.xml') ?? sheet, 'si').map(wholeText);
  const rows = childrenOf(sheet, 'sheetData').flatMap((data) => childrenOf(data, 'row'));
  return rows.map((row, index) => ({ cells: readCells(row, strings), number: Number(row.attributes.r ?? index + 1) }));
}

function readCells(row: OfficialElement, strings: readonly string[]): readonly string[] {
  const cells: string[] = [];
  for (const cell of childrenOf(row, 'c')) {
    const value = childrenOf(cell, 'v')[0]?.text ?? '';
    const text =
      cell.attributes.t === 's'
        ? (strings[Number(value)] ?? '')
        : cell.attributes.t === 'inlineStr'
          ? wholeText(cell)
          : value;
    cells[columnOf(cell.attributes.r ?? '', cells.length)] = text;
  }
  return Array.from(cells, (cell) => cell ?? '');
}

/** `C12` -> 2. */
function columnOf(reference: string, otherwise: number): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  return letters === undefined
    ? otherwise
    : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function wholeText(element: OfficialElement): string {
  return element.text + element.children.map(wholeText).join('');
}
