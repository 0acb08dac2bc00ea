/** Rules of the command itself: what was asked for, and our own mistakes. */
import { defineRule } from '../rule.ts';

export const unknownCourse = defineRule<{ name: string; nearest: string | undefined }>({
  code: 'CW9001',
  name: 'unknown-course',
  severity: 'error',
  message: ({ name }) => `there is no course "${name}" in this workspace`,
  hint: ({ nearest }) =>
    nearest === undefined ? 'run "coursewright list" to see the courses' : `did you mean "${nearest}"?`,
  why: 'Only courses that coursewright.yaml lists are built.',
  fix: 'Check the name, or add the course under `courses:` in coursewright.yaml.',
  before: 'coursewright build cpc-vs-csc',
  after: 'coursewright build cpc-vs-ccs',
});

export const unreadablePackage = defineRule<{ reason: string }>({
  code: 'CW9002',
  name: 'unreadable-package',
  severity: 'error',
  message: ({ reason }) => `this file cannot be read: ${reason}`,
  hint: () => 'check the path, and that you may read the file',
  why: 'A package can only be verified when its file can be opened.',
  fix: 'Check the path. On Windows, close the program that holds the file open.',
  before: 'coursewright verify dist/cpc.zip',
  after: 'coursewright verify dist/cpc-exam-prep.zip',
});

export const internalError = defineRule<{ what: string }>({
  code: 'CW9999',
  name: 'internal-error',
  severity: 'error',
  message: ({ what }) => `Coursewright made a mistake of its own: ${what}`,
  hint: () => 'nothing was written; please report this with the command you ran and the file it was reading',
  why: 'This is a fault in the tool, not in your course.',
  fix: 'Report it. Until it is mended, undo the last change to the course and try again.',
  before: '',
  after: '',
});

export const commandRules = [unknownCourse, unreadablePackage, internalError] as const;
