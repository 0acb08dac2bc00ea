/** Looks at a workspace from outside: whether it is there, can be built, helps editors, and has a place for its packages. */
import { existsSync, mkdtempSync, readFileSync, rmdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { checkCourses } from '../../api.ts';
import type { AuthoredCourse } from '../../compiler/hand-over.ts';
import { editorSchemas } from '../../compiler/source-format/editor-schemas.ts';
import {
  coursesHaveErrors,
  noWorkspaceHere,
  outFolderUnwritable,
  schemasOutdated,
} from '../../diagnostics/catalog/command.ts';
import { toWriteReason } from '../../diagnostics/disk-faults.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import { editionName } from '../../shared/edition-names.ts';
import { WORDS } from '../words.ts';
import { type Finding, toFinding } from './finding.ts';

/**
 * @param folder the workspace, or undefined where none was found
 * @param tried the folder that was searched, for the sentence about it
 */
export function examineWorkspace(
  folder: string | undefined,
  tried: string,
  asOf: string,
  report: Reporter,
): readonly Finding[] {
  if (folder === undefined || !existsSync(join(folder, 'coursewright.yaml'))) {
    report.add(noWorkspaceHere, undefined, { folder: folder ?? tried });
    return [toFinding('workspace', false, WORDS.doctor.noWorkspace)];
  }
  const { diagnostics, workspace, courses } = checkCourses({ workspace: folder, asOf });
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) report.add(coursesHaveErrors, undefined, { errors });
  const says = WORDS.doctor.workspace(relative(tried, folder) || '.', workspace?.config.data.courses.length ?? 0);
  return [
    toFinding('workspace', errors === 0, says),
    ...describeEditions(courses, asOf),
    examineSchemas(folder, report),
  ];
}

/** The editions that the courses' locks were made from. One that has ended is a note: a course may teach it on purpose. */
function describeEditions(courses: readonly AuthoredCourse[], asOf: string): readonly Finding[] {
  const editions = new Map(
    courses.flatMap((course) => course.lockedEditions.map((locked) => [locked.edition, locked])),
  );
  return [...editions.values()].map(({ edition, from, until }) => {
    const name = editionName(edition);
    if (asOf > until) return { name: 'edition', status: 'note', says: WORDS.doctor.editionEnded(name, until) };
    if (asOf < from) return { name: 'edition', status: 'note', says: WORDS.doctor.editionToCome(name, from) };
    return { name: 'edition', status: 'ok', says: WORDS.doctor.edition(name, until) };
  });
}

function examineSchemas(folder: string, report: Reporter): Finding {
  const names = [...editorSchemas()]
    .filter(([name, text]) => readText(join(folder, '.schemas', name)) !== text)
    .map(([name]) => `.schemas/${name}`);
  if (names.length > 0) report.add(schemasOutdated, undefined, { names });
  return toFinding('schemas', names.length === 0, WORDS.doctor.schemas);
}

/** With line ends as they are compared; undefined where it cannot be read. */
function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}

/** Tries it: permissions alone do not tell on Windows and on network drives. A folder that is not there is not made. */
export function examineOutFolder(out: string, tried: string, report: Reporter): Finding {
  const shown = relative(tried, out) || '.';
  let folder = out;
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  try {
    rmdirSync(mkdtempSync(join(folder, '.coursewright-')));
    return toFinding('out', true, WORDS.doctor.out(shown));
  } catch (error) {
    report.add(outFolderUnwritable, undefined, { folder: shown, reason: toWriteReason(error) });
    return toFinding('out', false, WORDS.doctor.out(shown));
  }
}
