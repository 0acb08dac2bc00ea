/** How much of an LMS's space exams of real size need, printed as figures and held to what was promised. */
import { describe, expect, it } from 'vitest';
import type { ExamFacts } from '../../src/shared/exam-data.ts';
import type { ActivityData, AnswerSize, PackageData, QuestionData } from '../../src/shared/package-data.ts';
import { computeWorstCase } from '../../src/shared/state-budget.ts';
import { STATE_CHARACTERS } from '../../src/shared/state-record.ts';
import { tagOf } from '../../src/shared/tags.ts';

const ONE: AnswerSize = { form: 'ids', most: 1 };
const SEVERAL: AnswerSize = { form: 'ids', most: 4 };
/** A hospital stay: a principal diagnosis, six rows of secondary ones and six of procedures; each a sign, a code of seven characters and its POA. */
const CASE: AnswerSize = { form: 'codes', most: 13, length: 10 };

function questions(name: string, sizes: readonly AnswerSize[]): readonly QuestionData[] {
  return sizes.map((answer, index) => {
    const id = `${name}-${index + 1}`;
    return { id, tag: tagOf(id), check: 'AA', domain: name, answer };
  });
}

const many = (count: number, sizeAt: (index: number) => AnswerSize): readonly AnswerSize[] =>
  Array.from({ length: count }, (_, index) => sizeAt(index));

function exam(
  id: string,
  draws: readonly { readonly from: readonly QuestionData[]; readonly count: number }[],
): ActivityData {
  const facts: ExamFacts = {
    kind: 'exam',
    pool: draws.flatMap(({ from }) => from.map((question) => question.id)),
    draws: draws.map(({ from, count }) => ({ count, of: from.length })),
    draw: draws.reduce((sum, { count }) => sum + count, 0),
    groups: [],
    limitMinutes: 240,
    factors: [1],
    modes: ['exam', 'study'],
    feedback: 'end',
    attempts: 0,
    sets: [10, 25, 50, 'domain', 'missed', 'flagged', 'unseen', 'due'],
    shuffle: true,
    credit: { policy: 'all-or-nothing', byType: {} },
    real: null,
    lessons: {},
    lessonsElsewhere: {},
  };
  return { ...facts, id, tag: tagOf(id), title: id, page: '', script: '', minutes: 240 };
}

function lessons(checks: readonly QuestionData[], each: number): readonly ActivityData[] {
  const count = Math.ceil(checks.length / each);
  return Array.from({ length: count }, (_, index): ActivityData => {
    const id = `lesson-${index + 1}`;
    const own = checks.slice(index * each, (index + 1) * each).map((question) => question.id);
    return { kind: 'lesson', id, tag: tagOf(id), title: id, page: '', script: '', minutes: 10, checks: own };
  });
}

function worstCaseOf(activities: readonly ActivityData[], asked: readonly QuestionData[]) {
  const ids = activities.map(({ id }) => id);
  const data: PackageData = {
    version: 1,
    name: 'course',
    title: 'Course',
    courseVersion: '1.0.0',
    toolVersion: '1.0.0',
    language: 'en',
    editions: [],
    reviewed: '',
    modules: [{ id: 'all', title: 'All', activities: ids }],
    activities,
    domains: [],
    questions: asked,
    completion: ids,
    grade: null,
    report: 'when-finished',
  };
  return computeWorstCase(data);
}

/** `1754 characters: 723 …, 486 …`, a line each. */
const figuresOf = ({ characters, parts }: ReturnType<typeof computeWorstCase>): readonly string[] => [
  `${characters} characters of ${STATE_CHARACTERS}`,
  ...parts.map((part) => `${part.characters} ${part.name}`),
];

const partOf = (worst: ReturnType<typeof computeWorstCase>, name: string): number =>
  worst.parts.find((part) => part.name.includes(name))?.characters ?? 0;

describe('an exam of 100 questions from a bank of 240', () => {
  const bank = questions(
    'item',
    many(240, (index) => (index % 5 === 4 ? SEVERAL : ONE)),
  );

  it('keeps an attempt in fewer than 1,000 characters', () => {
    const worst = worstCaseOf([exam('mock', [{ from: bank, count: 100 }])], bank);
    expect(partOf(worst, 'one attempt')).toBeLessThan(1000);
    expect(worst.characters).toBeLessThanOrEqual(STATE_CHARACTERS);
    expect(figuresOf(worst)).toMatchInlineSnapshot(`
      [
        "1754 characters of 4000",
        "723 answers of one attempt at "mock"",
        "486 names of 240 questions",
        "365 last result of 240 questions and when they return",
        "95 history of 10 attempts",
        "43 flags on 240 questions",
        "23 version, checksum, score and status",
        "10 best and last score of 1 exams",
        "6 progress in 1 activities",
        "2 answers to 0 checks in lessons",
      ]
    `);
  });
});

describe('a course shaped like the CCS exam', () => {
  const checks = questions(
    'check',
    many(75, () => ONE),
  );
  const bank = questions(
    'item',
    many(260, (index) => (index % 5 === 4 ? SEVERAL : ONE)),
  );
  const cases = questions(
    'case',
    many(8, () => CASE),
  );
  const draws = [
    { from: bank, count: 97 },
    { from: cases, count: 8 },
  ];

  it('fits one package: 75 checks, a mock of 97 items and 8 typed cases in flight, a finished quiz beside it', () => {
    const quiz: ActivityData = {
      kind: 'quiz',
      ...{ id: 'quiz', tag: tagOf('quiz'), title: 'quiz', page: '', script: '', minutes: 0 },
      ...{ pool: bank.map(({ id }) => id), draw: 25, drawn: true, shuffle: true },
    };
    const worst = worstCaseOf([...lessons(checks, 5), quiz, exam('mock', draws)], [...checks, ...bank, ...cases]);
    expect(worst.characters).toBeLessThanOrEqual(STATE_CHARACTERS);
    expect(figuresOf(worst)).toMatchInlineSnapshot(`
      [
        "3803 characters of 4000",
        "1909 answers of one attempt at "mock"",
        "661 names of 343 questions",
        "420 last result of 268 questions and when they return",
        "300 answers to 75 checks in lessons",
        "264 answers of one attempt at "quiz"",
        "95 history of 10 attempts",
        "60 flags on 268 questions",
        "50 progress in 17 activities",
        "23 version, checksum, score and status",
        "20 best and last score of 2 quizzes and exams",
      ]
    `);
  });
});
