/** A model -> its verified package: the one in the cache, or one compiled and then kept there. Knows of no output folder. */
import type { BuildRun } from './build-courses.ts';
import type { KeptPackage } from './cache/build-cache.ts';
import { hashAssets, hashModel } from './cache/fingerprint.ts';
import { findOverrides, loadTemplates } from './compiler/5-render/load-templates.ts';
import type { RenderAssets } from './compiler/5-render/render-package.ts';
import { filesOf } from './compiler/7-package/package-index.ts';
import { type StorablePackage, toStorable } from './compiler/7-package/store-packages.ts';
import { compilePackage } from './compiler/compile.ts';
import type { AuthoredWorkspace, PackageModel } from './compiler/hand-over.ts';
import { reportUnreadable } from './compiler/unreadable-source.ts';
import { type Diagnostic, hasError } from './diagnostics/diagnostic.ts';
import { Report } from './diagnostics/report.ts';
import type { Target } from './targets/target.ts';
import { readPlayer, templatesFolder } from './tool-files.ts';
import { toolVersion } from './tool-version.ts';

export interface FinishedPackage {
  readonly made: StorablePackage | undefined;
  /** By which the cache finds it. */
  readonly parts: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What the store needs of a package that the cache has. */
export function fromCache({ row, files }: KeptPackage): StorablePackage {
  const byName = new Map(filesOf(row).map(({ file }, at) => [file, files[at] ?? new Uint8Array()]));
  return { row, bytes: (file) => byName.get(file) ?? new Uint8Array() };
}

/** A package from the cache, or compiled and then kept there. Only a package without an error is kept. */
export async function finishPackage(
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
  if (parts === undefined) return { made: undefined, parts: [], diagnostics: report.sorted() };
  const known = keeps ? cache.findPackage(parts) : undefined;
  if (known !== undefined) {
    return { made: fromCache(known), parts, diagnostics: known.diagnostics };
  }
  const { written, diagnostics } = await compilePackage(model, target, assets);
  if (written === undefined) return { made: undefined, parts, diagnostics };
  const made = toStorable(written);
  if (keeps && !hasError(diagnostics)) {
    const files = filesOf(made.row).map(({ file }) => made.bytes(file));
    cache.keepPackage(parts, { row: made.row, files, diagnostics });
  }
  return { made, parts, diagnostics };
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
