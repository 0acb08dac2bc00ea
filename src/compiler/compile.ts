/**
 * The compiler on one screen: calls the eight stages in order, course by course. 1 to 4 collect every problem and never throw
 * for an author's mistake; one gate; 5 to 8 trust the model. Must not print, know a command or read a clock.
 */
import type { CodeSets } from '../code-sets/code-sets.ts';
import { stateOverBudget } from '../diagnostics/catalog/model.ts';
import { type Diagnostic, fileOf } from '../diagnostics/diagnostic.ts';
import { Report, type Reporter } from '../diagnostics/report.ts';
import type { Target } from '../targets/target.ts';
import { parseFiles } from './2-parse/parse-files.ts';
import { validateCourse } from './3-validate/validate-course.ts';
import {
  checkAcrossCourses,
  type FieldLimits,
  type ValidatedWorkspace,
  validateWorkspace,
} from './3-validate/validate-workspace.ts';
import { buildPackageModels } from './4-model/build-package-models.ts';
import { type RenderAssets, renderPackage } from './5-render/render-package.ts';
import { describePackage } from './6-describe/describe-package.ts';
import { writePackage } from './7-package/write-package.ts';
import { verifyPackage } from './8-verify/verify-package.ts';
import { type Sifted, siftFrontEnd } from './allowances.ts';
import type { Allowance, CourseFindings } from './course-findings.ts';
import type {
  AuthoredCourse,
  AuthoredWorkspace,
  PackageModel,
  RenderedPackage,
  SourceTree,
  WrittenPackage,
} from './hand-over.ts';
import { type ReadTree, readTree } from './read-tree.ts';
import { splitTree } from './split-tree.ts';
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
  /** Editions at hand; without them codes are held against the locks alone. */
  readonly codeSets?: CodeSets | undefined;
}

/** A workspace of which all is known but its courses. */
export interface OpenWorkspace {
  /** Undefined when coursewright.yaml itself cannot be used. */
  readonly workspace: AuthoredWorkspace | undefined;
  /** Folders of the courses to look through, in their order. */
  readonly courses: readonly string[];
  /** Those that hold everywhere. */
  readonly allowances: readonly Allowance[];
  /** What was found so far, outside of courses. */
  readonly report: Report;
  /** Stages 2 to 4 of one course. */
  look(folder: string): CheckedCourse;
  /** Lets go of the bytes of a course's files. */
  release(folder: string): void;
  /** False for a course that was not asked for: it is looked through for what others need of it. */
  isWanted(folder: string): boolean;
  /**
   * The checks across courses, and all problems as they are to be shown: in course order, those of unwanted courses left out.
   * @param courses all of them, in their order
   */
  conclude(courses: readonly CourseFindings[]): Sifted;
}

export interface CheckedCourse {
  readonly findings: CourseFindings;
  /** Undefined where course.yaml or coursewright.yaml is broken. */
  readonly authored: AuthoredCourse | undefined;
  /** Not to be rendered while there is an error. */
  readonly models: readonly PackageModel[];
}

/** Stages 2 and 3 for what all courses share, and 1 where the caller has not run it. */
export function openWorkspace(request: CompileRequest, { tree, report } = readTree(request.root)): OpenWorkspace {
  const { courses, rest } = splitTree(tree);
  const parsed = parseFiles(rest, report);
  // A folder that could not be read has been reported; what it lacks is then no news.
  const isUnread = tree.files.size === 0 && report.hasErrors;
  const validated = isUnread
    ? undefined
    : reportUnreadable(() => validateWorkspace(parsed, { courses, files: tree.files }, request, report), report);
  const listed = validated?.courses ?? [];
  // What nobody builds is still no place for files that are broken in themselves.
  for (const [folder, part] of courses) if (!listed.includes(folder)) parseFiles(part, report);
  const workspace = toAuthoredWorkspace(validated, tree);
  const isWanted = (folder: string) => request.courses.length === 0 || request.courses.includes(folder);
  return {
    workspace,
    courses: listed,
    allowances: validated?.allowances ?? [],
    report,
    look: (folder) => lookThrough(folder, courses.get(folder) ?? NO_FILES, validated, workspace),
    release(folder) {
      for (const file of courses.get(folder)?.files.values() ?? []) file.release();
    },
    isWanted,
    conclude(findings) {
      const all = new Report();
      all.take(report.found);
      for (const { diagnostics } of findings) all.take(diagnostics);
      if (validated !== undefined) checkAcrossCourses(validated, findings, all);
      const unwanted = (workspace?.config.data.courses ?? []).filter((folder) => !isWanted(folder));
      const allowances = [...(validated?.allowances ?? []), ...findings.flatMap((course) => course.allowances)];
      return siftFrontEnd(all, workspace === undefined ? [] : allowances, {
        fileOrder: [...orderShared(workspace), ...findings.flatMap(({ order }) => order)],
        isWanted: (found) => !unwanted.some((folder) => (fileOf(found) ?? '').startsWith(`${folder}/`)),
      });
    },
  };
}

