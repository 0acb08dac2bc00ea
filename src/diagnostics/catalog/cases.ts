/** CW3050-3069: cases, which give a record to code. */
import { defineRule } from '../rule.ts';

interface InQuestion {
  readonly question: string;
}

export const documentTwice = defineRule<InQuestion & { document: string }>({
  code: 'CW3050',
  name: 'document-twice',
  severity: 'error',
  message: ({ question, document }) => `case "${question}" has two documents with the id "${document}"`,
  hint: () => 'give one of them another id',
  why: 'A document is found by its id, so each needs its own.',
  fix: 'Change one of the two ids.',
  before: 'documents:\n  - id: note\n  - id: note',
  after: 'documents:\n  - id: admission-note\n  - id: discharge-note',
});

export const principalCount = defineRule<InQuestion & { count: number }>({
  code: 'CW3051',
  name: 'principal-count',
  severity: 'error',
  message: ({ question, count }) =>
    count === 0
      ? `case "${question}" has no principal diagnosis`
      : `case "${question}" has ${count} principal diagnoses in one key`,
  hint: ({ count }) =>
    count === 0
      ? 'write "principal:" with its code, or in every group of one of the alternatives'
      : 'keep one; where either may come first, let each group of an alternative have its own',
  why: 'A record has one principal diagnosis, or first-listed one outside a hospital stay. Without it, or with two, no answer could be complete.',
  fix: 'Write `principal:` once, either in the case or in each group of one `alternatives:` entry.',
  before: 'type: case\nsecondary:\n  - code: I10\n    why: …',
  after: 'type: case\nprincipal:\n  code: K35.30\n  why: …\nsecondary:\n  - code: I10\n    why: …',
});

export const externalCauseFirst = defineRule<InQuestion & { code: string }>({
  code: 'CW3052',
  name: 'external-cause-first',
  severity: 'error',
  message: ({ question, code }) => `case "${question}" has the external cause ${code} as its principal diagnosis`,
  hint: () => 'put the injury or condition first, and the external cause among the secondary diagnoses',
  why: 'Codes of chapter 20 (V00 to Y99) say how something happened. The guidelines (I.C.20) never let them stand first.',
  fix: 'Name the injury or condition under `principal:`.',
  before: 'principal:\n  code: W18.30XA',
  after: 'principal:\n  code: S30.11XA\nsecondary:\n  - code: W18.30XA',
});

export const systemOfOtherSetting = defineRule<InQuestion & { setting: string; system: string; right: string }>({
  code: 'CW3053',
  name: 'system-of-other-setting',
  severity: 'error',
  message: ({ question, setting, system }) =>
    `case "${question}" is ${setting}, where procedures are not coded in ${system}`,
  hint: ({ right }) => `code them in ${right}, or correct "setting:"`,
  why: 'ICD-10-PCS is for procedures of hospital inpatients alone, and they are reported with no other system.',
  fix: 'Correct the code and its `system:`, or the setting of the case.',
  before: 'setting: outpatient\nprocedures:\n  - code: 0DTJ4ZZ\n    system: icd-10-pcs',
  after: 'setting: inpatient\nprocedures:\n  - code: 0DTJ4ZZ',
});

export const poaOutsideStay = defineRule<InQuestion & { setting: string }>({
  code: 'CW3054',
  name: 'poa-outside-stay',
  severity: 'error',
  message: ({ question, setting }) => `case "${question}" is ${setting} and asks for POA indicators`,
  hint: () => 'delete "poa: true", or correct "setting:"',
  why: 'Present on admission is reported for hospital inpatients alone: without an admission there is nothing to be present on.',
  fix: 'Delete `poa: true` and the `poa:` of each diagnosis, or write `setting: inpatient`.',
  before: 'setting: emergency\npoa: true',
  after: 'setting: emergency',
});

export const poaMissing = defineRule<InQuestion & { code: string }>({
  code: 'CW3055',
  name: 'poa-missing',
  severity: 'error',
  message: ({ question, code }) => `case "${question}" asks for POA indicators, but ${code} has none in its key`,
  hint: () => 'write "poa:" with Y, N, U, W or exempt',
  why: 'Learners give an indicator for each diagnosis, and it is graded.',
  fix: 'Write `poa:` for every diagnosis that counts; `exempt` where the code is on the list of exempt codes.',
  before: 'poa: true\nprincipal:\n  code: K35.30\n  why: …',
  after: 'poa: true\nprincipal:\n  code: K35.30\n  poa: Y\n  why: …',
});

export const poaNotAsked = defineRule<InQuestion>({
  code: 'CW3056',
  name: 'poa-not-asked',
  severity: 'error',
  message: ({ question }) => `a diagnosis of case "${question}" has a POA indicator, but the case does not ask for it`,
  hint: () => 'write "poa: true" in the case, or delete the indicator',
  why: 'Without `poa: true` learners have no field for it, so the indicator would be lost without a word.',
  fix: 'Write `poa: true` beside `setting: inpatient`, or delete `poa:` from the diagnosis.',
  before: 'setting: inpatient\nprincipal:\n  code: K35.30\n  poa: Y',
  after: 'setting: inpatient\npoa: true\nprincipal:\n  code: K35.30\n  poa: Y',
});

