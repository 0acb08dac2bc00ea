/** Reports a guideline map that leads from one system to another or back in time, and guidelines that it moves twice. */
import { parseEditionName } from '../../code-sets/edition-name.ts';
import { guidelineMovedTwice, mapEditions } from '../../diagnostics/catalog/guideline-maps.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { Authored } from '../hand-over.ts';
import type { GuidelineMapSource } from '../source-format/guideline-map.ts';
import { spanOf } from '../syntax/yaml/query-yaml.ts';

export function checkGuidelineMap({ file, data, tree }: Authored<GuidelineMapSource>, report: Reporter): void {
  const [from, to] = [parseEditionName(data.from), parseEditionName(data.to)];
  if (from?.system !== to?.system || (from?.label ?? '') >= (to?.label ?? '')) {
    report.add(mapEditions, spanOf(file, tree, ['to']), { from: data.from, to: data.to });
  }
  data.moved.forEach(({ was }, index) => {
    if (data.moved.findIndex((other) => other.was === was) === index) return;
    report.add(guidelineMovedTwice, spanOf(file, tree, ['moved', index, 'was']), { number: was });
  });
}
