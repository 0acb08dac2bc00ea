import { expect, test } from 'vitest';
import type { GradeModel, PackageModel } from '../../src/compiler/hand-over.ts';
import { scorm12 } from '../../src/targets/scorm12/scorm12.ts';
import { sampleRendered } from './sample-package.ts';

const graded: GradeModel = { activities: [{ id: 'final', weight: 1 }], attempt: 'best', pass: 70 };

function stepsFor(lms: string, changes: Partial<PackageModel>): string {
  const guide = scorm12.uploadGuide(sampleRendered(changes)).find((candidate) => candidate.lms === lms);
  return guide?.steps.join('\n') ?? '';
}

test('the first line for Canvas says that a licensed tool is needed', () => {
  const canvas = scorm12.uploadGuide(sampleRendered()).find((guide) => guide.lms === 'Canvas');
  expect(canvas?.steps[0]).toContain('only with a licensed SCORM tool');
});

test('Moodle is told to require the status that the course sends', () => {
  expect(stepsFor('Moodle 4.5', { grade: graded })).toContain('"Passed" only');
  expect(stepsFor('Moodle 4.5', { grade: graded })).toContain('70 percent');
  expect(stepsFor('Moodle 4.5', { grade: { ...graded, pass: undefined } })).toContain('"Completed" only');
  expect(stepsFor('Moodle 4.5', {})).toContain('"Completed" only');
});

test('a course with a score is graded by the highest, one without is not graded', () => {
  expect(stepsFor('Moodle 4.5', { grade: graded })).toContain('"Grading method: Highest grade"');
  expect(stepsFor('Moodle 4.5', {})).toContain('no score');
  expect(stepsFor('Canvas', {})).toContain('Ungraded');
});

test('a held-back status is told', () => {
  expect(stepsFor('Canvas', { grade: graded, report: 'when-finished' })).toContain('"Finish and report"');
  expect(stepsFor('Canvas', { grade: graded })).not.toContain('"Finish and report"');
});

test('resuming is kept possible', () => {
  expect(stepsFor('Moodle 4.5', {})).toContain('"Force new attempt: No"');
});
