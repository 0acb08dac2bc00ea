import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore, type PackageIndexRow, toStorable } from '../../src/compiler/7-package/store-packages.ts';
import type { WrittenPackage } from '../../src/compiler/hand-over.ts';
import { packageStoreRules } from '../../src/diagnostics/catalog/packages-store.ts';
import { Report } from '../../src/diagnostics/report.ts';
import { samplePackage, textFile } from './sample-package.ts';

let out = '';

beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'coursewright-store-'));
});

afterEach(() => {
  rmSync(out, { recursive: true, force: true });
});

function course(id: string, text = 'Hello', part = ''): Promise<WrittenPackage> {
  const name = part === '' ? id : `${id}-${part}`;
  return samplePackage({ course: id, part, name, title: `Title of ${name}` }, [textFile('index.html', text)]);
}

function storeAll(packages: readonly WrittenPackage[], folder: string, report: Report): readonly PackageIndexRow[] {
  const packageStore = openStore(folder, report);
  for (const written of packages) packageStore.add(toStorable(written));
  return packageStore.finish();
}

/** Stores and returns the codes of what was reported. */
function store(packages: readonly WrittenPackage[], folder = out): readonly string[] {
  const report = new Report();
  storeAll(packages, folder, report);
  return report.sorted().map((diagnostic) => diagnostic.code);
}

function listFiles(): readonly string[] {
  return readdirSync(out).sort();
}

function indexNames(): readonly string[] {
  const index: { packages: { name: string }[] } = JSON.parse(readFileSync(join(out, 'index.json'), 'utf8'));
  return index.packages.map((row) => row.name);
}

test('writes packages, an index and checksums, and nothing else', async () => {
  const [beta, alpha] = [await course('beta'), await course('alpha')];
  expect(store([beta, alpha])).toEqual([]);
  expect(listFiles()).toEqual(['SHA256SUMS', 'alpha.zip', 'beta.zip', 'index.json']);
  expect(readFileSync(join(out, 'SHA256SUMS'), 'utf8')).toBe(`${alpha.sha256}  alpha.zip\n${beta.sha256}  beta.zip\n`);
  for (const written of [alpha, beta]) {
    const bytes = readFileSync(join(out, written.fileName));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(written.sha256);
  }
});

test('the checksums satisfy sha256sum', async () => {
  store([await course('alpha'), await course('beta')]);
  const check = () => spawnSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: out });
  // Not every system has the program; its format is asserted above.
  if (check().error !== undefined) return;
  expect(check().status).toBe(0);
  writeFileSync(join(out, 'beta.zip'), 'other');
  expect(check().status).toBe(1);
});

test('the row of a package holds what a person or a script asks for', async () => {
  const report = new Report();
  const [row] = storeAll([await course('alpha')], out, report);
  const { upload, sha256, bytes, ...rest } = row ?? { upload: [], sha256: '', bytes: 0 };
  expect(rest).toEqual({
    name: 'alpha',
    file: 'alpha.zip',
    course: 'alpha',
    part: '',
    variant: '',
    title: 'Title of alpha',
    version: '1.0.0',
    language: 'en',
    target: 'scorm12',
    pages: 1,
    questions: 0,
    worstCase: 321,
    stateLimit: 4000,
    editions: ['icd-10-cm@2026'],
    toolVersion: '0.1.0',
    answerSheet: [],
  });
  expect(upload.map((guide) => guide.lms).slice(0, 2)).toEqual(['Moodle 4.5', 'Canvas']);
  expect([sha256.length, bytes > 0]).toEqual([64, true]);
});

test('equal packages make equal indexes, whatever their order', async () => {
  const packages = [await course('alpha'), await course('beta')];
  store(packages);
  const first = readFileSync(join(out, 'index.json'), 'utf8');
  store([...packages].reverse());
  expect(readFileSync(join(out, 'index.json'), 'utf8')).toBe(first);
  store(packages.slice(1));
  expect(readFileSync(join(out, 'index.json'), 'utf8')).toBe(first);
});

