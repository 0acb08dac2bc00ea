/** Reports what is wrong in completion, grade and parts: names that are not there, weights, modules in no part or in two. */
import {
  activityOfOtherPart,
  gradeOfLesson,
  moduleInNoPart,
  moduleInTwoParts,
  unknownActivity,
  unknownModule,
  weightNotGraded,
  weightsAreZero,
} from '../../diagnostics/catalog/workspace.ts';
import { findNearestName } from '../../diagnostics/nearest-name.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { CompletionSource, GradeSource, PartSource } from '../source-format/course.ts';
import { keySpanOf, spanOf } from '../syntax/yaml/query-yaml.ts';
import type { YamlNode } from '../syntax/yaml/yaml-tree.ts';
import { reportDuplicates } from './check-ids.ts';
import type { Outline } from './check-outline.ts';
import type { CourseDraft } from './course-draft.ts';

/** Where names are looked up and what is said when they are not there. */
interface Scope {
  readonly file: string;
  readonly tree: YamlNode;
  readonly outline: Outline;
  /** The part whose fields are checked, if any, and its modules. */
  readonly part: PartSource | undefined;
  readonly report: Reporter;
}

type Path = readonly (string | number)[];

export function checkParts(course: CourseDraft, outline: Outline, report: Reporter): void {
  const { file, tree, fields } = course;
  if (tree === undefined || !outline.known) return;
  const scope: Scope = { file, tree, outline, part: undefined, report };
  checkCompletion(fields.completion, ['completion'], scope);
  checkGrade(fields.grade, ['grade'], scope);
  const { packages } = fields;
  if (packages === undefined) return;
  const parts = packages.map((part, index) => ({
    id: part.part,
    span: spanOf(file, tree, ['packages', index, 'part']),
  }));
  reportDuplicates('parts', parts, report);
  checkModules(packages, scope);
  packages.forEach((part, index) => {
    checkCompletion(part.completion, ['packages', index, 'completion'], { ...scope, part });
    checkGrade(part.grade, ['packages', index, 'grade'], { ...scope, part });
  });
}

function checkModules(packages: readonly PartSource[], { file, tree, outline, report }: Scope): void {
  const partOf = new Map<string, string>();
  packages.forEach((part, p) => {
    part.modules.forEach((id, m) => {
      const span = spanOf(file, tree, ['packages', p, 'modules', m]);
      const first = partOf.get(id);
      if (!outline.modules.includes(id)) {
        report.add(unknownModule, span, { id, nearest: findNearestName(id, outline.modules) });
      } else if (first !== undefined) {
        report.add(moduleInTwoParts, span, { id, first, second: part.part });
      }
      partOf.set(id, first ?? part.part);
    });
  });
  outline.modules.forEach((id, index) => {
    if (!partOf.has(id)) report.add(moduleInNoPart, spanOf(file, tree, ['outline', index, 'module']), { id });
  });
}

function checkCompletion(completion: CompletionSource | undefined, path: Path, scope: Scope): void {
  if (completion === undefined || completion === 'all') return;
  completion.forEach((id, index) => {
    checkActivity(id, [...path, index], '"completion"', scope);
  });
  reportRepeated(completion, path, 'entries of "completion"', scope);
}

function checkGrade(grade: GradeSource | undefined, path: Path, scope: Scope): void {
  if (grade === undefined) return;
  const { file, tree, outline, report } = scope;
  grade.activities.forEach((id, index) => {
    const at = [...path, 'activities', index];
    if (!checkActivity(id, at, '"grade"', scope)) return;
    const activity = outline.activities.find((candidate) => candidate.id === id);
    if (activity?.kind === 'lesson' || activity?.kind === 'guide') {
      report.add(gradeOfLesson, spanOf(file, tree, at), { id, kind: activity.kind });
    }
  });
  reportRepeated(grade.activities, [...path, 'activities'], 'entries of "grade"', scope);
  const weights = grade.weights ?? {};
  for (const id of Object.keys(weights)) {
    if (grade.activities.includes(id)) continue;
    const nearest = findNearestName(
      id,
      grade.activities.filter((other) => !Object.hasOwn(weights, other)),
    );
    report.add(weightNotGraded, keySpanOf(file, tree, [...path, 'weights', id]), { id, nearest });
  }
  if (grade.activities.every((id) => Object.hasOwn(weights, id) && weights[id] === 0)) {
    report.add(weightsAreZero, keySpanOf(file, tree, [...path, 'weights']), {});
  }
}

function checkActivity(id: string, path: Path, field: string, { file, tree, outline, part, report }: Scope): boolean {
  const activity = outline.activities.find((candidate) => candidate.id === id);
  const span = spanOf(file, tree, path);
  if (activity === undefined) {
    const ids = outline.activities.map((candidate) => candidate.id);
    report.add(unknownActivity, span, { id, field, nearest: findNearestName(id, ids) });
    return false;
  }
  if (part !== undefined && !part.modules.includes(activity.module)) {
    report.add(activityOfOtherPart, span, { id, part: part.part });
    return false;
  }
  return true;
}

function reportRepeated(ids: readonly string[], path: Path, what: string, { file, tree, report }: Scope): void {
  const names = ids.map((id, index) => ({ id, span: spanOf(file, tree, [...path, index]) }));
  reportDuplicates(what, names, report);
}
