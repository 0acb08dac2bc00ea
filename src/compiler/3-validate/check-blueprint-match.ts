/** Reports an exam that names a blueprint and draws otherwise: whoever sits it takes it for a copy of the real exam. */
import { examNotAsBlueprint } from '../../diagnostics/catalog/exam-draws.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import { boundsOf, toShare } from '../share-items.ts';
import type { BlueprintSource } from '../source-format/blueprint.ts';
import type { ExamSource } from '../source-format/exam.ts';

export function checkBlueprintMatch(
  draws: NonNullable<ExamSource['draws']>,
  blueprint: BlueprintSource,
  span: Span,
  report: Reporter,
): void {
  const items = draws.reduce((sum, { count }) => sum + count, 0);
  const all = blueprint['items-scored'];
  const sections = blueprint.sections.map((section) => {
    const count = draws.filter(({ domain }) => domain === section.id).reduce((sum, draw) => sum + draw.count, 0);
    return { title: section.title, count, ...boundsOf(toShare(section), items, all) };
  });
  const strangers = draws
    .filter(({ domain }) => !blueprint.sections.some(({ id }) => id === domain))
    .map(({ domain, count }) => ({ title: domain, count, least: 0, most: 0 }));
  const departures = [...sections, ...strangers].filter(({ count, least, most }) => count < least || count > most);
  if (departures.length > 0) report.add(examNotAsBlueprint, span, { blueprint: blueprint.id, departures });
}
