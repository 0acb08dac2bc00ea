/**
 * Verified packages -> files in the output folder, with `index.json` and `SHA256SUMS`. The only stage that writes.
 * A file appears under its name only when it is whole: it is written beside it, read back, and renamed.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  storeFolderUnusable,
  storeIndexUnreadable,
  storeNameClash,
  storeWriteFailed,
} from '../../diagnostics/catalog/packages-store.ts';
import { compareText } from '../../diagnostics/compare-text.ts';
import { assertDiskFault, faultCodeOf, toReadReason, toWriteReason } from '../../diagnostics/disk-faults.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import { toTouch } from '../file-touch.ts';
import type { FileTouch, WrittenPackage } from '../hand-over.ts';
import {
  filesOf,
  INDEX_NAME,
  type PackageIndexRow,
  parseIndex,
  type StoredFile,
  type StoredRow,
  SUMS_NAME,
  toHash,
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
  /** Of one of its files, by name; asked for only where the folder does not hold it. */
  bytes(file: string): Uint8Array;
}

/** SHA-256 of a file's bytes, in hexadecimal. @throws what the disk throws */
export type HashFile = (path: string, touch: FileTouch) => string;

const readHash: HashFile = (path) => toHash(readFileSync(path));

/** What the store needs of a package that was just written. */
export function toStorable(written: WrittenPackage): StorablePackage {
  const sheets = new Map(written.described.rendered.answerSheet.map(({ name, bytes }) => [name, bytes]));
  return { row: toIndexRow(written), bytes: (file) => sheets.get(file) ?? written.bytes };
}

/** The output folder during one run. Packages wait beside their places until all of them are there. */
export interface PackageStore {
  /** Takes a verified package; one that lies there with the same bytes is left alone. After a problem nothing more is taken. */
  add(made: StorablePackage): void;
  /** Puts all packages in place, or none after a problem. @returns rows of those in place, sorted by name */
  finish(): readonly PackageIndexRow[];
  /** Removes what waits, and the folder if it was made for it. */
  abandon(): void;
}

/**
 * Opens the output folder. While one package cannot be written, none replaces an older one.
 * @param out the folder; made if it is not there
 */
export function openStore(out: string, report: Reporter, hashFile: HashFile = readHash): PackageStore {
  const owners = new Map<string, string>();
  const rows: PackageIndexRow[] = [];
  let pending: PendingFile[] = [];
  let isSound = true;
  let made: string | undefined;
  const abandon = (): void => {
    for (const file of pending) discard(file.temporary);
    pending = [];
    if (made !== undefined) removeEmpty(out, made);
  };
  const take = ({ row, bytes }: StorablePackage): boolean => {
    if (!checkName(row, owners, report)) return false;
    if (rows.length === 0) {
      const prepared = prepareFolder(out, report);
      if (prepared === undefined) return false;
      ({ made } = prepared);
    }
    rows.push(row);
    return filesOf(row).every((stored) => {
      if (holdsFile(out, stored, hashFile)) return true;
      const file = writeBeside(out, stored.file, bytes(stored.file), report);
      if (file !== undefined) pending.push(file);
      return file !== undefined;
    });
  };
  return {
    add(made) {
      isSound = isSound && take(made);
    },
    finish() {
      if (!isSound) {
        abandon();
        return [];
      }
      const failed = new Set(pending.filter((file) => !putInPlace(out, file, report)).map((file) => file.name));
      const stored = rows
        .filter((row) => filesOf(row).every(({ file }) => !failed.has(file)))
        .sort((a, b) => compareText(a.name, b.name));
      if (stored.length > 0) updateIndex(out, stored, { hashFile, report });
      return stored;
    },
    abandon,
  };
}

/** False when another package of this run has the same file name, which is reported. */
function checkName(
  { file, course, part, target }: PackageIndexRow,
  owners: Map<string, string>,
  report: Reporter,
): boolean {
  const owner = `${part === '' ? `course ${course}` : `part ${part} of course ${course}`} (${target})`;
  const first = owners.get(file);
  owners.set(file, first ?? owner);
  if (first === undefined) return true;
  report.add(storeNameClash, { file }, { file, first, second: owner });
  return false;
}

/** Undefined where the folder cannot be used, which is reported; else the topmost folder that had to be made for it, if any. */
function prepareFolder(out: string, report: Reporter): { readonly made: string | undefined } | undefined {
  try {
    const made = mkdirSync(out, { recursive: true });
    for (const path of findLeftovers(out)) rmSync(path, { force: true });
    return { made };
  } catch (error) {
    report.add(storeFolderUnusable, undefined, { folder: out, reason: toWriteReason(error, STORING) });
    return undefined;
  }
}

/** Removes folders from the lowest to the topmost, as long as they are empty. */
function removeEmpty(lowest: string, topmost: string): void {
  try {
    for (let folder = resolve(lowest); folder.length >= topmost.length; folder = dirname(folder)) rmdirSync(folder);
  } catch (error) {
    assertDiskFault(error);
  }
}

function findLeftovers(out: string): readonly string[] {
  return readdirSync(out)
    .filter(isLeftover)
    .map((name) => join(out, name));
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

/** True when the folder holds this very package, with all that lies beside it. */
export function holdsPackage(out: string, row: StoredRow, hashFile: HashFile): boolean {
  return filesOf(row).every((stored) => holdsFile(out, stored, hashFile));
}

/** True when the folder holds this very file; a killed run may have left a newer one of the same size beside an older list. */
function holdsFile(out: string, stored: StoredFile, hashFile: HashFile): boolean {
  try {
    const path = join(out, stored.file);
    const stats = statSync(path);
    return stats.size === stored.bytes && hashFile(path, toTouch(stats)) === stored.sha256;
  } catch {
    return false;
  }
}

/** True when a run that made these rows would change nothing in the folder, and had nothing to remove. */
export function isStored(out: string, rows: readonly PackageIndexRow[], hashFile: HashFile): boolean {
  if (!rows.every((row) => holdsPackage(out, row, hashFile))) return false;
  try {
    if (findLeftovers(out).length > 0) return false;
    const listed = parseIndex(readFileSync(join(out, INDEX_NAME), 'utf8')) ?? [];
    const listedRows = new Set(listed.map((row) => JSON.stringify(row)));
    return (
      rows.every((row) => listedRows.has(JSON.stringify(row))) &&
      readFileSync(join(out, SUMS_NAME), 'utf8') === writeSums(listed)
    );
  } catch {
    return false;
  }
}

function writeBeside(out: string, name: string, bytes: Uint8Array, report: Reporter): PendingFile | undefined {
  const temporary = join(out, `.${name}.${process.pid}${UNFINISHED}`);
  try {
    writeFileSync(temporary, bytes);
    // A network drive may take bytes and keep others.
    if (toHash(readFileSync(temporary)) === toHash(bytes)) return { name, temporary };
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

/** Rows of other packages stay as long as their zips are there as they were: an answer sheet may be put away. */
function updateIndex(
  out: string,
  rows: readonly PackageIndexRow[],
  { hashFile, report }: { readonly hashFile: HashFile; readonly report: Reporter },
): void {
  const fresh = new Set(rows.map((row) => row.file));
  const others = readIndex(out, report).filter((row) => !fresh.has(row.file) && holdsFile(out, row, hashFile));
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
