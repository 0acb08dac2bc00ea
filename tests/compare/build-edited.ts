/** Builds a copy of a fixture workspace after edits, as an author would make them, and compares packages of two such builds. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildCourses, compareZips, type PackageComparison } from '../../src/api.ts';
import { writeZip } from '../../src/compiler/7-package/write-package.ts';
import { readEntryBytes, readZip } from '../../src/targets/zip/read-zip.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** New text of a file from its old text, which is empty for a new file. Keys are paths in the workspace. */
export type Edits = Readonly<Record<string, (text: string) => string>>;

export type Zips = ReadonlyMap<string, Uint8Array>;

/** Replaces a text that must be there. */
export function swap(from: string, to: string): (text: string) => string {
  return (text) => {
    if (!text.includes(from)) throw new Error(`"${from}" is not in the fixture`);
    return text.replaceAll(from, to);
  };
}

/** Several replacements in one file. */
export function swaps(...pairs: readonly (readonly [string, string])[]): (text: string) => string {
  return (text) => pairs.reduce((changed, [from, to]) => swap(from, to)(changed), text);
}

/** Packages by name. */
export async function buildEdited(
  fixture: string,
  edits: Edits = {},
  rename?: (folder: string) => void,
): Promise<Zips> {
  const folder = mkdtempSync(join(tmpdir(), 'coursewright-'));
  try {
    const workspace = join(folder, 'course-source');
    cpSync(join(ROOT, 'tests', 'fixtures', 'valid', fixture), workspace, { recursive: true });
    rename?.(workspace);
    for (const [path, edit] of Object.entries(edits)) {
      const file = join(workspace, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, edit(readIfThere(file)));
    }
    const out = join(folder, 'dist');
    const result = await buildCourses({ workspace, out, asOf: '2026-11-22' });
    const errors = result.diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw new Error(errors.map(({ code, message }) => `${code} ${message}`).join('\n'));
    return new Map(result.packages.map(({ name, file }) => [name, readFileSync(join(out, file))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** The package of that name, or the only one. */
export function packageOf(zips: Zips, name?: string): Uint8Array {
  const found = name === undefined ? [...zips.values()][0] : zips.get(name);
  if (found === undefined) throw new Error(`there is no package ${name}`);
  return found;
}

export async function compareBytes(before: Uint8Array, after: Uint8Array): Promise<PackageComparison> {
  const { comparison, diagnostics } = await compareZips(
    { name: 'old.zip', bytes: before },
    { name: 'new.zip', bytes: after },
  );
  if (comparison === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return comparison;
}

/** The same files with one of them changed; undefined leaves it out. */
export async function rewrite(
  zip: Uint8Array,
  change: (name: string, text: string) => string | undefined,
): Promise<Uint8Array> {
  const read = await readZip(zip);
  if ('failure' in read) throw new Error(read.reason);
  const files = read.entries.flatMap((entry) => {
    const bytes = readEntryBytes(zip, entry);
    if ('problem' in bytes) throw new Error(bytes.problem);
    if (!/\.(html|js|xml)$/.test(entry.name)) return [{ name: entry.name, bytes }];
    const text = change(entry.name, new TextDecoder().decode(bytes));
    return text === undefined ? [] : [{ name: entry.name, bytes: new TextEncoder().encode(text) }];
  });
  return writeZip(files);
}

export function findingIds(comparison: PackageComparison): readonly string[] {
  return comparison.findings.map(({ id }) => id);
}
