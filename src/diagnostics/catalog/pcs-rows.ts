/** CW5050-5059: rows of ICD-10-PCS tables that drills need. */
import { defineRule } from '../rule.ts';

export const rowsNotKnown = defineRule<{
  question: string;
  table: string;
  edition: string;
  file: string;
  tables: string;
}>({
  code: 'CW5050',
  name: 'rows-not-known',
  severity: 'warning',
  message: ({ question, table, edition }) =>
    `the rows of table ${table} of ${edition} are neither in codes.lock nor in an imported edition, so "${question}" cannot show what may be chosen`,
  hint: ({ file, tables }) =>
    `import ${file} and ${tables} with "coursewright codes add", then run "coursewright codes lock"`,
  why: 'A code is built over the rows of its table. Without them learners type each character, and the page says that the rows are not known.',
  fix: 'Import the order file of the edition and a tables file (that of the year before serves where the new one is not there yet), and the definitions file for explanations.',
  before: 'a drill on 0DTJ4ZZ, and a codes.lock without the table 0DT',
  after:
    'coursewright codes add icd10pcs_order_2026.txt icd10pcs_tables_2026.xml icd10pcs_definitions_2026.xml\ncoursewright codes lock',
});

export const rowsBehind = defineRule<{ count: number; what: string; edition: string }>({
  code: 'CW5051',
  name: 'rows-behind',
  severity: 'warning',
  message: ({ count, what, edition }) =>
    `codes.lock lacks ${count === 1 ? 'a line' : `${count} lines`} that drills need of ${edition}: ${what}`,
  hint: () => 'run "coursewright codes lock"',
  why: 'Packages take the rows, names and definitions of drills from the lock, so that every computer builds the same package.',
  fix: 'Write the lock anew and commit it.',
  before: 'a new drill on 0DTJ4ZZ, and a codes.lock from before it',
  after: 'coursewright codes lock',
});

export const rowsDiffer = defineRule<{ what: string; edition: string }>({
  code: 'CW5052',
  name: 'rows-differ',
  severity: 'warning',
  message: ({ what, edition }) => `this line is not what ${edition} says of ${what}`,
  hint: () => 'run "coursewright codes lock"',
  why: 'The official files decide; learners would build codes that are none, or miss some that are.',
  fix: 'Write the lock anew and commit it.',
  before: 'pcs-table\t2026\t0DT\t2025\t.J.0.Z.Z',
  after: 'pcs-table\t2026\t0DT\t2025\t.J.048.Z.Z',
});

export const keyInNoRow = defineRule<{ question: string; code: string; table: string; edition: string }>({
  code: 'CW5053',
  name: 'key-in-no-row',
  severity: 'error',
  message: ({ question, code, table, edition }) =>
    `no row of table ${table} in codes.lock holds ${code}, the answer of "${question}" (${edition})`,
  hint: () => 'correct the code; where it is right, import the official files and run "coursewright codes lock"',
  why: 'Characters 4 to 7 must stand in one row of the table. Nobody could build this code.',
  fix: 'Look the code up with `coursewright codes show`, and correct it or the lock.',
  before: 'expect: 0DTJ3ZZ',
  after: 'expect: 0DTJ4ZZ',
});

export const missInNoRow = defineRule<{ question: string; code: string; edition: string }>({
  code: 'CW5054',
  name: 'miss-in-no-row',
  severity: 'warning',
  message: ({ question, code, edition }) =>
    `question "${question}" foresees ${code}, but no row of ${edition} holds it, so that nobody can build it`,
  hint: () => 'foresee a code that can be built, or tell the reason under "why:" of a character',
  why: 'Lists offer only what stands in a row; the reason of this miss would never be read.',
  fix: 'Replace the miss by a valid code, or delete it.',
  before: 'misses:\n  - code: 0DTJ3ZZ\n    why: …',
  after: 'misses:\n  - code: 0DTJ0ZZ\n    why: …',
});

export const offerUnknown = defineRule<{ question: string; offer: string; edition: string }>({
  code: 'CW5055',
  name: 'offer-unknown',
  severity: 'error',
  message: ({ question, offer, edition }) =>
    `question "${question}" offers "${offer}", but ${edition} has no table that begins so`,
  hint: () => 'offer a body system such as 0W, or a table such as 0W9',
  why: 'Only tables of the edition can be chosen.',
  fix: 'Correct the beginning, or delete it from `offer:`.',
  before: 'offer: [0A]',
  after: 'offer: [0W]',
});

export const valueWithoutName = defineRule<{ table: string; values: string; edition: string; file: string }>({
  code: 'CW5056',
  name: 'value-without-name',
  severity: 'warning',
  message: ({ table, values, edition }) =>
    `table ${table} of ${edition} has values that no tables file at hand names: ${values}`,
  hint: ({ file }) => `import ${file} with "coursewright codes add", then run "coursewright codes lock"`,
  why: 'Rows come from the codes of the edition, names from a tables file. A value that is new since then stands in the list without a name.',
  fix: 'Import the tables file of the edition.',
  before: 'a drill over 0SR, with the order file of 2026 and the tables file of 2025',
  after: 'coursewright codes add icd10pcs_tables_2026.xml',
});

export const pcsRowsRules = [
  rowsNotKnown,
  rowsBehind,
  rowsDiffer,
  keyInNoRow,
  missInNoRow,
  offerUnknown,
  valueWithoutName,
] as const;
