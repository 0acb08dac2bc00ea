/** Reports a blueprint whose sections do not add up to its exam. */
import {
  countsDiffer,
  mixedShares,
  rangeReversed,
  rangesMissHundred,
  sectionShare,
} from '../../diagnostics/catalog/exams.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { Authored } from '../hand-over.ts';
import type { BlueprintSource } from '../source-format/blueprint.ts';
import { keySpanOf, spanOf } from '../syntax/yaml/query-yaml.ts';

export function checkBlueprint({ file, data, tree }: Authored<BlueprintSource>, report: Reporter): void {
  const { sections } = data;
  let whole = true;
  const byCount = sections[0]?.count !== undefined;
  sections.forEach((section, index) => {
    const { id: name, count, percent } = section;
    if ((count === undefined) === (percent === undefined)) {
      whole = false;
      const span =
        count === undefined
          ? spanOf(file, tree, ['sections', index, 'id'])
          : keySpanOf(file, tree, ['sections', index, 'percent']);
      report.add(sectionShare, span, { section: name, has: count === undefined ? 'neither' : 'both' });
    } else if ((count !== undefined) !== byCount) {
      whole = false;
      const field = count === undefined ? 'percent' : 'count';
      report.add(mixedShares, keySpanOf(file, tree, ['sections', index, field]), { section: name });
    }
    if (percent !== undefined && percent.min > percent.max) {
      whole = false;
      const span = spanOf(file, tree, ['sections', index, 'percent', 'max']);
      report.add(rangeReversed, span, { section: name, min: percent.min, max: percent.max });
    }
  });
  if (!whole) return;
  const sum = (value: (section: BlueprintSource['sections'][number]) => number) =>
    sections.reduce((total, section) => total + value(section), 0);
  if (byCount) {
    const items = data['items-scored'];
    const counted = sum((section) => section.count ?? 0);
    if (counted !== items) report.add(countsDiffer, spanOf(file, tree, ['items-scored']), { sum: counted, items });
    return;
  }
  const min = round(sum((section) => section.percent?.min ?? 0));
  const max = round(sum((section) => section.percent?.max ?? 0));
  if (min > 100 || max < 100) report.add(rangesMissHundred, keySpanOf(file, tree, ['sections']), { min, max });
}

/** Decimals have four places at most; this removes what binary addition adds. */
function round(value: number): number {
  return Math.round(value * 10000) / 10000;
}
