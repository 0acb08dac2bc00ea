/** The state of a code at a place -> the diagnostic that says it. What is no mistake at that place is passed over. */

import type { CodeEntry } from '../../../code-sets/edition.ts';
import type { CodeState } from '../../../code-sets/judge-code.ts';
import { formatCode, toPlainCode } from '../../../code-sets/official/code-forms.ts';
import {
  type CodeFacts,
  codeDeleted,
  codeEnded,
  codeIsHeader,
  codeNotYet,
  codeUnknown,
  placeholderMissing,
  seventhMissing,
  wrongSystem,
} from '../../../diagnostics/catalog/code-states.ts';
import type { Reporter } from '../../../diagnostics/report.ts';
import { editionName } from '../../../shared/edition-names.ts';
import type { CodeUse } from '../../code-use.ts';
import type { LockedCode } from '../../hand-over.ts';
import type { UseJudgement } from './judge-use.ts';

type Rules = typeof codeIsHeader;

export function reportState(use: CodeUse, judgement: Exclude<UseJudgement, { by: 'nobody' }>, report: Reporter): void {
  const edition = editionName(judgement.edition);
  const found = judgement.by === 'edition' ? describeState(use, judgement.state) : describeLocked(judgement.locked);
  if (found === undefined || isMeant(use, found.rules)) return;
  if (found.rules === undefined) {
    const other = editionName(found.system);
    report.add(wrongSystem, use.span, { code: use.code, own: editionName(use.system), other, system: found.system });
    return;
  }
  const rule = use.role === 'key' ? found.rules.answer : found.rules.text;
  const facts: CodeFacts = {
    code: use.code,
    edition,
    title: found.title,
    instead: found.instead,
    detail: found.detail,
  };
  report.add(rule, use.span, facts);
}

type FoundState =
  | { readonly rules: Rules; readonly title: string; readonly instead: readonly string[]; readonly detail: string }
  | { readonly rules: undefined; readonly system: string };

/** An incomplete code is a classic wrong answer, and a lesson may be about a category. */
function isMeant(use: CodeUse, rules: Rules | undefined): boolean {
  const isIncomplete = rules === codeIsHeader || rules === seventhMissing || rules === placeholderMissing;
  if (use.role === 'distractor') return isIncomplete || rules === codeUnknown;
  return rules === codeIsHeader || rules === seventhMissing
    ? use.role === 'topic' || use.isHeaderMeant === true
    : false;
}

function describeState(use: CodeUse, state: CodeState): FoundState | undefined {
  const entries = (codes: readonly CodeEntry[]) =>
    codes.map(({ code, title }) => `${formatCode(use.system, code)} ${title}`);
  const make = (rules: Rules, title: string, detail = '', instead: readonly string[] = []): FoundState => ({
    rules,
    title,
    instead,
    detail,
  });
  switch (state.state) {
    case 'valid':
      return undefined;
    case 'header':
      return make(codeIsHeader, state.title, state.codes === 0 ? '' : String(state.codes));
    case 'seventh-missing':
      return make(
        seventhMissing,
        state.title,
        `write ${formatCode(use.system, state.stem)} and one of ${[...state.characters].join(', ')}`,
      );
    case 'placeholder-missing':
      return make(placeholderMissing, '', '', entries([state.right]));
    case 'deleted':
      return make(
        codeDeleted,
        state.title,
        state.last === '' ? '' : editionName(state.last),
        entries(state.successors),
      );
    case 'not-yet':
      return make(codeNotYet, state.title, editionName(state.first));
    case 'ended':
      return make(codeEnded, state.title, state.day);
    case 'wrong-system':
      return { rules: undefined, system: state.system };
    case 'unknown': {
      const detail = state.mixesRows
        ? 'each of its characters stands in the table, but no row holds them together'
        : /[IO]/.test(toPlainCode(use.code)) && use.system === 'icd-10-pcs'
          ? 'ICD-10-PCS has neither the letter I nor the letter O'
          : '';
      return make(codeUnknown, '', detail, state.nearest === undefined ? [] : entries([state.nearest]));
    }
  }
}

/** A lock knows less: what a code is, not why or what took its place. */
function describeLocked({ status, title }: LockedCode): FoundState | undefined {
  switch (status) {
    case 'valid':
      return undefined;
    case 'header':
      return { rules: codeIsHeader, title, instead: [], detail: '' };
    case 'deleted':
      return { rules: codeDeleted, title, instead: [], detail: '' };
    case 'unknown':
      return { rules: codeUnknown, title: '', instead: [], detail: '' };
  }
}
