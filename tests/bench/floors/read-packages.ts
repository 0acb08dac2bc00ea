/** A folder of packages -> the files of each. */
import { readFileSync } from 'node:fs';
import { readEntryBytes, readZip } from '../../../src/targets/zip/read-zip.ts';
import { listFiles } from './list-files.ts';

export interface PackedFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly stored: boolean;
}

export async function readPackages(folder: string): Promise<readonly (readonly PackedFile[])[]> {
  const packages: (readonly PackedFile[])[] = [];
  for (const file of listFiles(folder, '.zip')) {
    const zip = readFileSync(file);
    const read = await readZip(zip);
    if ('failure' in read) throw new Error(`${file}: ${read.reason}`);
    packages.push(
      read.entries.map((entry) => {
        const bytes = readEntryBytes(zip, entry);
        if (!(bytes instanceof Uint8Array)) throw new Error(`${file}: ${entry.name}: ${bytes.problem}`);
        return { name: entry.name, bytes: Buffer.from(bytes), stored: entry.method === 0 };
      }),
    );
  }
  return packages;
}
