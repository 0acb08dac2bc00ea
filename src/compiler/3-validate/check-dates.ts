/** Reports days of checking and reviewing that have not come yet, and facts nobody has checked for long. The day to hold them against comes from outside. */
import { staleFact } from '../../diagnostics/catalog/upkeep.ts';
import { dateInFuture } from '../../diagnostics/catalog/workspace.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { Authored } from '../hand-over.ts';
import { spanOf } from '../syntax/yaml/query-yaml.ts';
import type { CourseDraft } from './course-draft.ts';
import type { SharedData } from './validate-shared-data.ts';

export function checkReviewDate({ authored }: CourseDraft, asOf: string, report: Reporter): void {
  if (authored === undefined) return;
  checkPast(authored.data.reviewed?.on, spanOf(authored.file, authored.tree, ['reviewed', 'on']), asOf, report);
}

function checkPast(date: string | undefined, span: Span, asOf: string, report: Reporter): void {
  if (date !== undefined && date > asOf) report.add(dateInFuture, span, { date, asOf });
}

/** @param months after how many months a fact is to be checked again */
export function checkFactDates(shared: SharedData, asOf: string, months: number, report: Reporter): void {
  const oldest = monthsBefore(asOf, months);
  const checkAge = (date: string | undefined, what: string, span: Span) => {
    if (date !== undefined && date < oldest) report.add(staleFact, span, { what, date, months });
  };
  const checkSources = (
    { file, tree }: Authored<unknown>,
    sources: readonly { readonly checked?: string | undefined }[],
    path: readonly (string | number)[],
    what: string,
  ) => {
    sources.forEach((source, index) => {
      const span = spanOf(file, tree, [...path, index, 'checked']);
      checkPast(source.checked, span, asOf, report);
      checkAge(source.checked, `${what}, source ${index + 1},`, span);
    });
  };
  for (const credential of shared.credentials.values()) {
    credential.data.facts.forEach((fact, index) => {
      const span = spanOf(credential.file, credential.tree, ['facts', index, 'checked']);
      checkPast(fact.checked, span, asOf, report);
      checkAge(fact.checked, `"${fact.label}"`, span);
      checkSources(credential, fact.sources, ['facts', index, 'sources'], `"${fact.label}"`);
    });
  }
  for (const blueprint of shared.blueprints.values()) {
    checkSources(blueprint, blueprint.data.sources, ['sources'], `the blueprint "${blueprint.data.id}"`);
  }
}

/** `2026-03-31` and 1 become `2026-02-31`: as text that orders like a date, which is all that is asked. */
export function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number);
  const count = year * 12 + month - 1 - months;
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  return `${pad(Math.max(0, Math.floor(count / 12)), 4)}-${pad((count % 12) + 1, 2)}${date.slice(7)}`;
}
