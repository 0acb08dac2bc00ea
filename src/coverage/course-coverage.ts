/**
 * A course's exams, blueprints and banks -> how many questions each domain has, by difficulty and type, and how many it should
 * have. Pure. Knows neither how that is printed nor packages.
 */
import { CASE_TYPE, type PlannedDraw, planExam, toCandidate } from '../compiler/exam-plan.ts';
import type { AuthoredCourse, AuthoredQuestion, AuthoredWorkspace } from '../compiler/hand-over.ts';
import { questionsOfBanks } from '../compiler/4-model/build-exam.ts';
import { joinPath } from '../compiler/source-format/course-paths.ts';
import { SETTINGS, type Setting } from '../compiler/source-format/settings.ts';

/** So many times what one attempt draws: a second attempt then still meets questions that the first one did not show. */
export const SPARE = 1.5;

export const DIFFICULTIES = ['recall', 'application', 'analysis'] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

/** The least share of what exams should be able to choose from; recall may fill the rest. */
const LEAST_SHARE = { application: 1 / 3, analysis: 1 / 6 } as const;

/** Questions of one difficulty and type. */
export interface CoverageCell {
  readonly difficulty: Difficulty;
  readonly type: string;
  readonly questions: number;
}

/** Of the questions that exams can choose from, those of one difficulty. */
export interface CoverageLevel {
  readonly difficulty: Difficulty;
  /** Of recall at most, of the others at least. */
  readonly planned: number;
  readonly present: number;
}

/** A domain; or the cases, of one setting or of all, or all pretest items, which exams draw apart. */
export interface CoverageRow {
  readonly kind: PlannedDraw['kind'];
  /** Empty for cases, pretest items and questions without a domain. */
  readonly domain: string;
  /** Of the cases of one setting, where an exam draws them by setting. */
  readonly setting?: Setting;
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
  /** None for cases, which all ask for more than recall, and where no exam draws. */
  readonly levels: readonly CoverageLevel[];
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
    ...placesOfCases(draws),
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

type Place = Pick<CoverageRow, 'kind' | 'domain' | 'setting'>;

/** By setting where an exam draws so; a draw over all settings then counts in none of them. */
function placesOfCases(draws: readonly PlannedDraw[]): readonly Place[] {
  const bySetting = draws.some(({ setting }) => setting !== undefined);
  if (!bySetting) return [{ kind: 'cases', domain: '' }];
  return SETTINGS.map((setting) => ({ kind: 'cases', domain: '', setting }));
}

/** As exams tell questions apart: pretest items first, then cases, then domains. */
function belongsTo({ source, domain }: AuthoredQuestion, place: Place): boolean {
  if (source.pretest === true) return place.kind === 'pretest';
  if (source.type === CASE_TYPE)
    return place.kind === 'cases' && (place.setting === undefined || place.setting === source.setting);
  return place.kind === 'items' && place.domain === domain;
}

function describeRow(
  place: Place & Pick<CoverageRow, 'title'>,
  questions: readonly AuthoredQuestion[],
  draws: readonly PlannedDraw[],
): readonly CoverageRow[] {
  const own = draws.filter(
    ({ kind, domain, setting }) => kind === place.kind && domain === place.domain && setting === place.setting,
  );
  if (questions.length === 0 && own.length === 0) return [];
  const pool = new Set(draws.flatMap((draw) => draw.pool));
  const drawn = Math.max(0, ...own.map(({ count }) => count));
  const planned = Math.ceil(drawn * SPARE);
  const examined = questions.filter(({ source }) => pool.has(source.id));
  return [
    {
      ...place,
      drawn,
      planned,
      present: examined.length,
      questions: questions.length,
      cells: toCells(questions),
      levels: place.kind === 'cases' || planned === 0 ? [] : toLevels(planned, examined),
    },
  ];
}

function toLevels(planned: number, examined: readonly AuthoredQuestion[]): readonly CoverageLevel[] {
  const application = Math.ceil(planned * LEAST_SHARE.application);
  const analysis = Math.min(planned - application, Math.ceil(planned * LEAST_SHARE.analysis));
  const plans = { recall: planned - application - analysis, application, analysis };
  return DIFFICULTIES.map((difficulty) => ({
    difficulty,
    planned: plans[difficulty],
    present: examined.filter(({ source }) => source.difficulty === difficulty).length,
  }));
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
