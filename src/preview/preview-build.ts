/**
 * Builds packages in memory: stages 1 to 5 at each change, and a full verified build behind it. Keeps the last good version
 * of every course. Must not know HTTP, the page or what watches the files.
 */
import { createHash } from 'node:crypto';
import { checkCourses } from '../api.ts';
import { findOverrides, loadTemplates } from '../compiler/5-render/load-templates.ts';
import { type RenderAssets, renderPackage } from '../compiler/5-render/render-package.ts';
import { compilePackage } from '../compiler/compile.ts';
import type { AuthoredWorkspace, PackageFile, PackageModel } from '../compiler/hand-over.ts';
import { internalError } from '../diagnostics/catalog/command.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { Report } from '../diagnostics/report.ts';
import { SourcePlaces } from '../diagnostics/source-places.ts';
import type { Target } from '../targets/target.ts';
import { findTarget } from '../targets/targets.ts';
import { readPlayer, templatesFolder } from '../tool-files.ts';
import { toolVersion } from '../tool-version.ts';

export interface PreviewBuildOptions {
  readonly workspace: string;
  /** Course ids; all of them when empty. */
  readonly courses: readonly string[];
  /** `YYYY-MM-DD`, asked for at each build, because a preview may run past midnight. */
  readonly asOf: () => string;
}

