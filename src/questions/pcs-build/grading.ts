/** Grades a built ICD-10-PCS code character by character. Pure. */
import type { Miss } from '../../shared/misses.ts';
import type { CreditPolicy } from '../../shared/package-data.ts';
import { isBeginning, PCS_LENGTH } from '../../shared/pcs-tables.ts';
import type { Grade } from '../answer-behavior.ts';
import { pcsMiss } from '../coded/near-codes.ts';
import type { PcsBuildAnswer } from './answer.ts';
import { type CharacterFinding, compareCode, PLACES_THAT_TURN_ALL } from './compare-code.ts';

const CHARACTER = /^[0-9A-HJ-NP-Z]+$/;

/**
 * All or nothing: 1 when the code is one of the right ones. Partial: the share of the characters asked for that are right. Behind a wrong
 * section or body system no character counts, because it names something else there; a wrong one takes nothing away.
 */
export function gradePcsBuild(answer: PcsBuildAnswer, given: readonly string[], policy: CreditPolicy): Grade {
  const code = given[0] ?? '';
  const { findings } = compareCode(answer, code);
  if (answer.key.includes(code)) return { credit: 1, misses: [] };
  const right = findings.filter(({ isRight }) => isRight).length;
  const credit = policy === 'partial' && findings.length > 0 ? right / findings.length : 0;
  return { credit, misses: findMisses(answer, code, findings) };
}

function findMisses(answer: PcsBuildAnswer, code: string, findings: readonly CharacterFinding[]): readonly Miss[] {
  const wrong = findings.filter(({ isRight, given }) => !isRight && given !== '');
  const turning = wrong.find(({ number }) => number <= PLACES_THAT_TURN_ALL);
  const missed = (turning === undefined ? wrong : [turning]).map(({ number }) => pcsMiss(number));
  return [
    ...(code.length < PCS_LENGTH ? (['incomplete-code'] as const) : []),
    ...missed,
    ...(answer.misses.includes(code) ? (['named-miss'] as const) : []),
  ];
}

/** Whether an answer can be shown as given: it begins with what is given, and some code of the tables begins like it. */
export function isKnownPcsBuild({ given: start, tables }: PcsBuildAnswer, given: readonly string[]): boolean {
  const [code = ''] = given;
  if (given.length !== 1 || !code.startsWith(start) || code.length <= start.length) return false;
  if (!CHARACTER.test(code) || code.length > PCS_LENGTH) return false;
  return tables === null || isBeginning(tables, code);
}
