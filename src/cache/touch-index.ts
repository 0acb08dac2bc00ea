/**
 * Hashes of files by what the disk says of them, so that a file nobody wrote to is not read again; as in git's index.
 * A file touched within the last seconds is never entered: another write in the same tick of the disk's clock would leave
 * its stamp as it is. A file is known by its path and its stamp together: some network drives give every file the same
 * number, and two files of equal size and time must never be taken for each other. In a copied folder nothing is found.
 */
import type { FileTouch } from '../compiler/hand-over.ts';
import { type CacheFolder, entryText } from './cache-folder.ts';
import { hashTexts } from './fingerprint.ts';

/** Milliseconds: the coarsest clock of a disk in use (FAT) ticks every two seconds. */
const SETTLING = 3000;

export interface TouchIndex {
  /** @param path the same for the same file in every run */
  find(path: string, touch: FileTouch): string | undefined;
  note(path: string, touch: FileTouch, hash: string): void;
  /** Keeps what this run asked for. */
  save(): void;
}

/** The index of a run without a cache. */
export const NO_INDEX: TouchIndex = { find: () => undefined, note: () => undefined, save: () => undefined };

function readEntries(folder: CacheFolder, key: string): ReadonlyMap<string, string> {
  const entry = folder.read(key);
  if (entry === undefined) return new Map();
  // Whole, as the folder has checked, and written below.
  const entries: readonly (readonly [string, string])[] = JSON.parse(entryText(entry));
  return new Map(entries);
}

/** A stamp holds no blank. */
function nameOf(path: string, { stamp }: FileTouch): string {
  return `${stamp} ${path}`;
}

/** @param now milliseconds since the epoch, asked before any file is read */
export function openTouchIndex(folder: CacheFolder, now: number): TouchIndex {
  const key = hashTexts(['touch index']);
  const known = readEntries(folder, key);
  const asked = new Map<string, string>();
  let isNew = false;
  return {
    find(path, touch) {
      const name = nameOf(path, touch);
      const hash = known.get(name);
      if (hash !== undefined) asked.set(name, hash);
      return hash;
    },
    note(path, touch, hash) {
      if (touch.at > now - SETTLING) return;
      asked.set(nameOf(path, touch), hash);
      isNew = true;
    },
    save() {
      if (isNew || asked.size < known.size) folder.write(key, new TextEncoder().encode(JSON.stringify([...asked])));
    },
  };
}
