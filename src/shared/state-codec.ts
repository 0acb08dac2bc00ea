/**
 * Turns a learner's state into a short text and back: `cw`, version, package tag, checksum, then bits in whole-character parts.
 * Pure. It must not know the course: a state is read the same whatever became of the questions.
 */
import type { ReportedStatus } from './lms-session.ts';
import { readAnswer, writeAnswer } from './state-answers.ts';
import {
  type BitReader,
  type BitWriter,
  checkNumber,
  checkText,
  createBitReader,
  createBitWriter,
  tagNumber,
  tagText,
} from './state-bits.ts';
import {
  type AttemptSet,
  type Confidence,
  HISTORY_LINES,
  LARGEST_ATTEMPT,
  LARGEST_FACTOR,
  LARGEST_INTERACTION_COUNT,
  LARGEST_INTERRUPTIONS,
  LARGEST_SECONDS,
  type SavedAttempt,
  type SavedCheck,
  type SavedItem,
  type SavedRecord,
  type SavedState,
} from './state-record.ts';
import { fromSecondsStep, SECONDS_BITS, toSecondsStep } from './state-seconds.ts';
import { checkOf, tagOf } from './tags.ts';

const MAGIC = 'cw';
const VERSION = '2';
/** Magic, version, package tag, checksum. */
export const HEADER_CHARACTERS = 11;
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
const STATUSES: readonly ReportedStatus[] = ['incomplete', 'completed', 'passed', 'failed'];
/** By their numbers in the state: never reorder. */
const SETS: readonly AttemptSet[] = ['all', 'size', 'domain', 'missed', 'flagged', 'unseen', 'due'];
const CONFIDENCES: readonly Confidence[] = [0, 1, 2, 3];
const LARGEST_DAY = 2 ** WIDTH.day - 1;
const LARGEST_AGE = 2 ** WIDTH.age - 1;
const LARGEST_SCORE = 10_000;

export type DecodedState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'read'; readonly state: SavedState }
  /** Damaged, of another package or course tool, or written by a newer version. Never overwritten before the learner says so. */
  | { readonly kind: 'unreadable' | 'foreign' | 'newer' };

function checksum(text: string): string {
  return tagOf(text) + checkOf(`state ${text}`);
}

function byTag<T extends { readonly tag: string }>(items: readonly T[]): readonly T[] {
  const unique = new Map(items.map((item) => [tagNumber(item.tag), item]));
  return [...unique].sort(([a], [b]) => a - b).map(([, item]) => item);
}

function limit(value: number, largest: number): number {
  return Math.min(Math.max(0, Math.round(value)), largest);
}

/** The tags of all questions that a state speaks of, once; every part is a choice among them. */
interface WrittenTags {
  readonly numbers: readonly number[];
  readonly places: ReadonlyMap<number, number>;
}

function collectTags(state: SavedState): WrittenTags {
  const tags = [
    ...[...state.checks, ...state.attempts.flatMap((attempt) => attempt.items), ...state.record].map(({ tag }) => tag),
    ...state.flags,
  ];
  const numbers = [...new Set(tags.map(tagNumber))].sort((a, b) => a - b);
  return { numbers, places: new Map(numbers.map((number, place) => [number, place])) };
}

