/**
 * The public API: checks, compiles and verifies courses from code. The command is a thin layer over these functions.
 * Must not print, exit or read a clock.
 *
 * @example
 * const result = await buildCourses({ workspace: 'course-source', out: 'dist', asOf: '2026-11-22' });
 * for (const { code, message } of result.diagnostics) console.error(code, message);
 */
import { resolve } from 'node:path';
import { findOverrides, loadTemplates } from './compiler/5-render/load-templates.ts';
import type { RenderAssets } from './compiler/5-render/render-package.ts';
import { type PackageIndexRow, storePackages } from './compiler/7-package/store-packages.ts';
import { verifyPackage } from './compiler/8-verify/verify-package.ts';
import { checkWorkspace, compilePackage } from './compiler/compile.ts';
import type { AuthoredWorkspace, PackageModel, WrittenPackage } from './compiler/hand-over.ts';
import { unknownCourse } from './diagnostics/catalog/command.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { findNearestName } from './diagnostics/nearest-name.ts';
import { Report } from './diagnostics/report.ts';
import { SourcePlaces } from './diagnostics/source-places.ts';
import type { Target } from './targets/target.ts';
import { findTarget } from './targets/targets.ts';
import { readPlayer, templatesFolder, toolVersion } from './tool-files.ts';

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
  /** With true, a warning stops the build as an error does. */
  readonly strict?: boolean;
  /** Called before each package is compiled. */
  readonly onPackage?: (name: string, index: number, count: number) => void;
}

export interface CheckResult {
  readonly diagnostics: readonly Diagnostic[];
  /** Finds lines and columns of the diagnostics' spans. */
  readonly places: SourcePlaces;
  readonly models: readonly PackageModel[];
  /** Undefined when coursewright.yaml itself cannot be used. */
  readonly workspace: AuthoredWorkspace | undefined;
}

export interface BuildResult extends Omit<CheckResult, 'models' | 'workspace'> {
  /** Rows of the packages that this run wrote; empty when something stopped it. */
  readonly packages: readonly PackageIndexRow[];
}

/** Finds every problem of the courses. Never throws for what an author wrote. */
export function checkCourses(options: CheckOptions): CheckResult {
  const courses = options.courses ?? [];
  const checked = checkWorkspace({ root: resolve(options.workspace), courses, asOf: options.asOf });
  return {
    diagnostics: [...checkNames(courses, checked.workspace), ...checked.diagnostics],
    places: new SourcePlaces(checked.textOf),
    models: checked.models,
    workspace: checked.workspace,
  };
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

/**
 * Compiles the courses and writes their verified packages. All or nothing: while there is an error, no file changes.
 * Never throws for what an author wrote.
 */
export async function buildCourses(options: BuildOptions): Promise<BuildResult> {
  const { models, workspace, diagnostics, places } = checkCourses(options);
  const strict = options.strict ?? false;
  const failed = (more: readonly Diagnostic[]): BuildResult => ({
    diagnostics: [...diagnostics, ...more],
    places,
    packages: [],
  });
  if (stops(diagnostics, strict)) return failed([]);

  const found: Diagnostic[] = [];
  const written: WrittenPackage[] = [];
  const jobs = models.flatMap((model) =>
    model.targets
      .filter((t) => options.target === undefined || t === options.target)
      .map((target) => ({ model, target })),
  );
  const assetsFor = prepareAssets(workspace);
  for (const [index, job] of jobs.entries()) {
    options.onPackage?.(job.model.name, index, jobs.length);
    const target = requireTarget(job.target);
    const assets = assetsFor(target.player);
    const compiled = await compilePackage(job.model, target, assets);
    found.push(...compiled.diagnostics);
    if (compiled.written !== undefined) written.push(compiled.written);
  }
  if (stops(found, strict)) return failed(found);

  const storing = new Report();
  const packages = storePackages(resolve(options.out), written, storing);
  return { diagnostics: [...diagnostics, ...found, ...storing.sorted()], places, packages };
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
