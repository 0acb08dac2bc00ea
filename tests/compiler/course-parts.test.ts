import { expect, it } from 'vitest';
import { checkCourses } from '../../src/api.ts';

it('a part has its own description, or that of its course', () => {
  const { models, courses } = checkCourses({ workspace: 'tests/fixtures/valid/everything', asOf: '2026-11-22' });
  const described = models
    .filter(({ course }) => course === 'all-features')
    .map(({ part, description }) => [part, description]);
  expect(described).toEqual([
    ['study', courses.find(({ folder }) => folder === 'all-features')?.data.description],
    ['practice', 'Two quizzes that count.'],
  ]);
});
