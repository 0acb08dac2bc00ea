/** Holds the lock of a course against the editions at hand: codes it lacks, once; and each line that says something else. */
import { formatCode, toPlainCode } from '../../../code-sets/official/code-forms.ts';
import { lockBehind, lockDiffers } from '../../../diagnostics/catalog/codes.ts';
import type { Reporter } from '../../../diagnostics/report.ts';
import { editionName } from '../../../shared/edition-names.ts';
import type { CodeUse } from '../../code-use.ts';
import { codeKey } from '../../source-format/medical-codes.ts';
import type { CourseDraft } from '../course-draft.ts';
import type { UseJudgement } from './judge-use.ts';
import { lockedStatusOf } from './lock-line.ts';
import { lockKey } from './read-codes-lock.ts';

export function checkLock(
  course: CourseDraft,
  judged: readonly { readonly use: CodeUse; readonly judgement: UseJudgement }[],
  report: Reporter,
): void {
  const missing = new Map<string, { readonly code: string; readonly edition: string }>();
  const seen = new Set<string>();
  for (const { use, judgement } of judged) {
    if (judgement.by !== 'edition' || use.role === 'meant-wrong') continue;
    const key = lockKey(codeKey(use.system, use.code), judgement.edition.split('@')[1] ?? '');
    if (seen.has(key)) continue;
    seen.add(key);
    const line = lockedStatusOf(judgement.state);
    // A code that the course should not name is no matter of the lock.
    if (line === undefined) continue;
    const locked = course.lock.byEdition.get(key);
    const edition = editionName(judgement.edition);
    const code = formatCode(use.system, toPlainCode(use.code));
    if (locked === undefined) {
      // A wrong answer that is no code at all needs no line to be believed.
      if (line.status !== 'unknown') missing.set(key, { code, edition });
    } else if (locked.code.status !== line.status) {
      report.add(lockDiffers, locked.span, { code, edition, what: `it is ${line.status}, not ${locked.code.status}` });
    } else if (locked.code.title !== line.title) {
      report.add(lockDiffers, locked.span, { code, edition, what: `its title is "${line.title}"` });
    }
  }
  const [first] = missing.values();
  if (first === undefined) return;
  const file = course.files.lock?.file ?? course.file;
  report.add(lockBehind, { file, start: 0, end: 0 }, { count: missing.size, code: first.code, edition: first.edition });
}
