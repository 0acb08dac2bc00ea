/**
 * The fields that a saved state is made of, as bits: how wide each is, and how it is written and read. Pure.
 * It must not know in which order they stand.
 */
import { type BitReader, type BitWriter, tagNumber, tagText } from './state-bits.ts';
import { LARGEST_ATTEMPT, LARGEST_INTERACTION_COUNT, type SavedState } from './state-record.ts';
import { SECONDS_BITS } from './state-seconds.ts';

/** Bits of fields that have a fixed width. */
export const WIDTH = {
  flag: 1,
  counter: 24,
  status: 2,
  seed: 24,
  score: 14,
  day: 14,
  /** Days of a missed question against the newest. */
  age: 5,
  stage: 1,
  attempt: 10,
  interactions: 8,
  mode: 1,
  set: 3,
  factor: 3,
  seconds: 17,
  interruptions: 6,
  confidence: 2,
  itemSeconds: SECONDS_BITS,
  tag: 18,
  check: 12,
} as const;

const LARGEST_SCORE = 10_000;

export function byTag<T extends { readonly tag: string }>(items: readonly T[]): readonly T[] {
  const unique = new Map(items.map((item) => [tagNumber(item.tag), item]));
  return [...unique].sort(([a], [b]) => a - b).map(([, item]) => item);
}

export function limit(value: number, largest: number): number {
  return Math.min(Math.max(0, Math.round(value)), largest);
}

/** The tags of all questions that a state speaks of, once; every part is a choice among them. */
export interface WrittenTags {
  readonly numbers: readonly number[];
  readonly places: ReadonlyMap<number, number>;
}

export function collectTags(state: SavedState): WrittenTags {
  const tags = [
    ...[...state.checks, ...state.attempts.flatMap((attempt) => attempt.items), ...state.record].map(({ tag }) => tag),
    ...state.flags,
  ];
  const numbers = [...new Set(tags.map(tagNumber))].sort((a, b) => a - b);
  return { numbers, places: new Map(numbers.map((number, place) => [number, place])) };
}

/** Entries in the order of their tags, which the reader gets back. */
export function writeMembers<T extends { readonly tag: string }>(
  bits: BitWriter,
  tags: WrittenTags,
  entries: readonly T[],
): readonly T[] {
  const sorted = byTag(entries);
  bits.writeSubset(
    sorted.flatMap((entry) => tags.places.get(tagNumber(entry.tag)) ?? []),
    tags.numbers.length,
  );
  return sorted;
}

export function readMembers(bits: BitReader, tags: readonly string[]): readonly string[] {
  return bits.readSubset(tags.length).flatMap((place) => tags[place] ?? []);
}

export function writeFlag(bits: BitWriter, flag: boolean): void {
  bits.write(flag ? 1 : 0, WIDTH.flag);
}

export function readFlag(bits: BitReader): boolean {
  return bits.read(WIDTH.flag) === 1;
}

export function writeTag(bits: BitWriter, tag: string): void {
  bits.write(tagNumber(tag), WIDTH.tag);
}

export function readTag(bits: BitReader): string {
  return tagText(bits.read(WIDTH.tag));
}

/** A tag that may be missing: the empty text. */
export function writePlace(bits: BitWriter, tag: string): void {
  writeFlag(bits, tag !== '');
  writeTag(bits, tag);
}

export function readPlace(bits: BitReader): string {
  const isPlaced = readFlag(bits);
  const tag = readTag(bits);
  return isPlaced ? tag : '';
}

export function writePercent(bits: BitWriter, percent: number): void {
  bits.write(limit(percent * 100, LARGEST_SCORE), WIDTH.score);
}

export function readPercent(bits: BitReader): number {
  return bits.readUpTo(LARGEST_SCORE, WIDTH.score) / 100;
}

export function writeAttemptNumber(bits: BitWriter, number: number): void {
  bits.write(limit(number, LARGEST_ATTEMPT), WIDTH.attempt);
}

export function readAttemptNumber(bits: BitReader): number {
  return bits.readUpTo(LARGEST_ATTEMPT, WIDTH.attempt);
}

export function writeInteractions(bits: BitWriter, count: number): void {
  bits.write(limit(count, LARGEST_INTERACTION_COUNT), WIDTH.interactions);
}

export function readInteractions(bits: BitReader): number {
  return bits.readUpTo(LARGEST_INTERACTION_COUNT, WIDTH.interactions);
}
