/**
 * The codes around the codes that questions ask for, as locks and packages carry them, and what they say of a code that was typed: whether
 * it is one, needs more characters, or was one once. Never which code would be right. Pure. Imports nothing.
 */

/** Every code of some category (three characters; a table in ICD-10-PCS). */
export interface CodeCategory {
  /** What stands behind the category, packed. */
  readonly codes: string;
  /** Of these, those whose title names a side, or leaves it or a detail open; each packed, or absent where there are none. */
  readonly right?: string;
  readonly left?: string;
  readonly both?: string;
  readonly unspecified?: string;
  /** Codes of earlier editions that are none any more, by the last edition's label. */
  readonly past?: Readonly<Record<string, string>>;
}

export interface SystemExtract {
  /** Such as `icd-10-cm@2026`. */
  readonly edition: string;
  readonly categories: Readonly<Record<string, CodeCategory>>;
}

/** By code system. */
export type CodeExtract = Readonly<Record<string, SystemExtract>>;

export const CATEGORY_CHARACTERS = 3;
const WHOLE = 7;

/** What the extract knows of a typed code. */
export type TypedCode =
  | { readonly state: 'valid'; readonly side: CodeSide | undefined; readonly isUnspecified: boolean }
  /** Codes begin with it, so many; `last` is the last edition in which it was one itself. */
  | { readonly state: 'begun'; readonly codes: number; readonly last?: string }
  | { readonly state: 'seventh-missing' }
  | { readonly state: 'placeholder-missing' }
  /** Its last edition, such as `icd-10-cm@2025`. */
  | { readonly state: 'past'; readonly last: string }
  /** `beginning` is the longest one of it with which codes begin. */
  | { readonly state: 'unknown'; readonly beginning: string };

export const CODE_SIDES = ['right', 'left', 'both'] as const;
export type CodeSide = (typeof CODE_SIDES)[number];

/**
 * Texts of capital letters and digits -> one text: `129(0,A.B,)`. Characters that go on in the same way stand together, in brackets
 * what follows them; a point says that a text may end here, a comma that it ends.
 */
export function packCodes(texts: readonly string[]): string {
  return packTails(texts) || '.';
}

/** The empty text where nothing follows. */
function packTails(texts: readonly string[]): string {
  if (texts.length === 1 && texts[0] === '') return '';
  const byFirst = new Map<string, string[]>();
  for (const text of texts) {
    if (text === '') continue;
    const rest = byFirst.get(text.charAt(0)) ?? [];
    rest.push(text.slice(1));
    byFirst.set(text.charAt(0), rest);
  }
  const groups = new Map<string, string>();
  for (const [character, rest] of [...byFirst].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const packed = packTails(rest);
    groups.set(packed, (groups.get(packed) ?? '') + character);
  }
  const parts = [...groups].map(([packed, characters]) =>
    packed === '' ? `${characters},` : `${characters}(${packed})`,
  );
  return (texts.includes('') ? '.' : '') + parts.join('');
}

/** The texts again, in no order that means anything. What is no packed text gives few or none. */
export function unpackCodes(packed: string): readonly string[] {
  let at = 0;
  const read = (): string[] => {
    const texts: string[] = [];
    let characters = '';
    while (at < packed.length) {
      const sign = packed.charAt(at);
      at += 1;
      if (sign === ')') return texts;
      if (sign === '.') texts.push('');
      else if (sign === ',') {
        texts.push(...characters);
        characters = '';
      } else if (sign === '(') {
        const begun = characters;
        characters = '';
        const rest = read();
        for (const character of begun) for (const tail of rest) texts.push(character + tail);
      } else characters += sign;
    }
    return texts;
  };
  return read();
}

/** @param code canonical; undefined where the extract holds nothing of its category */
export function judgeTyped(extract: CodeExtract | undefined, system: string, code: string): TypedCode | undefined {
  const known = extract?.[system];
  const name = code.slice(0, CATEGORY_CHARACTERS);
  if (known === undefined || !Object.hasOwn(known.categories, name)) return undefined;
  const category = known.categories[name];
  if (category === undefined) return undefined;
  const tail = code.slice(CATEGORY_CHARACTERS);
  const tails = unpackCodes(category.codes);
  const holds = (packed: string | undefined): boolean => packed !== undefined && unpackCodes(packed).includes(tail);
  if (tails.includes(tail)) {
    const side = CODE_SIDES.find((each) => holds(category[each]));
    return { state: 'valid', side, isUnspecified: holds(category.unspecified) };
  }
  const label = Object.keys(category.past ?? {}).find((each) => holds(category.past?.[each]));
  const last = label === undefined ? {} : { last: `${system}@${label}` };
  const longer = tails.filter((other) => other.startsWith(tail));
  if (longer.length > 0) {
    return isSeventh(system, tail, longer)
      ? { state: 'seventh-missing' }
      : { state: 'begun', codes: longer.length, ...last };
  }
  if (system === 'icd-10-cm' && lacksPlaceholder(code, tails)) return { state: 'placeholder-missing' };
  if (last.last !== undefined) return { state: 'past', last: last.last };
  let length = tail.length;
  while (length > 0 && !tails.some((other) => other.startsWith(tail.slice(0, length)))) length -= 1;
  return { state: 'unknown', beginning: name + tail.slice(0, length) };
}

/** True where all that is missing is the 7th character, with placeholders before it. */
function isSeventh(system: string, tail: string, longer: readonly string[]): boolean {
  if (system !== 'icd-10-cm' || tail === '') return false;
  const stem = tail.padEnd(WHOLE - 1 - CATEGORY_CHARACTERS, 'X');
  return longer.every((other) => other.length === WHOLE - CATEGORY_CHARACTERS && other.startsWith(stem));
}

/** `S30.1A` where S30.1XXA is a code. */
function lacksPlaceholder(code: string, tails: readonly string[]): boolean {
  const missing = WHOLE - code.length;
  if (missing < 1 || code.length <= CATEGORY_CHARACTERS) return false;
  const stem = code.slice(CATEGORY_CHARACTERS, -1) + 'X'.repeat(missing) + code.slice(-1);
  return tails.includes(stem);
}
