/**
 * The compiler on one screen: calls the eight stages in order. 1 to 4 collect every problem and never throw for an
 * author's mistake; one gate; 5 to 8 trust the model. Must not print, know a command or read a clock.
 */
import { stateOverBudget } from '../diagnostics/catalog/model.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { Report, type Reporter } from '../diagnostics/report.ts';
import type { Target } from '../targets/target.ts';
import { parseWorkspace } from './2-parse/parse-workspace.ts';
import { type FieldLimits, validateWorkspace } from './3-validate/validate-workspace.ts';
import { buildPackageModels } from './4-model/build-package-models.ts';
import { type RenderAssets, renderPackage } from './5-render/render-package.ts';
import { describePackage } from './6-describe/describe-package.ts';
import { writePackage } from './7-package/write-package.ts';
import { verifyPackage } from './8-verify/verify-package.ts';
import { siftFrontEnd } from './allowances.ts';
import type {
  AuthoredWorkspace,
  PackageModel,
  RenderedPackage,
  SettledCourses,
  SourceFile,
  WrittenPackage,
} from './hand-over.ts';
import { readTree } from './read-tree.ts';
import { reportUnreadable } from './unreadable-source.ts';

export type { FieldLimits };

/** What to compile. Everything that is not in the workspace's files comes in here. */
export interface CompileRequest {
  /** The workspace's folder. */
  readonly root: string;
  /** Course ids; all of them when empty. */
  readonly courses: readonly string[];
  /** `YYYY-MM-DD`; moves diagnostics about dates, never a byte of a package. */
  readonly asOf: string;
  /** What the fields of each target can hold, by its name. */
  readonly limits?: ReadonlyMap<string, FieldLimits>;
  /** Courses that need not be looked through again; they get no model. */
  readonly settled?: SettledCourses;
}

/** What the front end found. */
export interface CheckedWorkspace {
  /** Undefined when coursewright.yaml itself cannot be used. */
  readonly workspace: AuthoredWorkspace | undefined;
  /** Models of the courses asked for. Not to be rendered while there is an error. */
  readonly models: readonly PackageModel[];
  /** In course order; problems of courses that were not asked for are left out. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many warnings `allow:` lists keep out of `diagnostics`. */
  readonly allowed: number;
  /** Decoded text of a source file, for printing. */
  readonly textOf: (file: string) => string | undefined;
}

/** Stages 2 to 4, and 1 where the caller has not run it. */
export function checkWorkspace(request: CompileRequest, { tree, report } = readTree(request.root)): CheckedWorkspace {
  const parsed = parseWorkspace(tree, report, request.settled);
  // A folder that could not be read has been reported; what it lacks is then no news.
  const isUnread = tree.files.size === 0 && report.hasErrors;
  const workspace = isUnread ? undefined : reportUnreadable(() => validateWorkspace(parsed, request, report), report);
  const isWanted = (course: string) => request.courses.length === 0 || request.courses.includes(course);
  const models =
    workspace === undefined ? [] : (reportUnreadable(() => buildPackageModels(workspace, report), report) ?? []);
  const unwanted = (workspace?.config.data.courses ?? []).filter((course) => !isWanted(course));
  const isUnwanted = (d: Diagnostic) =>
    unwanted.some((course) => (d.span?.file ?? d.file ?? '').startsWith(`${course}/`));
  const { kept, hidden } = siftFrontEnd(report, workspace?.allowances ?? [], {
    fileOrder: orderFiles(workspace),
    isWanted: (diagnostic) => !isUnwanted(diagnostic),
  });
  return {
    workspace,
    models: models.filter((model) => isWanted(model.course)),
    diagnostics: kept,
    allowed: hidden,
    textOf: (file) =>
      parsed.yaml.get(file)?.text ??
      parsed.lessons.get(file)?.text ??
      parsed.locks.get(file) ??
      readTemplateText(parsed.files.get(file)),
  };
}

/** Stage 2 leaves templates to stage 5, but their problems are shown like all others. */
function readTemplateText(file: SourceFile | undefined): string | undefined {
  if (file === undefined || !file.path.endsWith('.hbs')) return undefined;
  const bytes = reportUnreadable(() => file.bytes(), new Report());
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
}

/** The workspace's file, shared data, then each course: its outline, its lessons in reading order, its banks. */
function orderFiles(workspace: AuthoredWorkspace | undefined): readonly string[] {
  if (workspace === undefined) return [];
  return [
    workspace.config.file,
    ...[...workspace.blueprints.values(), ...workspace.credentials.values()].map((shared) => shared.file),
    ...workspace.courses.flatMap((course) => [
      course.file,
      ...course.data.outline.flatMap((module) =>
        module.activities.flatMap((entry) => ('lesson' in entry ? [`${course.folder}/${entry.lesson}`] : [])),
      ),
      ...new Set([...course.questions.values()].map((question) => question.bank)),
    ]),
  ];
}

/** A package that passed verification, with what was noticed on the way. */
export interface CompiledPackage {
  readonly written: WrittenPackage;
  readonly diagnostics: readonly Diagnostic[];
}

/** Stages 5 to 8 for one model and target. The package must not be kept when `diagnostics` holds an error. */
export async function compilePackage(
  model: PackageModel,
  target: Target,
  assets: RenderAssets,
): Promise<CompiledPackage | { readonly written: undefined; readonly diagnostics: readonly Diagnostic[] }> {
  const report = new Report();
  // A file may vanish while the packages are made.
  const rendered = reportUnreadable(() => renderPackage(model, assets, report), report);
  if (rendered === undefined) return { written: undefined, diagnostics: report.sorted() };
  checkStateBudget(rendered, target.limits.stateCharacters, report);
  if (report.hasErrors) return { written: undefined, diagnostics: report.sorted() };
  const written = await writePackage(describePackage(rendered, target));
  await verifyPackage(written.fileName, written.bytes, target, report);
  return { written, diagnostics: report.sorted() };
}

/** The worst case must fit what the target's LMS keeps. */
function checkStateBudget(rendered: RenderedPackage, limit: number, report: Reporter): void {
  const { model, worstCase } = rendered;
  if (worstCase.characters <= limit) return;
  const parts = worstCase.parts
    .slice(0, 3)
    .map((part) => `${part.name} (${part.characters})`)
    .join(', ');
  const place = { file: `${model.course}/course.yaml` };
  report.add(stateOverBudget, place, { package: model.name, characters: worstCase.characters, limit, parts });
}
