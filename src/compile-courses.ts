/**
 * Stages 5 to 8 for all packages of a run: models -> verified packages in the output folder, from the cache where it has them.
 * All or nothing: while there is an error, no file changes.
 */
import { resolve } from 'node:path';
import type { BuildOptions, BuildResult, ReplacedPackage } from './api.ts';
import type { BuildRun } from './build-courses.ts';
import { hashAssets, hashModel } from './cache/fingerprint.ts';
import { checkCourses, requireTarget } from './check-courses.ts';
import { compareManifests } from './compare/compare-manifests.ts';
import { findOverrides, loadTemplates } from './compiler/5-render/load-templates.ts';
import type { RenderAssets } from './compiler/5-render/render-package.ts';
import {
  type HashFile,
  holdsBytes,
  openStore,
  type PackageIndexRow,
  type StorablePackage,
  toStorable,
} from './compiler/7-package/store-packages.ts';
import { PackageSieve } from './compiler/allowances.ts';
import { compilePackage } from './compiler/compile.ts';
import type { AuthoredWorkspace, PackageModel } from './compiler/hand-over.ts';
import { reportUnreadable } from './compiler/unreadable-source.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { Report } from './diagnostics/report.ts';
import { readLastPackage } from './last-packages.ts';
import { CourseKeeper, NOTHING_SETTLED, type SettledRun } from './settled-courses.ts';
import type { Target } from './targets/target.ts';
import { readPlayer, templatesFolder, toolVersion } from './tool-files.ts';

function stops(diagnostics: readonly Diagnostic[], strict: boolean): boolean {
  return diagnostics.some((d) => strict || d.severity === 'error');
}

/** The bytes of a package that lies where it should: nobody asks for them. */
const IN_PLACE = new Uint8Array();

/**
 * Compiles the courses of a run whose files have been read, and stores the packages.
 * @param settled courses whose packages are taken as they were made before
 * @returns undefined where something about a settled course is not as it was: then all courses must be compiled
 */
export async function compileCourses(
  options: BuildOptions,
  run: BuildRun,
  settled: SettledRun = NOTHING_SETTLED,
): Promise<BuildResult | undefined> {
  const checked = checkCourses(options, settled.readAnew(run.read), settled.facts);
  const { models, workspace, diagnostics, places } = checked;
  if (settled.isDoubtful(diagnostics)) return undefined;
  const sieve = new PackageSieve(workspace?.allowances ?? []);
  const strict = options.strict ?? false;
  const out = resolve(options.out);
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
  const hashFile: HashFile = (path, touch) => run.hashes.ofFile(path, touch);
  const store = openStore(out, storing, hashFile);
  for (const { row, parts } of settled.packages) {
    const bytes = holdsBytes(out, row, hashFile) ? IN_PLACE : run.cache.findPackage(parts)?.bytes;
    if (bytes === undefined) {
      store.abandon();
      return undefined;
    }
    if (bytes !== IN_PLACE) replaced.push(...(await findReplaced(out, row, bytes)));
    store.add({ row, bytes: () => bytes });
  }
  const jobs = models.flatMap((model) =>
    model.targets
      .filter((t) => options.target === undefined || t === options.target)
      .map((target) => ({ model, target })),
  );
  const assetsFor = prepareAssets(workspace);
  const sound = new CourseKeeper(diagnostics, workspace);
  for (const [index, job] of jobs.entries()) {
    options.onPackage?.(job.model.name, index, jobs.length);
    const target = requireTarget(job.target);
    const { kept, parts, compiled } = await finishPackage(job.model, target, assetsFor(target.player), run);
    found.push(...sieve.hide(compiled, job.model.course));
    if (kept === undefined || stops(found, strict)) continue;
    sound.note(job.model.course, kept.row, parts, compiled);
    replaced.push(...(await findReplaced(out, kept.row, kept.bytes())));
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
  if (packages.length > 0) sound.keep(run, options);
  return {
    diagnostics: [...diagnostics, ...found, ...storing.sorted()],
    allowed: checked.allowed + sieve.hidden,
    places,
    packages,
    replaced: replaced.filter(({ file }) => packages.some((row) => row.file === file)),
  };
}

/** What a package is to the other one that still lies in its place. A file that cannot be read is no reason to stop. */
async function findReplaced(out: string, row: PackageIndexRow, bytes: Uint8Array): Promise<readonly ReplacedPackage[]> {
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
  { cache, hashes, keeps }: BuildRun,
): Promise<FinishedPackage> {
  const report = new Report();
  // Hashing a model costs as much as writing it out: not where nothing is kept.
  const parts = keeps
    ? reportUnreadable(() => [target.name, hashAssets(assets, hashes), hashModel(model, hashes)], report)
    : [];
  if (parts === undefined) return { kept: undefined, parts: [], compiled: report.sorted() };
  const known = keeps ? cache.findPackage(parts) : undefined;
  if (known !== undefined) {
    return { kept: { row: known.row, bytes: () => known.bytes }, parts, compiled: known.diagnostics };
  }
  const { written, diagnostics } = await compilePackage(model, target, assets);
  if (written === undefined) return { kept: undefined, parts, compiled: diagnostics };
  const made = toStorable(written);
  if (keeps && !stops(diagnostics, false)) {
    cache.keepPackage(parts, { row: made.row, bytes: made.bytes(), diagnostics });
  }
  return { kept: made, parts, compiled: diagnostics };
}

interface FinishedPackage {
  readonly kept: StorablePackage | undefined;
  /** By which the cache finds it. */
  readonly parts: readonly string[];
  readonly compiled: readonly Diagnostic[];
}

/** What rendering needs, made once per player so that templates are compiled once. */
export function prepareAssets(workspace: AuthoredWorkspace | undefined): (player: string) => RenderAssets {
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
