/**
 * Stages 2 to 8 for the courses of a run, one after the other so that no two of them stand in memory: files -> verified packages
 * in the output folder, what an earlier run made taken again. All or nothing: while there is an error, no file changes.
 */
import { resolve } from 'node:path';
import type { BuildOptions, BuildResult, ReplacedPackage } from './api.ts';
import type { BuildRun } from './build-courses.ts';
import type { KeptCourse } from './cache/build-cache.ts';
import { type OpenCourses, openCourses, requireTarget } from './check-courses.ts';
import { compareManifests } from './compare/compare-manifests.ts';
import type { RenderAssets } from './compiler/5-render/render-package.ts';
import {
  type HashFile,
  holdsPackage,
  openStore,
  type PackageIndexRow,
  type PackageStore,
  type StorablePackage,
} from './compiler/7-package/store-packages.ts';
import { hideAllowed, PackageSieve } from './compiler/allowances.ts';
import type { CourseFindings } from './compiler/course-findings.ts';
import type { PackageModel } from './compiler/hand-over.ts';
import { sourceText } from './compiler/read-tree.ts';
import { type Diagnostic, hasError } from './diagnostics/diagnostic.ts';
import { Report } from './diagnostics/report.ts';
import { SourcePlaces } from './diagnostics/source-places.ts';
import { finishPackage, fromCache, prepareAssets } from './finish-package.ts';
import { readLastPackage } from './last-packages.ts';
import { openSettled } from './settled-courses.ts';

/** The bytes of a package that lies where it should: nobody asks for them. */
const IN_PLACE = new Uint8Array();

/** Compiles the courses of a run whose files have been listed, and stores the packages. */
export async function compileCourses(options: BuildOptions, run: BuildRun): Promise<BuildResult> {
  const settled = openSettled(options, run);
  const open = openCourses(options, run.read);
  const build = new CourseBuild(options, run, open);
  const wanted = open.courses.filter(open.isWanted);
  const all: CourseFindings[] = [];
  for (const folder of open.courses) {
    const isWanted = open.isWanted(folder);
    const known = settled.find(folder);
    if (known !== undefined && (!isWanted || (await build.takeKept(known)))) {
      all.push(known.findings);
      continue;
    }
    if (isWanted) options.onCourse?.(folder, wanted.indexOf(folder), wanted.length);
    const { findings, models } = open.look(folder);
    all.push(findings);
    const packages = isWanted ? await build.compile(findings, models) : undefined;
    if (packages !== undefined) settled.keep(folder, { findings, packages });
    open.release(folder);
  }
  return build.conclude(all);
}

/** The packages of one run, from the first course to the last. */
class CourseBuild {
  readonly #options: BuildOptions;
  readonly #run: BuildRun;
  readonly #open: OpenCourses;
  readonly #out: string;
  readonly #hashFile: HashFile;
  readonly #storing = new Report();
  readonly #store: PackageStore;
  readonly #assetsFor: (player: string) => RenderAssets;
  readonly #sieve = new PackageSieve();
  readonly #replaced: ReplacedPackage[] = [];
  /** What was found in packages and is to be shown. */
  readonly #found: Diagnostic[] = [];
  /** From the first problem in the sources that stops the run, courses are only looked through. */
  #isStopped: boolean;

  constructor(options: BuildOptions, run: BuildRun, open: OpenCourses) {
    this.#options = options;
    this.#run = run;
    this.#open = open;
    this.#out = resolve(options.out);
    this.#hashFile = (path, touch) => run.hashes.ofFile(path, touch);
    this.#store = openStore(this.#out, this.#storing, this.#hashFile);
    this.#assetsFor = prepareAssets(open.workspace);
    this.#sieve.admit(open.allowances);
    this.#isStopped = this.#stops([...open.misnamed, ...hideAllowed(open.report.sorted(), open.allowances).kept]);
  }

  #stops(diagnostics: readonly Diagnostic[]): boolean {
    return hasError(diagnostics) || (this.#options.strict === true && diagnostics.length > 0);
  }

