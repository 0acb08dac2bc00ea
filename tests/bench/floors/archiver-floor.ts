/** Floor of packaging: archiver, deflate level 6, media stored. */
import { ZipArchive } from 'archiver';
import type { Floor } from './floor.ts';
import { type PackedFile, readPackages } from './read-packages.ts';

export const archiverFloor: Floor = {
  name: 'archiver, deflate level 6, media stored',
  prepare: async ({ packages }) => {
    const all = await readPackages(packages);
    return async () => {
      for (const files of all) await archive(files);
    };
  },
};

async function archive(files: readonly PackedFile[]): Promise<number> {
  const zip = new ZipArchive({ zlib: { level: 6 } });
  let length = 0;
  zip.on('data', (chunk: Buffer) => {
    length += chunk.length;
  });
  const ended = new Promise((resolve, reject) => zip.on('end', resolve).on('error', reject));
  for (const { name, bytes, stored } of files) zip.append(bytes, { name, store: stored });
  await Promise.all([zip.finalize(), ended]);
  return length;
}
