/** Reports days of checking and reviewing that have not come yet. The day to hold them against comes from outside. */
import { dateInFuture } from '../../diagnostics/catalog/workspace.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { Authored } from '../hand-over.ts';
import { spanOf } from '../syntax/yaml/query-yaml.ts';
import type { CourseDraft } from './course-draft.ts';
import type { SharedData } from './validate-shared-data.ts';

export function checkDates(courses: readonly CourseDraft[], shared: SharedData, asOf: string, report: Reporter): void {
  const check = (date: string | undefined, span: Span) => {
    if (date !== undefined && date > asOf) report.add(dateInFuture, span, { date, asOf });
  };
  const checkSources = (
    { file, tree }: Authored<unknown>,
    sources: readonly { readonly checked?: string | undefined }[],
    path: readonly (string | number)[],
  ) => {
    sources.forEach((source, index) => {
      check(source.checked, spanOf(file, tree, [...path, index, 'checked']));
    });
  };
  for (const { authored } of courses) {
    if (authored !== undefined)
      check(authored.data.reviewed?.on, spanOf(authored.file, authored.tree, ['reviewed', 'on']));
  }
  for (const credential of shared.credentials.values()) {
    credential.data.facts.forEach((fact, index) => {
      check(fact.checked, spanOf(credential.file, credential.tree, ['facts', index, 'checked']));
      checkSources(credential, fact.sources, ['facts', index, 'sources']);
    });
  }
  for (const blueprint of shared.blueprints.values()) checkSources(blueprint, blueprint.data.sources, ['sources']);
}
