/**
 * The one shape of a problem, whoever finds it: a permanent code, a place and sentences for an author.
 * Knows nothing of where problems come from or how they are printed.
 */

export type Severity = 'error' | 'warning';

/** A stretch of one source file: offsets into its decoded text (BOM removed, line ends as LF), end exclusive. */
export interface Span {
  /** Path relative to the workspace, with forward slashes. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A problem found in a course, a package or a command. */
export interface Diagnostic {
  /** `CW` and four digits, permanent. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence in the author's words, lower case first, no full stop: what is wrong. */
  readonly message: string;
  /** The next action. */
  readonly hint?: string;
  /** Where; absent when a problem belongs to no place in a file. */
  readonly span?: Span;
  /** The file (or package) the problem belongs to when there is no span. */
  readonly file?: string;
  /** Other places that take part, such as the first of two equal ids. */
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
}

export function hasError(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

/** The file, or the package, that a problem belongs to. */
export function fileOf({ span, file }: Diagnostic): string | undefined {
  return span?.file ?? file;
}
