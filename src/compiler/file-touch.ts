/** What a disk says of a file -> a stamp that changes with every write. Reads no bytes. */
import type { Stats } from 'node:fs';
import type { FileTouch } from './hand-over.ts';

/** The time of the last change (`ctime`) is in it, because a program can set the other time back. */
export function toTouch({ dev, ino, size, mtimeMs, ctimeMs }: Stats): FileTouch {
  return { stamp: [dev, ino, size, mtimeMs, ctimeMs].join('-'), at: Math.max(mtimeMs, ctimeMs) };
}
