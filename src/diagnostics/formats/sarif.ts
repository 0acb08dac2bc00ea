/** Problems as SARIF 2.1.0 (OASIS), which code scanning services read. */
import { type Diagnostic, fileOf } from '../diagnostic.ts';
import type { Rule } from '../rule.ts';
import type { SourcePlaces } from '../source-places.ts';

/** @param prefix path from the repository's root to the workspace, with a trailing slash, or empty */
export function formatSarif(
  diagnostics: readonly Diagnostic[],
  places: SourcePlaces,
  facts: { readonly rules: ReadonlyMap<string, Rule<never>>; readonly toolVersion: string; readonly prefix: string },
): string {
  const codes = [...new Set(diagnostics.map((d) => d.code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'coursewright',
            version: facts.toolVersion,
            rules: codes.map((code) => {
              const rule = facts.rules.get(code);
              return {
                id: code,
                name: rule?.name ?? code,
                shortDescription: { text: rule?.name.replaceAll('-', ' ') ?? code },
                fullDescription: { text: rule?.why ?? '' },
                help: { text: rule?.fix ?? '' },
              };
            }),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => toResult(diagnostic, places, codes, facts.prefix)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toResult(diagnostic: Diagnostic, places: SourcePlaces, codes: readonly string[], prefix: string): object {
  const file = fileOf(diagnostic);
  const location = diagnostic.span === undefined ? undefined : places.locate(diagnostic.span);
  const hint = diagnostic.hint === undefined ? '' : `. Hint: ${diagnostic.hint}`;
  return {
    ruleId: diagnostic.code,
    ruleIndex: codes.indexOf(diagnostic.code),
    level: diagnostic.severity,
    message: { text: `${diagnostic.message}${hint}` },
    ...(file === undefined
      ? {}
      : {
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: `${prefix}${file}`.split('/').map(encodeURIComponent).join('/') },
                ...(location === undefined
                  ? {}
                  : {
                      region: {
                        startLine: location.line,
                        startColumn: location.column,
                        endLine: location.endLine,
                        endColumn: location.endColumn,
                      },
                    }),
              },
            },
          ],
        }),
  };
}
