/** CW5060-5069: look-up lists of exams. */
import { defineRule } from '../rule.ts';

export const lookUpNotKnown = defineRule<{ list: string; edition: string; file: string | undefined }>({
  code: 'CW5060',
  name: 'look-up-not-known',
  severity: 'warning',
  message: ({ list, edition }) =>
    `the look-up list ${list} is not in codes.lock as ${edition} has it, so the exam's panel lacks it`,
  hint: ({ file }) =>
    file === undefined
      ? 'run "coursewright codes lock"'
      : `import ${file} with "coursewright codes add" and run "coursewright codes lock"`,
  why: 'Packages take look-up lists from codes.lock, so that everybody builds the same panel, with the official files or without.',
  fix: 'Import the official file of the edition where it is not at hand, write the lock anew, and commit it.',
  before: 'look-up:\n  - prefix: E11   # and no line of it in codes.lock',
  after: 'look-up:\n  - prefix: E11   # after "coursewright codes lock"',
});

export const lookUpEmpty = defineRule<{ list: string; edition: string }>({
  code: 'CW5061',
  name: 'look-up-empty',
  severity: 'error',
  message: ({ list, edition }) => `${edition} has no valid code for the look-up list ${list}`,
  hint: () => 'correct it, or remove it from the list; "coursewright codes find" searches by code and by words',
  why: 'A learner who looks for these codes would find nothing.',
  fix: 'Write the beginning of codes, whole codes, or the three characters of a table that the edition has.',
  before: 'look-up:\n  - prefix: EII',
  after: 'look-up:\n  - prefix: E11',
});

export const lookUpTooLarge = defineRule<{
  exam: string;
  codes: number;
  kilobytes: number;
  most: { codes: number; kilobytes: number };
}>({
  code: 'CW5062',
  name: 'look-up-too-large',
  severity: 'error',
  message: ({ exam, codes, kilobytes }) => `the look-up list of "${exam}" has ${codes} codes, ${kilobytes} KB`,
  hint: ({ most }) =>
    `keep to ${most.codes} codes and ${most.kilobytes} KB: list longer beginnings, or single codes that learners need`,
  why: 'The list is loaded and searched in the browser, on phones too, while the clock of the exam runs.',
  fix: 'List what the exam is about, not a whole chapter.',
  before: 'look-up:\n  - prefix: S72',
  after: 'look-up:\n  - prefix: S72.0',
});

export const lookUpsRules = [lookUpNotKnown, lookUpEmpty, lookUpTooLarge] as const;
