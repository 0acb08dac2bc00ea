/** CW3040-3069: questions that are answered with codes: code entry and case. */
import { defineRule } from '../rule.ts';

export const malformedCode = defineRule<{
  question: string;
  code: string;
  system: string;
  /** A code of the system that differs by O for 0 or I for 1. */
  suggestion: string | undefined;
  /** The system whose form it has. */
  other: string | undefined;
}>({
  code: 'CW3040',
  name: 'malformed-code',
  severity: 'error',
  message: ({ question, code, system }) =>
    `"${code}" in question "${question}" does not have the form of a code of ${system}`,
  hint: ({ suggestion, other }) => {
    if (suggestion !== undefined) return `did you mean "${suggestion}"?`;
    return other === undefined
      ? 'correct the code, or name the code system it belongs to with "system:"'
      : `it has the form of another code system: write "system: ${other}"`;
  },
  why: 'No learner could give this code, because no code of the system looks like it. Often O stands for 0, I for 1, or the code belongs to another system.',
  fix: 'Correct the code, or name its system: `system: icd-10-pcs`. Without `system:` a code belongs to ICD-10-CM.',
  before: 'expect:\n  - code: 0DTJ4ZZ\n    why: …',
  after: 'expect:\n  - code: 0DTJ4ZZ\n    system: icd-10-pcs\n    why: …',
});

export const codeTwice = defineRule<{ question: string; code: string }>({
  code: 'CW3041',
  name: 'code-twice',
  severity: 'error',
  message: ({ question, code }) => `question "${question}" lists the code ${code} twice`,
  hint: () => 'keep one of them',
  why: 'Each code has one meaning in a question. Listed twice, it would be unclear which reason a learner is to read and how often the code is asked for.',
  fix: 'Delete one of the two, or correct it.',
  before: 'expect:\n  - code: E11.9\n    why: …\n  - code: E119\n    why: …',
  after: 'expect:\n  - code: E11.9\n    why: …',
});

export const missIsRight = defineRule<{ question: string; code: string }>({
  code: 'CW3042',
  name: 'miss-is-right',
  severity: 'error',
  message: ({ question, code }) => `question "${question}" names ${code} as a miss, but it is a right answer`,
  hint: () => 'delete the miss, or take the code out of the right answers',
  why: 'The learner would be told that a right code is wrong, or would never see the reason of the miss.',
  fix: 'Decide whether the code is right, and leave it in one of the two places.',
  before: 'expect:\n  - code: E11.9\n    also: [E11.8]\n    why: …\nmisses:\n  - code: E11.8\n    why: …',
  after: 'expect:\n  - code: E11.9\n    why: …\nmisses:\n  - code: E11.8\n    why: …',
});

export const codedQuestionsRules = [malformedCode, codeTwice, missIsRight] as const;
