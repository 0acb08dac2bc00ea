/**
 * The packages that ship, each gone through from its first page to its last by keyboard alone and answered by its own keys: whoever
 * knows everything has everything right, and the LMS holds it. Every record is coded once in each package that has it; with
 * `COURSEWRIGHT_PLAY=all` every question is answered.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { checkCourses } from '../../src/api.ts';
import { buildPackageData } from '../../src/compiler/5-render/build-package-data.ts';
import type { PackageModel } from '../../src/compiler/hand-over.ts';
import { computeWorstCase } from '../../src/shared/state-budget.ts';
import { fixDraw, reportedIds } from '../lms/exam-driver.ts';
import { playPackage } from '../lms/play-package.ts';
import { useLms } from '../lms/use-lms.ts';

const lms = useLms();
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { models } = checkCourses({ workspace: join(ROOT, 'course-source'), asOf: '2026-11-22' });

const recordsOf = ({ questions }: PackageModel): readonly string[] =>
  [...questions.values()].filter(({ body }) => body.type === 'case').map(({ id }) => id);
const playsAll = process.env.COURSEWRIGHT_PLAY === 'all';

beforeAll(async () => {
  await lms.serveFixture('course-source');
});

it('are all that the courses list', () => {
  expect(models.map(({ name }) => name).sort()).toEqual([
    'ccs-exam-prep-drills',
    'ccs-exam-prep-full-mock-exam',
    'ccs-exam-prep-mock-exam',
    'ccs-exam-prep-study',
    'cpc-exam-prep-drills',
    'cpc-exam-prep-mock-exam',
    'cpc-exam-prep-study',
    'cpc-vs-ccs',
  ]);
});

it.each(models)('$name', { timeout: 1_200_000 }, async (model) => {
  const course = await lms.open();
  await fixDraw(course, 0.37);
  const asked = [...model.questions.keys()];
  const records = recordsOf(model);
  const played = await playPackage(course, model, playsAll ? asked : records);
  expect(played.pages).toEqual(model.activities.map(({ id }) => id));
  const answered = new Set(played.answers);
  expect((playsAll ? asked : records).filter((id) => !answered.has(id))).toEqual([]);

  const held = await course.dump();
  expect({
    score: held['cmi.core.score.raw'] ?? '',
    status: held['cmi.core.lesson_status'],
    exit: held['cmi.core.exit'],
  }).toEqual({
    score: model.grade === undefined ? '' : '100',
    status: model.grade?.pass === undefined ? 'completed' : 'passed',
    // What is reported needs no resuming.
    exit: '',
  });
  const results = reportedIds(held).map((id, at) => [id, held[`cmi.interactions.${at}.result`]]);
  expect(results.filter(([, result]) => result !== 'correct')).toEqual([]);
  expect(await course.faults()).toEqual([]);

  const lengths = (await course.calls()).flatMap(
    (call) => /^LMSSetValue\(cmi\.suspend_data, (.*)\) true$/s.exec(call)?.[1]?.length ?? [],
  );
  const worst = computeWorstCase(buildPackageData(model, '')).characters;
  expect(lengths.length).toBeGreaterThan(0);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(worst);
  expect(worst).toBeLessThanOrEqual(4096);
});
