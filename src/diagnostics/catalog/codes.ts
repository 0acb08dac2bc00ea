/** CW5000-5099: codes and codes.lock. */
import { defineRule } from '../rule.ts';

const GOOD_LINE = 'icd-10-cm\tE11.9\t2026\tvalid\tType 2 diabetes mellitus without complications';

export const lockWithoutHeader = defineRule<{ expected: string }>({
  code: 'CW5000',
  name: 'lock-without-header',
  severity: 'error',
  message: ({ expected }) => `codes.lock must begin with the line "${expected}"`,
  hint: () => 'write that line at the very top',
  why: 'The first line says in which form the rest is written.',
  fix: 'Write the line at the top of the file.',
  before: GOOD_LINE,
  after: `coursewright-codes-lock 1\n${GOOD_LINE}`,
});

export const brokenLockLine = defineRule<{ problem: string; isOfTables: boolean }>({
  code: 'CW5001',
  name: 'broken-lock-line',
  severity: 'error',
  message: ({ problem }) => `this line of codes.lock cannot be read: ${problem}`,
  hint: ({ isOfTables }) =>
    isOfTables
      ? 'run "coursewright codes lock", which writes the lines of tables'
      : 'a line is system, code, edition, status and title, with a tab between them',
  why: 'The titles on the pages come from these lines.',
  fix: 'Write system, code, edition, status (valid, header, deleted or unknown) and the official title, separated by tabs.',
  before: 'icd-10-cm E11.9 2026 valid Type 2 diabetes mellitus without complications',
  after: GOOD_LINE,
});

export const lockedTwice = defineRule<{ system: string; code: string; edition: string }>({
  code: 'CW5002',
  name: 'code-locked-twice',
  severity: 'error',
  message: ({ system, code, edition }) => `the code ${code} of ${system}@${edition} stands twice in codes.lock`,
  hint: () => 'keep the line with the official title',
  why: 'Two lines could give two titles to one code.',
  fix: 'Delete one of the lines.',
  before: `${GOOD_LINE}\n${GOOD_LINE}`,
  after: GOOD_LINE,
});

export const editionNotDeclared = defineRule<{ edition: string }>({
  code: 'CW5003',
  name: 'edition-not-declared',
  severity: 'error',
  message: ({ edition }) => `the edition ${edition} is not declared at the top of codes.lock`,
  hint: ({ edition }) => `add a line "edition", ${edition}, its first and its last day, with tabs between them`,
  why: 'The declaration says from when to when the codes of an edition are valid.',
  fix: 'Declare the edition below the first line.',
  before: 'coursewright-codes-lock 1\nicd-10-cm\tE11.9\t2026\tvalid\t…',
  after: 'coursewright-codes-lock 1\nedition\ticd-10-cm@2026\t2025-10-01\t2026-09-30\nicd-10-cm\tE11.9\t2026\tvalid\t…',
});

export const codeNotChecked = defineRule<{ system: string; code: string; more: number; edition: string; file: string }>(
  {
    code: 'CW5010',
    name: 'code-not-checked',
    severity: 'warning',
    message: ({ system, code, more, edition }) =>
      `the ${system} code ${code} is ${edition === '' ? '' : 'not checked against a current edition: it is '}neither in codes.lock nor in an imported edition, so nobody checked it${more === 0 ? '' : ` (it stands in ${more} more ${more === 1 ? 'place' : 'places'})`}`,
    hint: ({ file }) =>
      `import ${file} with "coursewright codes add" and run "coursewright codes lock"; write {invalid=true} where the code is meant to be wrong`,
    why: 'A mistyped or outdated code teaches learners something wrong. The lock holds the codes that were checked against the official files.',
    fix: 'Import the official file of the edition, then write the lock anew.',
    before: ':code[E11.99]',
    after: ':code[E11.9]',
  },
);

export const lockBehind = defineRule<{ count: number; code: string; edition: string }>({
  code: 'CW5012',
  name: 'lock-behind',
  severity: 'warning',
  message: ({ count, code, edition }) =>
    `codes.lock lacks ${count === 1 ? `the code ${code}` : `${count} codes, ${code} among them`}, which ${count === 1 ? 'is' : 'are'} in ${edition}`,
  hint: () => 'run "coursewright codes lock"',
  why: 'The lock is what others check against who do not have the official files, and where pages take titles from.',
  fix: 'Write the lock anew and commit it.',
  before: 'a course that uses I10, and a codes.lock without it',
  after: 'coursewright codes lock',
});

export const lockDiffers = defineRule<{ code: string; edition: string; what: string }>({
  code: 'CW5013',
  name: 'lock-differs',
  severity: 'warning',
  message: ({ code, edition, what }) => `this line is not what ${edition} says of ${code}: ${what}`,
  hint: () => 'run "coursewright codes lock"',
  why: 'The official files decide; a lock that was edited by hand or made from other files would teach something else.',
  fix: 'Write the lock anew and commit it.',
  before: 'icd-10-cm\tE11.9\t2026\tvalid\tDiabetes',
  after: GOOD_LINE,
});

export const unknownCodeSystem = defineRule<{ system: string; known: readonly string[]; nearest: string | undefined }>({
  code: 'CW5011',
  name: 'unknown-code-system',
  severity: 'error',
  message: ({ system }) => `there is no code system "${system}"`,
  hint: ({ known, nearest }) =>
    nearest === undefined ? `the systems are ${known.join(', ')}` : `did you mean "${nearest}"?`,
  why: 'The system says where the code is looked up.',
  fix: 'Write one of the systems that the hint lists.',
  before: ':code[0DTJ4ZZ]{system=icd10pcs}',
  after: ':code[0DTJ4ZZ]{system=icd-10-pcs}',
});

export const codesRules = [
  lockWithoutHeader,
  brokenLockLine,
  lockedTwice,
  editionNotDeclared,
  codeNotChecked,
  lockBehind,
  lockDiffers,
  unknownCodeSystem,
] as const;
