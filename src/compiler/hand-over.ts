/**
 * What each stage hands to the next, and nothing else: 1-read -> SourceTree -> 2-parse -> ParsedFiles -> 3-validate ->
 * AuthoredWorkspace, AuthoredCourse -> 4-model -> PackageModel -> 5-render -> RenderedPackage -> 6-describe -> DescribedPackage ->
 * 7-package -> WrittenPackage -> 8-verify. All of it is data, read-only, free of clock, machine and absolute paths.
 */
import type { Span } from '../diagnostics/diagnostic.ts';
import type { QuestionBody, QuestionSource } from '../questions/question-type.ts';
import type { CreditRule, ExamFacts } from '../shared/exam-data.ts';
import type { GuideRule } from '../shared/guide-data.ts';
import type { PackageData } from '../shared/package-data.ts';
import type { LanguageTables } from '../shared/words/languages.ts';
import type { WorstCase } from '../shared/worst-case.ts';
import type { BuiltLookUp } from './build-look-up.ts';
import type { CodeUse } from './code-use.ts';
import type { AuthoredContent, ResolvedContent } from './content.ts';
import type { LookUpLine } from './look-up.ts';
import type { NearCategory, PackageCodes, WantedCategory } from './near-codes.ts';
import type { PcsDrill } from './pcs-drill.ts';
import type { BlueprintSource } from './source-format/blueprint.ts';
import type { CourseSource } from './source-format/course.ts';
import type { CredentialSource } from './source-format/credential.ts';
import type { TermSource } from './source-format/glossary.ts';
import type { GuideSource } from './source-format/guide.ts';
import type { GuidelineMapSource } from './source-format/guideline-map.ts';
import type { LanguageSource } from './source-format/language.ts';
import type { LessonSource } from './source-format/lesson.ts';
import type { WorkspaceSource } from './source-format/workspace.ts';
import type { YamlDocument, YamlNode } from './syntax/yaml/yaml-tree.ts';

// 1-read

/** A file as it lies in the workspace. */
export interface SourceFile {
  /** Relative to the workspace, forward slashes. */
  readonly path: string;
  readonly size: number;
  /** What the disk says of it; absent for a file that lies on none. */
  readonly touch?: FileTouch;
  /**
   * The bytes, read when first asked for and held until `release()`.
   * @throws UnreadableSource when the file has vanished since it was listed, was written to since it was released, or its
   * disk fails
   */
  bytes(): Uint8Array;
  /** Lets go of the bytes, so that a large workspace never stands in memory as a whole. */
  release(): void;
}

/** What a disk keeps of a file beside its bytes. Never part of anything that is made. */
export interface FileTouch {
  /** Device, number, size and times: whoever writes to the file changes it. */
  readonly stamp: string;
  /** When it was last written or renamed, in milliseconds since the epoch by the disk's clock. */
  readonly at: number;
}

/** All files of the workspace that may matter, sorted by path (code units). Hidden and generated folders are left out. */
export interface SourceTree {
  readonly files: ReadonlyMap<string, SourceFile>;
}

// 2-parse

export interface ParsedLesson {
  readonly file: string;
  /** The front matter; undefined when there is none. Its offsets are offsets of the whole file. */
  readonly head: YamlDocument | undefined;
  readonly content: AuthoredContent;
  /** Decoded text of the whole file. */
  readonly text: string;
}

/** An id and where it stands. */
export interface NamedPlace {
  readonly id: string;
  readonly span: Span;
  /** Ids it once had. */
  readonly formerly: readonly { readonly id: string; readonly span: Span }[];
}

/** The text files of one course, or of all that belongs to no course, by what they are; everything else stays a file. */
export interface ParsedFiles {
  /** Every `.yaml` and `.yml` file by path. */
  readonly yaml: ReadonlyMap<string, YamlDocument>;
  /** Every `<course>/lessons/**.md` by path. */
  readonly lessons: ReadonlyMap<string, ParsedLesson>;
  /** Every `<course>/codes.lock` by path, decoded. */
  readonly locks: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, SourceFile>;
}

// 3-validate

/** A validated piece of YAML with the tree it came from, so that later findings can point into it. */
export interface Authored<T> {
  readonly file: string;
  readonly data: T;
  readonly tree: YamlNode;
}

export interface AuthoredLesson extends Authored<LessonSource> {
  readonly id: string;
  /** Span of the id, the file name standing in for it. */
  readonly place: Span;
  readonly content: AuthoredContent;
}

export interface AuthoredGuide extends Authored<GuideSource> {
  /** Its questions as the package names them, in order. */
  readonly questionNames: readonly NamedPlace[];
  /** Parsed Markdown fields by path: `introduction`, `outcomes.0.text`, `outcomes.0.plan.1`, `rules.3.because`. */
  readonly content: ReadonlyMap<string, AuthoredContent>;
}

