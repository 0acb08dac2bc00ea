/** `coursewright list`: the courses of the workspace and the packages they make. */
import { checkCourses } from '../../api.ts';
import { type RawOptions, readAsOf, readPrinter, readWorkspaceFolder } from '../options.ts';
import { WORDS } from '../words.ts';

export async function runList(raw: RawOptions): Promise<number> {
  const workspace = readWorkspaceFolder(raw.workspace);
  const printer = await readPrinter(raw, workspace);
  const { models } = checkCourses({ workspace, asOf: readAsOf(raw.asOf, new Date()) });
  const rows = models.map((model) => ({
    package: model.name,
    course: model.course,
    part: model.part,
    variant: model.variant,
    title: model.title,
    version: model.version,
    lessons: model.activities.filter((activity) => activity.kind === 'lesson').length,
    quizzes: model.activities.filter((activity) => activity.kind === 'quiz').length,
    exams: model.activities.filter((activity) => activity.kind === 'exam').length,
    guides: model.activities.filter((activity) => activity.kind === 'guide').length,
    questions: model.questions.size,
    targets: model.targets,
  }));
  if (!printer.isText) {
    printer.result(JSON.stringify({ version: 1, packages: rows }, null, 2));
    return 0;
  }
  const width = Math.max(0, ...rows.map((row) => row.package.length));
  printer.result(
    rows
      .map((row) => `${row.package.padEnd(width)}  ${row.title}, version ${row.version}: ${WORDS.contents(row)}`)
      .join('\n'),
  );
  return 0;
}
