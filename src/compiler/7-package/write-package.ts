/**
 * Files in order -> the bytes of a zip, the same on every machine. Owns archiver.
 * Must not touch the disk or know what the files mean.
 */
import { createHash } from 'node:crypto';
import { ZipArchive } from 'archiver';
import type { DescribedPackage, PackageFile, WrittenPackage } from '../hand-over.ts';

/**
 * archiver writes the UTC fields of a date, so no time zone changes them. Not the first day a zip can name (1 January 1980):
 * readers that take the date for local time would move it into 1979 and refuse it.
 */
const ENTRY_DATE = new Date(Date.UTC(1980, 1, 1));

/** rw-r--r--, whatever the umask. */
const ENTRY_MODE = 0o644;

/** Already compressed: deflating them costs time and gains nothing. */
const STORED_NAMES = /\.(png|jpg|jpeg|gif|mp3|mp4|webm|pdf)$/;

/** Writes the package's zip. */
export async function writePackage(described: DescribedPackage): Promise<WrittenPackage> {
  const bytes = await writeZip(described.files);
  return {
    described,
    fileName: `${described.rendered.model.name}.zip`,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

/** Zips the files in the order given: deflate level 6, media stored, no directory entries, comment or zip64 fields. */
export async function writeZip(files: readonly PackageFile[]): Promise<Uint8Array> {
  const archive = new ZipArchive({ zlib: { level: 6 } });
  const chunks: Buffer[] = [];
  archive.on('data', (chunk) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    archive.on('end', resolve);
    archive.on('error', reject);
    archive.on('warning', reject);
  });
  for (const file of files) archive.append(toBuffer(file.bytes), toEntry(file));
  await Promise.all([archive.finalize(), ended]);
  return Buffer.concat(chunks);
}

/**
 * Buffers, never streams: a stored entry from a stream would carry its sizes behind the data, which the Java reader
 * of several LMSs refuses. An empty file must be stored on purpose, or archiver stores it with such a descriptor.
 */
function toEntry(file: PackageFile) {
  return {
    name: file.name,
    date: ENTRY_DATE,
    mode: ENTRY_MODE,
    store: file.bytes.length === 0 || STORED_NAMES.test(file.name),
  };
}

/** A view of the same memory; archiver takes nothing but Buffers. */
function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
