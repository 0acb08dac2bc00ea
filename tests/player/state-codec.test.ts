/** The saved state as text: round trip, damage, and what is not ours. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer, writeAnswer } from '../../src/shared/state-answers.ts';
import { createBitReader, createBitWriter, subsetBits, tagSetBits } from '../../src/shared/state-bits.ts';
import { decodeState, encodeState } from '../../src/shared/state-codec.ts';
import { createEmptyState, type SavedRecord } from '../../src/shared/state-record.ts';
import { fromSecondsStep, toSecondsStep } from '../../src/shared/state-seconds.ts';
import { checkOf, tagOf } from '../../src/shared/tags.ts';
import { answer, anyState, letter, NAME, normal } from './sample-states.ts';

describe('encoding', () => {
  it('reads back what it wrote, in characters every LMS takes', () => {
    fc.assert(
      fc.property(anyState, (value) => {
        const text = encodeState(value);
        expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
        const decoded = decodeState(text, tagOf(NAME));
        expect(decoded.kind === 'read' ? normal(decoded.state) : decoded).toEqual(normal(value));
      }),
    );
  });

  it('writes the same text again after reading it', () => {
    fc.assert(
      fc.property(anyState, (value) => {
        const text = encodeState(value);
        const decoded = decodeState(text, tagOf(NAME));
        expect(decoded.kind === 'read' ? encodeState(decoded.state) : decoded).toBe(text);
      }),
    );
  });

  it('keeps every answer as it is, in its order', () => {
    fc.assert(
      fc.property(fc.option(answer, { nil: undefined }), (given) => {
        const bits = createBitWriter();
        writeAnswer(bits, given);
        const reader = createBitReader(bits.text());
        expect(readAnswer(reader)).toEqual(given);
        reader.align();
        expect(reader.atEnd() && !reader.broken()).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the day of a missed question as long as it matters', () => {
    const record: readonly SavedRecord[] = [
      { tag: 'AAA', right: false, missed: { stage: 1, day: 2500 } },
      { tag: 'BBB', right: true, missed: { stage: 2, day: 2469 } },
      { tag: 'CCC', right: false, missed: { stage: 1, day: 900 } },
    ];
    const decoded = decodeState(encodeState({ ...createEmptyState(NAME), record }), tagOf(NAME));
    const days = decoded.kind === 'read' ? decoded.state.record.map((entry) => entry.missed?.day) : [];
    expect(days).toEqual([2500, 2469, 2469]);
  });

  it('keeps seconds within a tenth, and the steps as they are', () => {
    for (let step = 0; step < 64; step++) expect(toSecondsStep(fromSecondsStep(step))).toBe(step);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 17_000 }), (seconds) => {
        expect(Math.abs(fromSecondsStep(toSecondsStep(seconds)) - seconds)).toBeLessThanOrEqual(seconds / 10);
      }),
    );
    expect(toSecondsStep(1_000_000)).toBe(63);
  });

  it('writes another text each time the counter moves', () => {
    const first = createEmptyState(NAME);
    expect(encodeState({ ...first, counter: 1 })).not.toBe(encodeState(first));
  });
});

describe('a text that is not whole', () => {
  it('is never read: a changed, missing, added or moved character', () => {
    const damage = fc.tuple(fc.nat(), letter, fc.constantFrom('replace', 'cut', 'remove', 'insert', 'swap', 'double'));
    fc.assert(
      fc.property(anyState, damage, (value, [at, character, how]) => {
        const text = encodeState(value);
        // The version's place says who wrote it; what stands behind it is what can be damaged.
        const place = 3 + (at % (text.length - 3));
        const [before, after] = [text.slice(0, place), text.slice(place)];
        const damaged = {
          replace: before + character + after.slice(1),
          cut: before,
          remove: before + after.slice(1),
          insert: before + character + after,
          swap: before + after.charAt(1) + after.charAt(0) + after.slice(2),
          double: before + after + after,
        }[how];
        fc.pre(damaged !== text);
        expect(decodeState(damaged, tagOf(NAME)).kind).not.toBe('read');
      }),
      { numRuns: 500 },
    );
  });

  it('is never mixed from two: the head of one state with the tail of another', () => {
    fc.assert(
      fc.property(anyState, anyState, fc.nat(), (one, other, at) => {
        const texts = [encodeState(one), encodeState(other)] as const;
        const place = at % Math.min(texts[0].length, texts[1].length);
        const mixed = texts[0].slice(0, place) + texts[1].slice(place);
        fc.pre(!texts.includes(mixed));
        expect(decodeState(mixed, tagOf(NAME)).kind).not.toBe('read');
      }),
    );
  });

  it('is read to the end and no further, even with the right checksum', () => {
    const body = fc.string({ unit: letter, maxLength: 400 });
    fc.assert(
      fc.property(body, (bits) => {
        const name = tagOf(NAME);
        const sum = tagOf(name + bits) + checkOf(`state ${name}${bits}`);
        const decoded = decodeState(`cw2${name}${sum}${bits}`, name);
        if (decoded.kind === 'read') expect(decodeState(encodeState(decoded.state), name).kind).toBe('read');
        else expect(decoded.kind).toBe('unreadable');
      }),
      { numRuns: 2000 },
    );
  });

  it('is not read where its parts are changed under the right checksum, or is another whole state', () => {
    fc.assert(
      fc.property(anyState, fc.nat(), letter, (value, at, character) => {
        const name = tagOf(NAME);
        const bits = encodeState(value).slice(11);
        const place = at % bits.length;
        const changed = bits.slice(0, place) + character + bits.slice(place + 1);
        const sum = tagOf(name + changed) + checkOf(`state ${name}${changed}`);
        const decoded = decodeState(`cw2${name}${sum}${changed}`, name);
        if (decoded.kind === 'read') expect(decodeState(encodeState(decoded.state), name).kind).toBe('read');
        else expect(decoded.kind).toBe('unreadable');
      }),
      { numRuns: 500 },
    );
  });

  it('never ends in an exception, whatever another tool or a newer version left', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: 'binary' })),
        fc.constantFrom('', 'cw', 'cw2'),
        (rest, head) => {
          expect(decodeState(head + rest, tagOf(NAME)).kind).not.toBe('read');
        },
      ),
    );
    const text = encodeState(createEmptyState(NAME));
    expect(decodeState('', tagOf(NAME)).kind).toBe('empty');
    expect(decodeState('{"lesson":3}', tagOf(NAME)).kind).toBe('foreign');
    expect(decodeState(text, tagOf('other')).kind).toBe('foreign');
    expect(decodeState(`cw4${text.slice(3)}`, tagOf(NAME)).kind).toBe('newer');
    expect(decodeState(`cw1${text.slice(3)}`, tagOf(NAME)).kind).toBe('unreadable');
  });
});

describe('sets', () => {
  /** Spread, in a heap, or one far from the others: what costs most differs. */
  const set = (space: number) =>
    fc
      .tuple(fc.nat(space), fc.constantFrom(space, Math.min(space, 40)), fc.nat())
      .chain(([start, spread, _]) =>
        fc.uniqueArray(
          fc.oneof(
            { weight: 20, arbitrary: fc.nat(spread).map((offset) => Math.min(space, start + offset)) },
            { weight: 1, arbitrary: fc.constantFrom(0, space) },
          ),
          { maxLength: 300 },
        ),
      )
      .map((numbers) => [...numbers].sort((a, b) => a - b));

  it('of tags are never longer than their bound, which grows with their size', () => {
    fc.assert(
      fc.property(set(2 ** 18 - 1), fc.nat(50), (numbers, more) => {
        const bits = createBitWriter();
        bits.writeTagNumbers(numbers);
        const text = bits.text();
        expect(text.length).toBeLessThanOrEqual(Math.ceil(tagSetBits(numbers.length) / 6));
        expect(tagSetBits(numbers.length + more)).toBeGreaterThanOrEqual(tagSetBits(numbers.length));
        expect(createBitReader(text).readTagNumbers()).toEqual(numbers);
      }),
      { numRuns: 300 },
    );
  });

  it('of questions are never longer than their bound, which grows with their size and the course', () => {
    const choice = fc.integer({ min: 1, max: 500 }).chain((space) => fc.tuple(fc.constant(space), set(space - 1)));
    fc.assert(
      fc.property(choice, fc.nat(50), fc.nat(200), ([space, numbers], more, wider) => {
        const bits = createBitWriter();
        bits.writeSubset(numbers, space);
        const text = bits.text();
        const bound = subsetBits(numbers.length, space);
        expect(text.length).toBeLessThanOrEqual(Math.ceil(bound / 6));
        expect(subsetBits(numbers.length + more, space + wider)).toBeGreaterThanOrEqual(bound);
        expect(createBitReader(text).readSubset(space)).toEqual(numbers);
      }),
      { numRuns: 300 },
    );
  });
});
