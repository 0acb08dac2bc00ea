/**
 * What all courses share, parsed -> data that holds together, and which courses there are. Beside it the checks that need
 * something of every course. Knows nothing of packages, HTML or any LMS.
 */
import type { CodeSets } from '../../code-sets/code-sets.ts';
import { noWorkspace } from '../../diagnostics/catalog/workspace.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { Allowance, CourseFindings } from '../course-findings.ts';
import type { Authored, ParsedFiles, SourceFile } from '../hand-over.ts';
import { mergeChecks } from '../source-format/checks.ts';
import type { LanguageSource } from '../source-format/language.ts';
import { type WorkspaceSource, workspaceSchema } from '../source-format/workspace.ts';
import { checkFactDates } from './check-dates.ts';
import { checkDomains } from './check-domains.ts';
import { checkDocument } from './check-form.ts';
import { checkQuestionIds } from './check-ids.ts';
import { checkLicensedText, hasCptLicense } from './check-licenses.ts';
import type { FieldLimits } from './check-limits.ts';
import { checkStrangers } from './check-quizzes.ts';
import { checkConfig, checkLogoDrawing, findListedCourses, reportStrays } from './check-workspace.ts';
import { readWorkspaceAllowances } from './read-allowances.ts';
import { linesIn } from './source-texts.ts';
import { checkLanguage, validateLanguages } from './validate-languages.ts';
import { type SharedData, validateSharedData } from './validate-shared-data.ts';
import { baseName, CONFIG_FILE, sortSharedFiles } from './workspace-files.ts';

export interface ValidateOptions {
  /** The day, such as 2026-10-01, that dates are held against. */
  readonly asOf: string;
  /** What the fields of each target can hold, by its name. */
  readonly limits?: ReadonlyMap<string, FieldLimits>;
  /** Editions at hand; without them codes are held against the locks alone. */
  readonly codeSets?: CodeSets | undefined;
}

export type { FieldLimits };

/** What the checks of every course hold it against. */
export interface ValidatedWorkspace {
  /** Undefined when coursewright.yaml is broken. */
  readonly config: Authored<WorkspaceSource> | undefined;
  readonly shared: SharedData;
  /** By language tag. */
  readonly languages: ReadonlyMap<string, Authored<LanguageSource>>;
  /** Tags of all languages, broken ones too. */
  readonly languageTags: ReadonlySet<string>;
  /** Whether CPT codes may stand in the courses. */
  readonly hasLicense: boolean;
  /** Folders of the courses to look through, in their order. */
  readonly courses: readonly string[];
  /** Those that hold everywhere. */
  readonly allowances: readonly Allowance[];
  readonly options: ValidateOptions;
}

/** What lies in the workspace beside what is parsed. */
export interface WorkspaceFolders {
  /** By folder, sorted, with the path of its course.yaml. */
  readonly courses: ReadonlyMap<string, { readonly file: string }>;
  /** Every file of the workspace. */
  readonly files: ReadonlyMap<string, SourceFile>;
}

/**
 * @param parsed what belongs to no course
 * @returns undefined only when coursewright.yaml is missing
 */
export function validateWorkspace(
  parsed: ParsedFiles,
  { courses, files }: WorkspaceFolders,
  options: ValidateOptions,
  report: Reporter,
): ValidatedWorkspace | undefined {
  const sorted = sortSharedFiles(parsed);
  if (sorted.config === undefined) {
    report.add(noWorkspace, { file: CONFIG_FILE }, {});
    return undefined;
  }
  const config = checkDocument(sorted.config, workspaceSchema, 'this workspace', report);
  reportStrays(sorted.strays, report);
  if (config !== undefined) {
    checkConfig(config, files, report);
    checkLogoDrawing(config, files, report);
  }
  const shared = validateSharedData(sorted, report);
  // A license in a broken coursewright.yaml cannot be read, so its absence is no finding.
  const hasLicense = config === undefined || hasCptLicense(config.data);
  for (const document of [sorted.glossary, ...sorted.credentials, ...sorted.blueprints]) {
    for (const text of linesIn(document?.file ?? '', document?.root)) checkLicensedText(text, hasLicense, report);
  }
  checkFactDates(shared, options.asOf, mergeChecks(config?.data.checks)['fact-months'], report);
  const languageTags = new Set(sorted.languages.map(({ file }) => baseName(file)));
  checkLanguage(config, languageTags, report);
  return {
    config,
    shared,
    languages: validateLanguages(sorted.languages, report),
    languageTags,
    hasLicense,
    courses: findListedCourses(sorted.config, courses, report),
    allowances: readWorkspaceAllowances(config, report),
    options,
  };
}

/** @param courses all of them, in their order */
export function checkAcrossCourses(
  { shared }: ValidatedWorkspace,
  courses: readonly CourseFindings[],
  report: Reporter,
): void {
  checkQuestionIds(
    courses.flatMap(({ facts }) => facts.questions),
    report,
  );
  const owners = new Map(courses.flatMap(({ folder, facts }) => facts.questions.map(({ id }) => [id, folder])));
  checkStrangers(
    courses.flatMap(({ facts }) => facts.strangers),
    owners,
    report,
  );
  checkDomains(
    courses.flatMap(({ facts }) => facts.domains),
    shared.blueprints,
    report,
  );
}