/** Entries in the order of their tags, which the reader gets back. */
function writeMembers<T extends { readonly tag: string }>(
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

function readMembers(bits: BitReader, tags: readonly string[]): readonly string[] {
  return bits.readSubset(tags.length).flatMap((place) => tags[place] ?? []);
}

function writeFlag(bits: BitWriter, flag: boolean): void {
  bits.write(flag ? 1 : 0, WIDTH.flag);
}

function readFlag(bits: BitReader): boolean {
  return bits.read(WIDTH.flag) === 1;
}

function writeTag(bits: BitWriter, tag: string): void {
  bits.write(tagNumber(tag), WIDTH.tag);
}

function readTag(bits: BitReader): string {
  return tagText(bits.read(WIDTH.tag));
}

/** A tag that may be missing: the empty text. */
function writePlace(bits: BitWriter, tag: string): void {
  writeFlag(bits, tag !== '');
  writeTag(bits, tag);
}

function readPlace(bits: BitReader): string {
  const isPlaced = readFlag(bits);
  const tag = readTag(bits);
  return isPlaced ? tag : '';
}

function writePercent(bits: BitWriter, percent: number): void {
  bits.write(limit(percent * 100, LARGEST_SCORE), WIDTH.score);
}

function readPercent(bits: BitReader): number {
  return bits.readUpTo(LARGEST_SCORE, WIDTH.score) / 100;
}

function writeAttemptNumber(bits: BitWriter, number: number): void {
  bits.write(limit(number, LARGEST_ATTEMPT), WIDTH.attempt);
}

function readAttemptNumber(bits: BitReader): number {
  return bits.readUpTo(LARGEST_ATTEMPT, WIDTH.attempt);
}

function writeInteractions(bits: BitWriter, count: number): void {
  bits.write(limit(count, LARGEST_INTERACTION_COUNT), WIDTH.interactions);
}

function readInteractions(bits: BitReader): number {
  return bits.readUpTo(LARGEST_INTERACTION_COUNT, WIDTH.interactions);
}

function writeCheck(bits: BitWriter, item: SavedCheck): void {
  bits.write(checkNumber(item.check), WIDTH.check);
  writeAnswer(bits, item.answer);
}

function readCheck(bits: BitReader, tag: string): SavedCheck {
  return { tag, check: checkText(bits.read(WIDTH.check)), answer: readAnswer(bits) };
}

function writeItem(bits: BitWriter, item: SavedItem): void {
  writeCheck(bits, item);
  bits.write(item.confidence, WIDTH.confidence);
  bits.write(toSecondsStep(item.seconds), WIDTH.itemSeconds);
}

function readItem(bits: BitReader, tag: string): SavedItem {
  return {
    ...readCheck(bits, tag),
    confidence: CONFIDENCES[bits.read(WIDTH.confidence)] ?? 0,
    seconds: fromSecondsStep(bits.read(WIDTH.itemSeconds)),
  };
}

function writeAttempt(bits: BitWriter, tags: WrittenTags, attempt: SavedAttempt): void {
  writeTag(bits, attempt.activity);
  writeAttemptNumber(bits, attempt.number);
  bits.write(attempt.seed, WIDTH.seed);
  writeFlag(bits, attempt.finished);
  writeInteractions(bits, attempt.reported);
  bits.write(attempt.mode === 'exam' ? 1 : 0, WIDTH.mode);
  bits.write(SETS.indexOf(attempt.set), WIDTH.set);
  writeFlag(bits, attempt.counts);
  bits.write(limit(attempt.factor, LARGEST_FACTOR), WIDTH.factor);
  bits.write(limit(attempt.spentSeconds, LARGEST_SECONDS), WIDTH.seconds);
  bits.write(limit(attempt.awaySeconds, LARGEST_SECONDS), WIDTH.seconds);
  bits.write(limit(attempt.interruptions, LARGEST_INTERRUPTIONS), WIDTH.interruptions);
  writePlace(bits, attempt.at);
  for (const item of writeMembers(bits, tags, attempt.items)) writeItem(bits, item);
  bits.text();
}

function readAttempt(bits: BitReader, tags: readonly string[]): SavedAttempt {
  const attempt = {
    activity: readTag(bits),
    number: readAttemptNumber(bits),
    seed: bits.read(WIDTH.seed),
    finished: readFlag(bits),
    reported: readInteractions(bits),
    mode: bits.read(WIDTH.mode) === 1 ? ('exam' as const) : ('study' as const),
    set: SETS[bits.readUpTo(SETS.length - 1, WIDTH.set)] ?? 'all',
    counts: readFlag(bits),
    factor: bits.read(WIDTH.factor),
    spentSeconds: bits.read(WIDTH.seconds),
    awaySeconds: bits.read(WIDTH.seconds),
    interruptions: bits.read(WIDTH.interruptions),
    at: readPlace(bits),
    items: readMembers(bits, tags).map((tag) => readItem(bits, tag)),
  };
  bits.align();
  return attempt;
}

function writeOutcome(bits: BitWriter, state: SavedState): void {
  bits.write(state.counter, WIDTH.counter);
  writeFlag(bits, state.completed);
  bits.write(STATUSES.indexOf(state.status), WIDTH.status);
  writeFlag(bits, state.score !== null);
  writePercent(bits, state.score ?? 0);
  writeInteractions(bits, state.interactions);
  writePlace(bits, state.place);
  bits.text();
}

function readOutcome(
  bits: BitReader,
): Pick<SavedState, 'counter' | 'completed' | 'status' | 'score' | 'interactions' | 'place'> {
  const counter = bits.read(WIDTH.counter);
  const completed = readFlag(bits);
  const status = STATUSES[bits.read(WIDTH.status)] ?? 'incomplete';
  const isScored = readFlag(bits);
  const percent = readPercent(bits);
  const outcome = { interactions: readInteractions(bits), place: readPlace(bits) };
  bits.align();
  return { counter, completed, status, score: isScored ? percent : null, ...outcome };
}

function writeResults(bits: BitWriter, state: SavedState): void {
  bits.writeCount(state.results.length);
  for (const result of state.results) {
    writeTag(bits, result.activity);
    writePercent(bits, result.best);
    writePercent(bits, result.last);
    writeAttemptNumber(bits, result.attempts);
  }
  bits.text();
}

function writeRecord(bits: BitWriter, tags: WrittenTags, record: readonly SavedRecord[]): void {
  const entries = writeMembers(bits, tags, record);
  const days = entries.flatMap((entry) => entry.missed?.day ?? []);
  const newest = limit(Math.max(0, ...days), LARGEST_DAY);
  if (entries.length > 0) bits.write(newest, WIDTH.day);
  for (const { right, missed } of entries) {
    writeFlag(bits, right);
    writeFlag(bits, missed !== undefined);
    if (missed === undefined) continue;
    bits.write(missed.stage - 1, WIDTH.stage);
    bits.write(limit(newest - missed.day, LARGEST_AGE), WIDTH.age);
  }
  bits.text();
}

function readRecord(bits: BitReader, tags: readonly string[]): readonly SavedRecord[] {
  const members = readMembers(bits, tags);
  const newest = members.length > 0 ? bits.read(WIDTH.day) : 0;
  const record = members.map((tag): SavedRecord => {
    const right = readFlag(bits);
    if (!readFlag(bits)) return { tag, right };
    const stage = bits.read(WIDTH.stage) === 0 ? 1 : 2;
    return { tag, right, missed: { stage, day: Math.max(0, newest - bits.read(WIDTH.age)) } };
  });
  bits.align();
  return record;
}

function writeHistory(bits: BitWriter, state: SavedState): void {
  const lines = state.history.slice(-HISTORY_LINES);
  bits.writeCount(lines.length);
  for (const line of lines) {
    writeTag(bits, line.activity);
    writeAttemptNumber(bits, line.number);
    writePercent(bits, line.score);
    bits.write(limit(line.day, LARGEST_DAY), WIDTH.day);
  }
  bits.text();
}

/** At most as many characters as `computeWorstCase` says for the course the state was made in. */
export function encodeState(state: SavedState): string {
  const bits = createBitWriter();
  const tags = collectTags(state);
  writeOutcome(bits, state);
  bits.writeTagNumbers(tags.numbers);
  bits.text();
  const visited = byTag(state.visited);
  bits.writeTagNumbers(visited.map((entry) => tagNumber(entry.tag)));
  for (const entry of visited) writeFlag(bits, entry.done);
  bits.text();
  for (const item of writeMembers(bits, tags, state.checks)) writeCheck(bits, item);
  bits.text();
  bits.writeCount(state.attempts.length);
  bits.text();
  for (const attempt of state.attempts) writeAttempt(bits, tags, attempt);
  writeResults(bits, state);
  writeRecord(bits, tags, state.record);
  writeMembers(
    bits,
    tags,
    state.flags.map((tag) => ({ tag })),
  );
  bits.text();
  writeHistory(bits, state);
  const body = state.package + bits.text();
  return MAGIC + VERSION + state.package + checksum(body) + body.slice(state.package.length);
}

function readBody(name: string, body: string): SavedState | undefined {
  const bits = createBitReader(body);
  const repeat = <T>(count: number, read: () => T): readonly T[] => {
    const items: T[] = [];
    for (let i = 0; i < count && !bits.broken(); i++) items.push(read());
    return items;
  };
  const aligned = <T>(part: T): T => {
    bits.align();
    return part;
  };
  const outcome = readOutcome(bits);
  const tags = aligned(bits.readTagNumbers().map(tagText));
  const visited = aligned(bits.readTagNumbers().map((number) => ({ tag: tagText(number), done: readFlag(bits) })));
  const checks = aligned(readMembers(bits, tags).map((tag) => readCheck(bits, tag)));
  const attemptCount = aligned(bits.readCount());
  const attempts = repeat(attemptCount, () => readAttempt(bits, tags));
  const results = aligned(
    repeat(bits.readCount(), () => ({
      activity: readTag(bits),
      best: readPercent(bits),
      last: readPercent(bits),
      attempts: readAttemptNumber(bits),
    })),
  );
  const record = readRecord(bits, tags);
  const flags = aligned(readMembers(bits, tags));
  const history = aligned(
    repeat(bits.readCount(), () => ({
      activity: readTag(bits),
      number: readAttemptNumber(bits),
      score: readPercent(bits),
      day: bits.read(WIDTH.day),
    })),
  );
  if (bits.broken() || !bits.atEnd()) return undefined;
  return { package: name, ...outcome, visited, checks, attempts, results, record, flags, history };
}

/** @param packageTag tag of the package that asks; a state of another one is foreign */
export function decodeState(text: string, packageTag: string): DecodedState {
  if (text === '') return { kind: 'empty' };
  if (!text.startsWith(MAGIC)) return { kind: 'foreign' };
  if (text.charAt(MAGIC.length) !== VERSION) {
    return { kind: /^[3-9A-Za-z]/.test(text.charAt(MAGIC.length)) ? 'newer' : 'unreadable' };
  }
  const name = text.slice(3, 6);
  const body = text.slice(HEADER_CHARACTERS);
  if (text.slice(6, HEADER_CHARACTERS) !== checksum(name + body)) return { kind: 'unreadable' };
  if (name !== packageTag) return { kind: 'foreign' };
  const state = readBody(name, body);
  return state === undefined ? { kind: 'unreadable' } : { kind: 'read', state };
}
