/**
 * A course's exams, blueprints and banks -> how many questions each domain has, by difficulty and type, and how many it should
 * have. Pure. Knows neither how that is printed nor packages.
 */
import { CASE_TYPE, type PlannedDraw, planExam, toCandidate } from '../compiler/exam-plan.ts';
import type { AuthoredCourse, AuthoredQuestion, AuthoredWorkspace } from '../compiler/hand-over.ts';
import { questionsOfBanks } from '../compiler/4-model/build-exam.ts';
import { joinPath } from '../compiler/source-format/course-paths.ts';

/** So many times what one attempt draws: a second attempt then still meets questions that the first one did not show. */
export const SPARE = 1.5;

export const DIFFICULTIES = ['recall', 'application', 'analysis'] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

/** Questions of one difficulty and type. */
export interface CoverageCell {
  readonly difficulty: Difficulty;
  readonly type: string;
  readonly questions: number;
}

/** A domain; or all cases, or all pretest items, which exams draw apart. */
export interface CoverageRow {
  readonly kind: PlannedDraw['kind'];
  /** Empty for cases, pretest items and questions without a domain. */
  readonly domain: string;
  /** A blueprint's title of the domain, else the domain itself. */
  readonly title: string;
  /** The most questions that an attempt at any exam draws from here. */
  readonly drawn: number;
  /** Questions that those exams should be able to choose from: `SPARE` times `drawn`, rounded up. */
  readonly planned: number;
  /** Questions that the exams can choose from. */
  readonly present: number;
  /** Every question of the course that belongs here, those of lessons and quizzes too. */
  readonly questions: number;
  readonly cells: readonly CoverageCell[];
}

export interface CourseCoverage {
  readonly course: string;
  readonly title: string;
  readonly exams: readonly string[];
  /** In the blueprints' order, then other domains by name, then cases and pretest items. */
  readonly rows: readonly CoverageRow[];
}

/** @param course one that was found without errors */
export function describeCoverage(course: AuthoredCourse, workspace: AuthoredWorkspace): CourseCoverage {
  const exams = course.data.outline.flatMap(({ activities }) =>
    activities.flatMap((activity) => ('exam' in activity ? [activity] : [])),
  );
  const blueprintOf = (name: string | undefined) =>
    name === undefined ? undefined : workspace.blueprints.get(name)?.data;
  const draws = exams.flatMap((exam) => {
    const banks = exam.from.flatMap((path) => joinPath(course.folder, path) ?? []);
    const candidates = questionsOfBanks(course, banks).map(toCandidate);
    return planExam({ exam, blueprint: blueprintOf(exam.blueprint), candidates }).planned;
  });
  const titles = new Map(
    exams.flatMap(({ blueprint }) => blueprintOf(blueprint)?.sections.map(({ id, title }) => [id, title]) ?? []),
  );
  const questions = [...course.questions.values()];
  const others = questions.map(({ domain }) => domain).filter((domain) => !titles.has(domain));
  const places: readonly Place[] = [
    ...[...titles.keys(), ...[...new Set(others)].sort()].map((domain) => ({ kind: 'items' as const, domain })),
    { kind: 'cases', domain: '' },
    { kind: 'pretest', domain: '' },
  ];
  return {
    course: course.data.id,
    title: course.data.title,
    exams: exams.map(({ title }) => title),
    rows: places.flatMap((place) => {
      const own = questions.filter((question) => belongsTo(question, place));
      const title = titles.get(place.domain) ?? place.domain;
      return describeRow({ ...place, title }, own, draws);
    }),
  };
}

type Place = Pick<CoverageRow, 'kind' | 'domain'>;

/** As exams tell questions apart: pretest items first, then cases, then domains. */
function belongsTo({ source, domain }: AuthoredQuestion, place: Place): boolean {
  if (source.pretest === true) return place.kind === 'pretest';
  if (source.type === CASE_TYPE) return place.kind === 'cases';
  return place.kind === 'items' && place.domain === domain;
}

function describeRow(
  place: Place & Pick<CoverageRow, 'title'>,
  questions: readonly AuthoredQuestion[],
  draws: readonly PlannedDraw[],
): readonly CoverageRow[] {
  const own = draws.filter(({ kind, domain }) => kind === place.kind && domain === place.domain);
  if (questions.length === 0 && own.length === 0) return [];
  const pool = new Set(draws.flatMap((draw) => draw.pool));
  const drawn = Math.max(0, ...own.map(({ count }) => count));
  return [
    {
      ...place,
      drawn,
      planned: Math.ceil(drawn * SPARE),
      present: questions.filter(({ source }) => pool.has(source.id)).length,
      questions: questions.length,
      cells: toCells(questions),
    },
  ];
}

function toCells(questions: readonly AuthoredQuestion[]): readonly CoverageCell[] {
  const types = [...new Set(questions.map(({ source }) => source.type))].sort();
  return DIFFICULTIES.flatMap((difficulty) =>
    types.flatMap((type) => {
      const found = questions.filter(({ source }) => source.type === type && source.difficulty === difficulty);
      return found.length === 0 ? [] : [{ difficulty, type, questions: found.length }];
    }),
  );
}
