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
  hint: () => 'delete one of them, or write "match-case: true" if upper and lower case matter here',
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
  hint: () => 'delete it from one of the two lists, or write "match-case: true" if upper and lower case matter here',
  why: 'A text is right or wrong. Learners who type it would be marked right and never see the reason.',
  fix: 'Keep the text in the list where it belongs.',
  before: 'accept:\n  - sequela\nmisses:\n  - text: Sequela\n    why: …',
  after: 'accept:\n  - sequela\nmisses:\n  - text: late effect\n    why: …',
});

export const typedAnswersRules = [textTooLong, listedTwice, missIsAccepted] as const;
