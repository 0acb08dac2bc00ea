/** The front end as calls: the files of a workspace -> every problem in it, and the models of its packages. Prints nothing. */
import { resolve } from 'node:path';
import type { CheckOptions, CheckResult } from './api.ts';
import { CodeSets } from './code-sets/code-sets.ts';
import {
  type CompileRequest,
  checkWorkspace,
  type FieldLimits,
  type OpenWorkspace,
  openWorkspace,
} from './compiler/compile.ts';
import type { AuthoredWorkspace } from './compiler/hand-over.ts';
import { type ReadTree, readTree, sourceText } from './compiler/read-tree.ts';
import { editionDamaged } from './diagnostics/catalog/code-sets.ts';
import { unknownCourse } from './diagnostics/catalog/command.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { findNearestName } from './diagnostics/nearest-name.ts';
import { Report, type Reporter } from './diagnostics/report.ts';
import { SourcePlaces } from './diagnostics/source-places.ts';
import { findCodeSets } from './find-code-sets.ts';
import type { Target } from './targets/target.ts';
import { findTarget, targetNames } from './targets/targets.ts';

/** Finds every problem of the courses. Never throws for what an author wrote. */
export function checkCourses(options: CheckOptions): CheckResult {
  const read = readTree(resolve(options.workspace));
  const { workspace, courses, models, sifted } = checkWorkspace(toRequest(options, read.report), read);
  return {
    diagnostics: [...checkNames(options.courses ?? [], workspace), ...sifted.kept],
    allowed: sifted.hidden,
    places: new SourcePlaces((file) => sourceText(read.tree, file)),
    models,
    workspace,
    courses,
  };
}

/** The same course by course, for whoever has listed the files already and does not want all courses in memory. */
export function openCourses(options: CheckOptions, read: ReadTree): OpenCourses {
  const open = openWorkspace(toRequest(options, read.report), read);
  return { ...open, misnamed: checkNames(options.courses ?? [], open.workspace) };
}

export interface OpenCourses extends OpenWorkspace {
  /** Courses that were asked for and are not there. */
  readonly misnamed: readonly Diagnostic[];
}

/** A damaged edition is reported; codes are then held against the locks alone. */
function toRequest({ workspace, courses, asOf }: CheckOptions, report: Reporter): CompileRequest {
  const root = resolve(workspace);
  const codeSets = CodeSets.load(findCodeSets(root).folder, (edition) =>
    report.add(editionDamaged, undefined, edition),
  );
  return { root, courses: courses ?? [], asOf, limits: fieldLimits(), codeSets };
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

/** The schema of course.yaml lets no unknown target through. */
export function requireTarget(name: string): Target {
  const target = findTarget(name);
  if (target === undefined) throw new Error(`the target ${name} is not in the table`);
  return target;
}
