/** Pairs and orders: grading, what is kept and reported, what an answer depends on, and that a mixed order tells nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shuffleOptions } from '../../src/player/draw.ts';
import { gradeAnswer, isKnownAnswer, toResponse } from '../../src/player/question-behavior.ts';
import type { MatchingAnswer } from '../../src/questions/matching/answer.ts';
import { matching } from '../../src/questions/matching/matching.ts';
import type { OrderingAnswer } from '../../src/questions/ordering/answer.ts';
import { findItemsInOrder } from '../../src/questions/ordering/grading.ts';
import { neverRight } from '../../src/questions/ordering/mix-items.ts';
import { ordering } from '../../src/questions/ordering/ordering.ts';
import { answerBits, readAnswer, writeAnswer } from '../../src/shared/state-answers.ts';
import { createBitReader, createBitWriter } from '../../src/shared/state-bits.ts';
import { toFeedback } from '../../src/targets/scorm12/browser/scorm12-values.ts';
import './all-parts.ts';

/** These types ask for no codes. */
const NO_REFERENCE = { drill: undefined, titleOf: () => '' };

const CHARACTERS = [...'abcdefghijklmnopqrstuvwxyz0123456789'];
const ids = (minLength: number, maxLength = 26) =>
  fc.uniqueArray(fc.constantFrom(...CHARACTERS), { minLength, maxLength });
const fields = { id: 'q-1', stem: 'Which?', rationale: 'So.', difficulty: 'recall' };
const content = () => ({ blocks: [], footnotes: [] });

const matchings = fc.record({ prompts: ids(2), options: ids(2), picks: fc.infiniteStream(fc.nat()) });

function matchingSource({
  prompts,
  options,
  picks,
}: {
  prompts: string[];
  options: string[];
  picks: Iterator<number>;
}) {
  return {
    ...fields,
    type: 'matching',
    reuse: 'true',
    prompts: prompts.map((id) => ({
      id,
      text: `P${id}`,
      match: options[Number(picks.next().value) % options.length] ?? '',
    })),
    options: options.map((id) => ({ id, text: `O${id}` })),
  };
}

function matchingAnswer(source: unknown): MatchingAnswer {
  const answer = matching.answerData(matching.buildBody(matching.schema.parse(source), content, NO_REFERENCE));
  if (answer.type !== 'matching') throw new Error('another type');
  return answer;
}

function orderingAnswer(items: readonly string[]): OrderingAnswer {
  const source = { ...fields, type: 'ordering', items: items.map((id) => ({ id, text: `I${id}` })) };
  const answer = ordering.answerData(ordering.buildBody(ordering.schema.parse(source), content, NO_REFERENCE));
  if (answer.type !== 'ordering') throw new Error('another type');
  return answer;
}

/** Saved, and read again; also that it took no more room than computed. */
function keep(given: readonly string[], bits: number): readonly string[] | undefined {
  const writer = createBitWriter();
  writeAnswer(writer, given);
  expect(writer.text().length * 6).toBeLessThan(bits + 6);
  return readAnswer(createBitReader(writer.text()));
}

describe('pairs', () => {
  it('earn the share of prompts that are right where partial credit is the rule, else all or nothing', () => {
    fc.assert(
      fc.property(matchings, fc.infiniteStream(fc.boolean()), (parts, keeps) => {
        const answer = matchingAnswer(matchingSource(parts));
        const given = answer.key.map((pair) => {
          const other = answer.options.find((id) => id !== pair.slice(1)) ?? '';
          return keeps.next().value ? pair : `${pair.charAt(0)}${other}`;
        });
        const right = given.filter((pair) => answer.key.includes(pair)).length;
        const all = right === answer.key.length;
        expect(gradeAnswer(answer, given, 'partial').credit).toBe(right / answer.key.length);
        expect(gradeAnswer(answer, given, 'all-or-nothing').credit).toBe(all ? 1 : 0);
        expect(gradeAnswer(answer, given, 'partial').misses).toEqual(all ? [] : ['wrong-pair']);
        expect(gradeAnswer(answer, given.slice(1), 'all-or-nothing').credit).toBe(0);
      }),
    );
  });

  it('are kept as they are, fit the field of an LMS, and are known', () => {
    fc.assert(
      fc.property(matchings, (parts) => {
        const source = matchingSource(parts);
        const answer = matchingAnswer(source);
        const size = matching.answerSize(matching.buildBody(matching.schema.parse(source), content, NO_REFERENCE));
        expect(keep(answer.key, answerBits(size))).toEqual(answer.key);
        const { type, response, correct } = toResponse(answer, answer.key.slice(1));
        expect(toFeedback(type, correct)).toMatch(/^[a-z0-9]\.[a-z0-9](,[a-z0-9]\.[a-z0-9])*$/);
        expect(toFeedback(type, correct).length).toBeLessThanOrEqual(255);
        expect(response).toEqual(answer.key.slice(1));
        expect(isKnownAnswer(answer, answer.key.slice(1))).toBe(true);
        expect(isKnownAnswer(answer, [...answer.key, answer.key[0] ?? ''])).toBe(false);
        expect(isKnownAnswer(answer, ['!a'])).toBe(false);
      }),
    );
  });

  it('depend on ids and matches, and on nothing else', () => {
    fc.assert(
      fc.property(matchings, fc.nat(), (parts, turn) => {
        const source = matchingSource(parts);
        const basis = (value: unknown): string => matching.answerBasis(matching.schema.parse(value));
        const turned = <T>(list: readonly T[]): readonly T[] => {
          const at = turn % list.length;
          return [...list.slice(at), ...list.slice(0, at)];
        };
        const reworded = source.prompts.map((prompt) => ({ ...prompt, text: 'Other', why: 'Because.' }));
        expect(basis({ ...source, prompts: turned(reworded), options: turned(source.options) })).toBe(basis(source));
        const [first, ...rest] = source.prompts;
        const other = source.options.find(({ id }) => id !== first?.match)?.id;
        expect(basis({ ...source, prompts: [{ ...first, match: other }, ...rest] })).not.toBe(basis(source));
        expect(basis({ ...source, options: source.options.slice(1) })).not.toBe(basis(source));
      }),
    );
  });
});

