/** Says in what way a wrong code comes close to a right one, by the characters of both alone. Pure. It knows no edition. */
import type { Miss } from '../../shared/misses.ts';
import { CATEGORY_LENGTH, type CodeSystem } from './code-form.ts';

export interface NearCode {
  readonly miss: Miss;
  /** Characters that differ, counted from 1; empty where that would say nothing. */
  readonly characters: readonly number[];
  /** The closer, the smaller. */
  readonly distance: number;
}

const WHOLE = 7;
/** More differing characters make another procedure. */
const MOST_PCS_DIFFERENCES = 3;

export function findNearCode(given: string, right: string, system: CodeSystem): NearCode | undefined {
  switch (system) {
    case 'icd-10-cm':
      return findNearDiagnosis(given, right);
    case 'icd-10-pcs':
      return findNearProcedure(given, right);
    default:
      return undefined;
  }
}

function differences(given: string, right: string): readonly number[] {
  return [...right].flatMap((character, index) => (given.charAt(index) === character ? [] : [index + 1]));
}

/** Without the X that fills the places four to six. */
function withoutPlaceholders(code: string): string {
  return (
    code.slice(0, CATEGORY_LENGTH) + code.slice(CATEGORY_LENGTH, WHOLE - 1).replaceAll('X', '') + code.slice(WHOLE - 1)
  );
}

function findNearDiagnosis(given: string, right: string): NearCode | undefined {
  if (given.slice(0, CATEGORY_LENGTH) !== right.slice(0, CATEGORY_LENGTH)) return undefined;
  const near = (miss: Miss, distance: number, characters: readonly number[] = []): NearCode => ({
    miss,
    characters,
    distance,
  });
  // `S30.1A` and `S30.1XA` for `S30.1XXA`: what is missing is the placeholder, not the detail.
  if (given.length !== right.length && withoutPlaceholders(right) === given.replace(/(?<=^.{3,})X/g, '')) {
    return near('placeholder', 0);
  }
  if (right.length === WHOLE) {
    const stem = right.slice(0, WHOLE - 1);
    if (given.length === WHOLE && given.startsWith(stem)) return near('seventh-character', 1, [WHOLE]);
    if (given.length >= CATEGORY_LENGTH + 1 && given === stem.replace(/X+$/, '')) return near('seventh-character', 1);
    if (given === stem) return near('seventh-character', 1);
  }
  if (right.startsWith(given) || given.startsWith(right)) return near('incomplete-code', 2);
  const different = differences(given, right);
  if (given.length === right.length && different.length === 1) return near('code-detail', 3, different);
  return near('same-category', 9);
}

function findNearProcedure(given: string, right: string): NearCode | undefined {
  if (given.length < WHOLE) {
    return given.length >= CATEGORY_LENGTH && right.startsWith(given)
      ? { miss: 'incomplete-code', characters: [], distance: 2 }
      : undefined;
  }
  const different = differences(given, right);
  const [first] = different;
  if (first === undefined || different.length > MOST_PCS_DIFFERENCES) return undefined;
  return { miss: pcsMiss(first), characters: different, distance: 3 + different.length };
}

/** The kind of miss of a character of ICD-10-PCS, 1 to 7. */
export function pcsMiss(character: number): Miss {
  switch (character) {
    case 1:
      return 'pcs-character-1';
    case 2:
      return 'pcs-character-2';
    case 3:
      return 'pcs-character-3';
    case 4:
      return 'pcs-character-4';
    case 5:
      return 'pcs-character-5';
    case 6:
      return 'pcs-character-6';
    default:
      return 'pcs-character-7';
  }
}
