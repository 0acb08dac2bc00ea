/** Rules about putting finished packages into the output folder. */
import { defineRule } from '../rule.ts';

export const storeFolderUnusable = defineRule<{ folder: string; reason: string }>({
  code: 'CW6070',
  name: 'store-folder-unusable',
  severity: 'error',
  message: ({ folder, reason }) => `packages cannot be written to the folder "${folder}": ${reason}`,
  why: 'The packages of a build go to this folder. Nothing was written.',
  fix: 'Make the folder writable, or name another one with --out.',
  before: 'coursewright build --out /usr/packages',
  after: 'coursewright build --out packages',
});

export const storeWriteFailed = defineRule<{ file: string; reason: string }>({
  code: 'CW6071',
  name: 'store-write-failed',
  severity: 'error',
  message: ({ file, reason }) => `"${file}" could not be written: ${reason}; what was there before is unchanged`,
  why: 'A package appears under its name only when it is whole. When writing fails, the older package stays.',
  fix: 'Free some space on the disk, or close the program that holds the file, and build again.',
  before: 'a disk with 2 MB left',
  after: 'a disk with room for the packages',
});

export const storeIndexUnreadable = defineRule<{ file: string; reason: string }>({
  code: 'CW6072',
  name: 'store-index-unreadable',
  severity: 'warning',
  message: ({ file, reason }) =>
    `"${file}" could not be read (${reason}) and was written anew with the packages of this build only`,
  why: 'The index lists the packages of the folder. A partial build keeps the rows of the others, which it could not read.',
  fix: 'Build all courses once, so that the index is whole again.',
  before: 'an index.json with a merge conflict in it',
  after: 'an index.json that only the build writes',
});

export const storeNameClash = defineRule<{ file: string; first: string; second: string }>({
  code: 'CW6073',
  name: 'store-name-clash',
  severity: 'error',
  message: ({ file, first, second }) => `${first} and ${second} would both be written to "${file}"`,
  why: 'A package is named after its course and part: course "a" with part "b" and course "a-b" make the same name.',
  fix: 'Give one of the courses or parts another id before learners have used it.',
  before: 'a course cpc-exam, and a course cpc with the part exam',
  after: 'a course cpc-exam, and a course cpc with the part mock',
});

export const packageStoreRules = [storeFolderUnusable, storeWriteFailed, storeIndexUnreadable, storeNameClash] as const;
