/** Problems as GitHub workflow commands, which GitHub shows beside the lines of a pull request. */
import { type Diagnostic, fileOf } from '../diagnostic.ts';
import type { SourcePlaces } from '../source-places.ts';

/** GitHub shows ten annotations of a kind per step; the rest is only counted. */
const SHOWN = 10;

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** @param prefix path from the repository's root to the workspace, with a trailing slash, or empty */
export function formatGithub(diagnostics: readonly Diagnostic[], places: SourcePlaces, prefix: string): string {
  const errors = diagnostics.filter((d) => d.severity === 'error');
  const warnings = diagnostics.filter((d) => d.severity === 'warning');
  const hidden = Math.max(0, errors.length - SHOWN) + Math.max(0, warnings.length - SHOWN);
  const lines = [...errors.slice(0, SHOWN), ...warnings.slice(0, SHOWN)].map((d) => toCommand(d, places, prefix));
  if (hidden > 0)
    lines.push(
      `::notice title=coursewright::${hidden} more problems are not shown here; run coursewright check to see all`,
    );
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function toCommand(diagnostic: Diagnostic, places: SourcePlaces, prefix: string): string {
  const location = diagnostic.span === undefined ? undefined : places.locate(diagnostic.span);
  const file = fileOf(diagnostic);
  const properties = [
    ...(file === undefined ? [] : [`file=${escapeProperty(prefix + file)}`]),
    ...(location === undefined
      ? []
      : [`line=${location.line}`, `col=${location.column}`, `endLine=${location.endLine}`]),
    `title=${escapeProperty(diagnostic.code)}`,
  ];
  const hint = diagnostic.hint === undefined ? '' : `\nHint: ${diagnostic.hint}`;
  return `::${diagnostic.severity} ${properties.join(',')}::${escapeData(diagnostic.message + hint)}`;
}
