/**
 * Writes the files of a new workspace, all of them or none. Never replaces a file.
 * A folder that is not there yet is made under another name and renamed when it is whole.
 */
import { lstatSync, mkdirSync, renameSync, rmdirSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { filesInTheWay, newFolderUnusable } from '../../diagnostics/catalog/command.ts';
import { assertDiskFault, toWriteReason } from '../../diagnostics/disk-faults.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { WorkspaceFiles } from './fill-starter.ts';

/** Written last where files are added to a folder: without it, what a killed run leaves is no workspace. */
const LAST = 'coursewright.yaml';

/** What these mean to somebody who makes a folder with files. */
const MAKING = {
  ENOENT: 'no folder can be made there',
  EEXIST: 'something of that name appeared there meanwhile',
  ENOTEMPTY: 'something of that name appeared there meanwhile',
};

/** @param shown the folder as its author typed it. @returns whether the workspace is there now */
export function writeWorkspace(folder: string, shown: string, files: WorkspaceFiles, report: Reporter): boolean {
  try {
    if (!isThere(folder)) writeNewFolder(folder, files);
    else {
      statSync(folder);
      const paths = findInTheWay(folder, [...files.keys()]);
      if (paths.length > 0) {
        report.add(filesInTheWay, undefined, { folder: shown, paths });
        return false;
      }
      addToFolder(folder, files);
    }
    return true;
  } catch (error) {
    report.add(newFolderUnusable, undefined, { folder: shown, reason: toWriteReason(error, MAKING) });
    return false;
  }
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    // A file among the parents: making the folder will say so.
    assertDiskFault(error);
    return false;
  }
}

/** Files that exist, and whatever stands where a folder of the workspace should be. */
function findInTheWay(folder: string, paths: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const path of paths) {
    const names = path.split('/');
    for (let depth = 1; depth <= names.length; depth++) {
      const part = names.slice(0, depth).join('/');
      const entry = lstatSync(join(folder, part), { throwIfNoEntry: false });
      if (entry === undefined) break;
      // A link to a folder elsewhere counts: files written through it would land outside.
      if (depth < names.length && entry.isDirectory()) continue;
      found.add(part);
      break;
    }
  }
  return [...found].sort();
}

function writeNewFolder(folder: string, files: WorkspaceFiles): void {
  const parent = dirname(folder);
  const firstMade = mkdirSync(parent, { recursive: true });
  const unfinished = join(parent, `.${basename(folder)}.${process.pid}.cw-part`);
  try {
    mkdirSync(unfinished);
    for (const [path, text] of files) {
      mkdirSync(join(unfinished, dirname(path)), { recursive: true });
      writeFileSync(join(unfinished, path), text, { flag: 'wx' });
    }
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (firstMade !== undefined) removeEmptyFolders(parent, firstMade);
    throw error;
  }
}

/** From `folder` up to `first`, as long as nobody put anything into them. */
function removeEmptyFolders(folder: string, first: string): void {
  for (let current = folder; current.length >= first.length; current = dirname(current)) {
    if (!removeQuietly(() => rmdirSync(current))) return;
  }
}

function addToFolder(folder: string, files: WorkspaceFiles): void {
  const undo: (() => void)[] = [];
  const ordered = [...files].sort(([a], [b]) => Number(a === LAST) - Number(b === LAST));
  try {
    for (const [path, text] of ordered) {
      makeParents(folder, path, undo);
      const file = join(folder, path);
      // Created and noted before it is filled, so that a full disk leaves nothing.
      writeFileSync(file, '', { flag: 'wx' });
      undo.push(() => unlinkSync(file));
      writeFileSync(file, text);
    }
  } catch (error) {
    for (const step of undo.reverse()) removeQuietly(step);
    throw error;
  }
}

function makeParents(folder: string, path: string, undo: (() => void)[]): void {
  const names = path.split('/').slice(0, -1);
  for (let depth = 1; depth <= names.length; depth++) {
    const part = join(folder, ...names.slice(0, depth));
    if (isThere(part)) continue;
    mkdirSync(part);
    undo.push(() => rmdirSync(part));
  }
}

/** What cannot be removed is left: the fault itself is reported. */
function removeQuietly(step: () => void): boolean {
  try {
    step();
    return true;
  } catch (error) {
    assertDiskFault(error);
    return false;
  }
}
