/**
 * One course, parsed -> an authored course that holds together, with every mistake of every file reported in one run. What
 * refers to what across its files is checked here; the texts of lessons and questions too. Of other courses it knows nothing.
 */
import type { Reporter } from '../../diagnostics/report.ts';
import type { Allowance, CourseFacts } from '../course-findings.ts';
import type { AuthoredCourse, AuthoredLesson, AuthoredQuestion, ParsedFiles } from '../hand-over.ts';
import { mergeChecks } from '../source-format/checks.ts';
import { checkReviewDate } from './check-dates.ts';
import { findDomains } from './check-domains.ts';
import { checkExams } from './check-exams.ts';
import { checkOutline } from './check-outline.ts';
import { checkParts } from './check-parts.ts';
import { checkQuality } from './check-quality.ts';
import { checkQuizzes, findStrangers } from './check-quizzes.ts';
import { checkTexts, type TextFindings } from './check-texts.ts';
import { checkVariants } from './check-variants.ts';
import { reportStrays } from './check-workspace.ts';
import { checkLookUps } from './codes/check-look-ups.ts';
import { findNearCategories } from './codes/find-near-categories.ts';
import type { CourseDraft } from './course-draft.ts';
import { draftCourse } from './draft-course.ts';
import { readCourseAllowances } from './read-allowances.ts';
import { checkGuideTags } from './validate-guides.ts';
import { checkLanguage } from './validate-languages.ts';
import type { ValidatedWorkspace } from './validate-workspace.ts';
import { sortCourseFiles } from './workspace-files.ts';

export interface ValidatedCourse {
  /** Undefined where course.yaml is broken. */
  readonly authored: AuthoredCourse | undefined;
  readonly facts: CourseFacts;
  readonly allowances: readonly Allowance[];
}

/** Undefined for a folder without a course.yaml. */
export function validateCourse(
  folder: string,
  parsed: ParsedFiles,
  { config, shared, languageTags, hasLicense, options }: ValidatedWorkspace,
  report: Reporter,
): ValidatedCourse | undefined {
  const files = sortCourseFiles(folder, parsed);
  if (files === undefined) return undefined;
  reportStrays(files.strays, report);
  const course = draftCourse(files, shared.glossary, report);
  const checks = mergeChecks(config?.data.checks, course.fields.checks);
  const outline = checkOutline(course, report);
  checkParts(course, outline, report);
  checkQuizzes(course, report);
  checkExams(course, shared, report);
  checkVariants(course, report);
  checkGuideTags(course.guides, course.questionNames, report);
  const { asOf, codeSets } = options;
  const altLimit = checks['alt-characters'];
  const found = checkTexts(
    course,
    outline,
    { shared, hasCptLicense: hasLicense, altLimit, sets: codeSets, asOf },
    report,
  );
  checkQuality(course, outline, { checks, hasLicense, blueprints: shared.blueprints, limits: options.limits }, report);
  checkLookUps(course, codeSets, asOf, report);
  checkReviewDate(course, options.asOf, report);
  if (course.authored?.data.language !== config?.data.language) checkLanguage(course.authored, languageTags, report);
  return {
    authored: toAuthoredCourse(course, found),
    facts: { questions: course.questionNames, domains: findDomains(course), strangers: findStrangers(course) },
    allowances: readCourseAllowances(course, report),
  };
}

function toAuthoredCourse(course: CourseDraft, { codeUses, drills }: TextFindings): AuthoredCourse | undefined {
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
    guides: new Map(course.guides.flatMap(({ file, guide }) => (guide === undefined ? [] : [[file, guide] as const]))),
    terms: course.terms,
    lockedCodes: course.lock.codes,
    lockedEditions: course.lock.editions,
    lockLines: [...course.lock.byEdition.values()].map(({ code }) => code),
    nearCategories: course.lock.near,
    lookUpLines: course.lock.lookUps,
    wantedCategories: new Map([...questions].map(([id, question]) => [id, findNearCategories([question])])),
    lockedTables: [...course.lock.pcs.values()].map(({ line }) => line),
    drills,
    codeUses,
    files: course.files.files,
  };
}
