/** CW3030-3039: questions whose parts are paired or put in order. */
import { defineRule } from '../rule.ts';

type PartList = 'prompts' | 'options' | 'items';

const ONE: Readonly<Record<PartList, string>> = { prompts: 'prompt', options: 'option', items: 'item' };

export const tooFewParts = defineRule<{ question: string; list: PartList; count: number; least: number }>({
  code: 'CW3030',
  name: 'too-few-parts',
  severity: 'error',
  message: ({ question, list, count, least }) =>
    `question "${question}" has ${count} ${count === 1 ? ONE[list] : list}, and needs at least ${least}`,
  hint: ({ list }) => `add ${list}, or ask with another question type`,
  why: 'Matching needs two prompts and two options; with fewer there is nothing to decide. Ordering needs three items: of two, every second guess is right.',
  fix: 'Add parts, or write the question as single-choice or true-false.',
  before: 'type: ordering\nitems:\n  - id: a\n    text: Order\n  - id: b\n    text: Result',
  after:
    'type: ordering\nitems:\n  - id: a\n    text: Order\n  - id: b\n    text: Specimen\n  - id: c\n    text: Result',
});

export const unknownMatch = defineRule<{
  question: string;
  prompt: string;
  match: string;
  known: readonly string[];
}>({
  code: 'CW3031',
  name: 'unknown-match',
  severity: 'error',
  message: ({ question, prompt, match }) =>
    `prompt "${prompt}" of question "${question}" belongs to option "${match}", which is not there`,
  hint: ({ known }) => (known.length === 0 ? 'write the options' : `the options are ${known.join(', ')}`),
  why: 'Without its option a prompt could never be answered right.',
  fix: 'Write the id of an option under `match:`.',
  before: 'prompts:\n  - id: 1\n    text: Diagnosis\n    match: c\noptions:\n  - id: a\n    text: ICD-10-CM',
  after: 'prompts:\n  - id: 1\n    text: Diagnosis\n    match: a\noptions:\n  - id: a\n    text: ICD-10-CM',
});

export const duplicatePartId = defineRule<{ question: string; list: PartList; id: string }>({
  code: 'CW3032',
  name: 'duplicate-part-id',
  severity: 'error',
  message: ({ question, list, id }) => `question "${question}" has two ${list} with the id "${id}"`,
  hint: ({ list }) => `give the newer ${ONE[list]} a character that these ${list} have never used`,
  why: 'The saved answer names prompts, options and items by their ids, so each needs its own.',
  fix: 'Give each of them another character, a to z or 0 to 9. A prompt and an option may have the same one.',
  before: 'items:\n  - id: a\n    text: Order\n  - id: a\n    text: Result',
  after: 'items:\n  - id: a\n    text: Order\n  - id: b\n    text: Result',
});

export const optionMatchedTwice = defineRule<{ question: string; prompt: string; option: string }>({
  code: 'CW3033',
  name: 'option-matched-twice',
  severity: 'error',
  message: ({ question, prompt, option }) =>
    `prompt "${prompt}" of question "${question}" belongs to option "${option}", which an earlier prompt has already`,
  hint: () => 'write "reuse: true", or give one of them another option',
  why: 'Learners are told that each option is used at most once, so they could not give this answer.',
  fix: 'Write `reuse: true` where an option may be right for several prompts.',
  before: 'prompts:\n  - id: 1\n    match: a\n  - id: 2\n    match: a',
  after: 'reuse: true\nprompts:\n  - id: 1\n    match: a\n  - id: 2\n    match: a',
});

export const optionsInOrder = defineRule<{ question: string }>({
  code: 'CW3034',
  name: 'options-in-order-of-prompts',
  severity: 'warning',
  message: ({ question }) => `in question "${question}" the options stand in the order of their prompts`,
  hint: () => 'write the options in another order, such as that of the alphabet; their ids stay',
  why: 'Lessons, printed pages and quizzes with `shuffle: false` show the options as they are written, so that the first belongs to the first.',
  fix: 'Change the order of the options. Saved answers hang on ids and stay.',
  before: 'prompts: matches a, b, c\noptions: a, b, c',
  after: 'prompts: matches a, b, c\noptions: b, c, a',
});

export const arrangedAnswersRules = [
  tooFewParts,
  unknownMatch,
  duplicatePartId,
  optionMatchedTwice,
  optionsInOrder,
] as const;
