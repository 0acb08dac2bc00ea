/** `coursewright schemas`: writes the schemas that editors use into the workspace. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorSchemas } from '../../compiler/source-format/editor-schemas.ts';
import { type RawOptions, readPrinter, readWorkspaceFolder } from '../options.ts';

export function runSchemas(raw: RawOptions): number {
  const folder = join(readWorkspaceFolder(raw.workspace), '.schemas');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of editorSchemas()) writeFileSync(join(folder, name), text);
  readPrinter({}, undefined).say(`${editorSchemas().size} schemas written to ${folder}`);
  return 0;
}
