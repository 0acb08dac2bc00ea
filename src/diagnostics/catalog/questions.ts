/** CW3000-3199: questions and banks. */
import { defineRule } from '../rule.ts';

export const duplicateQuestionId = defineRule<{ question: string; other: string }>({
  code: 'CW3000',
  name: 'duplicate-question-id',
  severity: 'error',
  message: ({ question, other }) => `the question id "${question}" stands twice; the other is in ${other}`,
  hint: () => 'give the newer question another id; question ids are unique in the whole workspace',
  why: "A learner's saved answer hangs on the id of the question. With two questions of one id, one would get the other's answers.",
  fix: 'Change the id of the question that no learner has answered yet.',
  before: '- id: cvc-101\n  stem: First question\n- id: cvc-101\n  stem: Second question',
  after: '- id: cvc-101\n  stem: First question\n- id: cvc-102\n  stem: Second question',
});

export const duplicateOptionId = defineRule<{ question: string; option: string }>({
  code: 'CW3001',
  name: 'duplicate-option-id',
  severity: 'error',
  message: ({ question, option }) => `question "${question}" has two options with the id "${option}"`,
  hint: () => 'give the newer option a letter that this question has never used',
  why: 'The saved answer names the option by its id, so each option needs its own.',
  fix: 'Give each option of the question another character, a to z or 0 to 9.',
  before: '- id: a\n  text: CPC\n- id: a\n  text: CCS',
  after: '- id: a\n  text: CPC\n- id: b\n  text: CCS',
});

export const unknownQuestionType = defineRule<{ type: string; known: readonly string[]; nearest: string | undefined }>({
  code: 'CW3002',
  name: 'unknown-question-type',
  severity: 'error',
  message: ({ type }) => `there is no question type "${type}"`,
  hint: ({ known, nearest }) =>
    nearest === undefined
      ? `the types are ${known.join(', ')}`
      : `did you mean "${nearest}"? The types are ${known.join(', ')}`,
  why: 'The type decides which fields a question has, how it looks and how it is graded.',
  fix: 'Write one of the types that the hint lists.',
  before: 'type: single-chioce',
  after: 'type: single-choice',
});

export const tooFewOptions = defineRule<{ question: string; count: number }>({
  code: 'CW3003',
  name: 'too-few-options',
  severity: 'error',
  message: ({ question, count }) =>
    `question "${question}" has ${count === 0 ? 'no options' : 'one option'}, and a choice needs at least two`,
  hint: () => 'add options that a learner who is unsure might choose',
  why: 'With fewer than two options there is nothing to choose.',
  fix: 'Add options, each with a reason, or write the question as true-false.',
  before: 'options:\n  - id: a\n    text: CCS\n    correct: true\n    why: …',
  after: 'options:\n  - id: a\n    text: CCS\n    correct: true\n    why: …\n  - id: b\n    text: CPC\n    why: …',
});

export const noKey = defineRule<{ question: string }>({
  code: 'CW3004',
  name: 'no-key',
  severity: 'error',
  message: ({ question }) => `no option of question "${question}" is marked as correct`,
  hint: () => 'write "correct: true" under the right option',
  why: 'Without a key every answer would be wrong.',
  fix: 'Mark the right option with `correct: true`.',
  before: '- id: b\n  text: CCS\n  why: …',
  after: '- id: b\n  text: CCS\n  correct: true\n  why: …',
});

export const severalKeys = defineRule<{ question: string; options: readonly string[] }>({
  code: 'CW3005',
  name: 'several-keys',
  severity: 'error',
  message: ({ question, options }) =>
    `question "${question}" is single-choice, but options ${options.join(', ')} are marked as correct`,
  hint: ({ options }) => `keep one of them, or make it "type: multiple-choice" with "select: ${options.length}"`,
  why: 'In a single choice the learner can choose one option only.',
  fix: 'Remove `correct: true` from all options but one, or change the type to multiple-choice with `select:`.',
  before: 'type: single-choice\noptions:\n  - id: a\n    correct: true\n  - id: b\n    correct: true',
  after: 'type: multiple-choice\nselect: 2\noptions:\n  - id: a\n    correct: true\n  - id: b\n    correct: true',
});

export const selectDiffers = defineRule<{ question: string; select: number; right: number }>({
  code: 'CW3006',
  name: 'select-differs',
  severity: 'error',
  message: ({ question, select, right }) =>
    `question "${question}" asks for ${select} ${select === 1 ? 'option' : 'options'}, but ${right} ${right === 1 ? 'is' : 'are'} marked as correct`,
  hint: ({ right }) => `write "select: ${right}", or mark other options`,
  why: 'The learner is told how many options to choose. If the number is wrong nobody can answer.',
  fix: 'Make `select:` equal to the number of options with `correct: true`.',
  before: 'select: 3\noptions:\n  - id: a\n    correct: true\n  - id: b\n    correct: true',
  after: 'select: 2\noptions:\n  - id: a\n    correct: true\n  - id: b\n    correct: true',
});

export const domainNearMiss = defineRule<{ domain: string; nearest: string }>({
  code: 'CW3007',
  name: 'domain-near-miss',
  severity: 'warning',
  message: ({ domain, nearest }) => `the domain "${domain}" is in no blueprint, but "${nearest}" is`,
  hint: ({ nearest }) => `did you mean "${nearest}"?`,
  why: 'Exams draw by domain and results are reported by domain. A misspelled domain is a domain of its own, with few questions in it.',
  fix: "Write the id of the blueprint's section.",
  before: 'domain: medical-terminolgy',
  after: 'domain: medical-terminology',
});

export const equalOptions = defineRule<{ question: string; what: 'options' | 'prompts' | 'items'; text: string }>({
  code: 'CW3008',
  name: 'equal-options',
  severity: 'error',
  message: ({ question, what, text }) => `two ${what} of question "${question}" read the same: "${text}"`,
  hint: () => 'change one of them, or delete it',
  why: 'If one of two equal options is right, learners who choose the other are marked wrong for the same words.',
  fix: 'Write another option in place of one of them. Upper and lower case and punctuation do not make a difference.',
  before: '- id: a\n  text: CPC\n- id: b\n  text: cpc.',
  after: '- id: a\n  text: CPC\n- id: b\n  text: CCS',
});

export const emptyText = defineRule<{ question: string; what: string }>({
  code: 'CW3009',
  name: 'empty-text',
  severity: 'error',
  message: ({ question, what }) => `${what} of question "${question}" shows nothing`,
  hint: () => 'write a sentence; remarks between <!-- and --> are not shown',
  why: 'Learners would see an empty place where they look for an option or an explanation.',
  fix: 'Write the text. Remarks, empty links and notes alone are not text.',
  before: 'rationale: <!-- later -->',
  after: 'rationale: Hospital inpatient procedures are coded in ICD-10-PCS.',
});

export const questionsRules = [
  duplicateQuestionId,
  duplicateOptionId,
  unknownQuestionType,
  tooFewOptions,
  noKey,
  severalKeys,
  selectDiffers,
  domainNearMiss,
  equalOptions,
  emptyText,
] as const;
