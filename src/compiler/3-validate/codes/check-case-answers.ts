/** Reports answers of cases that the edition or the course speaks against: POA indicators, and codes that cannot come first. */
import type { CodeSets } from '../../../code-sets/code-sets.ts';
import { toPlainCode } from '../../../code-sets/official/code-forms.ts';
import { neverFirst, poaContradicts } from '../../../diagnostics/catalog/code-states.ts';
import type { Reporter } from '../../../diagnostics/report.ts';
import { editionName } from '../../../shared/edition-names.ts';
import type { CodeUse } from '../../code-use.ts';
import type { CourseDraft } from '../course-draft.ts';
import type { UseJudgement } from './judge-use.ts';

export function checkCaseAnswers(
  course: CourseDraft,
  judged: readonly { readonly use: CodeUse; readonly judgement: UseJudgement }[],
  sets: CodeSets | undefined,
  report: Reporter,
): void {
  const listed = course.fields['never-first'] ?? [];
  for (const { use, judgement } of judged) {
    const { answer, code, span } = use;
    if (answer === undefined) continue;
    const plain = toPlainCode(code);
    const barred =
      answer.field === 'principal' ? listed.find((entry) => plain.startsWith(toPlainCode(entry))) : undefined;
    if (barred !== undefined) report.add(neverFirst, span, { code, listed: barred });
    const isExempt = findExempt(plain, judgement, sets);
    if (answer.poa === undefined || isExempt === undefined || isExempt === (answer.poa === 'exempt')) continue;
    const edition = editionName(judgement.edition ?? '');
    report.add(poaContradicts, span, { code, poa: answer.poa, edition, isExempt });
  }
}

/** By the edition's own list; a lock names exempt codes alone, so that its silence says nothing. */
function findExempt(plain: string, judgement: UseJudgement, sets: CodeSets | undefined): boolean | undefined {
  if (judgement.by === 'nobody') return undefined;
  if (judgement.by === 'lock') return judgement.locked.isPoaExempt === true ? true : undefined;
  return judgement.state.state === 'valid' ? sets?.find(judgement.edition)?.isPoaExempt(plain) : undefined;
}