export const tooManyVariants = defineRule<InQuestion & { variants: number; most: number }>({
  code: 'CW3057',
  name: 'too-many-variants',
  severity: 'error',
  message: ({ question, variants, most }) =>
    `the alternatives of case "${question}" make ${variants} keys, and a case can have ${most}`,
  hint: () => 'use "also:" where single codes stand for each other, or split the case',
  why: 'Every combination of groups is a key of its own that each answer is held against. So many can hardly be reviewed.',
  fix: 'Use fewer `alternatives:`.',
  before: 'alternatives:\n  - groups: […]\n  - groups: […]\n  - groups: […]\n  - groups: […]\n  - groups: […]',
  after: 'alternatives:\n  - groups: […]\n  - groups: […]',
});

export const orderOfUnknownCode = defineRule<InQuestion & { code: string }>({
  code: 'CW3058',
  name: 'order-of-unknown-code',
  severity: 'error',
  message: ({ question, code }) => `the order of case "${question}" names ${code}, which is no diagnosis of its key`,
  hint: () => 'correct the code, or add it to the key',
  why: 'The order of two codes can be graded only where both are right.',
  fix: 'Name two codes of `principal:` or `secondary:`.',
  before: 'secondary:\n  - code: F02.80\norder:\n  - [G30.9, F02.80]',
  after: 'secondary:\n  - code: G30.9\n  - code: F02.80\norder:\n  - [G30.9, F02.80]',
});

export const orderInList = defineRule<InQuestion>({
  code: 'CW3059',
  name: 'order-in-list',
  severity: 'error',
  message: ({ question }) => `case "${question}" grades an order, but its codes are chosen from a list`,
  hint: () => 'write "entry: typed", or delete "order:"',
  why: 'Codes that are marked in a list have no order, except for the one that is chosen as the first.',
  fix: 'Let learners type the codes, or delete the order.',
  before: 'entry: list\norder:\n  - [G30.9, F02.80]',
  after: 'entry: typed\norder:\n  - [G30.9, F02.80]',
});

export const optionsWithoutList = defineRule<InQuestion>({
  code: 'CW3060',
  name: 'options-without-list',
  severity: 'error',
  message: ({ question }) => `case "${question}" has codes to choose from, but its codes are typed`,
  hint: () => 'write "entry: list", or delete "options:"',
  why: 'The options would never be shown.',
  fix: 'Write `entry: list`, or delete `options:`.',
  before: 'options:\n  diagnoses: […]',
  after: 'entry: list\noptions:\n  diagnoses: […]',
});

export const listWithoutOptions = defineRule<InQuestion>({
  code: 'CW3061',
  name: 'list-without-options',
  severity: 'error',
  message: ({ question }) => `the codes of case "${question}" are chosen from a list, but it has no options`,
  hint: () => 'write "options:" with diagnoses, right and wrong ones',
  why: 'Without options there is nothing to choose.',
  fix: 'List the codes to choose from under `options:`.',
  before: 'entry: list',
  after:
    'entry: list\noptions:\n  diagnoses:\n    - code: E11.9\n      text: Type 2 diabetes mellitus without complications\n    - code: E11.65\n      text: Type 2 diabetes mellitus with hyperglycemia',
});

export const keyNotInList = defineRule<InQuestion & { code: string; list: string }>({
  code: 'CW3062',
  name: 'key-not-in-list',
  severity: 'error',
  message: ({ question, code, list }) => `${code} is a right answer of case "${question}", but not among its ${list}`,
  hint: ({ list }) => `add it under "options: ${list}:"`,
  why: 'A learner cannot choose what is not in the list, so no answer could be complete.',
  fix: 'Add the code to the options, with its title.',
  before: 'principal:\n  code: E11.9\noptions:\n  diagnoses:\n    - code: E11.65',
  after: 'principal:\n  code: E11.9\noptions:\n  diagnoses:\n    - code: E11.65\n    - code: E11.9',
});

export const procedureTwiceInList = defineRule<InQuestion & { code: string }>({
  code: 'CW3063',
  name: 'procedure-twice-in-list',
  severity: 'error',
  message: ({ question, code }) => `case "${question}" asks for ${code} twice, but a list lets learners choose it once`,
  hint: () => 'write "entry: typed", or ask for it once',
  why: 'A code that is marked in a list is given once.',
  fix: 'Let learners type the codes, or change the case.',
  before: 'entry: list\nprocedures:\n  - code: 02H633Z\n  - code: 02H633Z',
  after: 'entry: typed\nprocedures:\n  - code: 02H633Z\n  - code: 02H633Z',
});

export const casesRules = [
  documentTwice,
  principalCount,
  externalCauseFirst,
  systemOfOtherSetting,
  poaOutsideStay,
  poaMissing,
  poaNotAsked,
  tooManyVariants,
  orderOfUnknownCode,
  orderInList,
  optionsWithoutList,
  listWithoutOptions,
  keyNotInList,
  procedureTwiceInList,
] as const;
