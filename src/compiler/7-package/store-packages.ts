/**
 * Verified packages -> files in the output folder, with `index.json` and `SHA256SUMS`. The only stage that writes.
 * A file appears under its name only when it is whole: it is written beside it, read back, and renamed.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  storeFolderUnusable,
  storeIndexUnreadable,
  storeNameClash,
  storeWriteFailed,
} from '../../diagnostics/catalog/packages-store.ts';
import { compareText } from '../../diagnostics/compare-text.ts';
import { assertDiskFault, faultCodeOf, toReadReason, toWriteReason } from '../../diagnostics/disk-faults.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { WrittenPackage } from '../hand-over.ts';
import {
  INDEX_NAME,
  type PackageIndexRow,
  parseIndex,
  type StoredRow,
  SUMS_NAME,
  toIndexRow,
  writeIndex,
  writeSums,
} from './package-index.ts';

export type { PackageIndexRow } from './package-index.ts';

/** Ends the names of files that are not whole yet; the process id in front tells whose they are. */
const UNFINISHED = '.cw-part';

/** What these mean to somebody who puts a file into a folder. */
const STORING = {
  EEXIST: 'a file stands where a folder is needed',
  EISDIR: 'a folder stands where the file should go',
  ENOTEMPTY: 'a folder stands where the file should go',
};

/** A file that waits to be renamed. */
interface PendingFile {
  readonly name: string;
  readonly temporary: string;
}

/** A verified package and its row of the index. */
export interface StorablePackage {
  readonly row: PackageIndexRow;
  readonly bytes: Uint8Array;
}

/** What the store needs of a package that was just written. */
export function toStorable(written: WrittenPackage): StorablePackage {
  return { row: toIndexRow(written), bytes: written.bytes };
}

/**
 * Stores packages that passed verification; those that lie there with the same bytes are left alone. While one of them cannot be written, none replaces an older one.
 * @param out the folder; made if it is not there
 * @returns rows of the packages that are in place, sorted by name
 */
export function storePackages(
  out: string,
  packages: readonly StorablePackage[],
  report: Reporter,
): readonly PackageIndexRow[] {
  if (!checkNames(packages, report) || !prepareFolder(out, report)) return [];
  const changed = packages.filter(({ row }) => !holdsBytes(out, row));
  const pending = writeAll(out, changed, report);
  if (pending === undefined) return [];
  const failed = new Set(pending.filter((file) => !putInPlace(out, file, report)).map((file) => file.name));
  const rows = packages.map(({ row }) => row).filter((row) => !failed.has(row.file));
  rows.sort((a, b) => compareText(a.name, b.name));
  updateIndex(out, rows, report);
  return rows;
}

function checkNames(packages: readonly StorablePackage[], report: Reporter): boolean {
  const owners = new Map<string, string>();
  let isFree = true;
  for (const { row } of packages) {
    const { file, course, part, target } = row;
    const owner = `${part === '' ? `course ${course}` : `part ${part} of course ${course}`} (${target})`;
    const first = owners.get(file);
    owners.set(file, first ?? owner);
    if (first === undefined) continue;
    report.add(storeNameClash, { file }, { file, first, second: owner });
    isFree = false;
  }
  return isFree;
}

function prepareFolder(out: string, report: Reporter): boolean {
  try {
    mkdirSync(out, { recursive: true });
    for (const name of readdirSync(out)) {
      if (isLeftover(name)) rmSync(join(out, name), { force: true });
    }
    return true;
  } catch (error) {
    report.add(storeFolderUnusable, undefined, { folder: out, reason: toWriteReason(error, STORING) });
    return false;
  }
}

/** Left by a run that was killed; a run that still goes on keeps its files. */
function isLeftover(name: string): boolean {
  const owner = new RegExp(`^\\..+\\.(\\d+)\\${UNFINISHED}$`).exec(name)?.[1];
  if (owner === undefined) return false;
  const id = Number(owner);
  return id === process.pid || !isRunning(id);
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return faultCodeOf(error) === 'EPERM';
  }
}

