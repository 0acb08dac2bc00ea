/** A workspace with exams, built through the public door: what the player is told of them and what their pages show. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { ActivityData, PackageData } from '../../src/shared/package-data.ts';
import { buildFixture } from '../lms/build-fixture.ts';

type Exam = Extract<ActivityData, { kind: 'exam' }>;

type Files = ReadonlyMap<string, string>;

let packages: ReadonlyMap<string, Files>;
let files: Files;
let data: PackageData;

beforeAll(async () => {
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const built = await buildFixture('tests/fixtures/valid/exams');
  packages = new Map(
    [...built].map(([name, own]) => [name, new Map([...own].map(([file, bytes]) => [file, text(bytes)]))]),
  );
  files = packages.get('exam-course') ?? new Map();
  data = dataOf(files);
});

function dataOf(own: Files): PackageData {
  const script = own.get('course-data.js') ?? '';
  return JSON.parse(script.slice(script.indexOf('.data=') + '.data='.length).replace(/;\s*$/, '')) as PackageData;
}

function examOf(id: string): Exam {
  const exam = data.activities.find((activity) => activity.id === id);
  if (exam?.kind !== 'exam') throw new Error(`there is no exam ${id}`);
  return exam;
}

describe('an exam in the package', () => {
  it('has exact counts within the ranges of its blueprint, and its pretest questions apart', () => {
    const exam = examOf('mock-exam');
    expect(exam.draws).toEqual([
      { count: 6, of: 8 },
      { count: 4, of: 9 },
      { count: 2, of: 4 },
    ]);
    expect(exam.draw).toBe(12);
    expect(exam.limitMinutes).toBe(30);
    expect(exam.factors).toEqual([1, 1.5, 2, 0]);
    const pretest = data.questions.filter((question) => question.pretest).map(({ id }) => id);
    expect([...exam.pool.slice(-4)].sort()).toEqual([...pretest].sort());
  });

  it('keeps its groups together in bank order', () => {
    expect(examOf('mock-exam').groups).toEqual([['ex-18', 'ex-20']]);
  });

  it('says what the real exam is, and which lessons teach a domain', () => {
    const { real, lessons } = examOf('mock-exam');
    expect(real).toEqual({
      title: 'Sample exam, 2026',
      items: 40,
      pretest: 8,
      scenarios: 0,
      minutes: 120,
      pass: { kind: 'scaled', value: 300, scale: '100-400' },
      openBook: ['ICD-10-CM'],
    });
    expect(lessons).toEqual({ anatomy: ['bones'] });
    expect(examOf('final-exam').real).toBeNull();
  });

  it('carries the rules of its author', () => {
    expect(examOf('final-exam')).toMatchObject({
      modes: ['exam'],
      feedback: 'never',
      attempts: 2,
      sets: [],
      shuffle: false,
      limitMinutes: 12,
      credit: { policy: 'all-or-nothing', byType: {} },
    });
    expect(examOf('mock-exam').credit).toEqual({
      policy: 'all-or-nothing',
      byType: { 'multiple-choice': 'partial' },
    });
  });
});

describe('the rule of credit', () => {
  const creditOf = (id: string) => {
    const activity = data.activities.find((candidate) => candidate.id === id);
    return activity !== undefined && 'credit' in activity ? activity.credit : undefined;
  };

  it('of the course holds where an activity has none, and is not carried where it is the usual one', () => {
    expect(creditOf('bones')).toEqual({ policy: 'partial', byType: {} });
    expect(creditOf('bones-quiz')).toBeUndefined();
  });

  it('is stated to the learner where an answer can be right in part', () => {
    expect(files.get('bones.html')).toContain('An answer that is right in part earns its share.');
    expect(files.get('bones-quiz.html')).toContain('An answer counts when nothing in it is wrong or missing.');
  });
});

describe('the page of an exam', () => {
  it('shows no question outside the course, but what is drawn and why it is not there', () => {
    const page = files.get('mock-exam.html') ?? '';
    expect(page).not.toContain('data-cw-question');
    expect(page).not.toContain('lower leg');
    expect(page).toContain('Records: 6 questions');
    expect(page).toContain('Open the course to take the exam.');
  });

  it('has the marks of an exam and every question inside the course', () => {
    const script = files.get('mock-exam.page.js') ?? '';
    for (const mark of ['data-cw-exam', 'exam-about', 'exam-head', 'exam-tools', 'questions', 'exam-foot']) {
      expect(script).toContain(mark);
    }
    expect(script.match(/data-cw-question=/g)).toHaveLength(examOf('mock-exam').pool.length);
  });

  it('says what an answer earns that is right in part, where one can be', () => {
    expect(files.get('mock-exam.page.js')).toContain('An answer that is right in part earns its share.');
    expect(files.get('final-exam.page.js')).toContain('An answer counts when nothing in it is wrong or missing.');
  });
});

describe('the variants of a course', () => {
  it('are packages of their own, with one time factor and another title', () => {
    expect([...packages.keys()].sort()).toEqual(['exam-course', 'exam-course-extra-time', 'exam-course-untimed']);
    const variants = ['exam-course-extra-time', 'exam-course-untimed'].map((name) =>
      dataOf(packages.get(name) ?? new Map()),
    );
    expect(variants.map(({ name, title }) => [name, title])).toEqual([
      ['exam-course-extra-time', 'A course with exams (time and a half)'],
      ['exam-course-untimed', 'A course with exams (untimed)'],
    ]);
    const factors = variants.map(({ activities }) =>
      activities.flatMap((one) => (one.kind === 'exam' ? [one.factors] : [])),
    );
    expect(factors).toEqual([
      [[1.5], [1.5]],
      [[0], [0]],
    ]);
  });

  it('state the time that their learners have', () => {
    const kickerOf = (name: string) =>
      /class="kicker">([^<]*)</.exec(packages.get(name)?.get('mock-exam.html') ?? '')?.[1];
    expect(kickerOf('exam-course')).toBe('Exams · 30 minutes');
    expect(kickerOf('exam-course-extra-time')).toBe('Exams · 45 minutes');
    expect(kickerOf('exam-course-untimed')).toBe('Exams');
  });

  it('have their own identity in the LMS', () => {
    const items = [...packages.values()].map(
      (own) => /<item identifier="([^"]+)"/.exec(own.get('imsmanifest.xml') ?? '')?.[1],
    );
    expect(new Set(items).size).toBe(3);
  });
});