/** A version of a package that plays. */
export interface PlayablePackage {
  readonly name: string;
  readonly course: string;
  readonly title: string;
  readonly version: string;
  readonly launch: string;
  /** Changes when a byte does. */
  readonly build: string;
  readonly stale: boolean;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface PreviewBuilder {
  /** Stages 1 to 5. Whatever happens, the packages that play stay. */
  build(): void;
  /** Stages 5 to 8 of one package that has not been looked at since it changed. @returns false when there is none */
  verifyNext(): Promise<boolean>;
  packages(): readonly PlayablePackage[];
  diagnostics(): readonly Diagnostic[];
  places(): SourcePlaces;
}

/** What verifying found in a certain build of a package. */
interface Verified {
  readonly build: string;
  readonly diagnostics: readonly Diagnostic[];
}

function hashFiles(files: readonly PackageFile[]): string {
  const hash = createHash('sha256');
  for (const { name, bytes } of files) hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex').slice(0, 16);
}

/** Assets of one build by player. Templates whose texts are the same stay one object: the renderer does not compile them again. */
function createAssetStore(): (workspace: AuthoredWorkspace) => (player: string) => RenderAssets {
  let templates: RenderAssets['templates'] = new Map();
  let overrides: RenderAssets['overrides'] = new Map();
  const isSame = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
    a.size === b.size && [...a].every(([name, text]) => b.get(name) === text);
  return (workspace) => {
    const found = loadTemplates(templatesFolder());
    if (!isSame(found, templates)) templates = found;
    const own = findOverrides(workspace.files, workspace.config.data.templates);
    // An author's own templates are compiled at each build: their problems are reported when they are.
    if (own.size > 0 || overrides.size > 0) overrides = own;
    const parts = { templates, overrides, toolVersion: toolVersion() };
    const made = new Map<string, RenderAssets>();
    return (player) => {
      const assets = made.get(player) ?? { ...parts, player: readPlayer(player) };
      made.set(player, assets);
      return assets;
    };
  };
}

/** Which courses an error stops; undefined: all of them. */
function coursesInError(diagnostics: readonly Diagnostic[], known: readonly string[]): ReadonlySet<string> | undefined {
  const found = new Set<string>();
  for (const { severity, span, file } of diagnostics) {
    if (severity !== 'error') continue;
    const path = span?.file ?? file ?? '';
    const course = known.find((id) => path.startsWith(`${id}/`));
    if (course === undefined) return undefined;
    found.add(course);
  }
  return found;
}

function targetOf(model: PackageModel): Target {
  const target = findTarget(model.targets[0] ?? '');
  if (target === undefined) throw new Error(`the package ${model.name} has no target`);
  return target;
}

interface Rendered {
  readonly played: PlayablePackage;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a course's packages are made from: every file of the workspace but those in other courses' folders. */
function hashInputs({ files, config }: AuthoredWorkspace, course: string): string {
  const others = config.data.courses.filter((id) => id !== course);
  const own = [...files.values()].filter(({ path }) => !others.some((id) => path.startsWith(`${id}/`)));
  return hashFiles(own.map((file) => ({ name: file.path, bytes: file.bytes() })));
}

function renderPlayable(model: PackageModel, assetsOf: (player: string) => RenderAssets): Rendered {
  const report = new Report();
  const { files, launch } = renderPackage(model, assetsOf(targetOf(model).player), report);
  return {
    played: {
      name: model.name,
      course: model.course,
      title: model.title,
      version: model.version,
      launch,
      build: hashFiles(files),
      stale: false,
      files: new Map(files.map(({ name, bytes }) => [name, bytes])),
    },
    diagnostics: report.sorted(),
  };
}

function describeBug(error: unknown): readonly Diagnostic[] {
  const report = new Report();
  report.add(internalError, undefined, { what: error instanceof Error ? error.message : String(error) });
  return report.sorted();
}

export function createPreviewBuilder(options: PreviewBuildOptions): PreviewBuilder {
  const loadAssets = createAssetStore();
  let packages: readonly PlayablePackage[] = [];
  let models: ReadonlyMap<string, PackageModel> = new Map();
  let assetsOf: ((player: string) => RenderAssets) | undefined;
  let found: readonly Diagnostic[] = [];
  let places = new SourcePlaces(() => undefined);
  const verified = new Map<string, Verified>();
  /** What was rendered last for a package, from which templates and files. */
  const last = new Map<string, { readonly templates: object; readonly inputs: string; readonly rendered: Rendered }>();

  /** Renders the packages of courses that were touched; by content, never by a file's time. */
  const renderTouched = (
    workspace: AuthoredWorkspace,
    playable: readonly PackageModel[],
    assets: (player: string) => RenderAssets,
  ): readonly Rendered[] => {
    const inputs = new Map(
      [...new Set(playable.map(({ course }) => course))].map((id) => [id, hashInputs(workspace, id)]),
    );
    return playable.map((model) => {
      const { templates } = assets(targetOf(model).player);
      const known = last.get(model.name);
      const now = inputs.get(model.course) ?? '';
      if (known !== undefined && known.templates === templates && known.inputs === now) return known.rendered;
      const rendered = renderPlayable(model, assets);
      last.set(model.name, { templates, inputs: now, rendered });
      return rendered;
    });
  };

  const keepAll = (): void => {
    packages = packages.map((played) => ({ ...played, stale: true }));
  };

  const buildAll = (): void => {
    const checked = checkCourses({ workspace: options.workspace, courses: options.courses, asOf: options.asOf() });
    found = checked.diagnostics;
    places = checked.places;
    const known = checked.workspace?.config.data.courses ?? [];
    const stopped = coursesInError(found, known);
    if (checked.workspace === undefined || stopped === undefined) {
      keepAll();
      return;
    }
    const playable = checked.models.filter((model) => !stopped.has(model.course));
    const assets = loadAssets(checked.workspace);
    const rendered = renderTouched(checked.workspace, playable, assets);
    const problems = rendered.flatMap(({ diagnostics }) => diagnostics);
    found = [...found, ...problems];
    // A broken template is met by all courses and reported with the first.
    const broken = coursesInError(problems, known);
    if (broken === undefined) {
      keepAll();
      return;
    }
    const fresh = rendered.flatMap(({ played }) => (broken.has(played.course) ? [] : [played]));
    const kept = packages
      .filter(({ course }) => stopped.has(course) || broken.has(course))
      .map((played) => ({ ...played, stale: true }));
    packages = [...fresh, ...kept].sort((a, b) => known.indexOf(a.course) - known.indexOf(b.course));
    assetsOf = assets;
    models = new Map(playable.map((model) => [model.name, model]));
  };

  const toVerify = (): PlayablePackage | undefined =>
    packages.find(({ name, build, stale }) => !stale && models.has(name) && verified.get(name)?.build !== build);

  return {
    build() {
      try {
        buildAll();
      } catch (error) {
        found = describeBug(error);
        keepAll();
      }
    },
    async verifyNext() {
      const played = toVerify();
      const model = played === undefined ? undefined : models.get(played.name);
      if (played === undefined || model === undefined || assetsOf === undefined) return false;
      const { name, build } = played;
      try {
        const target = targetOf(model);
        const { diagnostics } = await compilePackage(model, target, assetsOf(target.player));
        verified.set(name, { build, diagnostics });
      } catch (error) {
        verified.set(name, { build, diagnostics: describeBug(error) });
      }
      return toVerify() !== undefined;
    },
    packages: () => packages,
    diagnostics() {
      const later = packages.flatMap(({ name, build, stale }) => {
        const known = verified.get(name);
        return known === undefined || known.build !== build || stale ? [] : known.diagnostics;
      });
      const keys = new Set<string>();
      return [...found, ...later].filter((d) => {
        const key = `${d.code}\0${d.span?.file ?? d.file ?? ''}\0${d.span?.start ?? ''}\0${d.message}`;
        return keys.has(key) ? false : keys.add(key);
      });
    },
    places: () => places,
  };
}
