/**
 * The bytes of a zip -> findings by the rules Z1 to Z9, and its files when they can be read.
 * Knows nothing of what a package means to an LMS beyond its zip.
 */
import * as rules from '../../diagnostics/catalog/packages-zip.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import { checkZipNames } from './check-zip-names.ts';
import { type ReadZip, readEntryBytes, readZip, type ZipEntry } from './read-zip.ts';

/** A file of a zip. Only files that rules look into keep their content. */
export interface ZipFileContent {
  readonly name: string;
  readonly size: number;
  /** Undefined when the file is damaged or nobody needs to look into it. */
  readonly bytes: Uint8Array | undefined;
}

const TEXT_NAMES = /\.(html?|xhtml|js|mjs|css|svg|xml)$/i;
/** Larger texts are data, not pages; scanning them would only cost time. */
const MAX_TEXT_BYTES = 20_000_000;

const DESCRIPTOR_SIGNATURE = 0x08074b50;
const HAS_DESCRIPTOR = 0x8;
const ENCRYPTED = 0x1;

/** Reports what is wrong with the zip; undefined when its files cannot be read at all. */
export async function checkZip(
  name: string,
  zip: Uint8Array,
  report: Reporter,
): Promise<readonly ZipFileContent[] | undefined> {
  const place = { file: name };
  const read = await readZip(zip);
  if ('failure' in read) {
    report.add(read.failure === 'too-large' ? rules.zipTooLarge : rules.zipUnreadable, place, { reason: read.reason });
    return undefined;
  }
  checkLayout(name, zip, read, report);
  for (const entry of read.entries) checkRecords(name, zip, entry, report);
  checkZipNames(
    name,
    read.entries.map((entry) => entry.name),
    report,
  );
  return readFiles(name, zip, read, report);
}

/** Z1: an importer that reads the zip as a stream finds entry after entry and then the directory, nothing else. */
function checkLayout(name: string, zip: Uint8Array, read: ReadZip, report: Reporter): void {
  const place = { file: name };
  if (read.commentLength > 0) report.add(rules.zipExtraBytes, place, { where: 'a comment' });
  let end = 0;
  for (const entry of [...read.entries].sort((a, b) => a.start - b.start)) {
    if (entry.start < end) {
      report.add(rules.zipRecordsDisagree, place, { file: entry.name, reason: 'its data lies inside another file' });
    } else if (entry.start > end) {
      const where = end === 0 ? 'bytes in front of its first file' : `bytes in front of "${entry.name}"`;
      report.add(rules.zipExtraBytes, place, { where });
    }
    end = Math.max(end, findEntryEnd(zip, entry));
  }
  if (read.directoryStart > end) report.add(rules.zipExtraBytes, place, { where: 'bytes behind its last file' });
  if (read.hasZip64)
    report.add(rules.zipEntryNotPlain, place, { file: name, reason: 'uses the 64-bit extension of zip' });
}

function findEntryEnd(zip: Uint8Array, entry: ZipEntry): number {
  const dataEnd = entry.dataStart + entry.compressedSize;
  if (!(entry.local.flags & HAS_DESCRIPTOR)) return dataEnd;
  return dataEnd + (readNumber(zip, dataEnd) === DESCRIPTOR_SIGNATURE ? 16 : 12);
}

/** Z4, Z7, Z8 (links) and Z1: the two records of an entry must say the same. */
function checkRecords(name: string, zip: Uint8Array, entry: ZipEntry, report: Reporter): void {
  const place = { file: name };
  const file = entry.name;
  const refuse = (reason: string) => report.add(rules.zipEntryNotPlain, place, { file, reason });
  if (entry.method !== 0 && entry.method !== 8) refuse(`is compressed by method ${entry.method}, not by deflate`);
  if (entry.flags & ENCRYPTED) refuse('is encrypted');
  if (entry.hasZip64 || entry.local.hasZip64) refuse('uses the 64-bit extension of zip');
  if (entry.method === 0 && entry.local.flags & HAS_DESCRIPTOR && !entry.isFolder)
    report.add(rules.zipStoredWithDescriptor, place, { file });
  if (entry.isLink) report.add(rules.zipSymbolicLink, place, { file });
  // Two bytes are the deflated form of nothing.
  if (entry.isFolder && (entry.size > 0 || entry.compressedSize > 2))
    report.add(rules.zipFolderWithData, place, { file });
  const reason = findDisagreement(zip, entry);
  if (reason !== undefined) report.add(rules.zipRecordsDisagree, place, { file, reason });
}

function findDisagreement(zip: Uint8Array, entry: ZipEntry): string | undefined {
  if (!entry.local.hasSameName) return 'its name differs';
  if (entry.local.method !== entry.method) return 'its compression differs';
  if ((entry.local.flags & ENCRYPTED) !== (entry.flags & ENCRYPTED)) return 'its encryption differs';
  // A 64-bit entry is reported as such; its sizes stand elsewhere.
  if (entry.hasZip64 || entry.local.hasZip64) return undefined;
  const sizes = entry.local.flags & HAS_DESCRIPTOR ? readDescriptor(zip, entry) : entry.local;
  if (sizes.crc !== entry.crc) return 'its checksum differs';
  if (sizes.size !== entry.size || sizes.compressedSize !== entry.compressedSize) return 'its size differs';
  return undefined;
}

/** The record behind the data (APPNOTE 4.3.9), whose signature is optional. */
function readDescriptor(zip: Uint8Array, entry: ZipEntry) {
  const dataEnd = entry.dataStart + entry.compressedSize;
  const at = readNumber(zip, dataEnd) === DESCRIPTOR_SIGNATURE ? dataEnd + 4 : dataEnd;
  return { crc: readNumber(zip, at), compressedSize: readNumber(zip, at + 4), size: readNumber(zip, at + 8) };
}

/** 32 bits, little end first; -1 beyond the end. */
function readNumber(zip: Uint8Array, at: number): number {
  if (at + 4 > zip.length) return -1;
  return new DataView(zip.buffer, zip.byteOffset + at, 4).getUint32(0, true);
}

function readFiles(name: string, zip: Uint8Array, read: ReadZip, report: Reporter): readonly ZipFileContent[] {
  return read.entries
    .filter((entry) => !entry.isFolder)
    .map((entry) => {
      const bytes = readEntryBytes(zip, entry);
      const keeps = TEXT_NAMES.test(entry.name) && entry.size <= MAX_TEXT_BYTES;
      if (bytes instanceof Uint8Array) return { name: entry.name, size: entry.size, bytes: keeps ? bytes : undefined };
      // What is not plain was reported as such.
      if ((entry.method === 0 || entry.method === 8) && !(entry.flags & ENCRYPTED))
        report.add(rules.zipEntryDamaged, { file: name }, { file: entry.name, reason: bytes.problem });
      return { name: entry.name, size: entry.size, bytes: undefined };
    });
}
