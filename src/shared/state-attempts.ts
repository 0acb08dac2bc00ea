/** Turns what a state keeps of answers, in lessons and in attempts, into bits and back. Pure. It must not know the other parts. */
import { readAnswer, writeAnswer } from './state-answers.ts';
import { type BitReader, type BitWriter, checkNumber, checkText } from './state-bits.ts';
import {
  limit,
  readAttemptNumber,
  readFlag,
  readInteractions,
  readMembers,
  readPlace,
  readTag,
  WIDTH,
  type WrittenTags,
  writeAttemptNumber,
  writeFlag,
  writeInteractions,
  writeMembers,
  writePlace,
  writeTag,
} from './state-fields.ts';
import {
  type AttemptSet,
  type Confidence,
  LARGEST_FACTOR,
  LARGEST_INTERRUPTIONS,
  LARGEST_SECONDS,
  type SavedAttempt,
  type SavedCheck,
  type SavedItem,
} from './state-record.ts';
import { fromSecondsStep, toSecondsStep } from './state-seconds.ts';

/** By their numbers in the state: never reorder. */
const SETS: readonly AttemptSet[] = ['all', 'size', 'domain', 'missed', 'flagged', 'unseen', 'due'];
const CONFIDENCES: readonly Confidence[] = [0, 1, 2, 3];

export function writeCheck(bits: BitWriter, item: SavedCheck): void {
  bits.write(checkNumber(item.check), WIDTH.check);
  writeAnswer(bits, item.answer);
}

export function readCheck(bits: BitReader, tag: string): SavedCheck {
  return { tag, check: checkText(bits.read(WIDTH.check)), answer: readAnswer(bits) };
}

/** @param withHints whether any question of the attempt was answered with a hint: the others cost nothing then */
function writeItem(bits: BitWriter, item: SavedItem, withHints: boolean): void {
  writeCheck(bits, item);
  bits.write(item.confidence, WIDTH.confidence);
  bits.write(toSecondsStep(item.seconds), WIDTH.itemSeconds);
  if (withHints) writeFlag(bits, item.hinted);
}

function readItem(bits: BitReader, tag: string, withHints: boolean): SavedItem {
  return {
    ...readCheck(bits, tag),
    confidence: CONFIDENCES[bits.read(WIDTH.confidence)] ?? 0,
    seconds: fromSecondsStep(bits.read(WIDTH.itemSeconds)),
    hinted: withHints && readFlag(bits),
  };
}

export function writeAttempt(bits: BitWriter, tags: WrittenTags, attempt: SavedAttempt): void {
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
  const withHints = attempt.items.some((item) => item.hinted);
  writeFlag(bits, withHints);
  for (const item of writeMembers(bits, tags, attempt.items)) writeItem(bits, item, withHints);
  bits.text();
}

export function readAttempt(bits: BitReader, tags: readonly string[]): SavedAttempt {
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
  };
  const withHints = readFlag(bits);
  const items = readMembers(bits, tags).map((tag) => readItem(bits, tag, withHints));
  bits.align();
  return { ...attempt, items };
}
