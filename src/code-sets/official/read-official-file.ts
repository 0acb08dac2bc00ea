/** The bytes of one official file -> its tables, by the reader of the form that it claims. */
import { identifyFile } from './identify-file.ts';
import { OfficialFileFault, type OfficialText, type ReadOfficial } from './official-file.ts';
import { readAddenda } from './read-addenda.ts';
import { isConversionHead, readConversion, readConversionText } from './read-conversion.ts';
import { readGuidelines } from './read-guidelines.ts';
import { readHcpcs } from './read-hcpcs.ts';
import { readMsDrg, splitCells } from './read-ms-drg.ts';
import { readCodeList, readOrder } from './read-order.ts';
import { readPcsDefinitions } from './read-pcs-definitions.ts';
import { readPcsTables } from './read-pcs-tables.ts';
import { readPoaExempt } from './read-poa-exempt.ts';
import { readFirstSheet } from './read-sheet.ts';
import type { OfficialBytes } from './unpack-files.ts';

/** Undefined for an official file that nothing is read from. @throws OfficialFileFault */
export async function readOfficialFile({ name, bytes }: OfficialBytes): Promise<ReadOfficial | undefined> {
  if (/\.xlsx$/i.test(name)) {
    const lines = await readFirstSheet(bytes);
    return lines.some(({ cells }) => isConversionHead(cells.join(' '))) ? readConversion(lines) : readMsDrg(lines);
  }
  const file: OfficialText = { name, text: decodeOfficial(bytes) };
  const claim = identifyFile(file);
  if (claim === 'companion') return undefined;
  if (claim === undefined)
    throw new OfficialFileFault(
      'neither its name nor its first lines are those of an official file',
      1,
      file.text.slice(0, 200).split('\n')[0],
    );
  switch (claim.kind) {
    case 'order':
      return readOrder(file, claim.system);
    case 'codes':
      return readCodeList(file, claim.system);
    case 'addenda':
      return readAddenda(file, claim.system);
    case 'conversion':
      return readConversionText(file);
    case 'poa-exempt':
      return readPoaExempt(file);
    case 'pcs-tables':
      return readPcsTables(file);
    case 'pcs-definitions':
      return readPcsDefinitions(file);
    case 'hcpcs':
      return readHcpcs(file);
    case 'ms-drg':
      return readMsDrg(file.text.split('\n').map((line, index) => ({ cells: splitCells(line), number: index + 1 })));
    case 'guidelines':
      return readGuidelines(file);
  }
}

/** Most official files are ASCII; the HCPCS file has letters of Windows-1252 in its disclaimers. */
function decodeOfficial(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes);
  }
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n');
}
