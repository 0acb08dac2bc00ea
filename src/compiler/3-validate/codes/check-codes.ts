/** Reports what is wrong with the codes of a course: each place by the state of its code, the lock once, and codes that nobody checked. */
import { distractorValid, invalidIsValid, noValidOption } from '../../../diagnostics/catalog/code-states.ts';
import { codeNotChecked } from '../../../diagnostics/catalog/codes.ts';
import type { Reporter } from '../../../diagnostics/report.ts';
import { editionName } from '../../../shared/edition-names.ts';
import type { CodeUse } from '../../code-use.ts';
import { codeKey } from '../../source-format/medical-codes.ts';
import type { CourseDraft } from '../course-draft.ts';
import { findAccepted } from './check-accepted.ts';
import { checkCaseAnswers } from './check-case-answers.ts';
import { checkLock } from './check-lock.ts';
import { type CodeChecks, CodeJudge, type UseJudgement } from './judge-use.ts';
import { officialFileOf } from './official-files.ts';
import { reportState } from './report-state.ts';

interface JudgedUse {
  readonly use: CodeUse;
  readonly judgement: UseJudgement;
}

/** @throws DamagedEdition */
export function checkCodes(course: CourseDraft, uses: readonly CodeUse[], checks: CodeChecks, report: Reporter): void {
  if (!course.lock.whole) return;
  const judge = new CodeJudge(course, checks);
  // There is no list of CPT codes to check against that may be given away.
  const judged = uses
    .filter(({ system }) => system !== 'cpt')
    .map((use): JudgedUse => ({ use, judgement: judge.judge(use) }));
  const isAccepted = findAccepted(course, checks.asOf, report);
  for (const one of judged) {
    if (!isAccepted(one.use)) reportUse(one, report);
  }
  checkCaseAnswers(course, judged, checks.sets, report);
  reportUnchecked(judged, report);
  reportOptions(judged, isAccepted, report);
  checkLock(course, judged, report);
}

function reportUse({ use, judgement }: JudgedUse, report: Reporter): void {
  if (judgement.by === 'nobody') return;
  if (use.role === 'meant-wrong') {
    const valid = validTitle(judgement);
    if (valid !== undefined)
      report.add(invalidIsValid, use.span, { code: use.code, edition: editionName(judgement.edition), title: valid });
    return;
  }
  const was = judgement.locked?.status;
  const title = validTitle(judgement);
  if (
    use.role === 'distractor' &&
    judgement.by === 'edition' &&
    title !== undefined &&
    was !== undefined &&
    was !== 'valid'
  ) {
    const words = { header: 'a header', deleted: 'a deleted code', unknown: 'no code' } as const;
    report.add(distractorValid, use.span, {
      code: use.code,
      edition: editionName(judgement.edition),
      title,
      was: words[was],
    });
  }
  reportState(use, judgement, report);
}

/** The title of a code that is valid; undefined of any other. */
function validTitle(judgement: UseJudgement): string | undefined {
  if (judgement.by === 'edition') return judgement.state.state === 'valid' ? judgement.state.entry.title : undefined;
  return judgement.by === 'lock' && judgement.locked.status === 'valid' ? judgement.locked.title : undefined;
}

/** Each code once, at its first place. */
function reportUnchecked(judged: readonly JudgedUse[], report: Reporter): void {
  const unchecked = new Map<string, JudgedUse[]>();
  for (const one of judged) {
    if (one.judgement.by !== 'nobody' || one.use.role === 'meant-wrong') continue;
    const key = codeKey(one.use.system, one.use.code);
    unchecked.set(key, [...(unchecked.get(key) ?? []), one]);
  }
  for (const [first, ...rest] of unchecked.values()) {
    if (first === undefined) continue;
    const { use, judgement } = first;
    report.add(codeNotChecked, use.span, {
      system: editionName(use.system),
      code: use.code,
      more: rest.length,
      edition: use.system === 'hcpcs' ? use.system : '',
      file: officialFileOf(use.system, judgement.edition),
    });
  }
}

/** A question all of whose options are codes, and none of them valid. */
function reportOptions(judged: readonly JudgedUse[], isAccepted: (use: CodeUse) => boolean, report: Reporter): void {
  const byQuestion = new Map<string, JudgedUse[]>();
  for (const one of judged) {
    if (one.use.owner.kind !== 'question' || (one.use.role !== 'key' && one.use.role !== 'distractor')) continue;
    byQuestion.set(one.use.owner.id, [...(byQuestion.get(one.use.owner.id) ?? []), one]);
  }
  for (const [question, options] of byQuestion) {
    const [first] = options;
    const isKnown = options.every(({ judgement }) => judgement.by !== 'nobody');
    if (first === undefined || options.length < 2 || !isKnown || options.some(({ use }) => isAccepted(use))) continue;
    if (options.some(({ judgement }) => validTitle(judgement) !== undefined)) continue;
    report.add(noValidOption, first.use.span, { question, edition: editionName(first.judgement.edition ?? '') });
  }
}
