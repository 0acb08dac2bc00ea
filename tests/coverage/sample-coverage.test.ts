/** The coverage tables in the READMEs of the courses that ship are those of the courses as they are, and no exam draws from too few. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkCourses } from '../../src/api.ts';
import { describeCoverage } from '../../src/coverage/course-coverage.ts';
import { placeCoverage } from '../../src/coverage/format-coverage.ts';

const SOURCE = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'course-source');
const { courses, workspace } = checkCourses({ workspace: SOURCE, asOf: '2026-11-22' });

test.each(courses)('$folder', (course) => {
  if (workspace === undefined) throw new Error('course-source has no workspace');
  const coverage = describeCoverage(course, workspace);
  const readme = readFileSync(join(SOURCE, course.folder, 'README.md'), 'utf8');
  // Mended by "npx coursewright coverage --write".
  expect(readme).toBe(placeCoverage(readme, coverage));
  const short = coverage.rows.filter(({ planned, present }) => present < planned);
  expect(short.map(({ title, planned, present }) => `${title}: ${present} of ${planned}`)).toEqual([]);
  // A sixth analysis, and with it half beyond recall.
  const easy = coverage.rows.flatMap(({ title, levels }) => {
    const [, application, analysis] = levels;
    if (application === undefined || analysis === undefined) return [];
    const spare = analysis.present - analysis.planned;
    return spare < 0 || application.present + spare < application.planned ? [title] : [];
  });
  expect(easy).toEqual([]);
});
