/** Finds faults among the options of one question: equal ones, "all of the above", ranges that overlap. */
import type { Item, PartTexts } from './item.ts';
import { normalizeText } from './words.ts';

/** Index of the first option that reads like an earlier one. */
export function findEqualOption({ options }: Item): number | undefined {
  return findEqualText(options.map(({ text }) => text));
}

/** The first part that reads like an earlier one of its list. */
export function findEqualPart({ lists }: Item): (Pick<PartTexts, 'list'> & { readonly index: number }) | undefined {
  for (const { list, texts } of lists) {
    const index = findEqualText(texts);
    if (index !== undefined) return { list, index };
  }
  return undefined;
}

function findEqualText(texts: readonly string[]): number | undefined {
  const seen = new Set<string>();
  for (const [index, text] of texts.entries()) {
    const key = normalizeText(text);
    if (key === '') continue;
    if (seen.has(key)) return index;
    seen.add(key);
  }
  return undefined;
}

/** Index of "all of the above" or "none of the above". */
export function findAllOrNone({ options }: Item): number | undefined {
  const index = options.findIndex(({ text }) =>
    /^(all|none|both|neither) of (the )?(above|these|those|other options|options above|answers above)\W*$/i.test(
      text.trim(),
    ),
  );
  return index === -1 ? undefined : index;
}

interface Range {
  readonly index: number;
  readonly min: number;
  readonly max: number;
  /** The words around the numbers. */
  readonly unit: string;
}

/** Indexes of two options whose ranges of numbers overlap. One of them must be a range; equal single numbers are equal options. */
export function findOverlap({ type, options }: Item): readonly [number, number] | undefined {
  if (type !== 'single-choice') return undefined;
  const ranges = options.flatMap(({ text }, index) => readRange(text, index) ?? []);
  // Where one option is no number, the others may be examples of it.
  if (ranges.length < options.length) return undefined;
  const sorted = [...ranges].sort((a, b) => a.min - b.min || a.max - b.max);
  for (const [place, range] of sorted.entries()) {
    const next = sorted[place + 1];
    if (next === undefined || next.min > range.max || next.unit !== range.unit) continue;
    if (range.min !== range.max || next.min !== next.max) {
      return range.index < next.index ? [range.index, next.index] : [next.index, range.index];
    }
  }
  return undefined;
}

const NUMBER = String.raw`\$?(\d+(?:,\d{3})*(?:\.\d+)?)`;
const BETWEEN = new RegExp(String.raw`^(?:from |between )?${NUMBER}\s*(?:-|–|to|through|and)\s*${NUMBER}\b`, 'i');
const BOUND = new RegExp(
  String.raw`^(less than|fewer than|under|below|at most|up to|more than|over|above|at least)\s+${NUMBER}(?!\d)`,
  'i',
);
const OPEN = new RegExp(
  String.raw`^${NUMBER}\s*(?:\D*?)\s*(or less|or fewer|or more|and over|or older|or younger)`,
  'i',
);
const SINGLE = new RegExp(String.raw`^(?:about )?${NUMBER}(?![\d.]*\w*\d)`, 'i');
/** The smallest step between two values that an author writes. */
const STEP = 0.0001;

function readRange(text: string, index: number): Range | undefined {
  const line = text.trim();
  const unitAfter = (match: RegExpExecArray) =>
    line
      .slice(match[0].length)
      .toLowerCase()
      .replace(/[^\p{L}%]+/gu, ' ')
      .trim();
  const between = BETWEEN.exec(line);
  if (between !== null) {
    const [min, max] = [toNumber(between[1]), toNumber(between[2])];
    return min < max ? { index, min, max, unit: unitAfter(between) } : undefined;
  }
  const bound = BOUND.exec(line);
  if (bound !== null) {
    const value = toNumber(bound[2]);
    return { index, ...boundsOf((bound[1] ?? '').toLowerCase(), value), unit: unitAfter(bound) };
  }
  const open = OPEN.exec(line);
  if (open !== null) {
    const value = toNumber(open[1]);
    const isUpward = /more|over|older/i.test(open[2] ?? '');
    const unit = line
      .replace(open[2] ?? '', '')
      .replace(/[^\p{L}%]+/gu, ' ')
      .trim()
      .toLowerCase();
    return isUpward ? { index, min: value, max: Infinity, unit } : { index, min: -Infinity, max: value, unit };
  }
  const single = SINGLE.exec(line);
  if (single === null) return undefined;
  const value = toNumber(single[1]);
  return { index, min: value, max: value, unit: unitAfter(single) };
}

function boundsOf(word: string, value: number): { readonly min: number; readonly max: number } {
  switch (word) {
    case 'less than':
    case 'fewer than':
    case 'under':
    case 'below':
      return { min: -Infinity, max: value - STEP };
    case 'at most':
    case 'up to':
      return { min: -Infinity, max: value };
    case 'at least':
      return { min: value, max: Infinity };
    default:
      return { min: value + STEP, max: Infinity };
  }
}

function toNumber(text: string | undefined): number {
  return Number((text ?? '').replaceAll(',', ''));
}
