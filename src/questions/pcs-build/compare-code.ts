/** Holds a built ICD-10-PCS code against the right ones, character by character. Pure. It knows no credit and no page. */
import type { PcsBuildAnswer } from './answer.ts';

/** Section and body system: behind a wrong one of them the same character means something else. */
export const PLACES_THAT_TURN_ALL = 2;

export interface CharacterFinding {
  /** 1 to 7 */
  readonly number: number;
  /** Empty where the code ends before it. */
  readonly given: string;
  readonly right: string;
  readonly isRight: boolean;
}

export interface CodeComparison {
  /** The right code that the built one comes nearest. */
  readonly right: string;
  /** Of every character that was asked for. */
  readonly findings: readonly CharacterFinding[];
}

export function compareCode({ key, given }: PcsBuildAnswer, code: string): CodeComparison {
  const all = key.map((right) => ({ right, findings: compareWith(right, code, given.length) }));
  const rightOnes = ({ findings }: CodeComparison): number => findings.filter(({ isRight }) => isRight).length;
  const best = all.reduce<CodeComparison | undefined>(
    (nearest, one) => (nearest === undefined || rightOnes(one) > rightOnes(nearest) ? one : nearest),
    undefined,
  );
  return best ?? { right: '', findings: [] };
}

function compareWith(right: string, code: string, from: number): readonly CharacterFinding[] {
  const turned = [...right.slice(0, PLACES_THAT_TURN_ALL)].findIndex((character, at) => code.charAt(at) !== character);
  return [...right].slice(from).map((character, index) => {
    const at = from + index;
    const given = code.charAt(at);
    const isRight = given === character && (turned === -1 || at < turned);
    return { number: at + 1, given, right: character, isRight };
  });
}
