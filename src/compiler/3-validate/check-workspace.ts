/** Reports what is wrong between coursewright.yaml and the folders of the workspace. */

import { mediaTypeNotAllowed } from '../../diagnostics/catalog/references.ts';
import {
  courseMissing,
  courseNotListed,
  logoMissing,
  logoWithoutAlt,
  pathLeaves,
  strayFile,
  templatesMissing,
} from '../../diagnostics/catalog/workspace.ts';
import { findNearestName } from '../../diagnostics/nearest-name.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { Authored, SourceFile } from '../hand-over.ts';
import { joinPath } from '../source-format/course-paths.ts';
import type { WorkspaceSource } from '../source-format/workspace.ts';
import { findNode, keySpanOf, spanOf } from '../syntax/yaml/query-yaml.ts';
import type { YamlDocument } from '../syntax/yaml/yaml-tree.ts';
import { reportDuplicates } from './check-ids.ts';
import { checkDrawing } from './check-media.ts';
import { findNearestPath } from './check-outline.ts';

/**
 * The courses that coursewright.yaml lists, in its order, whatever else is wrong in it. Where the list itself is broken
 * every course there is counts, and for a misspelled name the one that is meant, so that their mistakes are found in the
 * same run.
 * @param courses by folder, sorted, with the path of its course.yaml
 * @returns folders
 */
export function findListedCourses(
  config: YamlDocument,
  courses: ReadonlyMap<string, { readonly file: string }>,
  report: Reporter,
): readonly string[] {
  const list = findNode(config.root, ['courses']);
  if (list?.kind !== 'list' || list.items.length === 0) return [...courses.keys()];
  const names = list.items.flatMap((item) =>
    item.kind === 'scalar' && item.text !== ''
      ? [{ id: item.text, span: { file: config.file, start: item.start, end: item.end } }]
      : [],
  );
  reportDuplicates('entries of "courses"', names, report);
  const named = new Set(names.map((name) => name.id));
  const unnamed = [...courses.keys()].filter((folder) => !named.has(folder));
  const listed = new Set<string>();
  for (const { id, span } of names) {
    const nearest = courses.has(id) ? undefined : findNearestName(id, unnamed);
    if (!courses.has(id)) report.add(courseMissing, span, { course: id, nearest });
    listed.add(nearest ?? id);
  }
  for (const [folder, { file }] of courses) {
    if (!listed.has(folder)) report.add(courseNotListed, { file }, { course: folder });
  }
  return [...listed].filter((name) => courses.has(name));
}

/** Reports YAML files that nothing reads. */
export function reportStrays(files: readonly string[], report: Reporter): void {
  for (const file of files) report.add(strayFile, { file }, { file, expected: expectedPlace(file) });
}

/** Checks the theme's files and the folder of templates. */
export function checkConfig(
  { file, tree, data }: Authored<WorkspaceSource>,
  all: ReadonlyMap<string, SourceFile>,
  report: Reporter,
): void {
  const logo = data.theme?.logo;
  if (logo !== undefined) {
    const span = spanOf(file, tree, ['theme', 'logo']);
    const path = joinPath('', logo);
    if (path === undefined) report.add(pathLeaves, span, { path: logo, what: 'workspace' });
    else if (!all.has(path)) {
      const images = [...all.keys()].filter((name) => /\.(svg|png|jpg|jpeg|gif)$/i.test(name));
      report.add(logoMissing, span, { path: logo, nearest: findNearestPath(logo, images) });
    } else if (!/\.(svg|png)$/i.test(path)) {
      report.add(mediaTypeNotAllowed, span, { target: logo, what: 'a logo', allowed: ['svg', 'png'] });
    }
    if (data.theme?.['logo-alt'] === undefined) {
      report.add(logoWithoutAlt, keySpanOf(file, tree, ['theme', 'logo']), {});
    }
  }
  const { templates } = data;
  if (templates === undefined) return;
  const span = spanOf(file, tree, ['templates']);
  const folder = joinPath('', templates);
  if (folder === undefined) report.add(pathLeaves, span, { path: templates, what: 'workspace' });
  else if (![...all.keys()].some((name) => name.startsWith(`${folder}/`))) {
    report.add(templatesMissing, span, { path: templates });
  }
}

/** The logo is shown on every page, so it is looked through like the drawings of the courses. */
export function checkLogoDrawing(
  config: Authored<WorkspaceSource>,
  all: ReadonlyMap<string, SourceFile>,
  report: Reporter,
): void {
  const path = joinPath('', config.data.theme?.logo ?? '');
  const file = path === undefined ? undefined : all.get(path);
  if (file !== undefined && /\.svg$/i.test(file.path)) checkDrawing(file, file.path, report);
}

/** Where a YAML file in a folder with an almost right name probably belongs. */
function expectedPlace(file: string): string | undefined {
  const [top = '', folder = '', ...rest] = file.split('/');
  const known =
    top === 'shared'
      ? ['credentials', 'blueprints', 'languages', 'guideline-maps', 'glossary.yaml']
      : ['banks', 'guides', 'media', 'course.yaml', 'glossary.yaml'];
  const nearest = findNearestName(folder, known);
  return nearest === undefined ? undefined : [top, nearest, ...rest].join('/');
}