/** True when the folder holds this very package. */
function holdsBytes(out: string, row: PackageIndexRow): boolean {
  try {
    const path = join(out, row.file);
    return statSync(path).size === row.bytes && hash(readFileSync(path)) === row.sha256;
  } catch {
    return false;
  }
}

/** True when a run that made these rows would change nothing in the folder. */
export function isStored(out: string, rows: readonly PackageIndexRow[]): boolean {
  if (!rows.every((row) => holdsBytes(out, row))) return false;
  try {
    const listed = parseIndex(readFileSync(join(out, INDEX_NAME), 'utf8')) ?? [];
    const isListed = (row: PackageIndexRow) => listed.some((other) => JSON.stringify(other) === JSON.stringify(row));
    return rows.every(isListed) && readFileSync(join(out, SUMS_NAME), 'utf8') === writeSums(listed);
  } catch {
    return false;
  }
}

/** All packages beside their places, or none. */
function writeAll(
  out: string,
  packages: readonly StorablePackage[],
  report: Reporter,
): readonly PendingFile[] | undefined {
  const pending: PendingFile[] = [];
  for (const { row, bytes } of packages) {
    const file = writeBeside(out, row.file, bytes, report);
    if (file === undefined) {
      for (const earlier of pending) discard(earlier.temporary);
      return undefined;
    }
    pending.push(file);
  }
  return pending;
}

function writeBeside(out: string, name: string, bytes: Uint8Array, report: Reporter): PendingFile | undefined {
  const temporary = join(out, `.${name}.${process.pid}${UNFINISHED}`);
  try {
    writeFileSync(temporary, bytes);
    // A network drive may take bytes and keep others.
    if (hash(readFileSync(temporary)) === hash(bytes)) return { name, temporary };
    report.add(storeWriteFailed, { file: name }, { file: name, reason: 'the disk gave back other bytes' });
  } catch (error) {
    report.add(storeWriteFailed, { file: name }, { file: name, reason: toWriteReason(error, STORING) });
  }
  discard(temporary);
  return undefined;
}

function putInPlace(out: string, file: PendingFile, report: Reporter): boolean {
  try {
    renameSync(file.temporary, join(out, file.name));
    return true;
  } catch (error) {
    report.add(storeWriteFailed, { file: file.name }, { file: file.name, reason: toWriteReason(error, STORING) });
    discard(file.temporary);
    return false;
  }
}

/** After a fault that was reported. What cannot be removed now is a leftover that the next run removes. */
function discard(temporary: string): void {
  try {
    rmSync(temporary, { force: true });
  } catch (error) {
    assertDiskFault(error);
  }
}

/** Rows of other packages stay as long as their files are there as they were. */
function updateIndex(out: string, rows: readonly PackageIndexRow[], report: Reporter): void {
  const fresh = new Set(rows.map((row) => row.file));
  const others = readIndex(out, report).filter((row) => !fresh.has(row.file) && isInPlace(out, row));
  const all = [...others, ...rows].sort((a, b) => compareText(a.name, b.name));
  for (const [name, text] of [
    [INDEX_NAME, writeIndex(all)],
    [SUMS_NAME, writeSums(all)],
  ] as const) {
    const file = writeBeside(out, name, new TextEncoder().encode(text), report);
    if (file !== undefined) putInPlace(out, file, report);
  }
}

function readIndex(out: string, report: Reporter): readonly StoredRow[] {
  const unreadable = (reason: string): readonly StoredRow[] => {
    report.add(storeIndexUnreadable, { file: INDEX_NAME }, { file: INDEX_NAME, reason });
    return [];
  };
  try {
    return parseIndex(readFileSync(join(out, INDEX_NAME), 'utf8')) ?? unreadable('it is not an index of packages');
  } catch (error) {
    return faultCodeOf(error) === 'ENOENT' ? [] : unreadable(toReadReason(error));
  }
}

function isInPlace(out: string, row: StoredRow): boolean {
  const found = statSync(join(out, row.file), { throwIfNoEntry: false });
  return found?.isFile() === true && found.size === row.bytes;
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
