/** The front end as one call: the files of a workspace -> every problem in it, and the models of its packages. Prints nothing. */
import { resolve } from 'node:path';
import type { CheckOptions, CheckResult } from './api.ts';
import { checkWorkspace, type FieldLimits } from './compiler/compile.ts';
import type { AuthoredWorkspace, SettledCourses } from './compiler/hand-over.ts';
import type { ReadTree } from './compiler/read-tree.ts';
import { unknownCourse } from './diagnostics/catalog/command.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { findNearestName } from './diagnostics/nearest-name.ts';
import { Report } from './diagnostics/report.ts';
import { SourcePlaces } from './diagnostics/source-places.ts';
import type { Target } from './targets/target.ts';
import { findTarget, targetNames } from './targets/targets.ts';

/**
 * Finds every problem of the courses. Never throws for what an author wrote.
 * @param read the files, where the caller has listed them already
 * @param settled courses that need not be looked through again; they get no model
 */
export function checkCourses(options: CheckOptions, read?: ReadTree, settled?: SettledCourses): CheckResult {
  const courses = options.courses ?? [];
  const checked = checkWorkspace(
    {
      root: resolve(options.workspace),
      courses,
      asOf: options.asOf,
      limits: fieldLimits(),
      ...(settled === undefined ? {} : { settled }),
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

/** The schema of course.yaml lets no unknown target through. */
export function requireTarget(name: string): Target {
  const target = findTarget(name);
  if (target === undefined) throw new Error(`the target ${name} is not in the table`);
  return target;
}
