/**
 * A build as a whole: where nothing has changed since a run that wrote the same packages, its outcome is given again;
 * else the courses are compiled. Loads the compiler only when there is something to compile.
 */
import { join, resolve } from 'node:path';
import type { BuildOptions, BuildResult } from './api.ts';
import { type BuildCache, type KeptRun, openBuildCache } from './cache/build-cache.ts';
import { type CacheFolder, NO_CACHE, openCacheFolder } from './cache/cache-folder.ts';
import { FileHashes, hashTree } from './cache/fingerprint.ts';
import { NO_INDEX, openTouchIndex } from './cache/touch-index.ts';
import { fingerprintStore } from './code-sets/store/edition-store.ts';
import { type HashFile, isStored } from './compiler/7-package/store-packages.ts';
import { type ReadTree, readTree, sourceText } from './compiler/read-tree.ts';
import { SourcePlaces } from './diagnostics/source-places.ts';
import { findCodeSets } from './find-code-sets.ts';
import { hashOwnFiles, toolFingerprint } from './tool-files.ts';

/** Old entries go when the cache holds more than this. */
const CACHE_BYTES = 500_000_000;

/** What one run shares between its steps. */
export interface BuildRun {
  readonly read: ReadTree;
  readonly cache: BuildCache;
  readonly hashes: FileHashes;
  /** False where nothing is looked up or kept. */
  readonly keeps: boolean;
}

/**
 * Compiles the courses and writes their verified packages. All or nothing: while there is an error, no file changes.
 * Never throws for what an author wrote.
 */
export async function buildCourses(options: BuildOptions): Promise<BuildResult> {
  const workspace = resolve(options.workspace);
  const usesCache = options.cache !== false;
  const folder = usesCache ? openCacheFolder(resolve(options.cache ?? join(workspace, '.coursewright'))) : NO_CACHE;
  const index = usesCache ? openTouchIndex(folder, Date.now()) : NO_INDEX;
  const read = readTree(workspace);
  const run: BuildRun = {
    read,
    cache: openBuildCache(folder, usesCache ? toolFingerprint() : ''),
    hashes: new FileHashes(index),
    keeps: usesCache,
  };
  try {
    return await buildAnew(options, run, folder);
  } finally {
    index.save();
  }
}

async function buildAnew(options: BuildOptions, run: BuildRun, folder: CacheFolder): Promise<BuildResult> {
  const { read, hashes, keeps } = run;
  // Nothing is looked up where nothing is kept: hashing every file would be in vain.
  const parts = keeps && !read.report.hasErrors ? runParts(options, run) : undefined;
  const kept = parts === undefined ? undefined : run.cache.findRun(parts);
  const hashFile: HashFile = (path, touch) => hashes.ofFile(path, touch);
  if (kept !== undefined && isStored(resolve(options.out), kept.rows, hashFile)) return toResult(kept, read);

  const { compileCourses } = await import('./compile-courses.ts');
  const result = await compileCourses(options, run);
  if (parts !== undefined && result.packages.length > 0) {
    run.cache.keepRun(parts, { rows: result.packages, diagnostics: result.diagnostics, allowed: result.allowed });
    folder.prune(CACHE_BYTES);
  }
  return result;
}

/** Everything that decides the outcome of a run. Undefined when a file vanished while it was read. */
function runParts(options: BuildOptions, { read, hashes }: BuildRun): readonly string[] | undefined {
  const { courses, asOf, target, strict } = options;
  try {
    return [
      JSON.stringify({ courses, asOf, target, strict }),
      JSON.stringify(read.report.sorted()),
      hashTree(read.tree, hashes),
      hashOwnFiles(),
      codeSetsFingerprint(options),
    ];
  } catch {
    return undefined;
  }
}

/** Editions decide what is said of codes. */
export function codeSetsFingerprint({ workspace }: Pick<BuildOptions, 'workspace'>): string {
  return fingerprintStore(findCodeSets(resolve(workspace)).folder);
}

function toResult(kept: KeptRun, { tree }: ReadTree): BuildResult {
  return {
    diagnostics: kept.diagnostics,
    allowed: kept.allowed,
    places: new SourcePlaces((file) => sourceText(tree, file)),
    packages: kept.rows,
    replaced: [],
    unchanged: true,
  };
}
