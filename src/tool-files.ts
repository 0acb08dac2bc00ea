/**
 * The tool's own files: its version, the prebuilt players and the built-in templates. The same in a clone and when installed.
 * Must not know workspaces.
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

/** The player script of a target, as `npm run bundle` left it. */
export function readPlayer(name: string): Uint8Array {
  return readFileSync(join(toolRoot(), 'lib', 'player', `${name}.js`));
}

/** The folder of the built-in templates. */
export function templatesFolder(): string {
  return join(toolRoot(), 'templates');
}
