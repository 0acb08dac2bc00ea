/** Random courses with every form of answer, and random states of them, for the tests of the saved state. */
import fc from 'fast-check';
import type { AnswerSize, PackageData, QuestionData } from '../../src/shared/package-data.ts';
import {
  type AttemptSet,
  type Confidence,
  createEmptyState,
  HISTORY_LINES,
  LARGEST_ATTEMPT,
  LARGEST_FACTOR,
  LARGEST_INTERACTION_COUNT,
  LARGEST_INTERRUPTIONS,
  LARGEST_SECONDS,
  type SavedItem,
  type SavedRecord,
  type SavedState,
} from '../../src/shared/state-record.ts';
import { fromSecondsStep, toSecondsStep } from '../../src/shared/state-seconds.ts';
import { STATE_ALPHABET, tagOf } from '../../src/shared/tags.ts';
import { makeSampleData } from '../lms/sample-package.ts';

export const NAME = 'sample';
export const SETS: readonly AttemptSet[] = ['all', 'size', 'domain', 'missed', 'flagged', 'unseen', 'due'];

const OPTION_IDS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const CODE_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const WORD_CHARACTERS = `${CODE_CHARACTERS}abcdefghijklmnopqrstuvwxyz/.`;

/** Characters of a state, for words of the saved state and for damage. */
export const letter = fc.constantFrom(...STATE_ALPHABET);
const word = (length: number) => fc.string({ unit: letter, minLength: length, maxLength: length });
const tag = word(3);
const percent = fc.integer({ min: 0, max: 10_000 }).map((value) => value / 100);
const day = fc.integer({ min: 0, max: 16_383 });
const attemptNumber = fc.integer({ min: 0, max: LARGEST_ATTEMPT });

const entry = (characters: string, most: number) =>
  fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: most });

/** Answers of all forms, also those that no question type of today gives. */
export const answer: fc.Arbitrary<readonly string[]> = fc.oneof(
  fc.array(entry(OPTION_IDS, 1), { maxLength: 12 }),
  fc.array(entry(CODE_CHARACTERS, 7), { maxLength: 12 }),
  fc.array(entry(WORD_CHARACTERS, 31), { maxLength: 12 }),
  fc.array(entry(`${WORD_CHARACTERS}-`, 40), { maxLength: 4 }),
  fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }),
  // Halves of a surrogate pair, as a broken keyboard leaves them.
  fc.array(fc.constantFrom('\ud800', 'a\udc00b', '', 'é', '€', '\u0000'), { maxLength: 3 }),
);

const check = fc.record({ tag, check: word(2), answer: fc.option(answer, { nil: undefined }) });
const item: fc.Arbitrary<SavedItem> = fc
  .tuple(check, fc.constantFrom<Confidence>(0, 1, 2, 3), fc.integer({ min: 0, max: 63 }), fc.boolean())
  .map(([base, confidence, step, hinted]) => ({ ...base, confidence, seconds: fromSecondsStep(step), hinted }));

const byTag = { selector: (value: { readonly tag: string }) => value.tag };

/** As far apart as days of the record are kept. */
const record = fc.integer({ min: 31, max: 16_383 }).chain((newest) =>
  fc.uniqueArray(
    fc.oneof(
      fc.record({ tag, right: fc.boolean() }),
      fc.record({
        tag,
        right: fc.boolean(),
        missed: fc.record({
          stage: fc.constantFrom<1 | 2>(1, 2),
          day: fc.integer({ min: newest - 31, max: newest }),
        }),
      }),
    ),
    { ...byTag, maxLength: 40 },
  ),
);

/** Any state at all, of no course. */
export const anyState: fc.Arbitrary<SavedState> = fc.record({
  package: fc.constant(tagOf(NAME)),
  counter: fc.integer({ min: 0, max: 2 ** 24 - 1 }),
  completed: fc.boolean(),
  status: fc.constantFrom('incomplete', 'completed', 'passed', 'failed'),
  score: fc.option(percent, { nil: null }),
  interactions: fc.integer({ min: 0, max: LARGEST_INTERACTION_COUNT }),
  place: fc.oneof(fc.constant(''), tag),
  visited: fc.uniqueArray(fc.record({ tag, done: fc.boolean() }), byTag),
  checks: fc.uniqueArray(check, { ...byTag, maxLength: 20 }),
  attempts: fc.array(
    fc.record({
      activity: tag,
      number: attemptNumber,
      seed: fc.integer({ min: 0, max: 2 ** 24 - 1 }),
      finished: fc.boolean(),
      reported: fc.integer({ min: 0, max: LARGEST_INTERACTION_COUNT }),
      mode: fc.constantFrom('study', 'exam'),
      set: fc.constantFrom(...SETS),
      counts: fc.boolean(),
      factor: fc.integer({ min: 0, max: LARGEST_FACTOR }),
      spentSeconds: fc.integer({ min: 0, max: LARGEST_SECONDS }),
      awaySeconds: fc.integer({ min: 0, max: LARGEST_SECONDS }),
      interruptions: fc.integer({ min: 0, max: LARGEST_INTERRUPTIONS }),
      at: fc.oneof(fc.constant(''), tag),
      items: fc.uniqueArray(item, { ...byTag, maxLength: 20 }),
    }),
    { maxLength: 4 },
  ),
  results: fc.array(fc.record({ activity: tag, best: percent, last: percent, attempts: attemptNumber }), {
    maxLength: 4,
  }),
  record,
  flags: fc.uniqueArray(tag, { maxLength: 20 }),
  history: fc.array(fc.record({ activity: tag, number: attemptNumber, score: percent, day }), {
    maxLength: HISTORY_LINES,
  }),
});

