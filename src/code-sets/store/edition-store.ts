/**
 * A folder of edition files -> what is in it, and back. A file is named after its edition and its content
 * (`icd-10-cm@2026.<16 hexadecimal digits>.codes`), so that a name alone says whether anything changed. The folder may be moved and shared.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareEditionNames, type EditionName, formatEditionName, parseEditionName } from '../edition-name.ts';

/** Of a workspace that names no other; hidden, so that no stage reads it. */
export const DEFAULT_STORE = '.code-sets';

const FILE_NAME = /^(.+@.+)\.([0-9a-f]{16})\.codes$/;

export interface StoredEdition {
  readonly name: EditionName;
  /** The first 16 digits of the SHA-256 of the file. */
  readonly hash: string;
  readonly path: string;
}

/** Sorted by system, the earliest edition first; empty for a folder that is not there. Of two files of an edition the one with the higher hash counts. */
export function listEditions(folder: string): readonly StoredEdition[] {
  const found = new Map<string, StoredEdition>();
  for (const file of listFiles(folder)) {
    const [, text = '', hash = ''] = FILE_NAME.exec(file) ?? [];
    const name = parseEditionName(text);
    const other = found.get(text);
    if (name === undefined || (other !== undefined && other.hash > hash)) continue;
    found.set(text, { name, hash, path: join(folder, file) });
  }
  return [...found.values()].sort((a, b) => compareEditionNames(a.name, b.name));
}

/** What stands in the name of its file. */
export function hashEdition(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

/** Changes with every edition that is added, replaced or removed. */
export function fingerprintStore(folder: string): string {
  return listEditions(folder)
    .map(({ name, hash }) => `${formatEditionName(name)}.${hash}`)
    .join(' ');
}

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/**
 * Writes an edition in place of its earlier file; whoever reads meanwhile finds one or the other.
 * @param hidesFromGit true for the store of a workspace, which nobody commits by mistake
 * @throws the disk's own error
 */
export function storeEdition(
  folder: string,
  name: EditionName,
  bytes: Uint8Array,
  hidesFromGit: boolean,
): StoredEdition {
  const hash = hashEdition(bytes);
  const path = join(folder, `${formatEditionName(name)}.${hash}.codes`);
  mkdirSync(folder, { recursive: true });
  if (hidesFromGit) writeFileSync(join(folder, '.gitignore'), '*\n');
  const temporary = `${path}.${process.pid}`;
  try {
    writeFileSync(temporary, bytes);
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
  for (const file of listFiles(folder)) {
    const other = FILE_NAME.exec(file);
    if (other?.[1] === formatEditionName(name) && other[2] !== hash) rmSync(join(folder, file), { force: true });
  }
  return { name, hash, path };
}
