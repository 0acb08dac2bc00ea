/**
 * Writes and reads numbers as bits over the state alphabet. Knows nothing of what the numbers mean.
 * Sets of tags are stored sorted, as Rice-coded differences, so that a set costs about 13 bits a member instead of 18.
 */
import { STATE_ALPHABET, TAG_BITS } from './tags.ts';

const TAG_SPACE = 2 ** TAG_BITS;

/** Members of a set that a reader accepts: more can only be damage. */
const LARGEST_SET = 8000;

/** Bits that stand for one of 36 characters: truncated binary. */
const SHORT_OPTION_IDS = 28;
const OPTION_ID_BITS = 6;
const OPTION_IDS = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** Entries of an answer that a reader accepts: more can only be damage. */
const LARGEST_ANSWER = 100;
/** Digits first, because codes are mostly digits and the first 28 take a bit less. */
const CODE_CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Bits for the length of a code: 31 characters at most. */
const CODE_LENGTH_BITS = 5;
/** Characters of one typed text that a reader accepts. */
const LARGEST_TEXT = 4000;

export interface BitWriter {
  write(value: number, bits: number): void;
  /** A whole number from 0 that is small most of the time (Elias gamma of value + 1). */
  writeCount(value: number): void;
  /** Ascending, without doubles. */
  writeTagNumbers(tags: readonly number[]): void;
  /** Option ids, one character of a-z0-9 each, in the given order. */
  writeOptionIds(ids: readonly string[]): void;
  /** Codes of 1 to 31 characters A-Z0-9, in the given order. */
  writeCodes(codes: readonly string[]): void;
  /** Any texts. */
  writeTexts(texts: readonly string[]): void;
  /** Fills up to the next whole character and gives all characters so far. */
  text(): string;
}

export interface BitReader {
  read(bits: number): number;
  readCount(): number;
  readTagNumbers(): readonly number[];
  readOptionIds(): readonly string[];
  readCodes(): readonly string[];
  readTexts(): readonly string[];
  /** Skips to the next whole character, as the writer's `text` did. */
  align(): void;
  /** True once anything impossible was read; all later reads answer 0. */
  broken(): boolean;
  atEnd(): boolean;
}

/** Rice parameter for a set of this size spread over all tags: log2 of the mean difference times ln 2. */
function riceParameter(size: number): number {
  let k = 0;
  while (size > 0 && size * 2 ** (k + 1) <= TAG_SPACE * Math.LN2) k++;
  return k;
}

export function countBits(value: number): number {
  return 2 * Math.floor(Math.log2(value + 1)) + 1;
}

/** Bits that no set of this size can exceed. */
export function tagSetBits(size: number): number {
  if (size === 0) return countBits(0);
  const k = riceParameter(size);
  return countBits(size) + size * (k + 1) + Math.floor((TAG_SPACE - size) / 2 ** k);
}

/** Bits that no set of this many option ids can exceed. */
export function optionIdBits(size: number): number {
  return countBits(size) + size * OPTION_ID_BITS;
}

/** Bits that no list of this many codes of this length can exceed. */
export function codeBits(size: number, length: number): number {
  return countBits(size) + size * (CODE_LENGTH_BITS + length * OPTION_ID_BITS);
}

/** Bits that no single text of this many bytes of UTF-8 can exceed. */
export function textBits(bytes: number): number {
  return countBits(1) + countBits(bytes) + bytes * 8;
}

/** Whether these entries can be written as option ids. */
export function areOptionIds(entries: readonly string[]): boolean {
  return entries.every((entry) => /^[a-z0-9]$/.test(entry));
}

/** Whether these entries can be written as codes. */
export function areCodes(entries: readonly string[]): boolean {
  return entries.every((entry) => /^[A-Z0-9]{1,31}$/.test(entry));
}

/** Three characters to their 18 bits. */
export function tagNumber(tag: string): number {
  const value = (at: number): number => Math.max(0, STATE_ALPHABET.indexOf(tag.charAt(at)));
  return value(0) | (value(1) << 6) | (value(2) << 12);
}

export function tagText(number: number): string {
  return [0, 6, 12].map((shift) => STATE_ALPHABET.charAt((number >>> shift) & 63)).join('');
}

/** Two characters to their 12 bits. */
export function checkNumber(check: string): number {
  return (
    Math.max(0, STATE_ALPHABET.indexOf(check.charAt(0))) | (Math.max(0, STATE_ALPHABET.indexOf(check.charAt(1))) << 6)
  );
}

export function checkText(number: number): string {
  return STATE_ALPHABET.charAt(number & 63) + STATE_ALPHABET.charAt((number >>> 6) & 63);
}

