/** CW4300-4399: decision guides. */
import { defineRule } from '../rule.ts';

export const guideFileMissing = defineRule<{ path: string; nearest: string | undefined }>({
  code: 'CW4300',
  name: 'guide-file-missing',
  severity: 'error',
  message: ({ path }) => `the outline names the guide "${path}", but there is no such file`,
  hint: ({ nearest }) =>
    nearest === undefined ? 'create the file in guides/, or take it off the outline' : `did you mean "${nearest}"?`,
  why: 'Each entry of the outline becomes a page.',
  fix: 'Correct the path; it is relative to the folder of the course.',
  before: '- guide: guides/which-credental.yaml',
  after: '- guide: guides/which-credential.yaml',
});

export const guideNotInOutline = defineRule<{ path: string }>({
  code: 'CW4301',
  name: 'guide-not-in-outline',
  severity: 'warning',
  message: ({ path }) => `the guide "${path}" is not in the outline, so it is in no package`,
  hint: ({ path }) => `add "- guide: ${path}" to a module in course.yaml`,
  why: 'Learners reach guides through the outline only.',
  fix: 'Add the guide to a module, or delete the file.',
  before: 'activities:\n  - lesson: lessons/01-start.md',
  after: 'activities:\n  - lesson: lessons/01-start.md\n  - guide: guides/which-credential.yaml',
});

export const guideListedTwice = defineRule<{ path: string }>({
  code: 'CW4302',
  name: 'guide-listed-twice',
  severity: 'error',
  message: ({ path }) => `the outline names the guide "${path}" twice`,
  hint: () => 'keep one of the two entries',
  why: 'A guide has one page and one place in the saved state.',
  fix: 'Remove one of the two entries.',
  before: '- guide: guides/start.yaml\n- guide: guides/start.yaml',
  after: '- guide: guides/start.yaml',
});

export const unknownGuideQuestion = defineRule<{ question: string; nearest: string | undefined }>({
  code: 'CW4303',
  name: 'unknown-guide-question',
  severity: 'error',
  message: ({ question }) => `this guide asks no question "${question}"`,
  hint: ({ nearest }) => (nearest === undefined ? 'name a question of this guide' : `did you mean "${nearest}"?`),
  why: 'A rule looks at answers by the ids of their questions. A rule on a question that is never asked would never hold.',
  fix: 'Write the id of a question that stands under `questions:`.',
  before: 'when:\n  experiense: [a]',
  after: 'when:\n  experience: [a]',
});

export const unknownGuideAnswer = defineRule<{ question: string; answer: string; known: readonly string[] }>({
  code: 'CW4304',
  name: 'unknown-guide-answer',
  severity: 'error',
  message: ({ question, answer }) => `the question "${question}" has no answer "${answer}"`,
  hint: ({ known }) => `its answers are ${known.join(', ')}`,
  why: 'A rule that waits for an answer nobody can give would never hold.',
  fix: 'Write the ids of answers of that question.',
  before: 'when:\n  experience: [x]',
  after: 'when:\n  experience: [a]',
});

export const unknownOutcome = defineRule<{ outcome: string; nearest: string | undefined }>({
  code: 'CW4305',
  name: 'unknown-outcome',
  severity: 'error',
  message: ({ outcome }) => `this guide has no outcome "${outcome}"`,
  hint: ({ nearest }) => (nearest === undefined ? 'name an outcome of this guide' : `did you mean "${nearest}"?`),
  why: 'Rules and `otherwise:` lead to outcomes by their ids.',
  fix: 'Write the id of an outcome that stands under `outcomes:`.',
  before: 'suggests: cpc-frist',
  after: 'suggests: cpc-first',
});

export const outcomeOutOfReach = defineRule<{ outcome: string }>({
  code: 'CW4306',
  name: 'outcome-out-of-reach',
  severity: 'warning',
  message: ({ outcome }) => `no answers lead to the outcome "${outcome}"`,
  hint: () => 'add a rule that suggests it, give its rules more weight, or remove it',
  why: 'Every combination of answers was tried. An outcome that nobody can be given is a sign of a missing rule or of weights that never win.',
  fix: 'Add or weigh a rule that suggests the outcome, or take the outcome away.',
  before: 'rules:\n  - when:\n      experience: [a]\n    suggests: cpc-first',
  after:
    'rules:\n  - when:\n      experience: [a]\n    suggests: cpc-first\n  - when:\n      experience: [c]\n    suggests: ccs-first',
});

export const guideQuestionWithoutRule = defineRule<{ question: string }>({
  code: 'CW4307',
  name: 'guide-question-without-rule',
  severity: 'warning',
  message: ({ question }) => `no rule looks at the answer to "${question}"`,
  hint: () => 'add a rule for it, or do not ask',
  why: 'A learner who is asked expects that the answer matters.',
  fix: 'Write a rule whose `when:` names the question, or remove the question.',
  before: 'questions:\n  - id: hobby\n    text: What do you do on weekends?',
  after: 'questions:\n  - id: experience\n    text: How long have you coded?',
});

export const guidesRules = [
  guideFileMissing,
  guideNotInOutline,
  guideListedTwice,
  unknownGuideQuestion,
  unknownGuideAnswer,
  unknownOutcome,
  outcomeOutOfReach,
  guideQuestionWithoutRule,
];
