/**
 * What came to light when a course was looked through, as plain JSON: it is kept and given again while the course's files and all
 * that is shared stay as they are. Knows no stage.
 */
import type { Diagnostic, Span } from '../diagnostics/diagnostic.ts';
import type { NamedPlace } from './hand-over.ts';

/** A warning that an author lets stand. */
export interface Allowance {
  readonly code: string;
  readonly reason: string;
  /** The place of the code in `allow:`. */
  readonly span: Span;
  /** What it holds for: everything, the files of a course (its folder), one file, or a stretch of one file. */
  readonly scope:
    | { readonly kind: 'workspace' }
    | { readonly kind: 'course'; readonly course: string }
    | { readonly kind: 'file'; readonly file: string }
    | { readonly kind: 'item'; readonly id: string; readonly span: Span };
}

/** All that the checks across courses ask of a course. */
export interface CourseFacts {
  /** Every question that has an id, broken ones too. */
  readonly questions: readonly NamedPlace[];
  /** Every domain that is named, with its place. */
  readonly domains: readonly { readonly domain: string; readonly span: Span }[];
  /** Questions that quizzes name and the course does not have. */
  readonly strangers: readonly {
    readonly question: string;
    readonly span: Span;
    readonly nearest: string | undefined;
  }[];
}

/**
 * What came to light when a course was looked through. Plain JSON, decided by the course's own files and what all courses
 * share: as long as those stay as they are it may stand in for looking again.
 */
export interface CourseFindings {
  readonly folder: string;
  readonly facts: CourseFacts;
  /** Of this course's own files. */
  readonly allowances: readonly Allowance[];
  /** Allowed ones among them, in the order they were found; those of checks across courses are not. */
  readonly diagnostics: readonly Diagnostic[];
  /** Paths in reading order: the outline, its lessons, its banks. Empty where course.yaml is broken. */
  readonly order: readonly string[];
}
