/**
 * The bytes of a zip -> its entries, with both records of each, and their content on demand. Owns the zip reader.
 * Safe with hostile input: nothing is unpacked here beyond the size an entry declares. Must not know what the files mean.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise, getFileNameLowLevel, parseExtraFields, type ZipFile } from 'yauzl';

/** What a zip says about an entry in one of its two places. */
export interface ZipRecord {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly compressedSize: number;
  readonly hasZip64: boolean;
}

export interface ZipEntry extends ZipRecord {
  /** As the directory at the end of the zip says it; backslashes kept. */
  readonly name: string;
  /** Ends with a slash. */
  readonly isFolder: boolean;
  readonly isLink: boolean;
  /** The record in front of the data. */
  readonly local: ZipRecord & { readonly hasSameName: boolean };
  /** Offset of the local record. */
  readonly start: number;
  readonly dataStart: number;
}

export interface ReadZip {
  readonly entries: readonly ZipEntry[];
  readonly commentLength: number;
  readonly directoryStart: number;
  readonly directoryEnd: number;
  readonly hasZip64: boolean;
}

/** A zip that could not be read, or must not be, and why in plain words. */
export interface ZipFailure {
  readonly failure: 'unreadable' | 'too-large';
  readonly reason: string;
}

/** No course needs more; a hostile zip would. */
const MAX_ENTRIES = 20_000;
const MAX_UNPACKED_BYTES = 1_000_000_000;
/** Text shrinks 5 to 20 times; only filler shrinks more than this. */
const MAX_RATIO = 200;
const RATIO_FREE_BYTES = 10_000_000;

const END_RECORD_BYTES = 22;
const ENCRYPTED = 0x1;
const ZIP64_FIELD = 0x0001;
const FILE_TYPE_MASK = 0o170000;
const LINK_TYPE = 0o120000;

/** Lists the entries. Never throws for what the bytes hold. */
export async function readZip(zip: Uint8Array): Promise<ReadZip | ZipFailure> {
  const buffer = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
  try {
    // Names stay raw and sizes unchecked here, because one odd entry would end the whole listing.
    const file = await fromBufferPromise(buffer, { decodeStrings: false, validateEntrySizes: false });
    if (file.entryCount > MAX_ENTRIES) return tooLarge(`it lists ${file.entryCount} files`);
    const entries: ZipEntry[] = [];
    let unpacked = 0;
    for await (const entry of file.eachEntry()) {
      const read = await readEntry(file, entry);
      unpacked += read.size;
      if (unpacked > MAX_UNPACKED_BYTES) return tooLarge('it unpacks to more than 1 GB');
      if (read.size > RATIO_FREE_BYTES && read.size > read.compressedSize * MAX_RATIO)
        return tooLarge(`"${read.name}" unpacks to more than ${MAX_RATIO} times its size`);
      entries.push(read);
    }
    return { entries, ...readEnd(buffer, file.comment.length) };
  } catch (error) {
    return { failure: 'unreadable', reason: toPlainReason(error) };
  }
}

/** The content of an entry, checked against its declared size and checksum. */
export function readEntryBytes(zip: Uint8Array, entry: ZipEntry): Uint8Array | { readonly problem: string } {
  if (entry.flags & ENCRYPTED) return { problem: 'it is encrypted' };
  const packed = zip.subarray(entry.dataStart, entry.dataStart + entry.compressedSize);
  const bytes = unpack(packed, entry);
  if (bytes === undefined) return { problem: 'its compressed data cannot be unpacked to the size the zip says' };
  if (bytes.length !== entry.size) return { problem: `it has ${bytes.length} bytes where the zip says ${entry.size}` };
  if (crc32(bytes) !== entry.crc) return { problem: 'its checksum is wrong' };
  return bytes;
}

function unpack(packed: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  if (entry.method === 0) return packed;
  if (entry.method !== 8) return undefined;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
  } catch {
    return undefined;
  }
}

async function readEntry(file: ZipFile, entry: Entry): Promise<ZipEntry> {
  const local = await file.readLocalFileHeaderPromise(entry);
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
  return {
    name,
    isFolder: name.endsWith('/'),
    isLink: ((entry.externalFileAttributes >>> 16) & FILE_TYPE_MASK) === LINK_TYPE,
    flags: entry.generalPurposeBitFlag,
    method: entry.compressionMethod,
    crc: entry.crc32,
    size: entry.uncompressedSize,
    compressedSize: entry.compressedSize,
    hasZip64: entry.extraFields.some((field) => field.id === ZIP64_FIELD),
    start: entry.relativeOffsetOfLocalHeader,
    dataStart: local.fileDataStart,
    local: {
      hasSameName: local.fileName.equals(entry.fileNameRaw),
      flags: local.generalPurposeBitFlag,
      method: local.compressionMethod,
      crc: local.crc32,
      size: local.uncompressedSize,
      compressedSize: local.compressedSize,
      hasZip64: parseExtraFields(local.extraField).some((field) => field.id === ZIP64_FIELD),
    },
  };
}

/** The end record, which the zip reader has found and checked before but does not hand out. */
function readEnd(buffer: Buffer, commentLength: number): Omit<ReadZip, 'entries'> {
  const end = buffer.length - END_RECORD_BYTES - commentLength;
  const directoryStart = buffer.readUInt32LE(end + 16);
  return {
    commentLength,
    directoryStart,
    directoryEnd: directoryStart + buffer.readUInt32LE(end + 12),
    hasZip64: end >= 20 && buffer.readUInt32LE(end - 20) === 0x07064b50,
  };
}

function tooLarge(reason: string): ZipFailure {
  return { failure: 'too-large', reason };
}

/** The zip reader's messages are for programmers. */
function toPlainReason(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  if (message.includes('record signature not found')) return 'its end is missing; it is cut off or not a zip at all';
  if (message.includes('comment length')) return 'bytes follow after its end';
  if (message.includes('multi-disk')) return 'it is one piece of a zip in several pieces';
  if (message.includes('encryption')) return 'it is encrypted';
  return 'its list of files is damaged';
}
