/**
 * The public API: checks, compiles and verifies courses from code. The command is a thin layer over these functions.
 * Must not print, exit or read a clock.
 *
 * @example
 * const result = await buildCourses({ workspace: 'course-source', out: 'dist', asOf: '2026-11-22' });
 * for (const { code, message } of result.diagnostics) console.error(code, message);
 */
import { resolve } from 'node:path';
import { checkCourses, requireTarget } from './check-courses.ts';
import type { ManifestChange } from './compare/compare-manifests.ts';
import { comparePackages } from './compare/compare-packages.ts';
import type { PackageComparison } from './compare/package-comparison.ts';
import { readPackageFacts } from './compare/read-package-facts.ts';
import type { PackageIndexRow } from './compiler/7-package/store-packages.ts';
import { verifyPackage } from './compiler/8-verify/verify-package.ts';
import { compilePackage } from './compiler/compile.ts';
import type { AuthoredCourse, AuthoredWorkspace, PackageModel } from './compiler/hand-over.ts';
import { noLastPackage } from './diagnostics/catalog/compare.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { Report } from './diagnostics/report.ts';
import type { SourcePlaces } from './diagnostics/source-places.ts';
import { prepareAssets } from './finish-package.ts';
import { findPackageNames, readLastPackage } from './last-packages.ts';

export { buildCourses } from './build-courses.ts';
export { checkCourses } from './check-courses.ts';
export type {
  ComparedPackage,
  Finding,
  PackageComparison,
  Verdict,
} from './compare/package-comparison.ts';
export type { Diagnostic, Severity, Span } from './diagnostics/diagnostic.ts';
export { SourcePlaces } from './diagnostics/source-places.ts';
export type { PackageIndexRow };

/** Which courses, and seen from which day. */
export interface CheckOptions {
  /** The folder with `coursewright.yaml`. */
  readonly workspace: string;
  /** Course ids; all of them if absent or empty. */
  readonly courses?: readonly string[];
  /** `YYYY-MM-DD`. Moves findings about dates only. */
  readonly asOf: string;
}

export interface BuildOptions extends CheckOptions {
  /** The folder that gets the packages; made if it is not there. */
  readonly out: string;
  /** Only this LMS format of those that a course names. */
  readonly target?: string;
  /** The folder for results to use again (`.coursewright` in the workspace if absent), or false for none. */
  readonly cache?: string | false;
  /** With true, a warning stops the build as an error does. */
  readonly strict?: boolean;
  /** Called before a course is compiled that is not taken from the cache; `count` is how many were asked for. */
  readonly onCourse?: (id: string, index: number, count: number) => void;
}

export interface CheckResult {
  readonly diagnostics: readonly Diagnostic[];
  /** How many warnings `allow:` lists keep out of `diagnostics`. */
  readonly allowed: number;
  /** Finds lines and columns of the diagnostics' spans. */
  readonly places: SourcePlaces;
  readonly models: readonly PackageModel[];
  /** Undefined when coursewright.yaml itself cannot be used. */
  readonly workspace: AuthoredWorkspace | undefined;
  /** Those whose course.yaml holds, asked for or not. */
  readonly courses: readonly AuthoredCourse[];
}

export interface BuildResult extends Omit<CheckResult, 'models' | 'workspace' | 'courses'> {
  /** True when an earlier run had the same input and its packages are in place. */
  readonly unchanged?: boolean;
  /** Rows of the packages that are in place; empty when something stopped the run. */
  readonly packages: readonly PackageIndexRow[];
  /** Those of them that took the place of other bytes. Left out where what lay there is no package that can be read. */
  readonly replaced: readonly ReplacedPackage[];
}

/** A package that took another's place in the output folder; some LMSs take an update only with the same manifest. */
export interface ReplacedPackage {
  readonly file: string;
  readonly manifest: ManifestChange;
}

/** Checks a finished package of any author against the rules of its LMS format. */
export async function verifyZip(name: string, bytes: Uint8Array): Promise<readonly Diagnostic[]> {
  const report = new Report();
  await verifyPackage(name, bytes, requireTarget('scorm12'), report);
  return report.sorted();
}

/** A package as a file holds it. */
export interface NamedZip {
  /** How to call it in messages. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Says whether one package may take another's place in an LMS, and what happens to learners who are in it. */
export async function compareZips(
  before: NamedZip,
  after: NamedZip,
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly comparison: PackageComparison | undefined }> {
  const report = new Report();
  const old = await readPackageFacts(before.name, before.bytes, report);
  const now = await readPackageFacts(after.name, after.bytes, report);
  const comparison = old === undefined || now === undefined ? undefined : comparePackages(old, now);
  return { diagnostics: report.sorted(), comparison };
}

export interface CompareOptions extends Omit<BuildOptions, 'courses' | 'strict' | 'target' | 'onCourse'> {
  /** Called before each package is compiled. */
  readonly onPackage?: (name: string, index: number, count: number) => void;
}

export interface CourseComparison {
  /** Errors only: of the course as it is now, or of packages that cannot be read. */
  readonly diagnostics: readonly Diagnostic[];
  readonly places: SourcePlaces;
  readonly comparisons: readonly PackageComparison[];
  /** Names of packages that are made now and were not, or no longer are. */
  readonly newPackages: readonly string[];
  readonly gonePackages: readonly string[];
}

/** Compares a course as it is now with the packages that the last build left in the output folder. Writes nothing. */
export async function compareWithLast(course: string, options: CompareOptions): Promise<CourseComparison> {
  const out = resolve(options.out);
  const { models, workspace, diagnostics, places } = checkCourses({ ...options, courses: [course] });
  const found = diagnostics.filter(({ severity }) => severity === 'error');
  const comparisons: PackageComparison[] = [];
  const newPackages: string[] = [];
  const gonePackages = findPackageNames(out, course).filter((name) => !models.some((model) => model.name === name));
  const result = { places, comparisons, newPackages, gonePackages };
  if (found.length > 0) return { ...result, diagnostics: found };

  const assetsFor = prepareAssets(workspace);
  for (const [index, model] of models.entries()) {
    options.onPackage?.(model.name, index, models.length);
    const last = readLastPackage(out, `${model.name}.zip`, found);
    if (last === undefined) {
      newPackages.push(model.name);
      continue;
    }
    const target = requireTarget(model.targets[0] ?? '');
    const compiled = await compilePackage(model, target, assetsFor(target.player));
    found.push(...compiled.diagnostics.filter(({ severity }) => severity === 'error'));
    if (last === 'unreadable' || compiled.written === undefined) continue;
    const { fileName, bytes } = compiled.written;
    const compared = await compareZips(last, { name: `${fileName} (as the course is now)`, bytes });
    found.push(...compared.diagnostics);
    if (compared.comparison !== undefined) comparisons.push(compared.comparison);
  }
  if (found.length === 0 && comparisons.length === 0 && gonePackages.length === 0) {
    const report = new Report();
    report.add(noLastPackage, undefined, { course, folder: options.out });
    return { ...result, newPackages: [], diagnostics: report.sorted() };
  }
  return { ...result, diagnostics: found };
}
