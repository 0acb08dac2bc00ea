/**
 * Hashes of files by what the disk says of them, so that a file nobody wrote to is not read again; as in git's index.
 * A file touched within the last seconds is never entered: another write in the same tick of the disk's clock would leave
 * its stamp as it is. Stamps name device and file number: in a copied folder or on another computer nothing is found.
 */
import type { FileTouch } from '../compiler/hand-over.ts';
import type { CacheFolder } from './cache-folder.ts';
import { hashTexts } from './fingerprint.ts';

/** Milliseconds: the coarsest clock of a disk in use (FAT) ticks every two seconds. */
const SETTLING = 3000;

export interface TouchIndex {
  find(touch: FileTouch): string | undefined;
  note(touch: FileTouch, hash: string): void;
  /** Keeps what this run asked for. */
  save(): void;
}

/** The index of a run without a cache. */
export const NO_INDEX: TouchIndex = { find: () => undefined, note: () => undefined, save: () => undefined };

function readEntries(folder: CacheFolder, key: string): ReadonlyMap<string, string> {
  const entry = folder.read(key);
  if (entry === undefined) return new Map();
  // Whole, as the folder has checked, and written below.
  const entries: readonly (readonly [string, string])[] = JSON.parse(new TextDecoder().decode(entry));
  return new Map(entries);
}

/** @param now milliseconds since the epoch, asked before any file is read */
export function openTouchIndex(folder: CacheFolder, now: number): TouchIndex {
  const key = hashTexts(['touch index']);
  const known = readEntries(folder, key);
  const asked = new Map<string, string>();
  let isNew = false;
  return {
    find({ stamp }) {
      const hash = known.get(stamp);
      if (hash !== undefined) asked.set(stamp, hash);
      return hash;
    },
    note({ stamp, at }, hash) {
      if (at > now - SETTLING) return;
      asked.set(stamp, hash);
      isNew = true;
    },
    save() {
      if (isNew || asked.size < known.size) folder.write(key, new TextEncoder().encode(JSON.stringify([...asked])));
    },
  };
}
