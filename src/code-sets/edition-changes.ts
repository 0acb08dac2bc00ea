/** One code in two editions -> what happened to it: gone, a header now, valid now, carved, retitled, moved on the POA list. Looks at no course. */
import type { CodeEntry, Edition } from './edition.ts';
import { findSuccessors } from './judge-code.ts';
import { toPlainCode } from './official/code-forms.ts';

export type CodeChange =
  | { readonly kind: 'deleted' | 'header'; readonly title: string; readonly successors: readonly CodeEntry[] }
  /** Was no valid code, and is one now. */
  | { readonly kind: 'now-valid'; readonly title: string }
  /** Still valid; new codes were made out of it, which may be better. */
  | { readonly kind: 'carved'; readonly title: string; readonly successors: readonly CodeEntry[] }
  | { readonly kind: 'retitled'; readonly title: string; readonly now: string }
  /** On or off the list of codes exempt from POA reporting. */
  | { readonly kind: 'poa'; readonly title: string; readonly isExempt: boolean }
  /** The rows of the ICD-10-PCS table that builds it. */
  | { readonly kind: 'rows'; readonly title: string };

/** All that happened to a code between two editions of a system; empty for one that is as it was. */
export function findChanges(from: Edition, to: Edition, code: string): readonly CodeChange[] {
  const plain = toPlainCode(code);
  const before = findValid(from, plain);
  const after = findValid(to, plain);
  if (after === undefined) {
    if (before === undefined) return [];
    const found = findSuccessors(to, plain);
    const kind = to.find(plain)?.kind === 'header' ? 'header' : 'deleted';
    return [{ kind, title: before.title, successors: found.length > 0 ? found : findBelow(to, plain) }];
  }
  if (before === undefined) return [{ kind: 'now-valid', title: after.title }];
  const changes: CodeChange[] = [];
  const carved = to
    .successorsOf(plain)
    .filter(({ day }) => from.facts.from < day && day <= to.facts.from)
    .flatMap(({ to: next }) => (next === plain ? [] : (to.find(next) ?? [])))
    .filter((entry) => findValid(to, entry.code) !== undefined && findValid(from, entry.code) === undefined);
  if (carved.length > 0) changes.push({ kind: 'carved', title: after.title, successors: carved });
  if (before.title !== after.title) changes.push({ kind: 'retitled', title: before.title, now: after.title });
  const [wasExempt, isExempt] = [from.isPoaExempt(plain), to.isPoaExempt(plain)];
  if (wasExempt !== undefined && isExempt !== undefined && wasExempt !== isExempt)
    changes.push({ kind: 'poa', title: after.title, isExempt });
  if (hasOtherRows(from, to, plain)) changes.push({ kind: 'rows', title: after.title });
  return changes;
}

/** Undefined for a header and for a code that was discontinued before the edition began. */
function findValid(edition: Edition, plain: string): CodeEntry | undefined {
  const entry = edition.find(plain);
  if (entry === undefined || entry.kind === 'header') return undefined;
  return entry.ended !== '' && entry.ended < edition.facts.from ? undefined : entry;
}

/** A header whose codes no conversion table names still has codes below it. */
function findBelow(edition: Edition, plain: string): readonly CodeEntry[] {
  if (plain.length < 3 || plain.length > 6) return [];
  return [...edition.withPrefix(plain)].filter(({ kind }) => kind !== 'header').slice(0, 12);
}

function hasOtherRows(from: Edition, to: Edition, plain: string): boolean {
  const [before, after] = [from.pcsTable(plain), to.pcsTable(plain)];
  return before !== undefined && after !== undefined && JSON.stringify(before.rows) !== JSON.stringify(after.rows);
}
