/** Reports a domain that looks like a misspelled section of a blueprint. Any other domain is the author's own. */
import { domainNearMiss } from '../../diagnostics/catalog/questions.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';
import { findNearestName } from '../../diagnostics/nearest-name.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { CourseFacts } from '../course-findings.ts';
import type { Authored } from '../hand-over.ts';
import type { BlueprintSource } from '../source-format/blueprint.ts';
import { domainsOf } from '../source-format/lesson.ts';
import { spanOf } from '../syntax/yaml/query-yaml.ts';
import type { CourseDraft } from './course-draft.ts';

/** @param uses of all courses */
export function checkDomains(
  uses: CourseFacts['domains'],
  blueprints: ReadonlyMap<string, Authored<BlueprintSource>>,
  report: Reporter,
): void {
  const sections = new Set([...blueprints.values()].flatMap(({ data }) => data.sections.map((section) => section.id)));
  const counts = new Map<string, number>();
  for (const { domain } of uses) counts.set(domain, (counts.get(domain) ?? 0) + 1);
  for (const { domain, span } of uses) {
    // A domain that several files name is declared by use.
    if (sections.has(domain) || (counts.get(domain) ?? 0) > 1) continue;
    const nearest = findNearestName(domain, sections);
    if (nearest !== undefined) report.add(domainNearMiss, span, { domain, nearest });
  }
}

/** Every domain that a course names. */
export function findDomains(course: CourseDraft): CourseFacts['domains'] {
  const uses: { readonly domain: string; readonly span: Span }[] = [];
  const note = (domain: string | undefined, span: Span) => {
    if (domain !== undefined) uses.push({ domain, span });
  };
  for (const { lesson } of course.lessons) {
    if (lesson === undefined) continue;
    const listed = Array.isArray(lesson.data.domain);
    domainsOf(lesson.data).forEach((domain, index) => {
      note(domain, spanOf(lesson.file, lesson.tree, listed ? ['domain', index] : ['domain']));
    });
  }
  for (const document of course.files.banks) {
    const bank = document.root;
    if (bank?.kind !== 'map') continue;
    const entry = bank.entries.find(({ key }) => key.text === 'domain')?.value;
    if (entry?.kind === 'scalar' && entry.text !== '')
      note(entry.text, { file: document.file, start: entry.start, end: entry.end });
  }
  for (const question of course.banks.flatMap((bank) => bank.questions)) {
    note(question.source.domain, spanOf(question.file, question.tree, ['domain']));
  }
  return uses;
}
