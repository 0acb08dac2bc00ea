/** Grades typed codes. Pure. */
import type { CreditPolicy } from '../../shared/package-data.ts';
import type { Grade } from '../answer-behavior.ts';
import { type CodeFinding, matchCodes, missesOf } from '../coded/match-codes.ts';
import type { CodeEntryAnswer } from './answer.ts';

export function findCodes(answer: CodeEntryAnswer, given: readonly string[]): readonly CodeFinding[] {
  return matchCodes({ given, expected: answer.expected, named: answer.misses, systems: answer.systems });
}

/**
 * All or nothing: 1 when every code of the key is there and no other. Partial: each right code earns its share, each code that
 * does not belong takes one away, never below 0; a code that comes near a missing one, or was foreseen in its place, does neither.
 */
export function gradeCodeEntry(answer: CodeEntryAnswer, given: readonly string[], policy: CreditPolicy): Grade {
  const findings = findCodes(answer, given);
  const misses = [...new Set(findings.flatMap(missesOf))];
  if (misses.length === 0) return { credit: 1, misses };
  if (policy === 'all-or-nothing') return { credit: 0, misses };
  const count = (counts: (finding: CodeFinding) => boolean): number => findings.filter(counts).length;
  const right = count(({ kind }) => kind === 'right');
  // A foreseen miss stands in the place of a missing code as long as there are missing ones.
  const foreseen = count((finding) => finding.kind === 'named' && finding.expected === undefined);
  const extra = count(({ kind }) => kind === 'extra') + Math.max(0, foreseen - count(({ kind }) => kind === 'missing'));
  return { credit: Math.max(0, right - extra) / answer.expected.length, misses };
}
