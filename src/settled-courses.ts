/**
 * Which courses of a workspace need not be parsed, checked and modeled again, because an earlier run found no fault in them and
 * nothing that decides them has changed. What one course needs of another is in its facts; everything else is in its key.
 */
import type { BuildOptions } from './api.ts';
import type { BuildRun } from './build-courses.ts';
import type { KeptCourse } from './cache/build-cache.ts';
import { hashTexts } from './cache/fingerprint.ts';
import type { PackageIndexRow } from './compiler/7-package/package-index.ts';
import type { AuthoredWorkspace, SettledCourses } from './compiler/hand-over.ts';
import type { ReadTree } from './compiler/read-tree.ts';
import { type Diagnostic, fileOf } from './diagnostics/diagnostic.ts';
import { Report } from './diagnostics/report.ts';
import { hashOwnFiles } from './tool-files.ts';

/** The settled courses of one run. */
export interface SettledRun {
  readonly facts: SettledCourses;
  readonly packages: KeptCourse['packages'];
  /** Where courses are left out the run may have to begin again: its problems are then gathered apart. */
  readAnew(read: ReadTree): ReadTree;
  /** An error may concern a course that was left out, and a problem in one shows that it is not as it was. */
  isDoubtful(diagnostics: readonly Diagnostic[]): boolean;
}

export const NOTHING_SETTLED: SettledRun = {
  facts: new Map(),
  packages: [],
  readAnew: (read) => read,
  isDoubtful: () => false,
};

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.indexOf('/')));
}

/** By folder: everything that decides the outcome of a course but the facts of its neighbors. */
function courseKeys(
  { read, hashes }: BuildRun,
  { asOf, target }: BuildOptions,
): ReadonlyMap<string, readonly string[]> {
  const paths = [...read.tree.files.keys()];
  const folders = new Set(paths.flatMap((path) => /^([^/]+)\/course\.ya?ml$/.exec(path)?.[1] ?? []));
  const own = new Map<string, string[]>([...folders].map((folder) => [folder, []]));
  const common: string[] = [];
  for (const [path, file] of read.tree.files) (own.get(folderOf(path)) ?? common).push(path, hashes.of(file));
  const shared = [JSON.stringify({ asOf, target }), hashTexts(common), hashOwnFiles()];
  return new Map([...own].map(([folder, texts]) => [folder, [folder, ...shared, hashTexts(texts)]]));
}

/** Undefined when no course is settled. @throws UnreadableSource when a file vanished meanwhile */
export function findSettled(options: BuildOptions, run: BuildRun): SettledRun | undefined {
  // What was noticed while the files were listed may belong to any course.
  if (run.read.report.sorted().length > 0) return undefined;
  const known = [...courseKeys(run, options)].flatMap(([folder, key]) => {
    const kept = run.cache.findCourse(key);
    return kept === undefined ? [] : [[folder, kept] as const];
  });
  if (known.length === 0) return undefined;
  const facts = new Map(known.map(([folder, kept]) => [folder, kept.facts]));
  const wanted = new Set(options.courses);
  return {
    facts,
    packages: known.flatMap(([folder, kept]) => (wanted.size === 0 || wanted.has(folder) ? kept.packages : [])),
    readAnew: ({ tree }) => ({ tree, report: new Report() }),
    isDoubtful: (diagnostics) =>
      diagnostics.some((found) => found.severity === 'error' || facts.has(folderOf(fileOf(found) ?? ''))),
  };
}

/** Notes which courses came through a run without a fault, and keeps them. Lives as long as a run. */
export class CourseKeeper {
  readonly #workspace: AuthoredWorkspace | undefined;
  /** Courses in which something was found, or may have been found and allowed. */
  readonly #marked: Set<string>;
  readonly #packages = new Map<string, { readonly parts: readonly string[]; readonly row: PackageIndexRow }[]>();

  constructor(diagnostics: readonly Diagnostic[], workspace: AuthoredWorkspace | undefined) {
    this.#workspace = workspace;
    const spans = (workspace?.allowances ?? []).map(({ span }) => span.file);
    this.#marked = new Set([...diagnostics.map((found) => fileOf(found) ?? ''), ...spans].map(folderOf));
  }

  /** @param compiled what was noticed while the package was made */
  note(course: string, row: PackageIndexRow, parts: readonly string[], compiled: readonly Diagnostic[]): void {
    if (compiled.length > 0) this.#marked.add(course);
    this.#packages.set(course, [...(this.#packages.get(course) ?? []), { parts, row }]);
  }

  keep(run: BuildRun, options: BuildOptions): void {
    // An allowance of the whole workspace may hide something anywhere.
    const isAnywhere = this.#workspace?.allowances.some(({ scope }) => scope.kind === 'workspace') ?? true;
    if (!run.keeps || isAnywhere || this.#packages.size === 0) return;
    for (const [folder, key] of courseKeys(run, options)) {
      const facts = this.#workspace?.facts.get(folder);
      const packages = this.#packages.get(folder);
      if (facts === undefined || packages === undefined || this.#marked.has(folder)) continue;
      run.cache.keepCourse(key, { facts, packages });
    }
  }
}
