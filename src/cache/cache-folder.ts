/**
 * A folder of results by the hash of everything they were made from. It may be moved, shared, damaged or deleted at any time:
 * an entry that is not whole counts as absent, and a folder that cannot be written is simply not used.
 * Must not know what the entries mean.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Stands before each entry: the SHA-256 of the bytes that follow. */
const CHECK_BYTES = 32;

export interface CacheFolder {
  /** The bytes kept under a key (64 hexadecimal digits), or undefined. */
  read(key: string): Uint8Array | undefined;
  /** Keeps the bytes if it can. Never throws. */
  write(key: string, bytes: Uint8Array): void;
  /** Removes the oldest entries until no more than this many bytes are left. Never throws. */
  prune(bytes: number): void;
}

/** The cache that keeps nothing. */
export const NO_CACHE: CacheFolder = { read: () => undefined, write: () => undefined, prune: () => undefined };

/** The text of an entry that was written as UTF-8. Several times as fast as a TextDecoder. */
export function entryText(entry: Uint8Array): string {
  return Buffer.from(entry.buffer, entry.byteOffset, entry.byteLength).toString('utf8');
}

function checkOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** Nobody commits a cache by mistake. */
function hideFromGit(folder: string): void {
  const path = join(folder, '.gitignore');
  if (!existsSync(path)) writeFileSync(path, '*\n');
}

interface Entry {
  readonly path: string;
  readonly bytes: number;
  readonly modified: number;
}

function listEntries(folder: string): Entry[] {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && entry.name !== '.gitignore')
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const { size, mtimeMs } = statSync(path);
        return { path, bytes: size, modified: mtimeMs };
      });
  } catch {
    // Gone meanwhile: another run prunes too.
    return [];
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The way to it is not a folder: then it is not there either.
  }
}

export function openCacheFolder(folder: string): CacheFolder {
  // Two levels, because some file systems grow slow with many thousand names in one folder.
  const pathOf = (key: string): string => join(folder, key.slice(0, 2), key.slice(2));
  return {
    read(key) {
      try {
        const entry = readFileSync(pathOf(key));
        const bytes = entry.subarray(CHECK_BYTES);
        return checkOf(bytes).equals(entry.subarray(0, CHECK_BYTES)) ? bytes : undefined;
      } catch {
        // Absent, or the folder is out of reach: then the work is done again.
        return undefined;
      }
    },
    write(key, bytes) {
      const path = pathOf(key);
      const temporary = `${path}.${process.pid}`;
      try {
        mkdirSync(dirname(path), { recursive: true });
        hideFromGit(folder);
        writeFileSync(temporary, Buffer.concat([checkOf(bytes), bytes]));
        renameSync(temporary, path);
      } catch {
        // A cache that cannot be written costs time, nothing else.
        removeQuietly(temporary);
      }
    },
    prune(bytes) {
      let left = 0;
      for (const entry of listEntries(folder).sort((a, b) => b.modified - a.modified)) {
        left += entry.bytes;
        if (left > bytes) removeQuietly(entry.path);
      }
    },
  };
}
