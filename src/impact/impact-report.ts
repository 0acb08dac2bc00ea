/** What a new edition does to the courses of a workspace, as data. */
import type { CodeUse } from '../compiler/code-use.ts';
import type { Span } from '../diagnostics/diagnostic.ts';

export type Verdict = 'broken' | 'review';

export type ImpactKind =
  | 'deleted'
  | 'header'
  | 'now-valid'
  | 'carved'
  | 'retitled'
  | 'poa'
  | 'rows'
  | 'no-valid-option'
  | 'guideline'
  | 'edition-mention';

export interface ImpactFinding {
  readonly kind: ImpactKind;
  readonly verdict: Verdict;
  readonly course: string;
  /** The question, lesson or guide. */
  readonly owner: CodeUse['owner'];
  readonly span: Span;
  /** The code as people write it; of a guideline its number, of a mention the phrase. */
  readonly what: string;
  /** Official title in the old edition, or the old heading. */
  readonly title: string;
  /** How it is used: `key`, `distractor`, `case answer`, `topic`, `text`, `guideline`. */
  readonly use: string;
  readonly successors: readonly { readonly code: string; readonly title: string }[];
  /** What happened, one sentence. */
  readonly message: string;
  /** What to do, one sentence. */
  readonly action: string;
}

export interface CourseImpact {
  readonly course: string;
  readonly title: string;
  /** Questions and lessons, each counted once by the worst of its findings. */
  readonly broken: number;
  readonly review: number;
  readonly safe: number;
  /** By file in course order, then place. */
  readonly findings: readonly ImpactFinding[];
}

export interface ImpactReport {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly broken: number;
  readonly review: number;
  readonly safe: number;
  readonly courses: readonly CourseImpact[];
}
