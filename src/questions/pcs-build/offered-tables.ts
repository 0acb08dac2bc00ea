/** Which tables of ICD-10-PCS a drill lets learners choose from. Knows no edition. */
import { PCS_TABLE_LENGTH } from '../../shared/pcs-tables.ts';
import { fitsSystem, toCanonicalCode } from '../coded/code-form.ts';
import type { PcsBuildSource } from './source.ts';

const BODY_SYSTEM_LENGTH = 2;

/** The codes that are right, canonical; those of a wrong form are left out. */
export function rightCodes({ expect, also = [] }: PcsBuildSource): readonly string[] {
  return [expect, ...also].map(toCanonicalCode).filter((code) => fitsSystem(code, 'icd-10-pcs'));
}

export function missCodes({ misses = [] }: PcsBuildSource): readonly string[] {
  return misses.map(({ code }) => toCanonicalCode(code)).filter((code) => fitsSystem(code, 'icd-10-pcs'));
}

/**
 * Beginnings of the offered tables, sorted: the body systems of all codes that the question names, what its author offers beside them,
 * and nothing that does not agree with what is given.
 */
export function offeredBeginnings(source: PcsBuildSource): readonly string[] {
  const given = source.given ?? '';
  const length = Math.max(BODY_SYSTEM_LENGTH, Math.min(given.length, PCS_TABLE_LENGTH));
  const named = [...rightCodes(source), ...missCodes(source)].map((code) => code.slice(0, length));
  const all = [...named, ...(source.offer ?? [])].filter((prefix) => agrees(prefix, given));
  const whole = new Set(all);
  // A table of a body system that is offered as a whole says nothing more.
  return [...whole].filter((prefix) => !(prefix.length > length && whole.has(prefix.slice(0, length)))).sort();
}

/** True where one is the beginning of the other. */
export function agrees(prefix: string, given: string): boolean {
  const length = Math.min(prefix.length, given.length);
  return prefix.slice(0, length) === given.slice(0, length);
}
