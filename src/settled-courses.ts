/**
 * Which courses of a workspace need not be parsed, checked and modeled again, because an earlier run found no error in them
 * and nothing that decides them has changed. What one course needs of another is in its findings; everything else is in its key.
 */
import type { BuildOptions } from './api.ts';
import { type BuildRun, codeSetsFingerprint } from './build-courses.ts';
import type { KeptCourse } from './cache/build-cache.ts';
import { hashTree } from './cache/fingerprint.ts';
import { splitTree } from './compiler/split-tree.ts';
import { reportUnreadable } from './compiler/unreadable-source.ts';
import { Report } from './diagnostics/report.ts';
import { hashOwnFiles } from './tool-files.ts';

/** The courses that earlier runs came through, by folder. */
export interface SettledCourses {
  find(folder: string): KeptCourse | undefined;
  keep(folder: string, course: KeptCourse): void;
}

const NOTHING_SETTLED: SettledCourses = { find: () => undefined, keep: () => undefined };

/** To be opened before anything is compiled: what was noticed while the files were listed is part of the keys. */
export function openSettled(options: BuildOptions, run: BuildRun): SettledCourses {
  // A file that vanished meanwhile is reported by whoever needs it.
  const keys = run.keeps ? reportUnreadable(() => courseKeys(options, run), new Report()) : undefined;
  if (keys === undefined) return NOTHING_SETTLED;
  return {
    find(folder) {
      const key = keys.get(folder);
      return key === undefined ? undefined : run.cache.findCourse(key);
    },
    keep(folder, course) {
      const key = keys.get(folder);
      if (key !== undefined) run.cache.keepCourse(key, course);
    },
  };
}

/** By folder: everything that decides what is found in a course and what comes of it. */
function courseKeys(options: BuildOptions, { read, hashes }: BuildRun): ReadonlyMap<string, readonly string[]> {
  const { courses, rest } = splitTree(read.tree);
  const { asOf, target } = options;
  const shared = [
    JSON.stringify({ asOf, target }),
    JSON.stringify(read.report.sorted()),
    hashTree(rest, hashes),
    hashOwnFiles(),
    codeSetsFingerprint(options),
  ];
  return new Map([...courses].map(([folder, own]) => [folder, [folder, ...shared, hashTree(own, hashes)]]));
}