export interface AuthoredQuestion {
  readonly file: string;
  readonly source: QuestionSource;
  readonly tree: YamlNode;
  /** The bank's path. */
  readonly bank: string;
  /** The question's own domain or its bank's. */
  readonly domain: string;
  /** Parsed Markdown fields by path: `stem`, `rationale`, `options.0.text`, `options.0.why`, `why.true` … */
  readonly content: ReadonlyMap<string, AuthoredContent>;
}

/** A code's line in a lock. */
export interface LockedCode {
  readonly system: string;
  /** As in the lock, with the dot. */
  readonly code: string;
  readonly edition: string;
  /** `unknown`: in no edition; a wrong answer may well be no code at all. */
  readonly status: 'valid' | 'header' | 'deleted' | 'unknown';
  /** Empty for an unknown one. */
  readonly title: string;
  /** On the edition's list of codes that are exempt from POA reporting. Absent too where that list was not at hand. */
  readonly isPoaExempt?: boolean;
}

/** An edition that a lock was made from, with its first and last day (`YYYY-MM-DD`). */
export interface LockedEdition {
  /** As in `icd-10-cm@2026`. */
  readonly edition: string;
  readonly from: string;
  readonly until: string;
}

export interface AuthoredCourse extends Authored<CourseSource> {
  /** The folder, which is the id. */
  readonly folder: string;
  readonly lessons: ReadonlyMap<string, AuthoredLesson>;
  /** Lesson id by file path. */
  readonly lessonByFile: ReadonlyMap<string, string>;
  readonly questions: ReadonlyMap<string, AuthoredQuestion>;
  /** By file path. */
  readonly guides: ReadonlyMap<string, AuthoredGuide>;
  readonly terms: ReadonlyMap<string, TermSource>;
  /** By `codeKey`. */
  readonly lockedCodes: ReadonlyMap<string, LockedCode>;
  readonly lockedEditions: readonly LockedEdition[];
  /** Every line of the lock, of all editions. */
  readonly lockLines: readonly LockedCode[];
  /** Codes around those that its questions have typed, from its lock; and which of them each of those questions could use. */
  readonly nearCategories: readonly NearCategory[];
  readonly wantedCategories: ReadonlyMap<string, readonly WantedCategory[]>;
  /** Its lines of ICD-10-PCS tables. */
  readonly lockedTables: readonly string[];
  /** What is known of the tables of questions that have a code built, by question. */
  readonly drills: ReadonlyMap<string, PcsDrill>;
  /** Look-up lists of its exams, from its lock. */
  readonly lookUpLines: readonly LookUpLine[];
  /** Every code it names, place by place. */
  readonly codeUses: readonly CodeUse[];
  /** Files below the course folder's media and lessons, by path. */
  readonly files: ReadonlyMap<string, SourceFile>;
}

/** What all courses share. */
export interface AuthoredWorkspace {
  readonly config: Authored<WorkspaceSource>;
  readonly credentials: ReadonlyMap<string, Authored<CredentialSource>>;
  readonly blueprints: ReadonlyMap<string, Authored<BlueprintSource>>;
  readonly guidelineMaps: ReadonlyMap<string, Authored<GuidelineMapSource>>;
  /** By language tag. */
  readonly languages: ReadonlyMap<string, Authored<LanguageSource>>;
  /** Every file of the workspace, for theme logo and templates. */
  readonly files: ReadonlyMap<string, SourceFile>;
}

// 4-model: one model per package, complete and free of questions to ask

export interface ThemeModel {
  readonly organization: string;
  readonly logo: { readonly file: string; readonly alt: string } | undefined;
  readonly accent: string | undefined;
  readonly accentDark: string | undefined;
  readonly footer: string;
}

export interface QuestionModel {
  readonly id: string;
  readonly domain: string;
  readonly difficulty: string;
  readonly objective: string;
  readonly guideline: string;
  readonly revision: number;
  /** Asked in exams without counting. */
  readonly pretest: boolean;
  /** What an answer depends on, as text; hashed into the check bits of the saved state together with the revision. */
  readonly answerBasis: string;
  readonly stem: ResolvedContent;
  readonly rationale: ResolvedContent;
  /** In the order in which they are shown. */
  readonly hints: readonly ResolvedContent[];
  /** What is special to the type: options, key, reasons. */
  readonly body: QuestionBody<ResolvedContent>;
}

export interface LessonModel {
  readonly kind: 'lesson';
  readonly id: string;
  readonly title: string;
  readonly objectives: readonly string[];
  /** 0 where the author gave none. */
  readonly minutes: number;
  readonly guideline: string;
  readonly content: ResolvedContent;
  /** Ids of the questions shown inside, in order. */
  readonly checks: readonly string[];
  readonly credit: CreditRule;
}

