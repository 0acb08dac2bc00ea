/** `coursewright schemas`: writes the schemas that editors use into the workspace. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { editorSchemas } from '../../compiler/source-format/editor-schemas.ts';
import { schemasUnwritable } from '../../diagnostics/catalog/command.ts';
import { toWriteReason } from '../../diagnostics/disk-faults.ts';
import { Report } from '../../diagnostics/report.ts';
import { SourcePlaces } from '../../diagnostics/source-places.ts';
import { type RawOptions, readPrinter, readWorkspaceFolder } from '../options.ts';
import { WORDS } from '../words.ts';

export async function runSchemas(raw: RawOptions): Promise<number> {
  const folder = join(readWorkspaceFolder(raw.workspace), '.schemas');
  const shown = relative(process.cwd(), folder) || folder;
  const printer = await readPrinter({}, undefined);
  const schemas = editorSchemas();
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of schemas) writeFileSync(join(folder, name), text);
  } catch (error) {
    const report = new Report();
    report.add(schemasUnwritable, undefined, { folder: shown, reason: toWriteReason(error) });
    printer.problems(report.sorted(), SourcePlaces.none);
    return 1;
  }
  printer.say(WORDS.schemasWritten(schemas.size, shown));
  return 0;
}
