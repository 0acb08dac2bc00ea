/** What the package knows of a wrong code, in words: that it is none, or leaves something open. Never which code would be right. Pure. */
import { type CodeExtract, judgeTyped, type TypedCode } from '../../shared/code-extract.ts';
import { editionName } from '../../shared/edition-names.ts';
import type { CodedWords } from '../../shared/words/player-words.ts';
import { type CodeSystem, fitsSystem, showCode } from './code-form.ts';
import type { ExpectedCode } from './match-codes.ts';

export interface TypedCodeParts {
  readonly given: string;
  /** The code that it comes near; undefined for one that comes near none. */
  readonly right: ExpectedCode | undefined;
  readonly systems: readonly CodeSystem[];
  readonly extract: CodeExtract | undefined;
  readonly words: CodedWords;
}

/** The system that the extract can say something in. */
function systemOf({ given, right, systems, extract }: TypedCodeParts): CodeSystem | undefined {
  const asked = right === undefined ? systems : [right.system];
  return asked.find((system) => extract?.[system] !== undefined && (fitsSystem(given, system) || given.length < 7));
}

export function typedCodeNotes(parts: TypedCodeParts): readonly string[] {
  const { given, right, extract, words } = parts;
  const system = systemOf(parts);
  const typed = system === undefined ? undefined : judgeTyped(extract, system, given);
  if (system === undefined || typed === undefined) return [];
  const edition = editionName(extract?.[system]?.edition ?? '');
  switch (typed.state) {
    case 'valid':
      return right === undefined ? [] : detailNotes(typed, judgeTyped(extract, system, right.code), words);
    case 'begun':
      return [
        words.typedBegun({ count: typed.codes, edition }),
        ...(typed.last === undefined ? [] : [words.typedPast({ last: editionName(typed.last), edition })]),
      ];
    case 'seventh-missing':
      return [words.fixed.typedSeventh];
    case 'placeholder-missing':
      return [words.fixed.typedPlaceholder];
    case 'past':
      return [words.typedPast({ last: editionName(typed.last), edition })];
    case 'unknown':
      return [words.typedUnknown({ edition, beginning: showCode(typed.beginning, system) })];
  }
}

/** What of the side, and of what the title leaves open, sets a code apart from the right one. */
function detailNotes(
  typed: Extract<TypedCode, { readonly state: 'valid' }>,
  right: TypedCode | undefined,
  { fixed }: CodedWords,
): readonly string[] {
  if (right?.state !== 'valid') return [];
  const { side } = typed;
  return [
    ...(side !== undefined && right.side !== undefined && side !== right.side ? [fixed[`typed-${side}`]] : []),
    ...(typed.isUnspecified && !right.isUnspecified ? [fixed.typedUnspecified] : []),
  ];
}