test('a partial build updates its own row only', async () => {
  const alpha = await course('alpha');
  store([alpha, await course('beta')]);
  const beta = await course('beta', 'New text');
  store([beta]);
  expect(indexNames()).toEqual(['alpha', 'beta']);
  expect(readFileSync(join(out, 'SHA256SUMS'), 'utf8')).toBe(`${alpha.sha256}  alpha.zip\n${beta.sha256}  beta.zip\n`);
});

test('rows of packages that are gone or were replaced by hand are dropped', async () => {
  store([await course('alpha'), await course('beta'), await course('gamma')]);
  rmSync(join(out, 'alpha.zip'));
  writeFileSync(join(out, 'beta.zip'), 'other');
  store([await course('gamma')]);
  expect(indexNames()).toEqual(['gamma']);
});

test('files of a killed run are removed, those of a running one are kept', async () => {
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  writeFileSync(join(out, `.alpha.zip.${gone}.cw-part`), 'half');
  writeFileSync(join(out, `.beta.zip.${process.ppid}.cw-part`), 'half');
  writeFileSync(join(out, '.mine'), 'kept');
  store([await course('gamma')]);
  expect(listFiles()).toEqual([`.beta.zip.${process.ppid}.cw-part`, '.mine', 'SHA256SUMS', 'gamma.zip', 'index.json']);
});

/** By code: what makes it appear. Each leaves the older packages as they were. */
const faults: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  CW6070: async () => {
    writeFileSync(join(out, 'file'), '');
    return store([await course('alpha')], join(out, 'file', 'dist'));
  },
  CW6071: async () => {
    mkdirSync(join(out, 'alpha.zip', 'inside'), { recursive: true });
    return store([await course('alpha')]);
  },
  CW6072: async () => {
    writeFileSync(join(out, 'index.json'), '<<<<<<< HEAD');
    return store([await course('alpha')]);
  },
  CW6073: async () => store([await course('a', '1', 'b'), await course('a-b', '2')]),
};

test('every rule about storing has a fault', () => {
  expect(Object.keys(faults).sort()).toEqual(packageStoreRules.map((rule) => rule.code).sort());
});

test.each(Object.entries(faults))('%s', async (code, make) => {
  expect(await make()).toEqual([code]);
  expect(readdirSync(out).filter((name) => name.endsWith('.cw-part'))).toEqual([]);
});

test('when one package cannot be written, none replaces an older one', async () => {
  const old = await course('alpha', 'old');
  store([old]);
  // Longer than any file system takes, so that the second write fails as on a full disk.
  const impossible = { ...(await course('beta')), fileName: `${'b'.repeat(300)}.zip` };
  expect(store([await course('alpha', 'new'), impossible])).toEqual(['CW6071']);
  expect(listFiles()).toEqual(['SHA256SUMS', 'alpha.zip', 'index.json']);
  expect(readFileSync(join(out, 'alpha.zip')).equals(old.bytes)).toBe(true);
});

test('two packages of one name: neither is written', async () => {
  expect(store([await course('a', '1', 'b'), await course('a-b', '2')])).toEqual(['CW6073']);
  expect(listFiles()).toEqual([]);
});

test.each([
  '{"version":1,"packages":[{"name":"x","file":"../x.zip","bytes":1,"sha256":"0"}]}',
  '{"version":99,"packages":[]}',
  '[]',
  'null',
])('an index that is none (%s) is written anew', async (text) => {
  writeFileSync(join(out, 'index.json'), text);
  expect(store([await course('alpha')])).toEqual(['CW6072']);
  expect(indexNames()).toEqual(['alpha']);
});

test('the folder is made when it is not there', async () => {
  expect(store([await course('alpha')], join(out, 'new', 'dist'))).toEqual([]);
  expect(existsSync(join(out, 'new', 'dist', 'alpha.zip'))).toBe(true);
});

test('an abandoned run leaves the folder as it was', async () => {
  store([await course('alpha')]);
  const before = readFileSync(join(out, 'alpha.zip'));
  const packageStore = openStore(out, new Report());
  packageStore.add(toStorable(await course('alpha', 'Other')));
  packageStore.add(toStorable(await course('beta')));
  packageStore.abandon();
  expect(listFiles()).toEqual(['SHA256SUMS', 'alpha.zip', 'index.json']);
  expect(readFileSync(join(out, 'alpha.zip')).equals(before)).toBe(true);
});
