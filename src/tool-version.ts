/**
 * Where the tool is and which version it has. `--version` loads this alone, so it imports next to nothing; must not know the
 * tool's other files.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let root: string | undefined;
let version: string | undefined;

/** The folder that holds package.json, found upward from this module, which is bundled into a folder below it. */
export function toolRoot(): string {
  if (root !== undefined) return root;
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (readVersion(folder) !== undefined) {
      root = folder;
      return folder;
    }
    if (dirname(folder) === folder) throw new Error('package.json of coursewright is missing');
  }
}

function readVersion(folder: string): string | undefined {
  try {
    const manifest: { readonly name?: string; readonly version?: string } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    );
    return manifest.name === 'coursewright' ? manifest.version : undefined;
  } catch {
    return undefined;
  }
}

export function toolVersion(): string {
  version ??= readVersion(toolRoot()) ?? '';
  return version;
}