const sorted = <T extends { readonly tag: string }>(all: readonly T[]): readonly T[] =>
  [...all].sort((a, b) => (a.tag < b.tag ? -1 : 1));

/** Sets have no order, and seconds of a question are kept in steps. */
export function normal(value: SavedState): SavedState {
  return {
    ...value,
    visited: sorted(value.visited),
    checks: sorted(value.checks),
    record: sorted(value.record),
    flags: [...value.flags].sort(),
    attempts: value.attempts.map((attempt) => ({
      ...attempt,
      items: sorted(
        attempt.items.map((entry) => ({ ...entry, seconds: fromSecondsStep(toSecondsStep(entry.seconds)) })),
      ),
    })),
  };
}

/** Numbers from 0 to below 1 that only the seed decides: mulberry32, in the public domain (T. Ettinger). */
export function makeRandom(seed: number): () => number {
  let now = seed;
  return () => {
    now = (now + 0x6d2b79f5) | 0;
    let t = Math.imul(now ^ (now >>> 15), now | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const upTo = (random: () => number, most: number): number => Math.floor(random() * (most + 1));

function anySize(random: () => number): AnswerSize {
  switch (upTo(random, 5)) {
    case 0:
      return { form: 'codes', most: 1 + upTo(random, 11), length: 1 + upTo(random, 9) };
    case 1:
      return { form: 'codes', most: 1 + upTo(random, 3), length: 28 + upTo(random, 12) };
    case 2:
      return { form: 'text', bytes: upTo(random, 60) };
    case 3:
      return { form: 'ids', most: 2 + upTo(random, 5) };
    default:
      return { form: 'ids', most: 1 };
  }
}

export interface CourseShape {
  readonly seed: number;
  readonly questions: number;
  /** Share of the questions that are checks in lessons. */
  readonly checks: number;
  readonly draws: readonly number[];
  /** The size of every answer; else any. */
  readonly size?: AnswerSize;
}

/** Pools overlap: each activity draws from all questions that are no checks, the last one from all. */
export function makeCourse({ seed, questions: count, checks, draws, size }: CourseShape): PackageData {
  const random = makeRandom(seed);
  const { data } = makeSampleData();
  const questions: QuestionData[] = Array.from({ length: count }, (_, at) => ({
    id: `q-${seed}-${at}`,
    tag: tagOf(`q-${seed}-${at}`),
    check: `A${STATE_ALPHABET.charAt(at % 64)}`,
    domain: 'first',
    answer: size ?? anySize(random),
    // A course without hints, or one with some.
    ...(seed % 2 === 1 && at % 3 === 0 ? { hints: true as const } : {}),
  }));
  const ids = questions.map((question) => question.id);
  const cut = Math.floor(count * checks);
  const activity = (id: string) => ({ id, tag: tagOf(id), title: id, page: `${id}.html`, script: `${id}.page.js` });
  return {
    ...data,
    name: NAME,
    questions,
    activities: [
      { ...activity('lesson'), minutes: 0, kind: 'lesson', checks: ids.slice(0, cut) },
      ...draws.map((draw, at) => {
        const pool = at === draws.length - 1 ? ids : ids.slice(cut);
        const kind = { kind: 'quiz', drawn: true, shuffle: true, minutes: 0 } as const;
        return { ...activity(`quiz-${at}`), ...kind, pool, draw: Math.min(draw, pool.length) };
      }),
    ],
  };
}

export const courseShape: fc.Arbitrary<CourseShape> = fc.record({
  seed: fc.nat(),
  questions: fc.integer({ min: 1, max: 300 }),
  checks: fc.constantFrom(0, 0.1, 0.3, 1),
  draws: fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 6 }),
});

function anyText(random: () => number, characters: string, length: number): string {
  return Array.from({ length }, () => characters.charAt(upTo(random, characters.length - 1))).join('');
}

/** An answer that fits the size; `fill` 1 takes the longest with the dearest characters. */
export function makeAnswer(size: AnswerSize, random: () => number, fill: number): readonly string[] {
  const length = (most: number): number => (fill === 1 ? most : upTo(random, most));
  const full = fill === 1;
  switch (size.form) {
    case 'ids':
      return Array.from({ length: length(size.most) }, () => anyText(random, full ? '6789' : OPTION_IDS, 1));
    case 'codes': {
      const characters = full ? 'z/.' : random() < 0.5 ? CODE_CHARACTERS : WORD_CHARACTERS;
      return Array.from({ length: length(size.most) }, () =>
        anyText(random, characters, Math.max(1, length(size.length))),
      );
    }
    case 'text': {
      if (!full && random() < 0.3)
        return [anyText(random, '€😀', Math.floor(size.bytes / 4)).replace(/[\ud800-\udfff]/g, '')];
      return [anyText(random, full ? '-+ ' : `${WORD_CHARACTERS}- `, length(size.bytes))];
    }
    default:
      return size satisfies never;
  }
}

/** A state of this course, as full as `fill` says; 1 leaves nothing out and takes every cap. */
export function makeState(data: PackageData, seed: number, fill: number): SavedState {
  const random = makeRandom(seed);
  const keeps = (): boolean => fill === 1 || random() < fill;
  const amount = (most: number): number => (fill === 1 ? most : upTo(random, most));
  const questions = new Map(data.questions.map((question) => [question.id, question]));
  const shuffled = (ids: readonly string[]): readonly string[] =>
    ids
      .map((id) => ({ id, rank: random() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ id }) => id);
  const toChecks = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const question = questions.get(id);
      if (question === undefined) return [];
      const given = keeps() ? makeAnswer(question.answer, random, fill) : undefined;
      return [{ tag: question.tag, check: question.check, answer: given }];
    });
  const drawings = data.activities.filter((activity) => 'pool' in activity);
  const checks = data.activities.flatMap((activity) => ('checks' in activity ? activity.checks : []));
  const pools = [...new Set(drawings.flatMap((drawing) => drawing.pool))];
  const hinted = new Set(data.questions.filter(({ hints }) => hints === true).map(({ tag }) => tag));
  const newest = 2500;
  return {
    ...createEmptyState(data.name),
    counter: amount(2 ** 24 - 1),
    score: 66.67,
    place: tagOf('lesson'),
    visited: data.activities.filter(keeps).map((activity) => ({ tag: activity.tag, done: keeps() })),
    checks: toChecks(checks.filter(keeps)),
    attempts: drawings.filter(keeps).map((drawing) => {
      const items = toChecks(shuffled(drawing.pool).slice(0, amount(drawing.draw))).map((base) => ({
        ...base,
        confidence: 3 as const,
        hinted: hinted.has(base.tag) && keeps(),
        seconds: amount(20_000),
      }));
      return {
        activity: drawing.tag,
        number: amount(LARGEST_ATTEMPT),
        seed: amount(2 ** 24 - 1),
        finished: random() < 0.5,
        reported: amount(LARGEST_INTERACTION_COUNT),
        mode: random() < 0.5 ? ('exam' as const) : ('study' as const),
        set: SETS[upTo(random, SETS.length - 1)] ?? 'all',
        counts: random() < 0.5,
        factor: amount(LARGEST_FACTOR),
        spentSeconds: amount(LARGEST_SECONDS),
        awaySeconds: amount(LARGEST_SECONDS),
        interruptions: amount(LARGEST_INTERRUPTIONS),
        at: items[0]?.tag ?? '',
        items,
      };
    }),
    results: drawings
      .filter(keeps)
      .map((drawing) => ({ activity: drawing.tag, best: 100, last: 33.33, attempts: amount(LARGEST_ATTEMPT) })),
    record: pools.filter(keeps).flatMap((id): readonly SavedRecord[] => {
      const seen = questions.get(id);
      if (seen === undefined) return [];
      if (fill < 1 && random() < 0.5) return [{ tag: seen.tag, right: true }];
      return [{ tag: seen.tag, right: random() < 0.5, missed: { stage: 2 as const, day: newest - upTo(random, 60) } }];
    }),
    flags: pools.filter(() => random() < fill * 0.6).flatMap((id) => questions.get(id)?.tag ?? []),
    history: Array.from({ length: drawings.length === 0 ? 0 : amount(HISTORY_LINES) }, (_, at) => ({
      activity: drawings[at % drawings.length]?.tag ?? '',
      number: amount(LARGEST_ATTEMPT),
      score: 50,
      day: newest,
    })),
  };
}