const NO_FILES: SourceTree = { files: new Map() };

function toAuthoredWorkspace(
  validated: ValidatedWorkspace | undefined,
  { files }: SourceTree,
): AuthoredWorkspace | undefined {
  if (validated?.config === undefined) return undefined;
  const { config, languages, shared } = validated;
  const { credentials, blueprints, guidelineMaps } = shared;
  return { config, credentials, blueprints, guidelineMaps, languages, files };
}

/** Stages 2 to 4 of one course. Nothing that comes out depends on another course. */
function lookThrough(
  folder: string,
  files: SourceTree,
  validated: ValidatedWorkspace | undefined,
  workspace: AuthoredWorkspace | undefined,
): CheckedCourse {
  const report = new Report();
  const parsed = parseFiles(files, report);
  const course =
    validated === undefined
      ? undefined
      : reportUnreadable(() => validateCourse(folder, parsed, validated, report), report);
  const authored = workspace === undefined ? undefined : course?.authored;
  const models =
    workspace === undefined || authored === undefined
      ? []
      : (reportUnreadable(() => buildPackageModels(workspace, authored, report), report) ?? []);
  return {
    findings: {
      folder,
      facts: course?.facts ?? { questions: [], domains: [], strangers: [] },
      allowances: course?.allowances ?? [],
      diagnostics: report.found,
      order: authored === undefined ? [] : orderCourse(authored),
    },
    authored,
    models,
  };
}

/** The workspace's file, then shared data. */
function orderShared(workspace: AuthoredWorkspace | undefined): readonly string[] {
  if (workspace === undefined) return [];
  const { config, blueprints, credentials, guidelineMaps } = workspace;
  return [config, ...blueprints.values(), ...credentials.values(), ...guidelineMaps.values()].map(({ file }) => file);
}

/** The outline, its lessons in reading order, its banks. */
function orderCourse(course: AuthoredCourse): readonly string[] {
  return [
    course.file,
    ...course.data.outline.flatMap((module) =>
      module.activities.flatMap((entry) => ('lesson' in entry ? [`${course.folder}/${entry.lesson}`] : [])),
    ),
    ...new Set([...course.questions.values()].map((question) => question.bank)),
  ];
}

/** What the front end found. */
export interface CheckedWorkspace {
  readonly workspace: AuthoredWorkspace | undefined;
  /** Those whose course.yaml holds, asked for or not. */
  readonly courses: readonly AuthoredCourse[];
  /** Models of the courses asked for. Not to be rendered while there is an error. */
  readonly models: readonly PackageModel[];
  readonly sifted: Sifted;
}

/** Stages 1 to 4 of all courses, all of which then stand in memory. */
export function checkWorkspace(request: CompileRequest, read?: ReadTree): CheckedWorkspace {
  const open = openWorkspace(request, read);
  const checked = open.courses.map((folder) => open.look(folder));
  return {
    workspace: open.workspace,
    courses: checked.flatMap(({ authored }) => authored ?? []),
    models: checked.flatMap(({ findings, models }) => (open.isWanted(findings.folder) ? models : [])),
    sifted: open.conclude(checked.map(({ findings }) => findings)),
  };
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
