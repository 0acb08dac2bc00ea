/** `coursewright check`: every problem of the courses, nothing written. */
import { checkCourses } from '../../api.ts';
import { countProblems } from '../../diagnostics/formats/text.ts';
import { exitCodeOf, type RawOptions, readAsOf, readPrinter, readWorkspaceFolder } from '../options.ts';

export async function runCheck(courses: readonly string[], raw: RawOptions): Promise<number> {
  const workspace = readWorkspaceFolder(raw.workspace);
  const printer = await readPrinter(raw, workspace);
  const { diagnostics, places, allowed } = checkCourses({ workspace, courses, asOf: readAsOf(raw.asOf, new Date()) });
  printer.problems(diagnostics, places);
  if (printer.isText) printer.say(countProblems(diagnostics, allowed));
  return exitCodeOf(diagnostics, raw.strict ?? false);
}
