/** Reports what is wrong between a course's outline and its files: missing lessons, lessons nobody lists, ids, clashes. */
import { guideFileMissing, guideListedTwice, guideNotInOutline } from '../../diagnostics/catalog/guides.ts';
import {
  idDiffersFromFolder,
  lessonFileMissing,
  lessonListedTwice,
  lessonNotInOutline,
  pathLeaves,
} from '../../diagnostics/catalog/workspace.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';
import { findNearestName } from '../../diagnostics/nearest-name.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { NamedPlace } from '../hand-over.ts';
import type { CourseSource } from '../source-format/course.ts';
import { joinPath } from '../source-format/course-paths.ts';
import { findNode, spanOf } from '../syntax/yaml/query-yaml.ts';
import type { YamlNode } from '../syntax/yaml/yaml-tree.ts';
import { checkFormerIds, checkTags, reportDuplicates } from './check-ids.ts';
import type { CourseDraft, LessonDraft } from './course-draft.ts';
import { readFormerIds, scalarAt } from './validate-banks.ts';

/** An activity of the outline. */
export interface OutlineActivity extends NamedPlace {
  readonly kind: 'lesson' | 'quiz' | 'exam' | 'guide';
  readonly module: string;
  /** The file of a lesson or guide. */
  readonly file: string | undefined;
}

export interface Outline {
  readonly activities: readonly OutlineActivity[];
  readonly modules: readonly string[];
  /** False when the outline is broken, so that its activities are not known. */
  readonly known: boolean;
}

type FileDraft = Pick<LessonDraft, 'file' | 'name'>;
type FileKind = 'lesson' | 'guide';

/** Activities that are files of their own, and what can be wrong with their entries. */
const FILE_KINDS = {
  lesson: {
    drafts: (course: CourseDraft): readonly FileDraft[] => course.lessons,
    missing: lessonFileMissing,
    listedTwice: lessonListedTwice,
    notInOutline: lessonNotInOutline,
  },
  guide: {
    drafts: (course: CourseDraft): readonly FileDraft[] => course.guides,
    missing: guideFileMissing,
    listedTwice: guideListedTwice,
    notInOutline: guideNotInOutline,
  },
};

export function checkOutline(course: CourseDraft, report: Reporter): Outline {
  const { tree, file, folder } = course;
  const { outline } = course.fields;
  if (tree === undefined) return { activities: [], modules: [], known: false };
  const id = scalarAt(tree, ['id']);
  if (id !== '' && id !== folder) report.add(idDiffersFromFolder, spanOf(file, tree, ['id']), { id, folder });
  checkTags('questions', course.questionNames, report);
  if (outline === undefined) return { activities: [], modules: [], known: false };
  const meant = new Set<string>();
  const activities = readActivities(course, outline, tree, meant, report);
  const modules = outline.map((module, index) => ({
    id: module.module,
    span: spanOf(file, tree, ['outline', index, 'module']),
  }));
  reportDuplicates('modules', modules, report);
  const named = dropRepeatedFiles(activities);
  reportDuplicates('activities', named, report);
  checkFormerIds('activity', named, report);
  checkTags('activities', named, report);
  for (const kind of ['lesson', 'guide'] as const) {
    for (const { file: entry } of FILE_KINDS[kind].drafts(course)) {
      if (activities.some((activity) => activity.file === entry) || meant.has(entry)) continue;
      const path = entry.slice(folder.length + 1);
      report.add(FILE_KINDS[kind].notInOutline, { file: entry, start: 0, end: 0 }, { path });
    }
  }
  return { activities, modules: modules.map((module) => module.id), known: true };
}

function readActivities(
  course: CourseDraft,
  outline: CourseSource['outline'],
  tree: YamlNode,
  meant: Set<string>,
  report: Reporter,
): readonly OutlineActivity[] {
  const listed = new Map<string, Span>();
  return outline.flatMap((module, m) =>
    module.activities.flatMap((entry, a): readonly OutlineActivity[] => {
      const path = ['outline', m, 'activities', a];
      if ('quiz' in entry || 'exam' in entry) {
        const kind = 'quiz' in entry ? 'quiz' : 'exam';
        const id = 'quiz' in entry ? entry.quiz : entry.exam;
        const span = spanOf(course.file, tree, [...path, kind]);
        const formerly = readFormerIds(course.file, findNode(tree, path), ['formerly']);
        return [{ kind, id, span, formerly, module: module.module, file: undefined }];
      }
      const kind = 'lesson' in entry ? 'lesson' : 'guide';
      const name = 'lesson' in entry ? entry.lesson : entry.guide;
      const span = spanOf(course.file, tree, [...path, kind]);
      const draft = findListedFile(course, kind, name, span, report);
      if (typeof draft === 'string') meant.add(draft);
      if (draft === undefined || typeof draft === 'string') return [];
      const first = listed.get(draft.file);
      if (first !== undefined) {
        const related = [{ span: first, message: 'the first entry' }];
        report.add(FILE_KINDS[kind].listedTwice, span, { path: name }, { related });
      }
      listed.set(draft.file, first ?? span);
      return [{ kind, ...draft.name, module: module.module, file: draft.file }];
    }),
  );
}

/** The lesson or guide of an entry; when there is none, which is reported, the file that was probably meant. */
function findListedFile(
  course: CourseDraft,
  kind: FileKind,
  path: string,
  span: Span,
  report: Reporter,
): FileDraft | string | undefined {
  const file = joinPath(course.folder, path);
  if (file === undefined || !file.startsWith(`${course.folder}/`)) {
    report.add(pathLeaves, span, { path, what: 'course' });
    return undefined;
  }
  const drafts = FILE_KINDS[kind].drafts(course);
  const found = drafts.find((draft) => draft.file === file);
  if (found !== undefined) return found;
  const paths = drafts.map((draft) => draft.file.slice(course.folder.length + 1));
  const nearest = findNearestPath(path, paths);
  report.add(FILE_KINDS[kind].missing, span, { path, nearest });
  return nearest === undefined ? undefined : `${course.folder}/${nearest}`;
}

/** The nearest of some paths, or the one with the same file name in another folder. */
export function findNearestPath(path: string, paths: readonly string[]): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return findNearestName(path, paths) ?? paths.find((other) => other.toLowerCase().endsWith(`/${name}`));
}

/** A file that is listed twice has been reported as such, not as two activities with one id. */
function dropRepeatedFiles(activities: readonly OutlineActivity[]): readonly OutlineActivity[] {
  const seen = new Set<string>();
  return activities.filter(({ file }) => file === undefined || (!seen.has(file) && seen.add(file)));
}
