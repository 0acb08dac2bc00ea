/** CW1100-1149: what the years do to a course, and what a target's fields can hold: leftovers, facts nobody checked lately, long titles. */
import { defineRule } from '../rule.ts';

export const bankNotUsed = defineRule<{ readonly path: string; readonly questions: number }>({
  code: 'CW1100',
  name: 'bank-not-used',
  severity: 'warning',
  message: ({ path, questions }) =>
    `no quiz, exam or lesson asks ${questions === 1 ? 'the question' : `any of the ${questions} questions`} of ${path}`,
  hint: ({ path }) => `draw from it with "from: [${path}]", name its questions in a quiz, or delete it`,
  why: 'Questions that nothing asks are in no package. Often a quiz names another bank by mistake.',
  fix: 'Name the bank or its questions in a quiz of course.yaml, or use `::check` in a lesson.',
  before: 'banks/claims.yaml, and no quiz that names it',
  after: '- quiz: claims-quiz\n  title: Claims\n  from: [banks/claims.yaml]\n  draw: 10',
});

export const staleFact = defineRule<{ readonly what: string; readonly date: string; readonly months: number }>({
  code: 'CW1101',
  name: 'stale-fact',
  severity: 'warning',
  message: ({ what, date, months }) =>
    `${what} was last checked on ${date}, more than ${months} ${months === 1 ? 'month' : 'months'} ago`,
  hint: () => 'read the source again, correct the value, and write today as "checked:"',
  why: 'Fees, item counts and rules change from year to year, and learners pay by them.',
  fix: 'Open the source, compare, and set `checked:` to the day you did so.',
  before: 'checked: 2024-03-01',
  after: 'checked: 2026-11-22',
});

export const titleTooLong = defineRule<{ readonly length: number; readonly limit: number; readonly target: string }>({
  code: 'CW1110',
  name: 'title-too-long',
  severity: 'error',
  message: ({ length, limit, target }) => `this title has ${length} characters, and ${target} takes ${limit}`,
  hint: () => 'shorten it; the description has room for the rest',
  why: 'The learning system cuts or refuses a longer title when the package is uploaded.',
  fix: 'Write a shorter title.',
  before: 'title: Everything that …',
  after: 'title: CPC or CCS?',
});

export const reportedIdTooLong = defineRule<{
  readonly id: string;
  readonly length: number;
  readonly limit: number;
  readonly target: string;
}>({
  code: 'CW1111',
  name: 'reported-id-too-long',
  severity: 'error',
  message: ({ id, length, limit, target }) =>
    `the id "${id}" has ${length} characters, and ${target} can report ids of ${limit} at most`,
  hint: () => 'give it a shorter id and list this one under "formerly:"',
  why: 'Answers are reported to the learning system under the id. A longer one would be cut or refused.',
  fix: 'Shorten the id and list the old one under `formerly:`.',
  before: 'id: which-credential-do-hospitals-in-our-state-ask-for',
  after: 'id: hospital-credential\nformerly: [which-credential-do-hospitals-in-our-state-ask-for]',
});

export const upkeepRules = [bankNotUsed, staleFact, titleTooLong, reportedIdTooLong] as const;
