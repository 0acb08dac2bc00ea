/** What question types whose answers are made of an author's parts share: equal ids, and lists too short to ask anything. Knows no type. */
import { duplicatePartId, tooFewParts } from '../diagnostics/catalog/arranged-answers.ts';
import type { Reporter } from '../diagnostics/report.ts';
import type { Locate } from './question-type.ts';

export interface PartList {
  readonly question: string;
  readonly list: 'prompts' | 'options' | 'items';
  readonly parts: readonly { readonly id: string }[];
  readonly least: number;
}

export function checkParts({ question, list, parts, least }: PartList, locate: Locate, report: Reporter): void {
  if (parts.length < least) {
    report.add(tooFewParts, locate([list]), { question, list, count: parts.length, least });
  }
  const first = new Map<string, number>();
  parts.forEach(({ id }, index) => {
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, index);
      return;
    }
    const related = [{ span: locate([list, before, 'id']), message: 'the first one with this id' }];
    report.add(duplicatePartId, locate([list, index, 'id']), { question, list, id }, { related });
  });
}
