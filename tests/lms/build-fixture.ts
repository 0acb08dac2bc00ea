/** Builds a fixture workspace through the public door and gives each package's files. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildCourses } from '../../src/api.ts';
import { readEntryBytes, readZip } from '../../src/targets/zip/read-zip.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

async function unpack(zip: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const read = await readZip(zip);
  if ('failure' in read) throw new Error(read.reason);
  return new Map(
    read.entries.map((entry) => {
      const bytes = readEntryBytes(zip, entry);
      if ('problem' in bytes) throw new Error(`${entry.name}: ${bytes.problem}`);
      return [entry.name, bytes];
    }),
  );
}

/** @param workspace relative to the project, such as `tests/fixtures/valid/minimal` */
export function buildFixture(workspace: string): Promise<ReadonlyMap<string, ReadonlyMap<string, Uint8Array>>> {
  return buildFolder(join(ROOT, workspace));
}

/** @param workspace an absolute path */
export async function buildFolder(workspace: string): Promise<ReadonlyMap<string, ReadonlyMap<string, Uint8Array>>> {
  const out = mkdtempSync(join(tmpdir(), 'coursewright-'));
  try {
    const result = await buildCourses({ workspace, out, asOf: '2026-11-22' });
    const errors = result.diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
    if (errors.length > 0) throw new Error(errors.map((error) => `${error.code} ${error.message}`).join('\n'));
    const packages = await Promise.all(
      result.packages.map(async ({ file }) => [file, await unpack(readFileSync(join(out, file)))] as const),
    );
    return new Map(packages.map(([file, files]) => [file.replace(/\.zip$/, ''), files]));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
