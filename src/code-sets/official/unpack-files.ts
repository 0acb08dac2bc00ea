/** Files as downloaded, plain, gzip or zip -> the official files in them. Caps what a hostile archive could unpack to. */
import { gunzipSync } from 'node:zlib';
import { readEntryBytes, readZip } from '../../targets/zip/read-zip.ts';
import { isCompanionName } from './identify-file.ts';
import { OfficialFileFault } from './official-file.ts';

/** A file, out of its archive where it was in one. */
export interface OfficialBytes {
  /** File name; of a file in a zip `zip/file`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The largest official file, an order file, has 15 MB. */
export const MAX_FILE_BYTES = 100_000_000;
const MAX_TOTAL_BYTES = 300_000_000;
const MAX_FILES = 200;

/** @throws OfficialFileFault for archives that cannot be read or unpack to too much */
export async function unpackFile(name: string, bytes: Uint8Array): Promise<readonly OfficialBytes[]> {
  if (bytes.length > MAX_FILE_BYTES) throw new OfficialFileFault(`it has more than ${MAX_FILE_BYTES / 1_000_000} MB`);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return [{ name: name.replace(/\.gz$/i, ''), bytes: unzipOne(bytes) }];
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || /\.xlsx$/i.test(name)) return [{ name, bytes }];
  return unpackZip(name, bytes);
}

function unzipOne(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_FILE_BYTES });
  } catch (error) {
    const isLarge = error instanceof RangeError;
    throw new OfficialFileFault(
      isLarge ? `it unpacks to more than ${MAX_FILE_BYTES / 1_000_000} MB` : 'its gzip data is damaged',
    );
  }
}

async function unpackZip(name: string, bytes: Uint8Array): Promise<readonly OfficialBytes[]> {
  const zip = await readZip(bytes);
  if ('failure' in zip) throw new OfficialFileFault(`the zip cannot be read: ${zip.reason}`);
  const wanted = zip.entries.filter(
    (entry) =>
      !entry.isFolder && !entry.isLink && !isCompanionName(entry.name) && !/(?:^|\/)__MACOSX\//.test(entry.name),
  );
  if (wanted.length > MAX_FILES) throw new OfficialFileFault(`the zip lists more than ${MAX_FILES} files`);
  let total = 0;
  return wanted.map((entry) => {
    total += entry.size;
    if (entry.size > MAX_FILE_BYTES || total > MAX_TOTAL_BYTES)
      throw new OfficialFileFault(`"${entry.name}" makes the zip unpack to too much`);
    const content = readEntryBytes(bytes, entry);
    if ('problem' in content)
      throw new OfficialFileFault(`"${entry.name}" in the zip cannot be read: ${content.problem}`);
    return { name: `${name}/${entry.name.split(/[\\/]/).at(-1)}`, bytes: content };
  });
}
