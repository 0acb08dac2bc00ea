/** A place where a course names a code, and what for: what all checks, locks and reports of codes go by. Looks no code up. */
import type { Span } from '../diagnostics/diagnostic.ts';

/** What a code is there for in a course. */
export type CodeRole =
  /** A right answer. */
  | 'key'
  /** A wrong answer that is offered or foreseen. */
  | 'distractor'
  /** What a lesson or question is about. */
  | 'topic'
  /** A directive in a text. */
  | 'text'
  /** A directive whose code is said to be wrong. */
  | 'meant-wrong';

/** A place where a course names a code. */
export interface CodeUse {
  readonly system: string;
  /** As written. */
  readonly code: string;
  readonly span: Span;
  readonly role: CodeRole;
  /** The lesson, question or decision guide it stands in; its id. */
  readonly owner: { readonly kind: 'lesson' | 'question' | 'guide'; readonly id: string };
  /** The edition that the question names for itself. */
  readonly edition?: string;
  /** A category is meant, not a code to report. */
  readonly isHeaderMeant?: boolean;
  /** Of an answer in a case. */
  readonly answer?: {
    readonly setting: 'inpatient' | 'outpatient' | 'emergency' | undefined;
    readonly field: 'principal' | 'secondary' | 'procedure';
    /** `Y`, `N`, `U`, `W`, `exempt`; undefined where none is asked for. */
    readonly poa: string | undefined;
  };
}
