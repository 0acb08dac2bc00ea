/** CW4000-4199: quizzes, draws and blueprints. */
import { defineRule } from '../rule.ts';

export const quizWithoutQuestions = defineRule<{ quiz: string }>({
  code: 'CW4000',
  name: 'quiz-without-questions',
  severity: 'error',
  message: ({ quiz }) => `the quiz "${quiz}" has neither "questions" nor "from" and "draw"`,
  hint: () => 'list question ids under "questions:", or name banks under "from:" and a number under "draw:"',
  why: 'A quiz needs questions.',
  fix: 'List its questions, or say how many to draw from which banks.',
  before: '- quiz: review\n  title: Review',
  after: '- quiz: review\n  title: Review\n  from: [banks/unit-1.yaml]\n  draw: 10',
});

export const quizWithBoth = defineRule<{ quiz: string; field: string }>({
  code: 'CW4001',
  name: 'quiz-with-both',
  severity: 'error',
  message: ({ quiz, field }) => `the quiz "${quiz}" lists its questions and has "${field}" too`,
  hint: () => 'keep either "questions", or "from" and "draw"',
  why: 'A quiz either shows the questions it lists, in that order, or draws from banks anew for each attempt.',
  fix: 'Remove `questions:`, or remove `from:` and `draw:`.',
  before: 'questions: [q-1, q-2]\nfrom: [banks/unit-1.yaml]\ndraw: 2',
  after: 'from: [banks/unit-1.yaml]\ndraw: 2',
});

export const drawIncomplete = defineRule<{ quiz: string; has: string; lacks: string }>({
  code: 'CW4002',
  name: 'draw-incomplete',
  severity: 'error',
  message: ({ quiz, has, lacks }) => `the quiz "${quiz}" has "${has}" but no "${lacks}"`,
  hint: ({ lacks }) =>
    lacks === 'draw'
      ? 'say under "draw:" how many questions each attempt gets'
      : 'name the banks to draw from under "from:"',
  why: 'A draw needs banks and a number.',
  fix: 'Write both `from:` and `draw:`.',
  before: 'from: [banks/unit-1.yaml]',
  after: 'from: [banks/unit-1.yaml]\ndraw: 10',
});

export const unknownQuizQuestion = defineRule<{
  question: string;
  course: string | undefined;
  nearest: string | undefined;
}>({
  code: 'CW4003',
  name: 'unknown-quiz-question',
  severity: 'error',
  message: ({ question, course }) =>
    course === undefined
      ? `there is no question "${question}" in the banks of this course`
      : `the question "${question}" belongs to the course "${course}"`,
  hint: ({ nearest, course }) =>
    nearest !== undefined
      ? `did you mean "${nearest}"?`
      : course === undefined
        ? 'write the id of a question, or add the question to a bank'
        : 'write a question of its own for this course, with another id',
  why: 'A quiz can show questions from the banks of its own course only.',
  fix: 'Correct the id, or add the question to a bank of this course.',
  before: 'questions: [cvc-10]',
  after: 'questions: [cvc-101]',
});

export const questionListedTwice = defineRule<{ question: string }>({
  code: 'CW4004',
  name: 'question-listed-twice',
  severity: 'error',
  message: ({ question }) => `the quiz lists the question "${question}" twice`,
  hint: () => 'remove one of the two',
  why: 'One attempt holds one answer to each question.',
  fix: 'List each question once.',
  before: 'questions: [q-1, q-1]',
  after: 'questions: [q-1, q-2]',
});

export const bankMissing = defineRule<{ path: string; nearest: string | undefined }>({
  code: 'CW4005',
  name: 'bank-missing',
  severity: 'error',
  message: ({ path }) => `there is no bank "${path}"`,
  hint: ({ nearest }) =>
    nearest === undefined ? 'a bank is a YAML file in the banks/ of this course' : `did you mean "${nearest}"?`,
  why: 'The quiz draws its questions from this file.',
  fix: 'Correct the path; it is relative to the folder of the course.',
  before: 'from: [banks/unit1.yaml]',
  after: 'from: [banks/unit-1.yaml]',
});

