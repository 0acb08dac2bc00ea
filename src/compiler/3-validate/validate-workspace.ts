/**
 * Parsed files -> the authored workspace, with every mistake of every file reported in one run. What refers to what across
 * files is checked here; the texts of lessons and questions too. Knows nothing of packages, HTML or any LMS.
 */
import { noWorkspace } from '../../diagnostics/catalog/workspace.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type {
  AuthoredCourse,
  AuthoredLesson,
  AuthoredQuestion,
  AuthoredWorkspace,
  CourseFacts,
  ParsedWorkspace,
} from '../hand-over.ts';
import { mergeChecks } from '../source-format/checks.ts';
import { workspaceSchema } from '../source-format/workspace.ts';
import { checkDates } from './check-dates.ts';
import { checkDomains, findDomains } from './check-domains.ts';
import { checkExams } from './check-exams.ts';
import { checkDocument } from './check-form.ts';
import { checkQuestionIds } from './check-ids.ts';
import { checkLicensedText, hasCptLicense } from './check-licenses.ts';
import type { FieldLimits } from './check-limits.ts';
import { checkOutline } from './check-outline.ts';
import { checkParts } from './check-parts.ts';
import { checkQuality } from './check-quality.ts';
import { checkQuizzes } from './check-quizzes.ts';
import { checkTexts } from './check-texts.ts';
import { checkConfig, checkLogoDrawing, findListedCourses } from './check-workspace.ts';
import type { CourseDraft } from './course-draft.ts';
import { draftCourse } from './draft-course.ts';
import { readAllowances } from './read-allowances.ts';
import { linesIn } from './source-texts.ts';
import { checkCourseLanguages, validateLanguages } from './validate-languages.ts';
import { validateSharedData } from './validate-shared-data.ts';
import { baseName, CONFIG_FILE, sortWorkspaceFiles } from './workspace-files.ts';

export interface ValidateOptions {
  /** The day, such as 2026-10-01, that dates are held against. */
  readonly asOf: string;
  /** What the fields of each target can hold, by its name. */
  readonly limits?: ReadonlyMap<string, FieldLimits>;
}

export type { FieldLimits };

/** Undefined only when coursewright.yaml is missing or broken. */
export function validateWorkspace(
  parsed: ParsedWorkspace,
  options: ValidateOptions,
  report: Reporter,
): AuthoredWorkspace | undefined {
  const files = sortWorkspaceFiles(parsed);
  if (files.config === undefined) {
    report.add(noWorkspace, { file: CONFIG_FILE }, {});
    return undefined;
  }
  const config = checkDocument(files.config, workspaceSchema, 'this workspace', report);
  checkConfig(files, parsed.files, config, report);
  const shared = validateSharedData(files, report);
  const courses = findListedCourses(files, parsed.settled, report).map((course) =>
    draftCourse(course, shared.glossary, report),
  );
  const facts = new Map(courses.map((course) => [course.folder, findFacts(course)]));
  const everyCourse = [...facts, ...parsed.settled];
  checkQuestionIds(
    everyCourse.flatMap(([, { questions }]) => questions),
    report,
  );
  const owners = new Map(everyCourse.flatMap(([folder, { questions }]) => questions.map(({ id }) => [id, folder])));
  // A license in a broken coursewright.yaml cannot be read, so its absence is no finding.
  const hasLicense = config === undefined || hasCptLicense(config.data);
  const context = { hasLicense, blueprints: shared.blueprints, limits: options.limits };
  if (config !== undefined) checkLogoDrawing(config, parsed.files, report);
  for (const document of [files.glossary, ...files.credentials, ...files.blueprints]) {
    for (const text of linesIn(document?.file ?? '', document?.root)) checkLicensedText(text, hasLicense, report);
  }
  for (const course of courses) {
    const outline = checkOutline(course, report);
    checkParts(course, outline, report);
    checkQuizzes(course, owners, report);
    checkExams(course, shared, report);
    checkTexts(course, outline, shared, hasLicense, report);
    checkQuality(
      course,
      outline,
      { ...context, checks: mergeChecks(config?.data.checks, course.fields.checks) },
      report,
    );
  }
  checkDomains(
    everyCourse.flatMap(([, { domains }]) => domains),
    shared.blueprints,
    report,
  );
  checkDates(courses, shared, options.asOf, mergeChecks(config?.data.checks)['fact-months'], report);
  const languages = validateLanguages(files.languages, report);
  checkCourseLanguages(config, courses, new Set(files.languages.map(({ file }) => baseName(file))), report);
  const allowances = readAllowances(config, courses, report);
  if (config === undefined) return undefined;
  return {
    config,
    courses: courses.flatMap((course) => toAuthoredCourse(course) ?? []),
    credentials: shared.credentials,
    blueprints: shared.blueprints,
    languages,
    allowances,
    facts,
    files: parsed.files,
  };
}

function findFacts(course: CourseDraft): CourseFacts {
  return { questions: course.questionNames, domains: findDomains(course) };
}

/** Undefined for a course whose course.yaml is broken. */
function toAuthoredCourse(course: CourseDraft): AuthoredCourse | undefined {
  if (course.authored === undefined) return undefined;
  const lessons = new Map<string, AuthoredLesson>();
  for (const { lesson } of course.lessons) {
    if (lesson !== undefined && !lessons.has(lesson.id)) lessons.set(lesson.id, lesson);
  }
  const questions = new Map<string, AuthoredQuestion>();
  for (const question of course.banks.flatMap((bank) => bank.questions)) {
    if (!questions.has(question.source.id)) questions.set(question.source.id, question);
  }
  return {
    ...course.authored,
    folder: course.folder,
    lessons,
    lessonByFile: new Map([...lessons.values()].map((lesson) => [lesson.file, lesson.id])),
    questions,
    terms: course.terms,
    lockedCodes: course.lockedCodes,
    lockedEditions: course.lockedEditions,
    files: course.files.files,
  };
}
