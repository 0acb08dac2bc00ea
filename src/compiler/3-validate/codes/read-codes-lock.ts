/** `codes.lock` -> the codes of a course with their official titles. Every broken line is reported. */
import {
  brokenLockLine,
  editionNotDeclared,
  lockedTwice,
  lockWithoutHeader,
} from '../../../diagnostics/catalog/codes.ts';
import type { Span } from '../../../diagnostics/diagnostic.ts';
import type { Reporter } from '../../../diagnostics/report.ts';
import type { LockedCode, LockedEdition } from '../../hand-over.ts';
import type { LookUpLine } from '../../look-up.ts';
import type { NearCategory } from '../../near-codes.ts';
import { CODE_SYSTEMS, codeKey } from '../../source-format/medical-codes.ts';
import { isPcsKind, readPcsLine } from './pcs-lines.ts';

import { LOOK_UP_KIND, readLookUpLine } from './look-up-lines.ts';
import { NEAR_KIND, nearKey, readNearLine } from './near-lines.ts';

export const LOCK_FORMAT_LINE = 'coursewright-codes-lock 1';
const STATUSES = ['valid', 'header', 'deleted', 'unknown'] as const;
const POA_EXEMPT = 'poa-exempt';
const EDITION_PATTERN = /^[a-z0-9-]+@\d{4}([.-][0-9a-z]+)?$/;
const DATE_PATTERN = /^\d{4}-\d{2}-\d{2}$/;

export interface CodesLock {
  /** By `codeKey`. Of several editions the last one in the file counts. */
  readonly codes: ReadonlyMap<string, LockedCode>;
  /** By `codeKey` and edition: `icd-10-cm E119@2026`. */
  readonly byEdition: ReadonlyMap<string, { readonly code: LockedCode; readonly span: Span }>;
  /** In the order of the lock. */
  readonly editions: readonly LockedEdition[];
  /** Codes around those that questions ask for. */
  readonly near: readonly NearCategory[];
  /** Lines of ICD-10-PCS tables by what they are about: `pcs-table 2026 0DT`. */
  readonly pcs: ReadonlyMap<string, { readonly line: string; readonly span: Span }>;
  /** Look-up lists of exams. */
  readonly lookUps: readonly LookUpLine[];
  /** False when a line could not be read. */
  readonly whole: boolean;
}

/** The lock of a course that has none. */
export const NO_LOCK: CodesLock = {
  codes: new Map(),
  byEdition: new Map(),
  editions: [],
  near: [],
  pcs: new Map(),
  lookUps: [],
  whole: true,
};

export function lockKey(key: string, label: string): string {
  return `${key}@${label}`;
}

export function readCodesLock(file: string, text: string, report: Reporter): CodesLock {
  const codes = new Map<string, LockedCode>();
  const editions = new Map<string, LockedEdition>();
  const byEdition = new Map<string, { readonly code: LockedCode; readonly span: Span }>();
  const near = new Map<string, NearCategory>();
  const pcs = new Map<string, { readonly line: string; readonly span: Span }>();
  const lookUps: LookUpLine[] = [];
  let whole = true;
  let start = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const span = { file, start, end: start + line.length };
    start += line.length + 1;
    if (index === 0) {
      if (line === LOCK_FORMAT_LINE) continue;
      whole = false;
      report.add(lockWithoutHeader, span, { expected: LOCK_FORMAT_LINE });
      if (!line.includes('\t')) continue;
    }
    if (line.trim() === '' || line.startsWith('#')) continue;
    const entry = readLine(line);
    if (typeof entry === 'string') {
      whole = false;
      report.add(brokenLockLine, span, { problem: entry, isOfTables: isPcsKind(line.split('\t')[0] ?? '') });
    } else if (entry.kind === 'edition') {
      editions.set(entry.edition.edition, entry.edition);
    } else if (entry.kind === 'near') {
      near.set(nearKey(entry.near), entry.near);
    } else if (entry.kind === 'pcs') {
      if (pcs.has(entry.key)) {
        whole = false;
        report.add(brokenLockLine, span, { problem: 'an earlier line is about the same', isOfTables: true });
      }
      pcs.set(entry.key, { line, span });
    } else if (entry.kind === 'look-up') {
      lookUps.push(entry.line);
    } else {
      const { code } = entry;
      const edition = `${code.system}@${code.edition}`;
      if (!editions.has(edition)) report.add(editionNotDeclared, span, { edition });
      const key = codeKey(code.system, code.code);
      const first = byEdition.get(lockKey(key, code.edition));
      if (first === undefined) byEdition.set(lockKey(key, code.edition), { code, span });
      else
        report.add(lockedTwice, span, code, {
          related: [{ span: first.span, message: 'the first line of this code' }],
        });
      codes.set(key, code);
    }
  }
  return { codes, byEdition, editions: [...editions.values()], near: [...near.values()], pcs, lookUps, whole };
}

type LockLine =
  | { readonly kind: 'edition'; readonly edition: LockedEdition }
  | { readonly kind: 'near'; readonly near: NearCategory }
  | { readonly kind: 'look-up'; readonly line: LookUpLine }
  | { readonly kind: 'code'; readonly code: LockedCode }
  | { readonly kind: 'pcs'; readonly key: string };

/** What a line says, or what is wrong with it. */
function readLine(line: string): LockLine | string {
  const parts = line.split('\t');
  if (parts.length === 1) return 'it has no tabs';
  const [first = '', second = '', third = '', fourth = '', ...rest] = parts;
  if (first === 'edition') {
    if (parts.length !== 4) return 'an edition has a name, a first day and a last day';
    if (!EDITION_PATTERN.test(second)) return `"${second}" is not an edition such as icd-10-cm@2026`;
    if (!DATE_PATTERN.test(third) || !DATE_PATTERN.test(fourth)) return 'its days must be dates such as 2025-10-01';
    return { kind: 'edition', edition: { edition: second, from: third, until: fourth } };
  }
  if (first === NEAR_KIND) {
    const near = readNearLine(line);
    return 'problem' in near ? near.problem : { kind: 'near', near };
  }
  if (isPcsKind(first)) {
    const read = readPcsLine(line);
    return 'problem' in read ? read.problem : { kind: 'pcs', key: read.key };
  }
  if (first === LOOK_UP_KIND) {
    const own = readLookUpLine(line);
    return 'problem' in own ? own.problem : { kind: 'look-up', line: own };
  }
  if (!CODE_SYSTEMS.some((system) => system === first)) return `"${first}" is not a code system`;
  if (parts.length !== 5 && parts.length !== 6) return `it has ${parts.length} parts, not 5 or 6`;
  if (second.trim() === '') return 'the code is missing';
  const status = STATUSES.find((name) => name === fourth);
  if (status === undefined) return `"${fourth}" is not a status (${STATUSES.join(', ')})`;
  const title = rest[0]?.trim() ?? '';
  if (title === '' && status !== 'unknown') return 'the title is missing';
  if (rest[1] !== undefined && rest[1] !== POA_EXEMPT) return `"${rest[1]}" is not ${POA_EXEMPT}`;
  const code = { system: first, code: second.trim(), edition: third, status, title };
  return { kind: 'code', code: rest[1] === undefined ? code : { ...code, isPoaExempt: true } };
}
