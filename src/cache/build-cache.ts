/**
 * What a build may find instead of making it again: a finished package by the hash of its model, a course without an error
 * by the hash of the files that decide it, and the outcome of a whole run by the hash of every file and option. Keys hold
 * everything a result depends on, so that nothing ever needs to be invalidated.
 */
import { filesOf, type PackageIndexRow } from '../compiler/7-package/package-index.ts';
import type { CourseFindings } from '../compiler/course-findings.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type CacheFolder, entryText } from './cache-folder.ts';
import { hashTexts } from './fingerprint.ts';

/** A verified package with what was noticed while it was made. */
export interface KeptPackage {
  readonly row: PackageIndexRow;
  /** In the order of `filesOf(row)`. */
  readonly files: readonly Uint8Array[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The outcome of a run that wrote packages. */
export interface KeptRun {
  readonly rows: readonly PackageIndexRow[];
  readonly diagnostics: readonly Diagnostic[];
  readonly allowed: number;
}

/** A course without an error, and the packages that came of it. */
export interface KeptCourse {
  readonly findings: CourseFindings;
  readonly packages: readonly {
    /** By which the package itself is found. */
    readonly parts: readonly string[];
    readonly row: PackageIndexRow;
    /** What was noticed while it was made. */
    readonly diagnostics: readonly Diagnostic[];
  }[];
}

const HEADER_BYTES = 4;

/** Length of the JSON, the JSON, the zip, what lies beside it. */
function encodePackage({ row, files, diagnostics }: KeptPackage): Uint8Array {
  const facts = Buffer.from(JSON.stringify({ row, diagnostics }));
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32LE(facts.length);
  return Buffer.concat([header, facts, ...files]);
}

function decodePackage(entry: Uint8Array): KeptPackage {
  const buffer = Buffer.from(entry.buffer, entry.byteOffset, entry.byteLength);
  const end = HEADER_BYTES + buffer.readUInt32LE(0);
  // Whole and of this version of the tool: the folder checks the one, the key the other.
  const facts: Omit<KeptPackage, 'files'> = JSON.parse(buffer.toString('utf8', HEADER_BYTES, end));
  let from = end;
  const files = filesOf(facts.row).map(({ bytes }) => {
    from += bytes;
    return buffer.subarray(from - bytes, from);
  });
  return { ...facts, files };
}

export interface BuildCache {
  findPackage(parts: readonly string[]): KeptPackage | undefined;
  keepPackage(parts: readonly string[], kept: KeptPackage): void;
  findCourse(parts: readonly string[]): KeptCourse | undefined;
  keepCourse(parts: readonly string[], kept: KeptCourse): void;
  findRun(parts: readonly string[]): KeptRun | undefined;
  keepRun(parts: readonly string[], kept: KeptRun): void;
}

/** @param tool what names the code that makes the results, such as a hash of it */
export function openBuildCache(folder: CacheFolder, tool: string): BuildCache {
  const readJson = (key: string) => {
    const entry = folder.read(key);
    return entry === undefined ? undefined : JSON.parse(entryText(entry));
  };
  const writeJson = (key: string, value: object): void =>
    folder.write(key, new TextEncoder().encode(JSON.stringify(value)));
  const keyOf = (kind: string, parts: readonly string[]): string => hashTexts([kind, tool, ...parts]);
  return {
    findPackage(parts) {
      const entry = folder.read(keyOf('package', parts));
      return entry === undefined ? undefined : decodePackage(entry);
    },
    keepPackage: (parts, kept) => folder.write(keyOf('package', parts), encodePackage(kept)),
    findCourse: (parts) => readJson(keyOf('course', parts)),
    keepCourse: (parts, kept) => writeJson(keyOf('course', parts), kept),
    findRun: (parts) => readJson(keyOf('run', parts)),
    keepRun: (parts, kept) => writeJson(keyOf('run', parts), kept),
  };
}