describe('an order', () => {
  const orders = ids(3).chain((key) => fc.tuple(fc.constant(key), fc.shuffledSubarray(key, { minLength: key.length })));

  it('loses one share for each item that must be moved', () => {
    fc.assert(
      fc.property(orders, ([key, given]) => {
        const answer = orderingAnswer(key);
        const inOrder = findItemsInOrder(given, key);
        // They stand in the right order, and any one more would not.
        expect(inOrder).toEqual(key.filter((id) => inOrder.includes(id)));
        expect(inOrder).toEqual(given.filter((id) => inOrder.includes(id)));
        for (const id of given.filter((other) => !inOrder.includes(other))) {
          const more = given.filter((other) => inOrder.includes(other) || other === id);
          expect(more).not.toEqual(key.filter((other) => more.includes(other)));
        }
        const all = given.every((id, index) => id === key[index]);
        expect(gradeAnswer(answer, given, 'partial').credit).toBe((inOrder.length - 1) / (key.length - 1));
        expect(gradeAnswer(answer, given, 'all-or-nothing')).toEqual(
          all ? { credit: 1, misses: [] } : { credit: 0, misses: ['wrong-sequence'] },
        );
      }),
    );
  });

  it('earns what one moved item leaves, and nothing turned round', () => {
    const credit = (given: string): number => gradeAnswer(orderingAnswer([...'abcd']), [...given], 'partial').credit;
    expect(credit('bcda')).toBeCloseTo(2 / 3);
    expect(credit('dabc')).toBeCloseTo(2 / 3);
    expect(credit('badc')).toBeCloseTo(1 / 3);
    expect(credit('dcba')).toBe(0);
    expect(gradeAnswer(orderingAnswer([...'abcd']), [], 'partial').credit).toBe(0);
  });

  it('finds as many items in order as any choice of items has', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...'abcdefg'], { minLength: 7 }), (given) => {
        let most = 0;
        for (let choice = 0; choice < 2 ** given.length; choice++) {
          const chosen = given.filter((_, index) => (choice >> index) % 2 === 1);
          if (chosen.join('') === [...chosen].sort().join('')) most = Math.max(most, chosen.length);
        }
        expect(findItemsInOrder(given, [...'abcdefg']).length).toBe(most);
      }),
    );
  });

  it('is mixed the same way each time, and never shown right at first', () => {
    fc.assert(
      fc.property(ids(3), fc.integer({ min: 0, max: 2 ** 24 - 1 }), (key, seed) => {
        const { options } = orderingAnswer(key);
        expect(orderingAnswer(key).options).toEqual(options);
        expect([...options].sort()).toEqual([...key].sort());
        expect(options).not.toEqual(key);
        const shown = neverRight(shuffleOptions(options, [], 'q-1', seed), key);
        expect([...shown].sort()).toEqual([...key].sort());
        expect(shown).not.toEqual(key);
      }),
    );
  });

  it('is kept as it is, fits the field of an LMS, and is known only whole', () => {
    fc.assert(
      fc.property(orders, ([key, given]) => {
        const answer = orderingAnswer(key);
        expect(keep(given, answerBits({ form: 'ids', most: key.length }))).toEqual(given);
        const { type, response, correct } = toResponse(answer, given);
        expect(toFeedback(type, response)).toBe(given.join(','));
        expect(toFeedback(type, correct)).toBe(key.join(','));
        expect(isKnownAnswer(answer, given)).toBe(true);
        expect(isKnownAnswer(answer, given.slice(1))).toBe(false);
        expect(isKnownAnswer(answer, [...given.slice(1), given[1] ?? ''])).toBe(false);
      }),
    );
  });

  it('depends on the ids and their order, and on no word', () => {
    const basis = (items: readonly string[], text = 'x'): string =>
      ordering.answerBasis(
        ordering.schema.parse({ ...fields, type: 'ordering', items: items.map((id) => ({ id, text })) }),
      );
    expect(basis(['a', 'b', 'c'], 'other')).toBe(basis(['a', 'b', 'c']));
    expect(basis(['b', 'a', 'c'])).not.toBe(basis(['a', 'b', 'c']));
    expect(basis(['a', 'b', 'd'])).not.toBe(basis(['a', 'b', 'c']));
  });
});
