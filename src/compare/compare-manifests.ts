/** The bytes of two packages -> whether their manifests are equal, byte for byte (rule M15). Knows nothing else of them. */
import { MANIFEST_FILE } from '../targets/scorm12/manifest/manifest-names.ts';
import { readEntryBytes, readZip } from '../targets/zip/read-zip.ts';

export type ManifestChange = 'same' | 'changed';

/** Those of courses with thousands of files stay below one. */
const MAX_MANIFEST_BYTES = 20_000_000;

/** Undefined where one of the two cannot be read; never throws for what the bytes hold. */
export async function compareManifests(before: Uint8Array, after: Uint8Array): Promise<ManifestChange | undefined> {
  const old = await readManifest(before);
  const now = await readManifest(after);
  if (old === undefined || now === undefined) return undefined;
  return Buffer.compare(old, now) === 0 ? 'same' : 'changed';
}

async function readManifest(zip: Uint8Array): Promise<Uint8Array | undefined> {
  const read = await readZip(zip);
  if ('failure' in read) return undefined;
  const entry = read.entries.find(({ name }) => name === MANIFEST_FILE);
  if (entry === undefined || entry.size > MAX_MANIFEST_BYTES) return undefined;
  const bytes = readEntryBytes(zip, entry);
  return 'problem' in bytes ? undefined : bytes;
}
