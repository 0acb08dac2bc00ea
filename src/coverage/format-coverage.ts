/**
 * A course's coverage -> two Markdown tables: what the exams draw, should have and have by domain, and every question by domain,
 * difficulty and type. Also their place in a README. Knows no files.
 */
import { type CourseCoverage, type CoverageRow, DIFFICULTIES, SPARE } from './course-coverage.ts';

/** What stands between these lines is written by the tool, all else by the author. */
const BEGIN = '<!-- coverage: written by "coursewright coverage --write" -->';
const END = '<!-- /coverage -->';

type Line = readonly string[];

export function formatCoverage(coverage: CourseCoverage): string {
  const { rows, exams } = coverage;
  if (rows.length === 0) return 'The course has no questions.';
  const parts = exams.length === 0 ? [] : [formatPlan(rows)];
  return [...parts, formatQuestions(rows), formatShares(rows)].join('\n\n');
}

/**
 * Puts the tables where the marks stand, or at the end of a text without marks.
 * @returns the text unchanged in every other line, with its own line ends
 */
export function placeCoverage(readme: string, coverage: CourseCoverage): string {
  if (readme.includes('\r\n')) return placeCoverage(readme.replaceAll('\r\n', '\n'), coverage).replaceAll('\n', '\r\n');
  const block = `${BEGIN}\n\n${formatCoverage(coverage)}\n\n${END}`;
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END, begin);
  if (begin !== -1 && end !== -1) return `${readme.slice(0, begin)}${block}${readme.slice(end + END.length)}`;
  const before = readme.trimEnd();
  return `${before === '' ? `# ${coverage.title}` : before}\n\n## Coverage\n\n${block}\n`;
}

function formatPlan(rows: readonly CoverageRow[]): string {
  const examined = rows.filter(({ drawn, present }) => drawn > 0 || present > 0);
  const lines = examined.map((row) => [nameOf(row), ...[row.drawn, row.planned, row.present].map(String)]);
  return [
    `What the exams draw at most in one attempt, ${SPARE} times that as the plan, and what their banks hold.`,
    toTable(['Domain', 'Drawn', 'Planned', 'Present'], lines, sums(lines)),
  ].join('\n\n');
}

function formatQuestions(rows: readonly CoverageRow[]): string {
  const types = [...new Set(rows.flatMap(({ cells }) => cells.map(({ type }) => type)))].sort();
  const lines = rows.flatMap((row) =>
    DIFFICULTIES.flatMap((difficulty) => {
      const cells = row.cells.filter((cell) => cell.difficulty === difficulty);
      const counts = types.map((type) => cells.find((cell) => cell.type === type)?.questions ?? 0);
      const all = counts.reduce((sum, count) => sum + count, 0);
      const level = row.levels.find((candidate) => candidate.difficulty === difficulty);
      const plan = level === undefined ? ['', ''] : [String(level.planned), String(level.present)];
      const isEmpty = all === 0 && (level?.planned ?? 0) === 0;
      return isEmpty ? [] : [[nameOf(row), difficulty, ...plan, ...counts.map(orBlank), String(all)]];
    }),
  );
  return [
    'By difficulty: what the banks of the exams should hold (a third application, a sixth analysis, recall at most the rest) and hold; then every question of the course by type, those of lessons and quizzes too.',
    toTable(['Domain', 'Difficulty', 'Planned', 'Present', ...types, 'All'], lines, sums(lines)),
  ].join('\n\n');
}

function formatShares(rows: readonly CoverageRow[]): string {
  const count = (difficulty: string) =>
    rows
      .flatMap(({ cells }) => cells)
      .reduce((sum, cell) => sum + (cell.difficulty === difficulty ? cell.questions : 0), 0);
  const all = rows.reduce((sum, { questions }) => sum + questions, 0);
  const shares = DIFFICULTIES.map((difficulty) => `${difficulty} ${Math.round((count(difficulty) / all) * 100)} %`);
  return `Of ${all} questions: ${shares.join(', ')}.`;
}

function nameOf({ kind, title, setting }: CoverageRow): string {
  if (kind === 'cases') return setting === undefined ? 'Records to code (cases)' : `Records to code: ${setting}`;
  if (kind === 'pretest') return 'Items that do not count (pretest)';
  return title === '' ? 'No domain' : title;
}

function orBlank(count: number): string {
  return count === 0 ? '' : String(count);
}

/** A last line with the sum of every column of numbers. */
function sums(lines: readonly Line[]): Line {
  const width = lines[0]?.length ?? 0;
  return Array.from({ length: width }, (_, column) => {
    if (column === 0) return 'All';
    const cells = lines.map((line) => line[column] ?? '');
    return cells.some((cell) => /[^0-9]/.test(cell)) ? '' : String(cells.reduce((sum, cell) => sum + Number(cell), 0));
  });
}

/** Columns of numbers stand to the right. */
function toTable(head: Line, lines: readonly Line[], last: Line): string {
  const isNumber = head.map((_, column) => lines.every((line) => /^[0-9]*$/.test(line[column] ?? '')));
  const row = (cells: Line) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [row(head), row(isNumber.map((is) => (is ? '--:' : '---'))), ...lines.map(row), row(last)].join('\n');
}
