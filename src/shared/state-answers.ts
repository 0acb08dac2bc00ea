/**
 * Turns an answer of any question type into bits and back, in the shortest form that can hold it. Pure.
 * It knows no question type: an answer is a list of texts, whose order is kept.
 */
import type { AnswerSize } from './package-data.ts';
import { type BitReader, type BitWriter, countBits } from './state-bits.ts';
import type { SavedAnswer } from './state-record.ts';

/**
 * Each form starts with as many ones as its place and a zero, the last one without: no answer, one option id, option ids,
 * codes, words, texts.
 */
const FORM = { none: 0, id: 1, ids: 2, codes: 3, words: 4, texts: 5 } as const;
const LAST_FORM = FORM.texts;

const OPTION_IDS = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** Digits first, because codes are mostly digits and the first 28 take a bit less. */
const CODE_CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Rows of a case (`pK3530/Y`), pairs (`1b`) and numbers (`12.5`) need no more. */
const WORD_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/.';
const CODE = /^[A-Z0-9]{1,31}$/;
const WORD = /^[A-Za-z0-9/.]{1,31}$/;
const LENGTH_BITS = 5;
const LONGEST_WORD = 2 ** LENGTH_BITS - 1;
/** Most bits of a character of codes, words and option ids. */
const CHARACTER_BITS = 6;
/** The first 28 of 36 characters take five bits, the others six (truncated binary). */
const SHORT_CHARACTERS = 28;
const LARGEST_CODE_POINT = 0x10ffff;

function isOptionId(entry: string): boolean {
  return entry.length === 1 && OPTION_IDS.includes(entry);
}

function formOf(answer: SavedAnswer): number {
  if (answer.every(isOptionId)) return answer.length === 1 ? FORM.id : FORM.ids;
  if (answer.every((entry) => CODE.test(entry))) return FORM.codes;
  return answer.every((entry) => WORD.test(entry)) ? FORM.words : FORM.texts;
}

function writeOneOf36(bits: BitWriter, value: number): void {
  if (value < SHORT_CHARACTERS) bits.write(value, CHARACTER_BITS - 1);
  else bits.write(value + SHORT_CHARACTERS, CHARACTER_BITS);
}

function readOneOf36(bits: BitReader): number {
  const value = bits.read(CHARACTER_BITS - 1);
  return value < SHORT_CHARACTERS ? value : value * 2 + bits.read(1) - SHORT_CHARACTERS;
}

/** Never more bits than the character has in UTF-8: a prefix that says the size, then the code point. */
const POINT_SIZES = [
  { below: 0x80, prefix: 0b0, prefixBits: 1, bits: 7 },
  { below: 0x800, prefix: 0b10, prefixBits: 2, bits: 11 },
  { below: 0x10000, prefix: 0b110, prefixBits: 3, bits: 16 },
  { below: LARGEST_CODE_POINT + 1, prefix: 0b111, prefixBits: 3, bits: 21 },
] as const;

function writeText(bits: BitWriter, text: string): void {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  bits.writeCount(points.length);
  for (const point of points) {
    const size = POINT_SIZES.find(({ below }) => point < below);
    if (size === undefined) continue;
    bits.write(size.prefix, size.prefixBits);
    bits.write(point, size.bits);
  }
}

function readText(bits: BitReader): string {
  const length = bits.readCount();
  let text = '';
  for (let i = 0; i < length && !bits.broken(); i++) {
    const ones = bits.read(1) === 0 ? 0 : bits.read(1) === 0 ? 1 : bits.read(1) === 0 ? 2 : 3;
    text += String.fromCodePoint(bits.readUpTo(LARGEST_CODE_POINT, POINT_SIZES[ones].bits));
  }
  return text;
}

function writeEntry(bits: BitWriter, form: number, entry: string): void {
  if (form === FORM.texts) writeText(bits, entry);
  else if (form === FORM.id || form === FORM.ids) writeOneOf36(bits, OPTION_IDS.indexOf(entry));
  else {
    bits.write(entry.length, LENGTH_BITS);
    for (const character of entry) {
      if (form === FORM.codes) writeOneOf36(bits, CODE_CHARACTERS.indexOf(character));
      else bits.write(WORD_CHARACTERS.indexOf(character), CHARACTER_BITS);
    }
  }
}

function readEntry(bits: BitReader, form: number): string {
  if (form === FORM.texts) return readText(bits);
  if (form === FORM.id || form === FORM.ids) return OPTION_IDS.charAt(readOneOf36(bits));
  const length = bits.read(LENGTH_BITS);
  if (length === 0) bits.fail();
  let entry = '';
  for (let i = 0; i < length && !bits.broken(); i++) {
    entry +=
      form === FORM.codes
        ? CODE_CHARACTERS.charAt(readOneOf36(bits))
        : WORD_CHARACTERS.charAt(bits.read(CHARACTER_BITS));
  }
  return entry;
}

export function writeAnswer(bits: BitWriter, answer: SavedAnswer | undefined): void {
  const form = answer === undefined ? FORM.none : formOf(answer);
  for (let i = 0; i < form; i++) bits.write(1, 1);
  if (form < LAST_FORM) bits.write(0, 1);
  if (answer === undefined) return;
  if (form !== FORM.id) bits.writeCount(answer.length);
  for (const entry of answer) writeEntry(bits, form, entry);
}

export function readAnswer(bits: BitReader): SavedAnswer | undefined {
  let form = 0;
  while (form < LAST_FORM && bits.read(1) === 1) form++;
  if (form === FORM.none) return undefined;
  const count = form === FORM.id ? 1 : bits.readCount();
  const answer: string[] = [];
  for (let i = 0; i < count && !bits.broken(); i++) answer.push(readEntry(bits, form));
  return answer;
}

function textBits(bytes: number): number {
  return countBits(bytes) + 8 * bytes;
}

/** Bits that no answer of this size can exceed, nor a shorter one, nor one that is missing. */
export function answerBits(size: AnswerSize): number {
  switch (size.form) {
    case 'ids':
      if (size.most <= 1) return FORM.id + 1 + CHARACTER_BITS;
      return FORM.ids + 1 + countBits(size.most) + size.most * CHARACTER_BITS;
    case 'codes': {
      const entry = size.length > LONGEST_WORD ? textBits(size.length) : LENGTH_BITS + size.length * CHARACTER_BITS;
      return FORM.words + 1 + countBits(size.most) + size.most * entry;
    }
    case 'text':
      return FORM.texts + countBits(1) + textBits(size.bytes);
    default:
      return size satisfies never;
  }
}
