/**
 * Turns a learner's state into a short text and back: `cw`, version, package tag, checksum, then bits in whole-character parts.
 * Pure. It must not know the course: a state is read the same whatever became of the questions.
 */
import type { ReportedStatus } from './lms-session.ts';
import {
  areCodes,
  areOptionIds,
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
  HISTORY_LINES,
  LARGEST_ATTEMPT,
  LARGEST_INTERACTION_COUNT,
  type SavedAnswer,
  type SavedAttempt,
  type SavedItem,
  type SavedState,
} from './state-record.ts';
import { checkOf, tagOf } from './tags.ts';

const MAGIC = 'cw';
const VERSION = '1';
/** Magic, version, package tag, checksum. */
export const HEADER_CHARACTERS = 11;
/** Bits of fields that have a fixed width. */
export const WIDTH = {
  counter: 24,
  seed: 24,
  score: 14,
  day: 14,
  attempt: 10,
  interactions: 8,
  tag: 18,
  check: 12,
} as const;
const STATUSES: readonly ReportedStatus[] = ['incomplete', 'completed', 'passed', 'failed'];

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

function writeTag(bits: BitWriter, tag: string): void {
  bits.write(tagNumber(tag), WIDTH.tag);
}

function writePercent(bits: BitWriter, percent: number): void {
  bits.write(limit(percent * 100, 10_000), WIDTH.score);
}

function readPercent(bits: BitReader): number {
  return bits.read(WIDTH.score) / 100;
}

/** An answer starts with 0 (none), 10 (option ids), 110 (codes) or 111 (texts): the first form that can hold it. */
function writeAnswer(bits: BitWriter, answer: SavedAnswer | undefined): void {
  if (answer === undefined) bits.write(0b0, 1);
  else if (areOptionIds(answer)) {
    bits.write(0b10, 2);
    bits.writeOptionIds(answer);
  } else if (areCodes(answer)) {
    bits.write(0b110, 3);
    bits.writeCodes(answer);
  } else {
    bits.write(0b111, 3);
    bits.writeTexts(answer);
  }
}

function readAnswer(bits: BitReader): SavedAnswer | undefined {
  if (bits.read(1) === 0) return undefined;
  if (bits.read(1) === 0) return bits.readOptionIds();
  return bits.read(1) === 0 ? bits.readCodes() : bits.readTexts();
}

function writeItems(bits: BitWriter, items: readonly SavedItem[]): void {
  const sorted = byTag(items);
  bits.writeTagNumbers(sorted.map((item) => tagNumber(item.tag)));
  for (const item of sorted) {
    bits.write(checkNumber(item.check), WIDTH.check);
    writeAnswer(bits, item.answer);
  }
}

function readItems(bits: BitReader): readonly SavedItem[] {
  return bits
    .readTagNumbers()
    .map((number) => ({ tag: tagText(number), check: checkText(bits.read(WIDTH.check)), answer: readAnswer(bits) }));
}

function writeAttempt(bits: BitWriter, attempt: SavedAttempt): void {
  writeTag(bits, attempt.activity);
  bits.write(limit(attempt.number, LARGEST_ATTEMPT), WIDTH.attempt);
  bits.write(attempt.seed, WIDTH.seed);
  bits.write(attempt.finished ? 1 : 0, 1);
  bits.write(limit(attempt.reported, LARGEST_INTERACTION_COUNT), WIDTH.interactions);
  writeItems(bits, attempt.items);
  bits.text();
}

function readAttempt(bits: BitReader): SavedAttempt {
  const attempt = {
    activity: tagText(bits.read(WIDTH.tag)),
    number: bits.read(WIDTH.attempt),
    seed: bits.read(WIDTH.seed),
    finished: bits.read(1) === 1,
    reported: bits.read(WIDTH.interactions),
    items: readItems(bits),
  };
  bits.align();
  return attempt;
}

function writeOutcome(bits: BitWriter, state: SavedState): void {
  bits.write(state.counter, WIDTH.counter);
  bits.write(state.completed ? 1 : 0, 1);
  bits.write(STATUSES.indexOf(state.status), 2);
  bits.write(state.score === null ? 0 : 1, 1);
  writePercent(bits, state.score ?? 0);
  bits.write(limit(state.interactions, LARGEST_INTERACTION_COUNT), WIDTH.interactions);
  bits.write(state.place === '' ? 0 : 1, 1);
  writeTag(bits, state.place);
  bits.text();
}

