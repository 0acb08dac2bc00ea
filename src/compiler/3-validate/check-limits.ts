/** Reports titles and ids that are longer than a field of the course's targets. What the fields hold comes from outside. */
import { reportedIdTooLong, titleTooLong } from '../../diagnostics/catalog/upkeep.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import { spanOf } from '../syntax/yaml/query-yaml.ts';
import type { CourseDraft } from './course-draft.ts';

/** How long a target lets texts be. */
export interface FieldLimits {
  /** The target's name for people. */
  readonly title: string;
  readonly titleCharacters: number;
  readonly reportedIdCharacters: number;
}

export function checkLimits(course: CourseDraft, limits: ReadonlyMap<string, FieldLimits>, report: Reporter): void {
  const { authored } = course;
  if (authored === undefined) return;
  const { data, file, tree } = authored;
  for (const name of data.targets ?? ['scorm12']) {
    const target = limits.get(name);
    if (target === undefined) continue;
    const checkTitle = (title: string, path: readonly (string | number)[]) => {
      const length = [...title].length;
      const limit = target.titleCharacters;
      if (length > limit) report.add(titleTooLong, spanOf(file, tree, path), { length, limit, target: target.title });
    };
    if (data.packages === undefined) checkTitle(data.title, ['title']);
    data.packages?.forEach((part, index) => {
      checkTitle(part.title, ['packages', index, 'title']);
    });
    const limit = target.reportedIdCharacters;
    for (const { id, span } of course.questionNames) {
      if (id.length > limit)
        report.add(reportedIdTooLong, span, { id, length: id.length, limit, target: target.title });
    }
  }
}
