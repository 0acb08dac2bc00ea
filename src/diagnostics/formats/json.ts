/** Problems as JSON for other programs. The shape is versioned; fields are only ever added. */
import { type Diagnostic, fileOf, type Severity } from '../diagnostic.ts';
import type { SourcePlaces } from '../source-places.ts';

export interface JsonDiagnostic {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
  readonly file?: string;
  /** Counted from 1; the end is exclusive. */
  readonly range?: {
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  };
}

export function toJsonDiagnostics(
  diagnostics: readonly Diagnostic[],
  places: SourcePlaces,
  nameOf: (code: string) => string,
): readonly JsonDiagnostic[] {
  return diagnostics.map((diagnostic) => {
    const location = diagnostic.span === undefined ? undefined : places.locate(diagnostic.span);
    const file = fileOf(diagnostic);
    return {
      code: diagnostic.code,
      name: nameOf(diagnostic.code),
      severity: diagnostic.severity,
      message: diagnostic.message,
      ...(diagnostic.hint === undefined ? {} : { hint: diagnostic.hint }),
      ...(file === undefined ? {} : { file }),
      ...(location === undefined
        ? {}
        : {
            range: {
              start: { line: location.line, column: location.column },
              end: { line: location.endLine, column: location.endColumn },
            },
          }),
    };
  });
}
