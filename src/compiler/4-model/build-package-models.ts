/**
 * A validated course -> one complete model per package: a course without parts is one package, each part is one.
 * Must not know HTML, zip or any LMS.
 */
import type { Reporter } from '../../diagnostics/report.ts';
import { askedBy } from '../asked-by.ts';
import type {
  ActivityModel,
  AuthoredCourse,
  AuthoredGuide,
  AuthoredQuestion,
  AuthoredWorkspace,
  GradeModel,
  LessonModel,
  PackageModel,
  QuestionModel,
  QuizModel,
  ThemeModel,
} from '../hand-over.ts';
import type {
  ActivitySource,
  CompletionSource,
  GradeSource,
  ModuleSource,
  QuizSource,
} from '../source-format/course.ts';
import { joinPath } from '../source-format/course-paths.ts';
import { domainsOf } from '../source-format/lesson.ts';
import { buildCredit, buildExam, questionsOfBanks } from './build-exam.ts';
import { buildGuide } from './build-guide.ts';
import { withVariants } from './build-variants.ts';
import { buildPackageCodes } from './build-package-codes.ts';
import { buildQuestionModel } from './build-question-model.ts';
import { PackageFiles } from './package-files.ts';
import { PackageScope } from './package-scope.ts';
import { resolveContent } from './resolve-content.ts';
import { wordsOf } from './words-of.ts';

/** What makes one package of a course. */
interface PackagePlan {
  readonly part: string;
  readonly title: string;
  readonly description: string;
  readonly modules: readonly ModuleSource[];
  readonly completion: CompletionSource | undefined;
  readonly grade: GradeSource | undefined;
}

/** All packages of a course, in the order of its parts, each with its variants behind it. */
export function buildPackageModels(
  workspace: AuthoredWorkspace,
  course: AuthoredCourse,
  report: Reporter,
): readonly PackageModel[] {
  const variants = course.data.variants ?? [];
  return planPackages(course).flatMap((plan) =>
    withVariants(buildPackageModel(workspace, course, plan, report), variants),
  );
}

function planPackages(course: AuthoredCourse): readonly PackagePlan[] {
  const { outline, packages, title, description, completion, grade } = course.data;
  if (packages === undefined) return [{ part: '', title, description, modules: outline, completion, grade }];
  return packages.map((part) => ({
    part: part.part,
    title: part.title,
    description: part.description ?? description,
    modules: part.modules.flatMap((id) => outline.find((module) => module.module === id) ?? []),
    completion: part.completion ?? completion,
    grade: part.grade ?? grade,
  }));
}

function activityId(entry: ActivitySource, course: AuthoredCourse): string | undefined {
  if ('quiz' in entry) return entry.quiz;
  if ('exam' in entry) return entry.exam;
  if ('guide' in entry) return findGuide(entry.guide, course)?.data.id;
  const path = joinPath(course.folder, entry.lesson);
  return path === undefined ? undefined : course.lessonByFile.get(path);
}

function findGuide(path: string, course: AuthoredCourse): AuthoredGuide | undefined {
  return course.guides.get(joinPath(course.folder, path) ?? '');
}

function buildPackageModel(
  workspace: AuthoredWorkspace,
  course: AuthoredCourse,
  plan: PackagePlan,
  report: Reporter,
): PackageModel {
  const name = plan.part === '' ? course.data.id : `${course.data.id}-${plan.part}`;
  const language = course.data.language ?? workspace.config.data.language ?? 'en';
  const files = new PackageFiles(report);
  const modules = plan.modules.map((module) => ({
    id: module.module,
    title: module.title,
    activities: module.activities.flatMap((entry) => activityId(entry, course) ?? []),
  }));
  const ids = new Set(modules.flatMap((module) => module.activities));
  const listed = new Set(
    course.data.outline.flatMap((module) => module.activities.flatMap((entry) => activityId(entry, course) ?? [])),
  );
  const scope = new PackageScope({ workspace, course, files, packageName: name, activities: ids, listed, language });

  const elsewhere = [...listed].filter((id) => !ids.has(id));
  const lessons = {
    lessons: findLessonsByDomain([...ids], course, (id) => id),
    lessonsElsewhere: findLessonsByDomain(elsewhere, course, (id) => course.lessons.get(id)?.data.title ?? id),
  };
  const activities = plan.modules.flatMap((module) =>
    module.activities.flatMap((entry): readonly ActivityModel[] => {
      if ('quiz' in entry) return [buildQuiz(entry, course)];
      if ('exam' in entry) {
        const blueprint = scope.findBlueprint(entry.blueprint ?? '');
        return [buildExam(entry, course, blueprint, lessons)];
      }
      if ('guide' in entry) {
        const guide = findGuide(entry.guide, course);
        return guide === undefined ? [] : [buildGuide(guide, scope, report)];
      }
      const lesson = buildLesson(activityId(entry, course), course, scope, report);
      return lesson === undefined ? [] : [lesson];
    }),
  );
  const questions = collectQuestions(activities, course, scope, report);
  return {
    name,
    course: course.data.id,
    part: plan.part,
    variant: '',
    title: plan.title,
    version: course.data.version,
    language,
    ...wordsOf(language, workspace),
    description: plan.description,
    editions: course.data.editions ?? [],
    reviewed: course.data.reviewed === undefined ? '' : `${course.data.reviewed.by}, ${course.data.reviewed.on}`,
    modules,
    activities,
    questions,
    completion:
      plan.completion === undefined || plan.completion === 'all'
        ? [...ids]
        : plan.completion.filter((id) => ids.has(id)),
    grade: buildGrade(plan.grade, ids),
    report: course.data.report ?? usualReport(activities),
    domains: nameDomains(questions, workspace),
    theme: buildTheme(workspace, files),
    codes: buildPackageCodes(questions.keys(), course),
    terms: scope.terms(),
    files: files.list(),
    targets: course.data.targets ?? ['scorm12'],
  };
}

