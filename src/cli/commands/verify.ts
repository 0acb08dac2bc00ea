/** `coursewright verify`: looks finished packages over, ours or anybody's. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { verifyZip } from '../../api.ts';
import { unreadablePackage } from '../../diagnostics/catalog/command.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { countProblems } from '../../diagnostics/formats/text.ts';
import { Report } from '../../diagnostics/report.ts';
import { SourcePlaces } from '../../diagnostics/source-places.ts';
import { exitCodeOf, type RawOptions, readPrinter } from '../options.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
};

export async function runVerify(files: readonly string[], raw: RawOptions): Promise<number> {
  const printer = readPrinter(raw, undefined);
  const found: Diagnostic[] = [];
  for (const file of files) found.push(...(await verifyFile(file)));
  printer.problems(found, new SourcePlaces(() => undefined));
  if (printer.isText) printer.say(`${files.map((file) => basename(file)).join(', ')}: ${countProblems(found)}`);
  return exitCodeOf(found, raw.strict ?? false);
}

async function verifyFile(file: string): Promise<readonly Diagnostic[]> {
  try {
    return await verifyZip(file, readFileSync(file));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '') throw error;
    const report = new Report();
    report.add(unreadablePackage, { file }, { reason: REASONS[code] ?? code });
    return report.sorted();
  }
}
