/** When the status is sent where the author does not say: with an exam, when the learner asks for it. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkCourses } from '../../src/api.ts';

const VALID = join(import.meta.dirname, '..', 'fixtures', 'valid');

function reportsOf(workspace: string): readonly string[] {
  const { models } = checkCourses({ workspace: join(VALID, workspace), asOf: '2026-11-22' });
  return models.map(({ report }) => report);
}

test('a package with an exam withholds its status until the learner reports it, any other does not', () => {
  // The package and its two variants.
  expect(reportsOf('exams')).toEqual(['when-finished', 'when-finished', 'when-finished']);
  expect(reportsOf('minimal')).toEqual(['when-earned']);
});
