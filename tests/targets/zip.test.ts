import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { writeZip } from '../../src/compiler/7-package/write-package.ts';
import { type ReadZip, readEntryBytes, readZip, type ZipEntry } from '../../src/targets/zip/read-zip.ts';
import { sampleFiles, samplePackage, textFile } from './sample-package.ts';

const HAS_DESCRIPTOR = 0x8;

async function read(zip: Uint8Array): Promise<ReadZip> {
  const result = await readZip(zip);
  if ('failure' in result) throw new Error(result.reason);
  return result;
}

function entryOf(zip: ReadZip, name: string): ZipEntry {
  const found = zip.entries.find((entry) => entry.name === name);
  if (found === undefined) throw new Error(`${name} is missing`);
  return found;
}

function hashElsewhere(environment: Readonly<Record<string, string>>): string {
  const script = fileURLToPath(new URL('./print-sample-hash.ts', import.meta.url));
  const run = spawnSync(process.execPath, ['--import', import.meta.resolve('tsx'), script], {
    cwd: tmpdir(),
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
  return run.stdout || run.stderr;
}

test.each([
  { TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8' },
  { TZ: 'America/New_York', LANG: 'C', LC_ALL: 'C', SAMPLE_UMASK: '077' },
  { TZ: 'Pacific/Apia', SAMPLE_UMASK: '0', SAMPLE_REVERSED: '1' },
])('the same bytes under %j', async (environment) => {
  const { sha256 } = await samplePackage();
  expect(hashElsewhere(environment)).toBe(sha256);
});

test('the hash is that of the bytes, and another byte gives another', async () => {
  const written = await samplePackage();
  expect(written.sha256).toBe(createHash('sha256').update(written.bytes).digest('hex'));
  const [first, ...rest] = sampleFiles;
  const other = await samplePackage({}, [textFile(first?.name ?? '', 'other'), ...rest]);
  expect(other.sha256).not.toBe(written.sha256);
});

test('manifest first, launch page second, then by name', async () => {
  const zip = await read((await samplePackage()).bytes);
  expect(zip.entries.map((entry) => entry.name)).toEqual([
    'imsmanifest.xml',
    'index.html',
    'course-data.js',
    'empty.css',
    'figure.png',
    'player.js',
    'settings.html',
    'theme.css',
  ]);
});

test('media and empty files are stored with their sizes in front of the data', async () => {
  const zip = await read((await samplePackage()).bytes);
  for (const name of ['figure.png', 'empty.css']) {
    const { local, size } = entryOf(zip, name);
    expect([name, local.method, local.flags & HAS_DESCRIPTOR, local.size, local.compressedSize]).toEqual([
      name,
      0,
      0,
      size,
      size,
    ]);
  }
});

test('texts are deflated and come back as they were', async () => {
  const { bytes } = await samplePackage();
  const zip = await read(bytes);
  expect(entryOf(zip, 'index.html').method).toBe(8);
  for (const file of sampleFiles) {
    const content = readEntryBytes(bytes, entryOf(zip, file.name));
    expect(content instanceof Uint8Array && Buffer.from(content).equals(file.bytes), file.name).toBe(true);
  }
});

test('headers carry nothing of the machine', async () => {
  const { bytes } = await samplePackage();
  const zip = await read(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  expect(view.getUint32(0, true)).toBe(0x04034b50);
  expect([zip.commentLength, zip.hasZip64]).toEqual([0, false]);
  let at = zip.directoryStart;
  for (const entry of zip.entries) {
    // 1 February 1980, 00:00, rw-r--r--, regular file, written on Unix; no extra field, no comment.
    expect([view.getUint16(entry.start + 10, true), view.getUint16(entry.start + 12, true)]).toEqual([0, 0x41]);
    expect([view.getUint16(at + 12, true), view.getUint16(at + 14, true)]).toEqual([0, 0x41]);
    expect(view.getUint32(at + 38, true) >>> 16).toBe(0o100644);
    expect(view.getUint8(at + 5)).toBe(3);
    expect([
      view.getUint16(entry.start + 28, true),
      view.getUint16(at + 30, true),
      view.getUint16(at + 32, true),
    ]).toEqual([0, 0, 0]);
    at += 46 + view.getUint16(at + 28, true);
  }
  expect(at).toBe(zip.directoryEnd);
});

test('a package of no files is still a zip', async () => {
  expect((await read(await writeZip([]))).entries).toEqual([]);
});
