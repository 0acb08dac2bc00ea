/**
 * Turns a folder on disk into the list of its files. The only stage that reads the workspace; it must not know what the files mean.
 */
import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { linkLeavesWorkspace, missingRoot, unreadableFile } from '../../diagnostics/catalog/files.ts';
import { compareText, type Reporter } from '../../diagnostics/report.ts';
import type { SourceFile, SourceTree } from '../hand-over.ts';

/** Folders that hold nothing an author writes. Hidden files and folders (`.schemas` among them) are left out too. */
const GENERATED_FOLDERS: ReadonlySet<string> = new Set(['node_modules', 'dist']);

/** Windows and macOS leave these in folders that people open. */
const LITTER: ReadonlySet<string> = new Set(['Thumbs.db', 'desktop.ini']);

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
    walk.report.add(unreadableFile, { file: path }, { what: 'folder', reason: toReason(error) });
    return;
  }
  // Problems are reported on the way, so the order must not be the disk's.
  entries.sort((a, b) => compareText(a.name, b.name));
  for (const entry of entries) {
    if (entry.name.startsWith('.') || LITTER.has(entry.name)) continue;
    const child = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!GENERATED_FOLDERS.has(entry.name)) readFolder(walk, child);
    } else if (entry.isSymbolicLink()) readLink(walk, child);
    else if (entry.isFile()) addFile(walk, child);
  }
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
  const absolute = join(walk.root, path);
  let size: number;
  try {
    const link = lstatSync(absolute);
    size = link.isSymbolicLink() ? statSync(absolute).size : link.size;
  } catch (error) {
    walk.report.add(unreadableFile, { file: path }, { what: 'file', reason: toReason(error) });
    return;
  }
  walk.found.push(toSourceFile(path, absolute, size, walk.report));
}

function toSourceFile(path: string, absolute: string, size: number, report: Reporter): SourceFile {
  let content: Uint8Array | undefined;
  return {
    path,
    size,
    bytes() {
      if (content === undefined) {
        try {
          content = readFileSync(absolute);
        } catch (error) {
          report.add(unreadableFile, { file: path }, { what: 'file', reason: toReason(error) });
          content = new Uint8Array();
        }
      }
      return content;
    },
  };
}

/** The system's short code: its sentences name absolute paths. */
function toReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return 'no permission';
    case 'ENOENT':
      return 'it is gone';
    case 'EBUSY':
      return 'another program holds it';
    default:
      return code;
  }
}