export function createBitWriter(): BitWriter {
  let out = '';
  let pending = 0;
  let count = 0;
  const bit = (value: number): void => {
    pending = (pending << 1) | value;
    if (++count < 6) return;
    out += STATE_ALPHABET.charAt(pending);
    pending = 0;
    count = 0;
  };
  const write = (value: number, bits: number): void => {
    for (let at = bits - 1; at >= 0; at--) bit(Math.floor(value / 2 ** at) % 2);
  };
  const writeCount = (value: number): void => {
    const length = Math.floor(Math.log2(value + 1));
    write(0, length);
    write(value + 1, length + 1);
  };
  /** ASCII in 8 bits, the next two thousand in 13, all others in 23: never more than their bytes of UTF-8 would take. */
  const writeCharacter = (point: number): void => {
    if (point < 0x80) write(point, 8);
    else if (point < 0x800) write(0b10 * 2 ** 11 + point, 13);
    else write(0b11 * 2 ** 21 + point, 23);
  };
  const writeOf36 = (value: number): void => {
    if (value < SHORT_OPTION_IDS) write(value, OPTION_ID_BITS - 1);
    else write(value + SHORT_OPTION_IDS, OPTION_ID_BITS);
  };
  return {
    write,
    writeCount,
    writeTagNumbers(tags) {
      writeCount(tags.length);
      const k = riceParameter(tags.length);
      let previous = -1;
      for (const tag of tags) {
        const difference = tag - previous - 1;
        for (let left = Math.floor(difference / 2 ** k); left > 0; left--) bit(1);
        bit(0);
        write(difference % 2 ** k, k);
        previous = tag;
      }
    },
    writeOptionIds(ids) {
      writeCount(ids.length);
      for (const id of ids) writeOf36(OPTION_IDS.indexOf(id));
    },
    writeCodes(codes) {
      writeCount(codes.length);
      for (const code of codes) {
        write(code.length, CODE_LENGTH_BITS);
        for (const character of code) writeOf36(CODE_CHARACTERS.indexOf(character));
      }
    },
    writeTexts(texts) {
      writeCount(texts.length);
      for (const text of texts) {
        const characters = [...text];
        writeCount(characters.length);
        for (const character of characters) writeCharacter(character.codePointAt(0) ?? 0);
      }
    },
    text() {
      while (count > 0) bit(0);
      return out;
    },
  };
}

export function createBitReader(text: string): BitReader {
  let at = 0;
  let broken = false;
  const bit = (): number => {
    const value = STATE_ALPHABET.indexOf(text.charAt(Math.floor(at / 6)));
    if (broken || at >= text.length * 6 || value < 0) {
      broken = true;
      return 0;
    }
    const found = (value >>> (5 - (at % 6))) & 1;
    at++;
    return found;
  };
  const read = (bits: number): number => {
    let value = 0;
    for (let i = 0; i < bits; i++) value = value * 2 + bit();
    return broken ? 0 : value;
  };
  const readCount = (): number => {
    let length = 0;
    while (!broken && bit() === 0) length++;
    if (length > 30) broken = true;
    return broken ? 0 : 2 ** length + read(length) - 1;
  };
  const readOf36 = (): number => {
    const value = read(OPTION_ID_BITS - 1);
    return value < SHORT_OPTION_IDS ? value : value * 2 + bit() - SHORT_OPTION_IDS;
  };
  const readCharacter = (): string => {
    const point = bit() === 0 ? read(7) : bit() === 0 ? read(11) : read(21);
    if (point > 0x10ffff) broken = true;
    return broken ? '' : String.fromCodePoint(point);
  };
  const readEntries = (readEntry: () => string): readonly string[] => {
    const size = readCount();
    if (size > LARGEST_ANSWER) broken = true;
    const entries: string[] = [];
    for (let i = 0; i < size && !broken; i++) entries.push(readEntry());
    return broken ? [] : entries;
  };
  return {
    read,
    readCount,
    readTagNumbers() {
      const size = readCount();
      if (size > LARGEST_SET) broken = true;
      const k = riceParameter(size);
      const tags: number[] = [];
      let previous = -1;
      for (let i = 0; i < size && !broken; i++) {
        let quotient = 0;
        while (bit() === 1) quotient++;
        previous += 1 + quotient * 2 ** k + read(k);
        if (previous >= TAG_SPACE) broken = true;
        tags.push(previous);
      }
      return broken ? [] : tags;
    },
    readOptionIds: () => readEntries(() => OPTION_IDS.charAt(readOf36())),
    readCodes: () =>
      readEntries(() => {
        let code = '';
        for (let left = read(CODE_LENGTH_BITS); left > 0 && !broken; left--) code += CODE_CHARACTERS.charAt(readOf36());
        return code;
      }),
    readTexts: () =>
      readEntries(() => {
        const size = readCount();
        if (size > LARGEST_TEXT) broken = true;
        let text = '';
        for (let i = 0; i < size && !broken; i++) text += readCharacter();
        return text;
      }),
    align() {
      while (at % 6 !== 0) if (bit() !== 0) broken = true;
    },
    broken: () => broken,
    atEnd: () => at === text.length * 6,
  };
}
