/**
 * Writes and reads numbers as bits over the state alphabet. Knows nothing of what the numbers mean.
 * Sets are stored sorted, as Rice-coded differences: a tag costs about 12 bits instead of 18, a dense set no more than a bitmap.
 */
import { STATE_ALPHABET, TAG_BITS } from './tags.ts';

const TAG_SPACE = 2 ** TAG_BITS;

/** Members of a set of tags that a reader accepts: more can only be damage. */
const LARGEST_SET = 8000;

/** The Rice parameter stands before the differences, so that the writer can take the one that suits them best. */
const PARAMETER_BITS = 4;
const PARAMETERS = Array.from({ length: 2 ** PARAMETER_BITS }, (_, k) => k);

export interface BitWriter {
  write(value: number, bits: number): void;
  /** A whole number from 0 that is small most of the time (Elias gamma of value + 1). */
  writeCount(value: number): void;
  /** Ascending, without doubles. */
  writeTagNumbers(tags: readonly number[]): void;
  /** Some of the numbers from 0 to `space` - 1, ascending, without doubles. All of them cost one bit. */
  writeSubset(members: readonly number[], space: number): void;
  /** Fills up to the next whole character and gives all characters so far. */
  text(): string;
}

export interface BitReader {
  read(bits: number): number;
  /** A number that cannot be larger; one that is larger breaks the text. */
  readUpTo(largest: number, bits: number): number;
  readCount(): number;
  readTagNumbers(): readonly number[];
  readSubset(space: number): readonly number[];
  /** Skips to the next whole character, as the writer's `text` did. */
  align(): void;
  /** Says that what was read is impossible. */
  fail(): void;
  /** True once anything impossible was read; all later reads answer 0. */
  broken(): boolean;
  atEnd(): boolean;
}

/** Bits of a number from 0 to `largest`. */
function widthOf(largest: number): number {
  return 32 - Math.clz32(largest);
}

export function countBits(value: number): number {
  return 2 * Math.floor(Math.log2(value + 1)) + 1;
}

/** Never fewer for a larger set or a larger space, because that holds for every parameter. */
function differenceBits(size: number, space: number): number {
  if (size === 0) return 0;
  return PARAMETER_BITS + Math.min(...PARAMETERS.map((k) => size * (k + 1) + Math.floor((space - size) / 2 ** k)));
}

/** Bits that no set of up to so many tags can exceed. */
export function tagSetBits(size: number): number {
  return countBits(size) + differenceBits(size, TAG_SPACE);
}

/** Bits that no choice of up to `size` out of up to `space` numbers can exceed. */
export function subsetBits(size: number, space: number): number {
  return 1 + widthOf(space) + differenceBits(Math.min(size, space), space);
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

/** The parameter with which these differences are shortest. */
function bestParameter(differences: readonly number[]): number {
  const costs = PARAMETERS.map((k) =>
    differences.reduce((total, difference) => total + k + 1 + Math.floor(difference / 2 ** k), 0),
  );
  return costs.indexOf(Math.min(...costs));
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
  const writeDifferences = (members: readonly number[]): void => {
    if (members.length === 0) return;
    const differences = members.map((member, at) => member - (members[at - 1] ?? -1) - 1);
    const k = bestParameter(differences);
    write(k, PARAMETER_BITS);
    for (const difference of differences) {
      for (let left = Math.floor(difference / 2 ** k); left > 0; left--) bit(1);
      bit(0);
      write(difference % 2 ** k, k);
    }
  };
  return {
    write,
    writeCount,
    writeTagNumbers(tags) {
      writeCount(tags.length);
      writeDifferences(tags);
    },
    writeSubset(members, space) {
      const isAll = members.length === space;
      bit(isAll ? 1 : 0);
      if (isAll) return;
      write(members.length, widthOf(space));
      writeDifferences(members);
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
  const fail = (): void => {
    broken = true;
  };
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
  const readUpTo = (largest: number, bits: number): number => {
    const value = read(bits);
    if (value <= largest) return value;
    fail();
    return 0;
  };
  const readCount = (): number => {
    let length = 0;
    while (!broken && bit() === 0) length++;
    if (length > 30) fail();
    return broken ? 0 : 2 ** length + read(length) - 1;
  };
  const readDifferences = (size: number, space: number): readonly number[] => {
    if (size === 0) return [];
    const k = read(PARAMETER_BITS);
    const members: number[] = [];
    let previous = -1;
    for (let i = 0; i < size && !broken; i++) {
      let quotient = 0;
      while (bit() === 1) quotient++;
      previous += 1 + quotient * 2 ** k + read(k);
      if (previous >= space) fail();
      members.push(previous);
    }
    return broken ? [] : members;
  };
  return {
    read,
    readUpTo,
    readCount,
    readTagNumbers() {
      const size = readCount();
      if (size > LARGEST_SET) fail();
      return broken ? [] : readDifferences(size, TAG_SPACE);
    },
    readSubset(space) {
      if (bit() === 1) return Array.from({ length: space }, (_, member) => member);
      return readDifferences(readUpTo(space, widthOf(space)), space);
    },
    align() {
      while (!broken && at % 6 !== 0) if (bit() !== 0) fail();
    },
    fail,
    broken: () => broken,
    atEnd: () => at === text.length * 6,
  };
}
