/** The banks that a quiz or an exam names -> their drafts; names that lead nowhere are reported. */
import { bankMissing } from '../../diagnostics/catalog/exams.ts';
import { pathLeaves } from '../../diagnostics/catalog/workspace.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import { joinPath } from '../source-format/course-paths.ts';
import { spanOf } from '../syntax/yaml/query-yaml.ts';
import type { YamlNode } from '../syntax/yaml/yaml-tree.ts';
import { findNearestPath } from './check-outline.ts';
import type { BankDraft, CourseDraft } from './course-draft.ts';

/** The entry of an activity in `course.yaml`. */
export interface EntryPlace {
  readonly course: CourseDraft;
  readonly tree: YamlNode;
  readonly path: readonly (string | number)[];
  readonly report: Reporter;
}

/** The banks of a draw; undefined when there are none or one of them is not there, which is reported. */
export function findBanks(
  from: readonly string[] | undefined,
  { course, tree, path, report }: EntryPlace,
): readonly BankDraft[] | undefined {
  if (from === undefined) return undefined;
  const banks = from.flatMap((name, index) => {
    const span = spanOf(course.file, tree, [...path, 'from', index]);
    const file = joinPath(course.folder, name);
    if (file === undefined || !file.startsWith(`${course.folder}/`)) {
      report.add(pathLeaves, span, { path: name, what: 'course' });
      return [];
    }
    const bank = course.banks.find((candidate) => candidate.file === file);
    if (bank !== undefined) return [bank];
    const paths = course.banks.map((candidate) => candidate.file.slice(course.folder.length + 1));
    report.add(bankMissing, span, { path: name, nearest: findNearestPath(name, paths) });
    return [];
  });
  return banks.length === from.length ? banks : undefined;
}
