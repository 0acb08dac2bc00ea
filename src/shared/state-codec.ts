/**
 * Turns a learner's state into a short text and back: `cw`, version, package tag, checksum, then bits in whole-character parts.
 * Pure. It must not know the course: a state is read the same whatever became of the questions.
 */
import type { ReportedStatus } from './lms-session.ts';
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
  HISTORY_LINES,
  LARGEST_ATTEMPT,
  LARGEST_INTERACTION_COUNT,
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

/** An answer starts with 0 (none) or 10 (option ids); 11 is kept for the forms of later question types. */
function writeItems(bits: BitWriter, items: readonly SavedItem[]): void {
  const sorted = byTag(items);
  bits.writeTagNumbers(sorted.map((item) => tagNumber(item.tag)));
  for (const item of sorted) {
    bits.write(checkNumber(item.check), WIDTH.check);
    bits.write(item.answer === undefined ? 0 : 2, item.answer === undefined ? 1 : 2);
    if (item.answer !== undefined) bits.writeOptionIds([...item.answer].sort());
  }
}

function readItems(bits: BitReader, fail: () => void): readonly SavedItem[] {
  return bits.readTagNumbers().map((number) => {
    const item = { tag: tagText(number), check: checkText(bits.read(WIDTH.check)) };
    if (bits.read(1) === 0) return { ...item, answer: undefined };
    if (bits.read(1) === 1) fail();
    return { ...item, answer: bits.readOptionIds() };
  });
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

function readAttempt(bits: BitReader, fail: () => void): SavedAttempt {
  const attempt = {
    activity: tagText(bits.read(WIDTH.tag)),
    number: bits.read(WIDTH.attempt),
    seed: bits.read(WIDTH.seed),
    finished: bits.read(1) === 1,
    reported: bits.read(WIDTH.interactions),
    items: readItems(bits, fail),
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
  let failed = false;
  const fail = (): void => {
    failed = true;
  };
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
  const checks = readItems(bits, fail);
  bits.align();
  const attemptCount = bits.readCount();
  bits.align();
  const attempts = repeat(attemptCount, () => readAttempt(bits, fail));
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
  if (failed || bits.broken() || !bits.atEnd()) return undefined;
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
