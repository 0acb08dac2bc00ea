/** CW3020-3029: questions that are answered by typing. */
import { defineRule } from '../rule.ts';

export const textTooLong = defineRule<{ question: string; text: string; length: number; max: number }>({
  code: 'CW3020',
  name: 'text-too-long-to-type',
  severity: 'error',
  message: ({ question, text, length, max }) =>
    `"${text}" has ${length} letters, but learners may type ${max} in question "${question}"`,
  hint: ({ length }) => `write "max: ${length}" or more, or shorten the text`,
  why: 'What is longer than `max:` cannot be typed, so nobody could give this answer.',
  fix: 'Raise `max:` (120 at most), or ask for something shorter. Letters outside the alphabets, such as Chinese ones, count for one and a half.',
  before: 'max: 10\naccept:\n  - present on admission',
  after: 'max: 30\naccept:\n  - present on admission',
});

export const listedTwice = defineRule<{ question: string; text: string; other: string }>({
  code: 'CW3021',
  name: 'text-listed-twice',
  severity: 'warning',
  message: ({ question, text, other }) =>
    text === other
      ? `question "${question}" lists "${text}" twice`
      : `in question "${question}" the text "${text}" counts as the same as "${other}"`,
  hint: ({ text, other }) =>
    text === other
      ? 'delete one of them'
      : 'delete one of them, or write "match-case: true" if upper and lower case matter here',
  why: 'Upper and lower case (unless `match-case: true`), blanks, curly quotes and long dashes make no difference when answers are compared.',
  fix: 'Delete the entry that says nothing new.',
  before: 'accept:\n  - sequela\n  - Sequela',
  after: 'accept:\n  - sequela',
});

export const missIsAccepted = defineRule<{ question: string; text: string; accepted: string }>({
  code: 'CW3022',
  name: 'miss-is-accepted',
  severity: 'error',
  message: ({ question, text, accepted }) =>
    text === accepted
      ? `question "${question}" lists "${text}" under "misses" and accepts it`
      : `question "${question}" lists "${text}" under "misses", but it counts as the accepted "${accepted}"`,
  hint: () => 'delete it where it does not belong, or make "match-case:" or "tolerance:" tell the two apart',
  why: 'A text is right or wrong. Learners who type it would be marked right and never see the reason.',
  fix: 'Keep the text in the list where it belongs.',
  before: 'accept:\n  - sequela\nmisses:\n  - text: Sequela\n    why: …',
  after: 'accept:\n  - sequela\nmisses:\n  - text: late effect\n    why: …',
});

export const unitMissing = defineRule<{ question: string }>({
  code: 'CW3023',
  name: 'unit-missing',
  severity: 'error',
  message: ({ question }) => `question "${question}" has other units, but no unit of its own`,
  hint: () => 'write "unit:" with the unit of the answer',
  why: "A factor says how many of the question's own unit another one is, so there must be one.",
  fix: 'Name the unit in which `answer:` is written.',
  before: 'answer: 500\nother-units:\n  - unit: g\n    factor: 1000',
  after: 'answer: 500\nunit: mg\nother-units:\n  - unit: g\n    factor: 1000',
});

export const unitListedTwice = defineRule<{ question: string; unit: string }>({
  code: 'CW3024',
  name: 'unit-listed-twice',
  severity: 'error',
  message: ({ question, unit }) => `question "${question}" has the unit "${unit}" twice`,
  hint: () => 'keep it once, with the right factor',
  why: 'Two factors for one unit make two numbers of one answer.',
  fix: 'Delete one of them. The unit of the answer stands under `unit:` only.',
  before: 'unit: mg\nother-units:\n  - unit: mg\n    factor: 1000',
  after: 'unit: mg\nother-units:\n  - unit: g\n    factor: 1000',
});

export const percentOfZero = defineRule<{ question: string; tolerance: string }>({
  code: 'CW3025',
  name: 'percent-of-zero',
  severity: 'error',
  message: ({ question, tolerance }) =>
    `question "${question}" tolerates ${tolerance} of the answer, but the answer is 0`,
  hint: () => 'write the tolerance as a number, such as "tolerance: 0.5"',
  why: 'Any percentage of 0 is 0, so nothing would be tolerated.',
  fix: 'Write how far an answer may be off as a number in the unit of the answer.',
  before: 'answer: 0\ntolerance: 5%',
  after: 'answer: 0\ntolerance: 0.5',
});

export const typedAnswersRules = [
  textTooLong,
  listedTwice,
  missIsAccepted,
  unitMissing,
  unitListedTwice,
  percentOfZero,
] as const;
