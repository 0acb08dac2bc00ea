/** CW1050-1069: what a schema says about the fields of a YAML file or a lesson's head. */
import { defineRule } from '../rule.ts';

export const unknownField = defineRule<{
  field: string;
  owner: string;
  known: readonly string[];
  nearest: string | undefined;
}>({
  code: 'CW1051',
  name: 'unknown-field',
  severity: 'error',
  message: ({ field, owner }) => `${owner} has no field "${field}"`,
  hint: ({ known, nearest }) =>
    nearest !== undefined
      ? `did you mean "${nearest}"?`
      : known.length === 0
        ? 'take it out'
        : `the fields that may stand here are ${known.join(', ')}`,
  why: 'A field that nobody reads would be lost without a word: a misspelled `correct:` would make the key vanish.',
  fix: 'Correct the spelling, move the field to where it belongs, or remove it.',
  before: 'tittle: Settings',
  after: 'title: Settings',
});

export const missingField = defineRule<{ field: string; owner: string; description: string }>({
  code: 'CW1052',
  name: 'missing-field',
  severity: 'error',
  message: ({ field, owner }) => `${owner} has no "${field}"`,
  hint: ({ field, description }) => `add "${field}:"${description === '' ? '' : `, ${toClause(description)}`}`,
  why: 'The page, the grade or the report cannot be made without this field.',
  fix: 'Add the field that the message names. Hover over a field in the editor to read what it is for.',
  before: '- id: a\n  text: CPC',
  after: '- id: a\n  text: CPC\n  why: It tests outpatient coding.',
});

export const emptyField = defineRule<{ field: string }>({
  code: 'CW1053',
  name: 'empty-field',
  severity: 'error',
  message: ({ field }) => `${field} is empty`,
  hint: () => 'write a value after it, or remove it where it is not required',
  why: 'An empty value would show as an empty place on a page.',
  fix: 'Write the value.',
  before: 'title:',
  after: 'title: The two credentials',
});

export const wrongKind = defineRule<{ field: string; expected: string; found: string; hint: string | undefined }>({
  code: 'CW1054',
  name: 'wrong-kind-of-value',
  severity: 'error',
  message: ({ field, expected, found }) => `${field} must be ${expected}, not ${found}`,
  hint: ({ hint }) => hint,
  why: 'Each field holds one kind of value: text, a number, a list, or fields of its own.',
  fix: 'Write the value in the form that the message names. A list has one entry per line, each starting with "- ".',
  before: 'objectives: Name three settings.',
  after: 'objectives:\n  - Name three settings.',
});

export const badId = defineRule<{ value: string; expected: string; suggestion: string | undefined }>({
  code: 'CW1055',
  name: 'bad-id',
  severity: 'error',
  message: ({ value, expected }) => `the id "${value}" ${expected}`,
  hint: ({ suggestion }) => (suggestion === undefined ? undefined : `for example "${suggestion}"`),
  why: 'Ids stand in file names, web addresses and saved answers, where other characters get lost.',
  fix: 'Use lower-case letters, digits and hyphens only, starting with a letter.',
  before: 'id: Quiz 1',
  after: 'id: quiz-1',
});

export const outOfRange = defineRule<{ field: string; expected: string; value: string }>({
  code: 'CW1056',
  name: 'value-out-of-range',
  severity: 'error',
  message: ({ field, expected, value }) => `${field} ${expected}, not ${value}`,
  why: 'The value makes no sense for this field, or a learner could never reach it.',
  fix: 'Choose a value in the range that the message names.',
  before: 'pass: 700',
  after: 'pass: 70',
});

export const notANumber = defineRule<{ field: string; expected: string; value: string }>({
  code: 'CW1057',
  name: 'not-a-number',
  severity: 'error',
  message: ({ field, expected, value }) => `${field} ${expected}, not "${value}"`,
  hint: () => 'write digits only, without a unit or a percent sign',
  why: 'This field is used for counting.',
  fix: 'Write digits only.',
  before: 'minutes: 12 min',
  after: 'minutes: 12',
});

