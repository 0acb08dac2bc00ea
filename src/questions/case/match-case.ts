/**
 * Holds the rows of a case against one variant of its key: findings with POA and place, and the points they come to.
 * Pure. It knows no page and no policy of an activity.
 */
import type { Miss } from '../../shared/misses.ts';
import { type CodeFinding, isRightFor, matchCodes, missesOf } from '../coded/match-codes.ts';
import type { CaseAnswer, CaseEntry, CaseRules } from './answer.ts';
import type { CaseField, CaseRow, Poa } from './rows.ts';

export interface CaseFinding {
  /** Where it is shown: the field of the row, or the field where a code is missing. */
  readonly field: CaseField;
  readonly finding: CodeFinding;
  /** A POA indicator that is wrong, or not given. */
  readonly poa: { readonly given: Poa | undefined; readonly right: Poa } | undefined;
  /** A right code in another place: the principal diagnosis among the others, or one of them in its place. */
  readonly place: 'not-first' | 'first' | undefined;
  /** The code that it must stand behind. */
  readonly behind: CaseEntry | undefined;
}

export interface CaseResult {
  /** In the order of the rows; what is missing comes behind. */
  readonly findings: readonly CaseFinding[];
  readonly points: number;
  readonly total: number;
  readonly misses: readonly Miss[];
}

/** Two lists are graded apart: what does not belong in one takes nothing from the other. */
export function matchVariant(answer: CaseAnswer, key: readonly CaseEntry[], rows: readonly CaseRow[]): CaseResult {
  const diagnoses = matchDiagnoses(answer, key, rows);
  const procedures = matchList(answer, key, rows, 'x');
  const findings = [...diagnoses, ...procedures];
  const points = pointsOf(diagnoses, answer.rules) + pointsOf(procedures, answer.rules);
  const required = key.filter(({ optional }) => !optional);
  const total = required.length + required.filter(({ poa }) => poa !== undefined).length * answer.rules.poa;
  const misses = [...new Set(findings.flatMap((found) => missesIn(found, answer.rules)))];
  return { findings, points, total, misses };
}

function matchList(
  answer: CaseAnswer,
  key: readonly CaseEntry[],
  rows: readonly CaseRow[],
  list: 'diagnoses' | 'x',
): readonly CaseFinding[] {
  const isIn = ({ field }: { readonly field: CaseField }): boolean => (field === 'x') === (list === 'x');
  const own = rows.filter(isIn);
  const expected = key.filter(isIn);
  const found = matchCodes({
    given: own.map(({ code }) => code),
    expected,
    named: answer.misses,
    systems: list === 'x' ? answer.procedureSystems : ['icd-10-cm'],
  });
  return found.map((finding): CaseFinding => {
    const row = finding.kind === 'missing' ? undefined : own[finding.at];
    const entry = expected.find((candidate) => 'expected' in finding && candidate === finding.expected);
    return {
      field: row?.field ?? entry?.field ?? 's',
      finding,
      poa: finding.kind === 'right' ? wrongPoa(entry, row) : undefined,
      place: finding.kind === 'right' ? wrongPlace(entry, row) : undefined,
      behind: undefined,
    };
  });
}

/** POA is looked at on matched diagnoses alone. */
function wrongPoa(entry: CaseEntry | undefined, row: CaseRow | undefined): CaseFinding['poa'] {
  if (entry?.poa === undefined || entry.optional || row?.poa === entry.poa) return undefined;
  return { given: row?.poa, right: entry.poa };
}

function wrongPlace(entry: CaseEntry | undefined, row: CaseRow | undefined): CaseFinding['place'] {
  if (entry?.field === row?.field) return undefined;
  return entry?.field === 'p' ? 'not-first' : 'first';
}

function matchDiagnoses(
  answer: CaseAnswer,
  key: readonly CaseEntry[],
  rows: readonly CaseRow[],
): readonly CaseFinding[] {
  const found = matchList(answer, key, rows, 'diagnoses');
  return answer.order.reduce<readonly CaseFinding[]>((findings, [before, after]) => {
    const first = findings.findIndex((candidate) => isRightCode(candidate, before));
    const second = findings.findIndex((candidate) => isRightCode(candidate, after));
    const earlier = findings[first];
    // The principal diagnosis in another place is said once.
    if (earlier === undefined || earlier.place !== undefined || second === -1 || first < second) return findings;
    const entry = key.find((candidate) => isRightFor(candidate, after));
    return findings.map((finding, index) => (index === first ? { ...finding, behind: entry } : finding));
  }, found);
}

function isRightCode({ finding }: CaseFinding, code: string): boolean {
  return finding.kind === 'right' && isRightFor(finding.expected, code);
}

function pointsOf(findings: readonly CaseFinding[], rules: CaseRules): number {
  const missing = findings.filter(({ finding }) => finding.kind === 'missing').length;
  const foreseen = findings.filter(({ finding }) => finding.kind === 'named' && finding.expected === undefined).length;
  const earned = findings.reduce((sum, found) => sum + pointsFor(found, rules), 0);
  return Math.max(0, earned - Math.max(0, foreseen - missing) * rules.extra);
}

function pointsFor({ finding, poa, place, behind }: CaseFinding, rules: CaseRules): number {
  switch (finding.kind) {
    case 'right': {
      if (finding.expected.optional) return 0;
      const code = place === 'not-first' ? rules.place : 1;
      const asksPoa = 'poa' in finding.expected && finding.expected.poa !== undefined;
      const indicator = asksPoa && poa === undefined ? rules.poa : 0;
      return code + indicator - (behind === undefined ? 0 : rules.order);
    }
    case 'near':
      return finding.expected.optional ? 0 : rules.near;
    case 'extra':
      return -rules.extra;
    case 'named':
    case 'duplicate':
    case 'missing':
      return 0;
  }
}

/** What costs nothing by the author's rules is no miss. */
function missesIn({ finding, poa, place, behind }: CaseFinding, rules: CaseRules): readonly Miss[] {
  const found: Miss[] = [];
  if (finding.kind !== 'extra' || rules.extra > 0) found.push(...missesOf(finding));
  if (place === 'not-first' && rules.place < 1) found.push('wrong-place');
  if (poa !== undefined && rules.poa > 0) found.push('wrong-poa');
  if (behind !== undefined && rules.order > 0) found.push('wrong-order');
  return found;
}
