/** Reports titles of another edition that a course quotes: texts that hold a title which a code of the course had and no longer has. */
import type { CodeSets } from '../../../code-sets/code-sets.ts';
import { EDITION_SYSTEMS, formatEditionName } from '../../../code-sets/edition-name.ts';
import { formatCode } from '../../../code-sets/official/code-forms.ts';
import { staleTitle } from '../../../diagnostics/catalog/code-states.ts';
import type { Reporter } from '../../../diagnostics/report.ts';
import { editionName } from '../../../shared/edition-names.ts';
import type { CodeUse } from '../../code-use.ts';
import type { CourseDraft } from '../course-draft.ts';
import { sourceTexts } from '../source-texts.ts';
import { type CodeChecks, CodeJudge } from './judge-use.ts';

/** A title that a code had in another edition. */
interface OldTitle {
  readonly code: string;
  readonly old: string;
  readonly now: string;
  readonly edition: string;
}

/** @throws DamagedEdition */
export function checkQuotedTitles(
  course: CourseDraft,
  uses: readonly CodeUse[],
  checks: CodeChecks,
  report: Reporter,
): void {
  if (checks.sets === undefined) return;
  const titles = findOldTitles(uses, checks.sets, new CodeJudge(course, checks));
  if (titles.length === 0) return;
  const pattern = new RegExp(titles.map(({ old }) => escapePattern(old)).join('|'), 'i');
  for (const source of sourceTexts(course, pattern)) {
    for (const title of titles) {
      for (const { index } of source.text.matchAll(new RegExp(escapePattern(title.old), 'gi'))) {
        // The new title may hold the old one.
        if (startsWith(source.text, index, title.now)) continue;
        report.add(staleTitle, source.spanOf(index, index + title.old.length), title);
      }
    }
  }
}

function startsWith(text: string, at: number, title: string): boolean {
  const position = title.toLowerCase().indexOf(text.slice(at, at + 12).toLowerCase());
  return (
    position !== -1 && text.slice(at - position, at - position + title.length).toLowerCase() === title.toLowerCase()
  );
}

function findOldTitles(uses: readonly CodeUse[], sets: CodeSets, judge: CodeJudge): readonly OldTitle[] {
  const found = new Map<string, OldTitle>();
  for (const use of uses) {
    const system = EDITION_SYSTEMS.find((known) => known === use.system);
    const judgement = judge.judge(use);
    if (system === undefined || judgement.by !== 'edition' || judgement.state.state !== 'valid') continue;
    const { code, title: now } = judgement.state.entry;
    for (const other of sets.ofSystem(system)) {
      const old = other.find(code)?.title;
      if (old === undefined || old === now || formatEditionName(other.name) === judgement.edition) continue;
      found.set(old, { code: formatCode(system, code), old, now, edition: editionName(judgement.edition) });
    }
  }
  return [...found.values()];
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
}
