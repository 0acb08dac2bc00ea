/** `coursewright coverage`: how many questions each domain of a course has and should have; with --write, into its README.md. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCourses } from '../../api.ts';
import { type CourseCoverage, describeCoverage } from '../../coverage/course-coverage.ts';
import { formatCoverage, placeCoverage } from '../../coverage/format-coverage.ts';
import { coverageUnwritable } from '../../diagnostics/catalog/command.ts';
import { toWriteReason } from '../../diagnostics/disk-faults.ts';
import { Report } from '../../diagnostics/report.ts';
import { exitCodeOf, type RawOptions, readAsOf, readPrinter, readWorkspaceFolder } from '../options.ts';
import { WORDS } from '../words.ts';

export interface CoverageOptions extends RawOptions {
  readonly write?: boolean;
  readonly check?: boolean;
}

export async function runCoverage(courses: readonly string[], raw: CoverageOptions): Promise<number> {
  const folder = readWorkspaceFolder(raw.workspace);
  const printer = await readPrinter(raw, folder);
  const checked = checkCourses({ workspace: folder, courses, asOf: readAsOf(raw.asOf, new Date()) });
  const errors = checked.diagnostics.filter(({ severity }) => severity === 'error');
  const { workspace } = checked;
  if (errors.length > 0 || workspace === undefined) {
    printer.problems(errors, checked.places);
    return exitCodeOf(errors, false);
  }
  const wanted = checked.courses.filter(({ folder: name }) => courses.length === 0 || courses.includes(name));
  const found = wanted.map((course) => ({ course: course.folder, coverage: describeCoverage(course, workspace) }));
  if (raw.write !== true && raw.check !== true) {
    const coverage = found.map((one) => one.coverage);
    if (printer.isText) printer.result(coverage.map((one) => `# ${one.title}\n\n${formatCoverage(one)}`).join('\n\n'));
    else printer.result(JSON.stringify({ version: 1, coverage }, null, 2));
    return 0;
  }
  const report = new Report();
  const results = found.map(({ course, coverage }) =>
    bringUpToDate(folder, course, coverage, raw.check === true, report),
  );
  printer.problems(report.sorted(), checked.places, { readmes: results });
  if (printer.isText) {
    const words = WORDS.coverage;
    const said = ({ file, changed }: (typeof results)[number]) =>
      !changed ? words.same(file) : raw.check === true ? words.stale(file) : words.written(file);
    printer.result(results.map(said).join('\n'));
  }
  const isStale = raw.check === true && results.some(({ changed }) => changed);
  return report.sorted().length > 0 || isStale ? 1 : 0;
}

/** A file that can be neither read nor written is reported and stays as it is. */
function bringUpToDate(folder: string, course: string, coverage: CourseCoverage, onlyLook: boolean, report: Report) {
  const file = `${course}/README.md`;
  const path = join(folder, file);
  try {
    const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const after = placeCoverage(before, coverage);
    if (after !== before && !onlyLook) writeFileSync(path, after);
    return { file, changed: after !== before };
  } catch (error) {
    report.add(coverageUnwritable, { file }, { reason: toWriteReason(error) });
    return { file, changed: false };
  }
}
