/** Lessons -> their ids and heads. The text of a lesson is checked elsewhere. */
import { badLessonFileName, lessonWithoutHead } from '../../diagnostics/catalog/workspace.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { ParsedLesson } from '../hand-over.ts';
import { ID_PATTERN } from '../source-format/fields.ts';
import { lessonSchema } from '../source-format/lesson.ts';
import { findNode } from '../syntax/yaml/query-yaml.ts';
import { checkForm } from './check-form.ts';
import type { LessonDraft } from './course-draft.ts';
import { readFormerIds, scalarAt } from './validate-banks.ts';
import { baseName } from './workspace-files.ts';

/** `02-settings.md` -> `settings`. */
export function lessonIdOf(path: string): string {
  return baseName(path)
    .replace(/^\d+[-_. ]+/, '')
    .toLowerCase();
}

export function validateLesson(parsed: ParsedLesson, report: Reporter): LessonDraft {
  const { file, head, text, content } = parsed;
  const root = head?.root;
  const written = scalarAt(root, ['id']);
  const idNode = findNode(root, ['id']);
  const id = ID_PATTERN.test(written) ? written : lessonIdOf(file);
  const place = idNode === undefined ? { file, start: 0, end: 0 } : { file, start: idNode.start, end: idNode.end };
  const name = { id, span: place, formerly: readFormerIds(file, root, ['formerly']) };
  if (head === undefined || /^---\n(\s*(#.*)?\n)*---/.test(text)) {
    report.add(lessonWithoutHead, { file, start: 0, end: 0 }, {});
    return { file, name, lesson: undefined };
  }
  if (written === '' && !ID_PATTERN.test(id)) report.add(badLessonFileName, { file }, { id });
  // A head whose syntax is broken has been reported by the parser.
  if (root === undefined) return { file, name, lesson: undefined };
  const data = checkForm({ schema: lessonSchema, file, text, node: root, owner: 'this lesson' }, report);
  if (data === undefined) return { file, name, lesson: undefined };
  return { file, name, lesson: { file, data, tree: root, id, place, content } };
}
