/**
 * The public API: checks, compiles and verifies courses from code. The command is a thin layer over these functions.
 * Must not print, exit or read a clock.
 *
 * @example
 * const result = await buildCourses({ workspace: 'course-source', out: 'dist', asOf: '2026-11-22' });
 * for (const { code, message } of result.diagnostics) console.error(code, message);
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BuildRun } from './build-courses.ts';
import { hashAssets, hashModel } from './cache/fingerprint.ts';
import { compareManifests, type ManifestChange } from './compare/compare-manifests.ts';
import { comparePackages } from './compare/compare-packages.ts';
import type { PackageComparison } from './compare/package-comparison.ts';
import { readPackageFacts } from './compare/read-package-facts.ts';
import { findOverrides, loadTemplates } from './compiler/5-render/load-templates.ts';
import type { RenderAssets } from './compiler/5-render/render-package.ts';
import { INDEX_NAME, parseIndex } from './compiler/7-package/package-index.ts';
import {
  openStore,
  type PackageIndexRow,
  type StorablePackage,
  toStorable,
} from './compiler/7-package/store-packages.ts';
import { verifyPackage } from './compiler/8-verify/verify-package.ts';
import { PackageSieve } from './compiler/allowances.ts';
import { checkWorkspace, compilePackage, type FieldLimits } from './compiler/compile.ts';
import type { AuthoredWorkspace, PackageModel } from './compiler/hand-over.ts';
import type { ReadTree } from './compiler/read-tree.ts';
import { reportUnreadable } from './compiler/unreadable-source.ts';
import { unknownCourse, unreadablePackage } from './diagnostics/catalog/command.ts';
import { noLastPackage } from './diagnostics/catalog/compare.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { assertDiskFault, faultCodeOf, toReadReason } from './diagnostics/disk-faults.ts';
import { findNearestName } from './diagnostics/nearest-name.ts';
import { Report } from './diagnostics/report.ts';
import { SourcePlaces } from './diagnostics/source-places.ts';
import type { Target } from './targets/target.ts';
import { findTarget, targetNames } from './targets/targets.ts';
import { readPlayer, templatesFolder, toolVersion } from './tool-files.ts';

export { buildCourses } from './build-courses.ts';
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
  /** Called before each package is compiled. */
  readonly onPackage?: (name: string, index: number, count: number) => void;
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
}

