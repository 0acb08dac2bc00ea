/** Problems as people read them in a terminal: sentence, place, frame, hint, where to read more. */
import { drawCodeFrame } from '../code-frame.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { toPrintable } from '../printable.ts';
import type { SourcePlaces } from '../source-places.ts';

/** Adds color where a terminal shows it. */
export interface Paint {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
}

export const NO_PAINT: Paint = { error: (t) => t, warning: (t) => t, dim: (t) => t, bold: (t) => t };

export function formatText(diagnostics: readonly Diagnostic[], places: SourcePlaces, paint: Paint = NO_PAINT): string {
  const blocks = diagnostics.map((diagnostic) => formatOne(diagnostic, places, paint).join('\n'));
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

function formatOne(diagnostic: Diagnostic, places: SourcePlaces, paint: Paint): readonly string[] {
  const word = paint[diagnostic.severity](`${diagnostic.severity} ${diagnostic.code}`);
  const lines = [`${word}: ${paint.bold(toPrintable(diagnostic.message))}`];
  const place = places.describe(diagnostic);
  if (place !== '') lines.push(`${paint.dim('  -->')} ${toPrintable(place)}`);
  const location = diagnostic.span === undefined ? undefined : places.locate(diagnostic.span);
  const map = location === undefined ? undefined : places.linesOf(location.file);
  if (location !== undefined && map !== undefined) lines.push(...drawCodeFrame(map, location));
  for (const related of diagnostic.related ?? []) {
    const there = places.locate(related.span);
    const where = there === undefined ? related.span.file : `${there.file}:${there.line}:${there.column}`;
    lines.push(`${paint.dim('see:')} ${toPrintable(where)} ${toPrintable(related.message)}`);
  }
  if (diagnostic.hint !== undefined) lines.push(`${paint.dim('hint:')} ${toPrintable(diagnostic.hint)}`);
  lines.push(paint.dim(`help: coursewright explain ${diagnostic.code}`));
  return lines;
}

/** `2 errors, 1 warning (3 warnings allowed)`, or `no problems`. */
export function countProblems(diagnostics: readonly Diagnostic[], allowed = 0): string {
  const errors = diagnostics.filter((d) => d.severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const part = (count: number, word: string) => (count === 0 ? [] : [`${count} ${word}${count === 1 ? '' : 's'}`]);
  const found = [...part(errors, 'error'), ...part(warnings, 'warning')].join(', ') || 'no problems';
  return allowed === 0 ? found : `${found} (${part(allowed, 'warning').join('')} allowed)`;
}