  /** Takes note of a course. True where its own problems, or those of one before it, stop the run. */
  #isStoppedBy({ diagnostics, allowances }: CourseFindings): boolean {
    this.#isStopped ||= this.#stops(hideAllowed(diagnostics, [...this.#open.allowances, ...allowances]).kept);
    this.#sieve.admit(allowances);
    return this.#isStopped;
  }

  /** @returns false where a package is nowhere any more: then the course must be compiled */
  async takeKept({ findings, packages }: KeptCourse): Promise<boolean> {
    const { cache } = this.#run;
    const ready = packages.flatMap(({ row, parts, diagnostics }) => {
      if (holdsPackage(this.#out, row, this.#hashFile)) return [{ made: { row, bytes: () => IN_PLACE }, diagnostics }];
      const kept = cache.findPackage(parts);
      return kept === undefined ? [] : [{ made: fromCache(kept), diagnostics }];
    });
    if (ready.length < packages.length) return false;
    if (this.#isStoppedBy(findings)) return true;
    for (const { made, diagnostics } of ready) await this.#take(made, findings.folder, diagnostics);
    return true;
  }

  /** @returns undefined where a package was not made */
  async compile(
    findings: CourseFindings,
    models: readonly PackageModel[],
  ): Promise<KeptCourse['packages'] | undefined> {
    if (this.#isStoppedBy(findings)) return undefined;
    const { target: only } = this.#options;
    const jobs = models.flatMap((model) =>
      model.targets.filter((name) => only === undefined || name === only).map((name) => ({ model, name })),
    );
    const packages: KeptCourse['packages'][number][] = [];
    for (const { model, name } of jobs) {
      const target = requireTarget(name);
      const { made, parts, diagnostics } = await finishPackage(
        model,
        target,
        this.#assetsFor(target.player),
        this.#run,
      );
      if (made !== undefined && !hasError(diagnostics)) packages.push({ parts, row: made.row, diagnostics });
      await this.#take(made, findings.folder, diagnostics);
    }
    return packages.length === jobs.length ? packages : undefined;
  }

  async #take(made: StorablePackage | undefined, course: string, diagnostics: readonly Diagnostic[]): Promise<void> {
    this.#found.push(...this.#sieve.hide(diagnostics, course));
    if (made === undefined || this.#stops(this.#found)) return;
    const bytes = made.bytes(made.row.file);
    if (bytes !== IN_PLACE) this.#replaced.push(...(await findReplaced(this.#out, made.row, bytes)));
    this.#store.add(made);
  }

  /** @param courses all of them, in their order */
  conclude(courses: readonly CourseFindings[]): BuildResult {
    const { kept, hidden } = this.#open.conclude(courses);
    const diagnostics = [...this.#open.misnamed, ...kept];
    const { tree } = this.#run.read;
    const places = new SourcePlaces((file) => sourceText(tree, file));
    const nothing = { allowed: hidden, places, packages: [], replaced: [] };
    if (this.#stops(diagnostics)) {
      this.#store.abandon();
      return { ...nothing, diagnostics };
    }
    const { courses: asked = [] } = this.#options;
    const notNeeded = hasError(this.#found) ? [] : this.#sieve.findNotNeeded(asked.length === 0);
    const found = [...diagnostics, ...this.#found, ...notNeeded];
    const allowed = hidden + this.#sieve.hidden;
    if (this.#stops([...this.#found, ...notNeeded])) {
      this.#store.abandon();
      return { ...nothing, allowed, diagnostics: found };
    }
    const packages = this.#store.finish();
    const names = new Set(packages.map(({ file }) => file));
    return {
      diagnostics: [...found, ...this.#storing.sorted()],
      allowed,
      places,
      packages,
      replaced: this.#replaced.filter(({ file }) => names.has(file)),
    };
  }
}

/** What a package is to the other one that still lies in its place. A file that cannot be read is no reason to stop. */
async function findReplaced(out: string, row: PackageIndexRow, bytes: Uint8Array): Promise<readonly ReplacedPackage[]> {
  const last = readLastPackage(out, row.file, []);
  if (last === undefined || last === 'unreadable' || Buffer.compare(last.bytes, bytes) === 0) return [];
  const manifest = await compareManifests(last.bytes, bytes);
  return manifest === undefined ? [] : [{ file: row.file, manifest }];
}