export interface BuildResult extends Omit<CheckResult, 'models' | 'workspace'> {
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

/** Finds every problem of the courses. Never throws for what an author wrote. */
export function checkCourses(options: CheckOptions, read?: ReadTree): CheckResult {
  const courses = options.courses ?? [];
  const checked = checkWorkspace(
    {
      root: resolve(options.workspace),
      courses,
      asOf: options.asOf,
      limits: fieldLimits(),
    },
    read,
  );
  return {
    diagnostics: [...checkNames(courses, checked.workspace), ...checked.diagnostics],
    allowed: checked.allowed,
    places: new SourcePlaces(checked.textOf),
    models: checked.models,
    workspace: checked.workspace,
  };
}

function fieldLimits(): ReadonlyMap<string, FieldLimits> {
  return new Map(
    targetNames.map((name) => {
      const { title, limits } = requireTarget(name);
      return [name, { title, ...limits }];
    }),
  );
}

function checkNames(courses: readonly string[], workspace: AuthoredWorkspace | undefined): readonly Diagnostic[] {
  if (workspace === undefined) return [];
  const report = new Report();
  const known = workspace.config.data.courses;
  for (const name of courses) {
    if (!known.includes(name)) report.add(unknownCourse, undefined, { name, nearest: findNearestName(name, known) });
  }
  return report.sorted();
}

function stops(diagnostics: readonly Diagnostic[], strict: boolean): boolean {
  return diagnostics.some((d) => strict || d.severity === 'error');
}

/** Compiles the courses of a run whose files have been read, and stores the packages; `buildCourses` calls it. */
export async function compileCourses(options: BuildOptions, run: BuildRun): Promise<BuildResult> {
  const { models, workspace, diagnostics, places, ...checked } = checkCourses(options, run.read);
  const sieve = new PackageSieve(workspace?.allowances ?? []);
  const strict = options.strict ?? false;
  const failed = (more: readonly Diagnostic[]): BuildResult => ({
    diagnostics: [...diagnostics, ...more],
    allowed: checked.allowed + sieve.hidden,
    places,
    packages: [],
    replaced: [],
  });
  if (stops(diagnostics, strict)) return failed([]);

  const found: Diagnostic[] = [];
  const replaced: ReplacedPackage[] = [];
  const storing = new Report();
  const store = openStore(resolve(options.out), storing);
  const jobs = models.flatMap((model) =>
    model.targets
      .filter((t) => options.target === undefined || t === options.target)
      .map((target) => ({ model, target })),
  );
  const assetsFor = prepareAssets(workspace);
  for (const [index, job] of jobs.entries()) {
    options.onPackage?.(job.model.name, index, jobs.length);
    const target = requireTarget(job.target);
    const { kept, compiled } = await finishPackage(job.model, target, assetsFor(target.player), run);
    found.push(...sieve.hide(compiled, job.model.course));
    if (kept === undefined || stops(found, strict)) continue;
    replaced.push(...(await findReplaced(resolve(options.out), kept)));
    store.add(kept);
  }
  if (!stops(found, false)) {
    const isWhole = options.courses === undefined || options.courses.length === 0;
    found.push(...sieve.findNotNeeded(isWhole));
  }
  if (stops(found, strict)) {
    store.abandon();
    return failed(found);
  }
  const packages = store.finish();
  return {
    diagnostics: [...diagnostics, ...found, ...storing.sorted()],
    allowed: checked.allowed + sieve.hidden,
    places,
    packages,
    replaced: replaced.filter(({ file }) => packages.some((row) => row.file === file)),
  };
}

/** What a package is to the other one that still lies in its place. A file that cannot be read is no reason to stop. */
async function findReplaced(out: string, { row, bytes }: StorablePackage): Promise<readonly ReplacedPackage[]> {
  const last = readLastPackage(out, row.file, []);
  if (last === undefined || last === 'unreadable' || Buffer.compare(last.bytes, bytes) === 0) return [];
  const manifest = await compareManifests(last.bytes, bytes);
  return manifest === undefined ? [] : [{ file: row.file, manifest }];
}

/** A package from the cache, or compiled and then kept there. Only a package without an error is kept. */
async function finishPackage(
  model: PackageModel,
  target: Target,
  assets: RenderAssets,
  { cache, hashes }: BuildRun,
): Promise<{ readonly kept: StorablePackage | undefined; readonly compiled: readonly Diagnostic[] }> {
  const report = new Report();
  const parts = reportUnreadable(() => [target.name, hashAssets(assets, hashes), hashModel(model, hashes)], report);
  if (parts === undefined) return { kept: undefined, compiled: report.sorted() };
  const known = cache.findPackage(parts);
  if (known !== undefined) return { kept: known, compiled: known.diagnostics };
  const { written, diagnostics } = await compilePackage(model, target, assets);
  if (written === undefined) return { kept: undefined, compiled: diagnostics };
  const made = toStorable(written);
  if (!stops(diagnostics, false)) cache.keepPackage(parts, { ...made, diagnostics });
  return { kept: made, compiled: diagnostics };
}

/** The schema of course.yaml lets no unknown target through. */
function requireTarget(name: string): Target {
  const target = findTarget(name);
  if (target === undefined) throw new Error(`the target ${name} is not in the table`);
  return target;
}

/** What rendering needs, made once per player so that templates are compiled once. */
function prepareAssets(workspace: AuthoredWorkspace | undefined): (player: string) => RenderAssets {
  const shared = {
    templates: loadTemplates(templatesFolder()),
    overrides: findOverrides(workspace?.files ?? new Map(), workspace?.config.data.templates),
    toolVersion: toolVersion(),
  };
  const made = new Map<string, RenderAssets>();
  return (player) => {
    const assets = made.get(player) ?? { ...shared, player: readPlayer(player) };
    made.set(player, assets);
    return assets;
  };
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
export async function compareWithLast(
  course: string,
  options: Omit<BuildOptions, 'courses' | 'strict' | 'target'>,
): Promise<CourseComparison> {
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

/** From the index of the last build; empty without one that can be read. */
function findPackageNames(out: string, course: string): readonly string[] {
  try {
    const rows = parseIndex(readFileSync(join(out, INDEX_NAME), 'utf8')) ?? [];
    return rows.filter((row) => 'course' in row && row.course === course).map(({ name }) => name);
  } catch (error) {
    assertDiskFault(error);
    return [];
  }
}

function readLastPackage(out: string, file: string, found: Diagnostic[]): NamedZip | 'unreadable' | undefined {
  try {
    return { name: file, bytes: readFileSync(join(out, file)) };
  } catch (error) {
    if (faultCodeOf(error) === 'ENOENT') return undefined;
    const report = new Report();
    report.add(unreadablePackage, { file }, { reason: toReadReason(error) });
    found.push(...report.sorted());
    return 'unreadable';
  }
}
