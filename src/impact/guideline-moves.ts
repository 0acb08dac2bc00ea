/**
 * Two editions and the maps that authors keep -> what became of a guideline's number. The heading lists of two guideline texts
 * know where a heading went; a map knows it without the texts, and of systems whose guidelines are not published as text.
 */
import { type EditionName, formatEditionName } from '../code-sets/edition-name.ts';
import type { Edition } from '../code-sets/edition.ts';
import type { GuidelineMapSource } from '../compiler/source-format/guideline-map.ts';
import type { EditionPair } from './find-impact.ts';
import { IMPACT_WORDS } from './impact-words.ts';

export interface MovedGuideline {
  readonly number: string;
  /** Offset in the text. */
  readonly start: number;
  /** Its heading in the old edition; empty where only a map knows it. */
  readonly heading: string;
  readonly message: string;
}

/** Finds the numbers in a text that lead somewhere else in the new edition. */
export type FindMovedGuidelines = (text: string) => readonly MovedGuideline[];

/** ICD-10-CM numbers its guidelines `I.C.1.a.2`; ICD-10-PCS `B3.4a`, which in a sentence can be anything, so a word must stand before it. */
const NUMBERS: Partial<Record<EditionName['system'], RegExp>> = {
  'icd-10-cm': /\b(?:IV|I{1,3})(?:\.[A-Za-z0-9]{1,3})+/g,
  'icd-10-pcs': /(?<=\bguidelines?:?\s+(?:[A-D]\d[\w.]*(?:,|\s+and|\s+or|\s)\s*)*)[A-D]\d{1,2}(?:\.\d{1,2}[a-z]?)?\b/gi,
};

export function guidelineMoves(
  pairs: readonly EditionPair[],
  maps: readonly GuidelineMapSource[],
): FindMovedGuidelines {
  const finders = pairs.flatMap((pair): readonly FindMovedGuidelines[] => {
    const pattern = NUMBERS[pair.from.name.system];
    if (pattern === undefined) return [];
    const [from, to] = [pair.from, pair.to].map(({ name }) => formatEditionName(name));
    const mapped = new Map(
      maps
        .filter((map) => map.from === from && map.to === to)
        .flatMap(({ moved }) => moved.map((move) => [move.was, move] as const)),
    );
    const moved = byHeading(pair);
    return [
      (text) =>
        [...text.matchAll(pattern)].flatMap(({ 0: number, index: start }) => {
          const move = mapped.get(number);
          if (move === undefined) {
            const found = moved(number);
            return found === undefined ? [] : [{ number, start, ...found }];
          }
          const heading = pair.from.guideline(number) ?? '';
          return [{ number, start, heading, message: IMPACT_WORDS.mapped(number, move.now, move.note) }];
        }),
    ];
  });
  return (text) => finders.flatMap((find) => find(text));
}

/** Answers nothing where one of the editions has no heading list. */
function byHeading({
  from,
  to,
}: EditionPair): (number: string) => Omit<MovedGuideline, 'number' | 'start'> | undefined {
  if (!from.knows('guidelines') || !to.knows('guidelines')) return () => undefined;
  const numbers = numbersByHeading(to);
  return (number) => {
    const before = from.guideline(number);
    const after = to.guideline(number);
    if (before === undefined || (after !== undefined && toPlain(before) === toPlain(after))) return undefined;
    return { heading: before, message: IMPACT_WORDS.guideline(number, before, numbers.get(toPlain(before)), after) };
  };
}

function numbersByHeading(edition: Edition): ReadonlyMap<string, string> {
  return new Map([...edition.guidelines()].map(([number, heading]) => [toPlain(heading), number]));
}

/** Headings that differ in punctuation alone are the same. */
function toPlain(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
