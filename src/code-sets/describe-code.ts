/** Everything that the editions at hand say of one code: state, neighbors, table row, and what happened to it from edition to edition. */
import type { CodeSets } from './code-sets.ts';
import type { CodeEntry, Conversion, Edition } from './edition.ts';
import { formatEditionName } from './edition-name.ts';
import { type CodeState, findSuccessors, judgeCode } from './judge-code.ts';
import { toPlainCode } from './official/code-forms.ts';
import { findRow, type PcsAxis } from './pcs-table.ts';

export interface CodeDescription {
  readonly edition: string;
  /** Without its dot. */
  readonly code: string;
  readonly state: CodeState;
  /** Headers above it, the shortest first. */
  readonly parents: readonly CodeEntry[];
  /** Codes and headers one step below it, in official order. */
  readonly children: readonly CodeEntry[];
  /** Undefined where the list of exempt codes is not at hand, or means nothing for the system. */
  readonly isPoaExempt: boolean | undefined;
  readonly origin: Conversion | undefined;
  /** Codes made from it while it stayed valid, or in its place. */
  readonly successors: readonly CodeEntry[];
  /** Places 1 to 7 of an ICD-10-PCS code: what the axis and the value are called. */
  readonly places: readonly { readonly axis: string; readonly code: string; readonly title: string }[];
  /** The edition whose tables the row stands in: its own, or where that has none an earlier one. Undefined where none has the row. */
  readonly rowFrom: string | undefined;
  /** Kind and title in every edition of the system at hand, the earliest first. */
  readonly history: readonly {
    readonly edition: string;
    readonly kind: CodeEntry['kind'] | 'absent';
    readonly title: string;
  }[];
}

/** @throws DamagedEdition */
export function describeCode(sets: CodeSets, edition: Edition, code: string): CodeDescription {
  const plain = toPlainCode(code);
  const { system } = edition.name;
  const isHierarchy = system === 'icd-10-cm' || system === 'icd-10-pcs';
  const withRow = system === 'icd-10-pcs' ? findAxes(sets, edition, plain) : undefined;
  return {
    edition: formatEditionName(edition.name),
    code: plain,
    state: judgeCode(sets, edition, plain),
    parents: isHierarchy ? findParents(edition, plain) : [],
    children: isHierarchy ? findChildren(edition, plain) : [],
    isPoaExempt: system === 'icd-10-cm' ? edition.isPoaExempt(plain) : undefined,
    origin: edition.originOf(plain),
    successors: findSuccessors(edition, plain),
    places: (withRow?.axes ?? []).map((axis, index) => ({
      axis: axis.title,
      code: plain[index] ?? '',
      title: axis.labels.find((label) => label.code === plain[index])?.title ?? '',
    })),
    rowFrom: withRow?.edition,
    history: sets.ofSystem(system).map((other) => {
      const entry = other.find(plain);
      return { edition: formatEditionName(other.name), kind: entry?.kind ?? 'absent', title: entry?.title ?? '' };
    }),
  };
}

/** The tables of an edition may not be at hand; a row of an earlier one that holds the code is as good. */
function findAxes(
  sets: CodeSets,
  edition: Edition,
  plain: string,
): { readonly edition: string; readonly axes: readonly PcsAxis[] } | undefined {
  const earlier = sets.ofSystem('icd-10-pcs').filter(({ facts }) => facts.from < edition.facts.from);
  for (const source of [edition, ...[...earlier].reverse()]) {
    const table = source.pcsTable(plain);
    const row = table === undefined || plain.length !== 7 ? undefined : findRow(table, plain);
    if (table !== undefined && row !== undefined)
      return { edition: formatEditionName(source.name), axes: [...table.head, ...row] };
  }
  return undefined;
}

function findParents(edition: Edition, plain: string): readonly CodeEntry[] {
  const parents: CodeEntry[] = [];
  for (let length = 3; length < plain.length; length++) {
    const entry = edition.find(plain.slice(0, length));
    if (entry !== undefined) parents.push(entry);
  }
  return parents;
}

function findChildren(edition: Edition, plain: string): readonly CodeEntry[] {
  if (plain.length < 3) return [];
  const children: CodeEntry[] = [];
  for (const entry of edition.withPrefix(plain)) {
    if (entry.code === plain) continue;
    const above = children.find((child) => child.kind === 'header' && entry.code.startsWith(child.code));
    if (above === undefined) children.push(entry);
  }
  return children.sort((a, b) => (a.order < b.order ? -1 : 1));
}
