/** `coursewright verify`: looks finished packages over, ours or anybody's. */
import { basename } from 'node:path';
import { verifyZip } from '../../api.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { countProblems } from '../../diagnostics/formats/text.ts';
import { Report } from '../../diagnostics/report.ts';
import { SourcePlaces } from '../../diagnostics/source-places.ts';
import { exitCodeOf, type RawOptions, readPrinter } from '../options.ts';
import { readPackageFile } from '../read-package-file.ts';

export async function runVerify(files: readonly string[], raw: RawOptions): Promise<number> {
  const printer = await readPrinter(raw, undefined);
  const found: Diagnostic[] = [];
  for (const file of files) found.push(...(await verifyFile(file)));
  printer.problems(found, SourcePlaces.none);
  if (printer.isText) printer.say(`${files.map((file) => basename(file)).join(', ')}: ${countProblems(found)}`);
  return exitCodeOf(found, raw.strict ?? false);
}

async function verifyFile(file: string): Promise<readonly Diagnostic[]> {
  const report = new Report();
  const zip = readPackageFile(file, report);
  return zip === undefined ? report.sorted() : verifyZip(zip.name, zip.bytes);
}