export const drawTooLarge = defineRule<{ draw: number; available: number }>({
  code: 'CW4006',
  name: 'draw-too-large',
  severity: 'error',
  message: ({ draw, available }) => `the quiz draws ${draw} questions, but its banks hold only ${available}`,
  hint: ({ available }) => `draw ${available} or fewer, or add questions`,
  why: 'A question is drawn once at most, so there must be at least as many as are drawn.',
  fix: 'Lower `draw:`, or add questions or banks.',
  before: 'draw: 30',
  after: 'draw: 12',
});

export const sectionShare = defineRule<{ section: string; has: 'both' | 'neither' }>({
  code: 'CW4010',
  name: 'section-share',
  severity: 'error',
  message: ({ section, has }) =>
    has === 'both'
      ? `the section "${section}" has both "count" and "percent"`
      : `the section "${section}" has neither "count" nor "percent"`,
  hint: () => 'write "count:" with a number of items, or "percent:" with min and max',
  why: 'Practice exams are drawn by these shares.',
  fix: 'Give each section exactly one of the two.',
  before: '- id: anatomy\n  title: Anatomy',
  after: '- id: anatomy\n  title: Anatomy\n  count: 4',
});

export const mixedShares = defineRule<{ section: string }>({
  code: 'CW4011',
  name: 'mixed-shares',
  severity: 'error',
  message: ({ section }) => `the section "${section}" counts otherwise than the sections before it`,
  hint: () => 'use "count" in all sections or "percent" in all sections',
  why: 'Counts and percentages in one blueprint cannot be added up.',
  fix: 'Use one kind of share for all sections of the blueprint.',
  before: '- id: a\n  count: 7\n- id: b\n  percent:\n    min: 10\n    max: 12',
  after: '- id: a\n  count: 7\n- id: b\n  count: 11',
});

export const countsDiffer = defineRule<{ sum: number; items: number }>({
  code: 'CW4012',
  name: 'counts-differ',
  severity: 'error',
  message: ({ sum, items }) => `the sections add up to ${sum} items, but the exam has ${items} scored items`,
  hint: ({ sum, items }) =>
    sum < items ? `${items - sum} ${items - sum === 1 ? 'item is' : 'items are'} missing` : `${sum - items} too many`,
  why: 'A practice exam drawn by these counts would be longer or shorter than the real one.',
  fix: 'Correct a count or `items-scored:`. Unscored items stand under `items-pretest:`.',
  before: 'items-scored: 100\nsections:\n  - id: a\n    count: 90',
  after: 'items-scored: 100\nsections:\n  - id: a\n    count: 100',
});

export const rangesMissHundred = defineRule<{ min: number; max: number }>({
  code: 'CW4013',
  name: 'ranges-miss-100',
  severity: 'error',
  message: ({ min, max }) => `the ranges of the sections add up to ${min} to ${max} percent, so 100 cannot be reached`,
  hint: ({ min }) => (min > 100 ? 'lower a "min"' : 'raise a "max"'),
  why: 'Some choice within the ranges must make a whole exam.',
  fix: 'Correct the ranges, or add the missing section.',
  before: 'percent:\n  min: 10\n  max: 20',
  after: 'percent:\n  min: 10\n  max: 100',
});

export const rangeReversed = defineRule<{ section: string; min: number; max: number }>({
  code: 'CW4014',
  name: 'range-reversed',
  severity: 'error',
  message: ({ section, min, max }) => `the range of the section "${section}" runs from ${min} down to ${max}`,
  hint: () => 'exchange "min" and "max"',
  why: 'No share lies in a range whose end is below its start.',
  fix: 'Write the smaller number under `min:`.',
  before: 'percent:\n  min: 22\n  max: 18',
  after: 'percent:\n  min: 18\n  max: 22',
});

export const examsRules = [
  quizWithoutQuestions,
  quizWithBoth,
  drawIncomplete,
  unknownQuizQuestion,
  questionListedTwice,
  bankMissing,
  drawTooLarge,
  sectionShare,
  mixedShares,
  countsDiffer,
  rangesMissHundred,
  rangeReversed,
] as const;