/**
 * Most LMSs reopen a passed course for review alone, so whoever practices for an exam would lose the rest of the course with the
 * first good result: there the learner says when the status is sent.
 */
function usualReport(activities: readonly ActivityModel[]): PackageModel['report'] {
  return activities.some(({ kind }) => kind === 'exam') ? 'when-finished' : 'when-earned';
}

function buildLesson(
  id: string | undefined,
  course: AuthoredCourse,
  scope: PackageScope,
  report: Reporter,
): LessonModel | undefined {
  const lesson = id === undefined ? undefined : course.lessons.get(id);
  if (lesson === undefined) return undefined;
  const content = resolveContent(lesson.content, lesson.file, scope, report);
  return {
    kind: 'lesson',
    id: lesson.id,
    title: lesson.data.title,
    objectives: lesson.data.objectives ?? [],
    minutes: lesson.data.minutes ?? 0,
    guideline: lesson.data.guideline ?? '',
    content,
    checks: scope.takeChecks(),
    credit: buildCredit({}, course.data),
  };
}

/** Lessons by the domain they teach, in reading order; domains sorted. */
function findLessonsByDomain(
  activities: readonly string[],
  course: AuthoredCourse,
  nameOf: (id: string) => string,
): Readonly<Record<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  for (const id of activities) {
    const lesson = course.lessons.get(id);
    for (const domain of new Set(lesson === undefined ? [] : domainsOf(lesson.data))) {
      found.set(domain, [...(found.get(domain) ?? []), nameOf(id)]);
    }
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function buildQuiz(entry: QuizSource, course: AuthoredCourse): QuizModel {
  const banks = (entry.from ?? []).flatMap((path) => joinPath(course.folder, path) ?? []);
  const pool = entry.questions ?? questionsOfBanks(course, banks).map((question) => question.source.id);
  const known = pool.filter((id) => course.questions.has(id));
  return {
    kind: 'quiz',
    id: entry.quiz,
    title: entry.title,
    introduction: entry.introduction ?? '',
    pool: known,
    draw: Math.min(entry.draw ?? known.length, known.length),
    drawn: entry.draw !== undefined,
    shuffle: entry.shuffle ?? true,
    credit: buildCredit(entry, course.data),
  };
}

/** Every question that an activity of the package may show, in reading order. */
function collectQuestions(
  activities: readonly ActivityModel[],
  course: AuthoredCourse,
  scope: PackageScope,
  report: Reporter,
): ReadonlyMap<string, QuestionModel> {
  const ids = activities.flatMap(askedBy);
  return new Map(
    [...new Set(ids)].flatMap((id) => {
      const question: AuthoredQuestion | undefined = course.questions.get(id);
      return question === undefined ? [] : [[id, buildQuestionModel(question, scope, report)] as const];
    }),
  );
}

function buildGrade(grade: GradeSource | undefined, ids: ReadonlySet<string>): GradeModel | undefined {
  const counted = grade?.activities.filter((id) => ids.has(id)) ?? [];
  if (grade === undefined || counted.length === 0) return undefined;
  return {
    activities: counted.map((id) => ({ id, weight: weightOf(grade, id) })),
    attempt: grade.attempt,
    pass: grade.pass,
  };
}

/** An activity may be called `constructor`: only what the author wrote counts. */
function weightOf(grade: GradeSource, id: string): number {
  return grade.weights !== undefined && Object.hasOwn(grade.weights, id) ? (grade.weights[id] ?? 1) : 1;
}

/** Domains of the package's questions in the order of the blueprints that name them, the others by their ids after them. */
function nameDomains(
  questions: ReadonlyMap<string, QuestionModel>,
  workspace: AuthoredWorkspace,
): readonly { readonly id: string; readonly title: string }[] {
  const titles = new Map(
    [...workspace.blueprints.values()].flatMap((blueprint) =>
      blueprint.data.sections.map((section) => [section.id, section.title] as const),
    ),
  );
  const asked = new Set([...questions.values()].map((question) => question.domain));
  const ids = [
    ...[...titles.keys()].filter((id) => asked.has(id)),
    ...[...asked].filter((id) => !titles.has(id)).sort(),
  ];
  return ids.map((id) => ({ id, title: titles.get(id) ?? toTitle(id) }));
}

/** `payment-rules` becomes "Payment rules". */
function toTitle(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function buildTheme(workspace: AuthoredWorkspace, files: PackageFiles): ThemeModel {
  const { theme, organization } = workspace.config.data;
  const logo = theme?.logo === undefined ? undefined : workspace.files.get(joinPath('', theme.logo) ?? '');
  return {
    organization,
    logo: logo === undefined ? undefined : { file: files.ship(logo), alt: theme?.['logo-alt'] ?? organization },
    accent: theme?.colors?.accent,
    accentDark: theme?.colors?.['accent-dark'],
    footer: theme?.footer ?? '',
  };
}