export const badDate = defineRule<{ field: string; value: string }>({
  code: 'CW1058',
  name: 'bad-date',
  severity: 'error',
  message: ({ field, value }) => `${field} must be a date such as 2026-10-01, not "${value}"`,
  hint: () => 'write year, month and day, each with all its digits',
  why: 'Dates are compared and shown; other forms mean different days to different people.',
  fix: 'Write the date as year-month-day.',
  before: 'checked: 11/22/2026',
  after: 'checked: 2026-11-22',
});

export const unknownChoice = defineRule<{
  field: string;
  value: string;
  choices: readonly string[];
  nearest: string | undefined;
  expected: string | undefined;
}>({
  code: 'CW1059',
  name: 'unknown-choice',
  severity: 'error',
  message: ({ field, value, expected }) =>
    expected === undefined ? `${field} cannot be "${value}"` : `${field} ${expected}, not "${value}"`,
  hint: ({ choices, nearest, expected }) =>
    nearest !== undefined
      ? `did you mean "${nearest}"?`
      : expected === undefined
        ? `write ${choices.join(' or ')}`
        : undefined,
  why: 'Only these words mean something in this field.',
  fix: 'Write one of the words that the hint or the message names.',
  before: 'difficulty: aplication',
  after: 'difficulty: application',
});

export const textTooLong = defineRule<{ field: string; expected: string; length: number }>({
  code: 'CW1060',
  name: 'text-too-long',
  severity: 'error',
  message: ({ field, expected, length }) => `${field} ${expected}; this one has ${length}`,
  hint: () => 'shorten it; details belong in a lesson or a rationale',
  why: 'Longer texts are cut by learning systems or break the layout of a small screen.',
  fix: 'Shorten the text.',
  before: 'title: A title that goes on and on …',
  after: 'title: Outpatient coding',
});

export const emptyList = defineRule<{ field: string }>({
  code: 'CW1061',
  name: 'empty-list',
  severity: 'error',
  message: ({ field }) => `${field} must hold at least one entry`,
  hint: () => 'add an entry, or remove the field where it is not required',
  why: 'A list without entries says nothing.',
  fix: 'Add at least one entry, or remove the field.',
  before: 'courses: []',
  after: 'courses:\n  - cpc-vs-ccs',
});

export const badForm = defineRule<{ field: string; expected: string; value: string }>({
  code: 'CW1062',
  name: 'bad-form',
  severity: 'error',
  message: ({ field, expected, value }) =>
    value === '' ? `${field} ${expected}` : `${field} ${expected}, not "${value}"`,
  why: 'Values such as versions, colors, languages and web addresses are read by machines and have one form.',
  fix: 'Write the value in the form that the message names.',
  before: 'version: "1.0"',
  after: 'version: 1.0.0',
});

export const emptyFile = defineRule<{ what: string }>({
  code: 'CW1063',
  name: 'empty-file',
  severity: 'error',
  message: ({ what }) => `this file is empty, and ${what} was expected`,
  hint: () => 'fill it or delete it',
  why: 'The file lies where the course looks for content, so it is probably not finished.',
  fix: 'Write its content, or delete the file.',
  before: '# only a comment',
  after: 'domain: guidance\nquestions:\n  - id: …',
});

/** `The title.` -> `the title`. */
function toClause(description: string): string {
  const clause = description.endsWith('.') ? description.slice(0, -1) : description;
  return /^[A-Z][a-z]|^A /.test(clause) ? clause.charAt(0).toLowerCase() + clause.slice(1) : clause;
}

export const formsRules = [
  unknownField,
  missingField,
  emptyField,
  wrongKind,
  badId,
  outOfRange,
  notANumber,
  badDate,
  unknownChoice,
  textTooLong,
  emptyList,
  badForm,
  emptyFile,
] as const;