function writeResults(bits: BitWriter, state: SavedState): void {
  bits.writeCount(state.results.length);
  for (const result of state.results) {
    writeTag(bits, result.activity);
    writePercent(bits, result.best);
    writePercent(bits, result.last);
    bits.write(limit(result.attempts, LARGEST_ATTEMPT), WIDTH.attempt);
  }
  bits.text();
}

function writeHistory(bits: BitWriter, state: SavedState): void {
  const lines = state.history.slice(-HISTORY_LINES);
  bits.writeCount(lines.length);
  for (const line of lines) {
    writeTag(bits, line.activity);
    bits.write(limit(line.number, LARGEST_ATTEMPT), WIDTH.attempt);
    writePercent(bits, line.score);
    bits.write(limit(line.day, 2 ** WIDTH.day - 1), WIDTH.day);
  }
  bits.text();
}

/** At most as many characters as `computeWorstCase` says for the course the state was made in. */
export function encodeState(state: SavedState): string {
  const bits = createBitWriter();
  writeOutcome(bits, state);
  const visited = byTag(state.visited);
  bits.writeTagNumbers(visited.map((entry) => tagNumber(entry.tag)));
  for (const entry of visited) bits.write(entry.done ? 1 : 0, 1);
  bits.text();
  writeItems(bits, state.checks);
  bits.text();
  bits.writeCount(state.attempts.length);
  bits.text();
  for (const attempt of state.attempts) writeAttempt(bits, attempt);
  writeResults(bits, state);
  const record = byTag(state.record);
  bits.writeTagNumbers(record.map((entry) => tagNumber(entry.tag)));
  for (const entry of record) bits.write(entry.right ? 1 : 0, 1);
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
  const counter = bits.read(WIDTH.counter);
  const completed = bits.read(1) === 1;
  const status = STATUSES[bits.read(2)] ?? 'incomplete';
  const scored = bits.read(1) === 1;
  const score = readPercent(bits);
  const interactions = bits.read(WIDTH.interactions);
  const placed = bits.read(1) === 1;
  const place = tagText(bits.read(WIDTH.tag));
  bits.align();
  const visited = bits.readTagNumbers().map((number) => ({ tag: tagText(number), done: bits.read(1) === 1 }));
  bits.align();
  const checks = readItems(bits);
  bits.align();
  const attemptCount = bits.readCount();
  bits.align();
  const attempts = repeat(attemptCount, () => readAttempt(bits));
  const results = repeat(bits.readCount(), () => ({
    activity: tagText(bits.read(WIDTH.tag)),
    best: readPercent(bits),
    last: readPercent(bits),
    attempts: bits.read(WIDTH.attempt),
  }));
  bits.align();
  const record = bits.readTagNumbers().map((number) => ({ tag: tagText(number), right: bits.read(1) === 1 }));
  bits.align();
  const history = repeat(bits.readCount(), () => ({
    activity: tagText(bits.read(WIDTH.tag)),
    number: bits.read(WIDTH.attempt),
    score: readPercent(bits),
    day: bits.read(WIDTH.day),
  }));
  bits.align();
  if (bits.broken() || !bits.atEnd()) return undefined;
  return {
    package: name,
    counter,
    completed,
    status,
    score: scored ? score : null,
    interactions,
    place: placed ? place : '',
    visited,
    checks,
    attempts,
    results,
    record,
    history,
  };
}

/** @param packageTag tag of the package that asks; a state of another one is foreign */
export function decodeState(text: string, packageTag: string): DecodedState {
  if (text === '') return { kind: 'empty' };
  if (!text.startsWith(MAGIC)) return { kind: 'foreign' };
  if (text.charAt(MAGIC.length) !== VERSION) {
    return { kind: /^[2-9A-Za-z]/.test(text.charAt(MAGIC.length)) ? 'newer' : 'unreadable' };
  }
  const name = text.slice(3, 6);
  const body = text.slice(HEADER_CHARACTERS);
  if (text.slice(6, HEADER_CHARACTERS) !== checksum(name + body)) return { kind: 'unreadable' };
  if (name !== packageTag) return { kind: 'foreign' };
  const state = readBody(name, body);
  return state === undefined ? { kind: 'unreadable' } : { kind: 'read', state };
}
