/**
 * Turns a folder on disk into the list of its files. The only stage that reads the workspace; it must not know what the files mean.
 */
import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { fileTooLarge, linkLeavesWorkspace, missingRoot, unreadableFile } from '../../diagnostics/catalog/files.ts';
import { compareText } from '../../diagnostics/compare-text.ts';
import { toReadReason } from '../../diagnostics/disk-faults.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import { toTouch } from '../file-touch.ts';
import type { FileTouch, SourceFile, SourceTree } from '../hand-over.ts';
import { UnreadableSource } from '../unreadable-source.ts';
import { checkNames } from './check-names.ts';

/** Folders that hold nothing an author writes. Hidden files and folders (`.schemas` among them) are left out too. */
const GENERATED_FOLDERS: ReadonlySet<string> = new Set(['node_modules', 'dist']);

/** Windows and macOS leave these in folders that people open. */
const LITTER: ReadonlySet<string> = new Set(['Thumbs.db', 'desktop.ini']);

/** Megabytes that a text may have. Ten times what the largest course of a college needs; a hostile file is not even read. */
const TEXT_LIMITS: readonly { readonly pattern: RegExp; readonly what: string; readonly megabytes: number }[] = [
  { pattern: /\.md$/i, what: 'a lesson', megabytes: 1 },
  { pattern: /\.hbs$/i, what: 'a template', megabytes: 1 },
  { pattern: /\.ya?ml$/i, what: 'a YAML file', megabytes: 2 },
  { pattern: /(?:^|\/)codes\.lock$/, what: 'a lock', megabytes: 20 },
];

/** What these mean to somebody who reads what a folder lists. */
const READING = { EACCES: 'no permission', EPERM: 'no permission', ENOENT: 'it is gone' };

/** @param root the workspace folder, relative to the working directory or absolute; its path goes no further than this stage */
export function readWorkspace(root: string, report: Reporter): SourceTree {
  const folder = resolve(root);
  if (!isFolder(folder)) {
    report.add(missingRoot, undefined, { path: root });
    return { files: new Map() };
  }
  const found: SourceFile[] = [];
  const walk: Walk = { root: folder, realRoot: realpathSync(folder), found, report };
  readFolder(walk, '');
  found.sort((a, b) => compareText(a.path, b.path));
  return { files: new Map(found.map((file) => [file.path, file])) };
}

interface Walk {
  readonly root: string;
  readonly realRoot: string;
  readonly found: SourceFile[];
  readonly report: Reporter;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function readFolder(walk: Walk, path: string): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(join(walk.root, path), { withFileTypes: true });
  } catch (error) {
    walk.report.add(unreadableFile, { file: path }, { what: 'folder', reason: toReadReason(error, READING) });
    return;
  }
  // Problems are reported on the way, so the order must not be the disk's.
  entries = entries.filter(isWritten).sort((a, b) => compareText(a.name, b.name));
  checkNames(
    path,
    entries.map((entry) => entry.name),
    walk.report,
  );
  for (const entry of entries) {
    const child = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory()) readFolder(walk, child);
    else if (entry.isSymbolicLink()) readLink(walk, child);
    else if (entry.isFile()) addFile(walk, child);
  }
}

/** False for what no author wrote. */
function isWritten(entry: Dirent): boolean {
  if (entry.name.startsWith('.') || LITTER.has(entry.name)) return false;
  return !(entry.isDirectory() && GENERATED_FOLDERS.has(entry.name));
}

/** A link to a file of the workspace is that file under another name; any other link is left out. */
function readLink(walk: Walk, path: string): void {
  let target: string;
  try {
    target = realpathSync(join(walk.root, path));
  } catch {
    walk.report.add(linkLeavesWorkspace, { file: path }, { reason: 'missing' });
    return;
  }
  const inside =
    target === walk.realRoot || target.startsWith(walk.realRoot.endsWith(sep) ? walk.realRoot : walk.realRoot + sep);
  if (!inside) walk.report.add(linkLeavesWorkspace, { file: path }, { reason: 'outside' });
  else if (isFolder(target)) walk.report.add(linkLeavesWorkspace, { file: path }, { reason: 'loop' });
  else addFile(walk, path);
}

function addFile(walk: Walk, path: string): void {
  // Both are normal already: to join thousands of them is a tenth of a run with nothing to do.
  const absolute = `${walk.root}${sep}${path}`;
  let size: number;
  let touch: FileTouch;
  try {
    const stats = statSync(absolute);
    // A pipe behind a link would never end.
    if (!stats.isFile()) return;
    size = stats.size;
    touch = toTouch(stats);
  } catch (error) {
    walk.report.add(unreadableFile, { file: path }, { what: 'file', reason: toReadReason(error, READING) });
    return;
  }
  const limit = TEXT_LIMITS.find(({ pattern }) => pattern.test(path));
  if (limit === undefined || size <= limit.megabytes * 1_000_000) {
    walk.found.push(toSourceFile({ path, size, touch }, absolute));
  } else {
    const facts = { megabytes: Math.ceil(size / 1_000_000), limit: limit.megabytes, what: limit.what };
    walk.report.add(fileTooLarge, { file: path }, facts);
  }
}

function toSourceFile(
  facts: Omit<SourceFile, 'bytes' | 'release'> & { readonly touch: FileTouch },
  absolute: string,
): SourceFile {
  let content: Uint8Array | undefined;
  let wasReleased = false;
  const { path, touch } = facts;
  const read = (): Uint8Array => {
    try {
      const bytes = readFileSync(absolute);
      if (!wasReleased || toTouch(statSync(absolute)).stamp === touch.stamp) return bytes;
    } catch (error) {
      throw new UnreadableSource(path, toReadReason(error, READING));
    }
    // What was made from the bytes of before must not meet those of now.
    throw new UnreadableSource(path, 'it was written to meanwhile');
  };
  return {
    ...facts,
    bytes() {
      content ??= read();
      return content;
    },
    release() {
      wasReleased ||= content !== undefined;
      content = undefined;
    },
  };
}