export interface QuizModel {
  readonly kind: 'quiz';
  readonly id: string;
  readonly title: string;
  readonly introduction: string;
  /** All questions it may show, in bank order. */
  readonly pool: readonly string[];
  /** How many of them one attempt shows; all of them, in order, when equal to the pool's size and not drawn. */
  readonly draw: number;
  readonly drawn: boolean;
  readonly shuffle: boolean;
  readonly credit: CreditRule;
}

export interface ExamModel extends Omit<ExamFacts, 'lookUp'> {
  readonly id: string;
  readonly title: string;
  readonly introduction: string;
  /** What its look-up panel holds; absent where it has none. */
  readonly lookUp?: BuiltLookUp;
}

export interface GuideModel {
  readonly kind: 'guide';
  readonly id: string;
  readonly title: string;
  readonly introduction: ResolvedContent;
  readonly questions: readonly {
    /** Its id in the package's data. */
    readonly id: string;
    /** Its id in the guide, which rules name. */
    readonly ask: string;
    readonly text: string;
    /** Empty where the author gave none. */
    readonly help: string;
    readonly answers: readonly { readonly id: string; readonly text: string }[];
  }[];
  readonly outcomes: readonly {
    readonly id: string;
    readonly title: string;
    readonly text: ResolvedContent;
    readonly plan: readonly ResolvedContent[];
  }[];
  readonly rules: readonly (GuideRule & { readonly because: ResolvedContent })[];
  /** The outcome where no rule holds. */
  readonly otherwise: string;
}

export type ActivityModel = LessonModel | QuizModel | ExamModel | GuideModel;

export interface GradeModel {
  readonly activities: readonly { readonly id: string; readonly weight: number }[];
  readonly attempt: 'best' | 'last';
  /** Percent; undefined for a course without a pass mark. */
  readonly pass: number | undefined;
}

export interface PackageModel {
  /** Zip name without `.zip`: `<course>[-<part>][-<variant>]`. */
  readonly name: string;
  readonly course: string;
  readonly part: string;
  /** Empty for the package that all others are variants of. */
  readonly variant: string;
  readonly title: string;
  readonly version: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** All that pages and player say in that language. */
  readonly words: LanguageTables;
  readonly description: string;
  readonly editions: readonly string[];
  /** Empty string when nobody reviewed the course. */
  readonly reviewed: string;
  readonly modules: readonly { readonly id: string; readonly title: string; readonly activities: readonly string[] }[];
  /** Activities in reading order. */
  readonly activities: readonly ActivityModel[];
  readonly questions: ReadonlyMap<string, QuestionModel>;
  /** Activity ids that must be done. */
  readonly completion: readonly string[];
  readonly grade: GradeModel | undefined;
  readonly report: 'when-earned' | 'when-finished';
  readonly domains: readonly { readonly id: string; readonly title: string }[];
  readonly theme: ThemeModel;
  /** Files to ship: name in the package (flat, lower case) and where they come from. */
  readonly files: readonly { readonly name: string; readonly source: SourceFile }[];
  /** Undefined where no question has codes typed. */
  readonly codes: PackageCodes | undefined;
  /** Terms the package uses, sorted by term. */
  readonly terms: readonly TermSource[];
  readonly targets: readonly string[];
}

// 5-render

/** A file of a package, finished. */
export interface PackageFile {
  /** Flat name: `[a-z0-9._-]`, unique in the package. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface RenderedPackage {
  readonly model: PackageModel;
  /** What the player needs to know of the course; its questions' keys travel scrambled in the pages' scripts. */
  readonly data: PackageData;
  readonly worstCase: WorstCase;
  /** The launch page, a page for each activity, their scripts, style sheet, player, course data and media. */
  readonly files: readonly PackageFile[];
  /** Name of the page an LMS opens. */
  readonly launch: string;
  /** Files for instructors that lie beside the package, never in it: they hold the keys. */
  readonly answerSheet: readonly PackageFile[];
}

// 6-describe

export interface DescribedPackage {
  readonly rendered: RenderedPackage;
  readonly target: string;
  /** All files in zip order, the target's descriptor first. */
  readonly files: readonly PackageFile[];
  /** Characters of saved state that the target allows. */
  readonly stateLimit: number;
  /** What to tick after uploading, per LMS. */
  readonly upload: readonly UploadGuide[];
}

/** Plain sentences for one LMS. */
export interface UploadGuide {
  readonly lms: string;
  readonly steps: readonly string[];
}

// 7-package

export interface WrittenPackage {
  readonly described: DescribedPackage;
  /** `<name>.zip` */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}
