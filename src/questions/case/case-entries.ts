/** The codes of a case's key as the author wrote them, in reading order, each with its place in the file. */
import { DEFAULT_CODE_SYSTEM } from '../../compiler/source-format/medical-codes.ts';
import { type CodeSystem, toCanonicalCode } from '../coded/code-form.ts';
import type { CaseEntry } from './answer.ts';
import type { CaseField, Poa } from './rows.ts';
import type { CaseSource } from './source.ts';

type Path = readonly (string | number)[];

/** One code of the key and where it stands. */
export interface PlacedEntry {
  readonly entry: CaseEntry;
  readonly path: Path;
  /** `code` and `also` as they were typed. */
  readonly typed: readonly { readonly code: string; readonly path: Path }[];
}

export interface PlacedKey {
  readonly entries: readonly PlacedEntry[];
  readonly alternatives: readonly (readonly (readonly PlacedEntry[])[])[];
}

type Group = Pick<CaseSource, 'principal' | 'secondary' | 'procedures'>;

interface WrittenEntry {
  readonly code: string;
  readonly also?: readonly string[] | undefined;
  readonly poa?: 'Y' | 'N' | 'U' | 'W' | 'exempt' | undefined;
  readonly optional?: boolean | undefined;
  readonly system?: CodeSystem | undefined;
}

/** What procedures are coded in where no system is named. */
export function procedureSystem(setting: CaseSource['setting']): CodeSystem {
  return setting === 'inpatient' ? 'icd-10-pcs' : 'hcpcs';
}

export function placeEntries(source: CaseSource): PlacedKey {
  const inGroup = (group: Group, start: Path): readonly PlacedEntry[] => [
    ...(group.principal === undefined ? [] : [place(source, 'p', group.principal, [...start, 'principal'])]),
    ...(group.secondary ?? []).map((entry, index) => place(source, 's', entry, [...start, 'secondary', index])),
    ...(group.procedures ?? []).map((entry, index) => place(source, 'x', entry, [...start, 'procedures', index])),
  ];
  return {
    entries: inGroup(source, []),
    alternatives: (source.alternatives ?? []).map(({ groups }, at) =>
      groups.map((group, index) => inGroup(group, ['alternatives', at, 'groups', index])),
    ),
  };
}

/** All of them, whatever variant they belong to. */
export function allEntries({ entries, alternatives }: PlacedKey): readonly PlacedEntry[] {
  return [...entries, ...alternatives.flat(2)];
}

function place(source: CaseSource, field: CaseField, written: WrittenEntry, path: Path): PlacedEntry {
  const { code, also = [], optional = false } = written;
  const system = field === 'x' ? (written.system ?? procedureSystem(source.setting)) : DEFAULT_CODE_SYSTEM;
  return {
    entry: {
      field,
      code: toCanonicalCode(code),
      also: also.map(toCanonicalCode),
      system,
      optional,
      poa: source.poa === true && field !== 'x' ? toPoa(written.poa) : undefined,
      // Equal codes in two groups may have two reasons.
      part: path.join('-'),
    },
    path,
    typed: [
      { code, path: [...path, 'code'] },
      ...also.map((other, index) => ({ code: other, path: [...path, 'also', index] })),
    ],
  };
}

function toPoa(poa: WrittenEntry['poa']): Poa | undefined {
  return poa === 'exempt' ? 'E' : poa;
}
