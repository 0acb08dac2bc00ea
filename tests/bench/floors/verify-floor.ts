/** Floor of verifying: read each zip back, unpack every file and compare its checksum. A row of its own. */
import { readFileSync } from 'node:fs';
import { crc32, inflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise } from 'yauzl';
import type { Floor } from './floor.ts';
import { listFiles } from './list-files.ts';

export const verifyFloor: Floor = {
  name: 'yauzl, inflate and checksum of every file',
  prepare:
    ({ packages }) =>
    async () => {
      for (const file of listFiles(packages, '.zip')) await unpack(readFileSync(file));
    },
};

async function unpack(zip: Buffer): Promise<void> {
  const read = await fromBufferPromise(zip);
  for await (const entry of read.eachEntry()) {
    const { fileDataStart } = await read.readLocalFileHeaderPromise(entry);
    if (crc32(contentOf(zip, entry, fileDataStart)) !== entry.crc32) throw new Error('a checksum is wrong');
  }
}

function contentOf(zip: Buffer, entry: Entry, start: number): Buffer {
  const packed = zip.subarray(start, start + entry.compressedSize);
  return entry.compressionMethod === 0 ? packed : inflateRawSync(packed);
}
