/**
 * Turns a learner's state into a short text and back: `cw`, version, package tag, checksum, then bits in whole-character parts.
 * Pure. It must not know the course: a state is read the same whatever became of the questions.
 */
import type { ReportedStatus } from './lms-session.ts';
import { readAttempt, readCheck, writeAttempt, writeCheck } from './state-attempts.ts';
import { type BitReader, type BitWriter, createBitReader, createBitWriter, tagNumber, tagText } from './state-bits.ts';
import {
  byTag,
  collectTags,
  limit,
  readAttemptNumber,
  readFlag,
  readInteractions,
  readMembers,
  readPercent,
  readPlace,
  readTag,
  WIDTH,
  type WrittenTags,
  writeAttemptNumber,
  writeFlag,
  writeInteractions,
  writeMembers,
  writePercent,
  writePlace,
  writeTag,
} from './state-fields.ts';
import { HISTORY_LINES, type SavedRecord, type SavedState } from './state-record.ts';
import { checkOf, tagOf } from './tags.ts';

const MAGIC = 'cw';
const VERSION = '3';
/** Magic, version, package tag, checksum. */
export const HEADER_CHARACTERS = 11;
const STATUSES: readonly ReportedStatus[] = ['incomplete', 'completed', 'passed', 'failed'];
const LARGEST_DAY = 2 ** WIDTH.day - 1;
const LARGEST_AGE = 2 ** WIDTH.age - 1;

export type DecodedState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'read'; readonly state: SavedState }
  /** Damaged, of another package or course tool, or written by a newer version. Never overwritten before the learner says so. */
  | { readonly kind: 'unreadable' | 'foreign' | 'newer' };

function checksum(text: string): string {
  return tagOf(text) + checkOf(`state ${text}`);
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
    return { kind: /^[4-9A-Za-z]/.test(text.charAt(MAGIC.length)) ? 'newer' : 'unreadable' };
  }
  const name = text.slice(3, 6);
  const body = text.slice(HEADER_CHARACTERS);
  if (text.slice(6, HEADER_CHARACTERS) !== checksum(name + body)) return { kind: 'unreadable' };
  if (name !== packageTag) return { kind: 'foreign' };
  const state = readBody(name, body);
  return state === undefined ? { kind: 'unreadable' } : { kind: 'read', state };
}
