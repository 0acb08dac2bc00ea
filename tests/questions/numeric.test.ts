/** Typed numbers: how they are understood, exact grading at the ends of a tolerance, what is kept and reported. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeAnswer, isKnownAnswer, toResponse } from '../../src/player/question-behavior.ts';
import type { NumericAnswer } from '../../src/questions/numeric/answer.ts';
import { distance, isAtMost, multiply, parseDecimal, writeDecimal } from '../../src/questions/numeric/decimal.ts';
import { findNumericMiss } from '../../src/questions/numeric/grading.ts';
import { numeric } from '../../src/questions/numeric/numeric.ts';
import { readQuantity, showQuantity, type Unit } from '../../src/questions/numeric/quantity.ts';
import { answerBits, writeAnswer } from '../../src/shared/state-answers.ts';
import { createBitWriter } from '../../src/shared/state-bits.ts';
import { readDecimal, toFeedback } from '../../src/targets/scorm12/browser/scorm12-values.ts';
import './all-parts.ts';

const MG: readonly Unit[] = [
  { unit: 'mg', factor: '1' },
  { unit: 'g', factor: '1000' },
  { unit: 'µg', factor: '0.001' },
];

/** The shortest texts of numbers that can be typed. */
const numbers = fc
  .tuple(fc.boolean(), fc.nat({ max: 999_999_999_999 }), fc.nat({ max: 999_999 }), fc.nat({ max: 6 }))
  .map(([isNegative, whole, fraction, places]) => {
    const text = places === 0 ? `${whole}` : `${whole}.${String(fraction).padStart(6, '0').slice(0, places)}`;
    const value = parseDecimal(isNegative ? `-${text}` : text);
    return value === undefined ? '0' : writeDecimal(value);
  });
const decimals = numbers.map((text) => parseDecimal(text) ?? { digits: 0n, scale: 0 });
const units = fc.constantFrom('mg', '%', '$', '€', '°', 'mL', 'mg/mL', 'µg', 'kg/m²', '× 10³/µL', 'mm Hg', '');

function answerOf(key: string, more: Partial<NumericAnswer> = {}): NumericAnswer {
  return {
    type: 'numeric',
    options: [],
    pinned: [],
    key: [key],
    select: 1,
    tolerance: '0',
    units: MG,
    misses: [],
    ...more,
  };
}

const credit = (answer: NumericAnswer, typed: string): number => {
  const reading = readQuantity(typed, answer.units);
  return gradeAnswer(answer, reading.kind === 'quantity' ? [reading.text] : [], 'partial').credit;
};

describe('a typed number', () => {
  it('is read back from what is shown and from what is kept, with any unit', () => {
    fc.assert(
      fc.property(numbers, units, (number, unit) => {
        const own = unit === '' ? [] : [{ unit, factor: '1' }];
        const shown = readQuantity(showQuantity(number, unit), own);
        expect(shown).toMatchObject({ kind: 'quantity', number, unit });
        const kept = shown.kind === 'quantity' ? shown.text : '';
        expect(readQuantity(kept, own)).toEqual(shown);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same with a decimal comma and with groups of thousands', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom(' ', '\u00a0', '\u202f', "'", '’', ','), (number, separator) => {
        const [whole = '', fraction] = number.split('.');
        const grouped = whole.replace(/\B(?=(\d{3})+$)/g, separator);
        const end = fraction === undefined ? '' : `.${fraction}`;
        expect(readQuantity(`${grouped}${end}`, [])).toMatchObject({ number });
        const comma = fraction === undefined ? number : `${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${fraction}`;
        // One comma before three digits is a group, as in English.
        fc.pre(!/^-?[1-9]\d{0,2},\d{3}$/.test(comma));
        expect(readQuantity(comma, [])).toMatchObject({ number });
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['12,5mg', '12.5 mg'],
    ['  12.50   MG ', '12.5 mg'],
    ['.5 g', '0.5 g'],
    ['5. g', '5 g'],
    ['007', '7 mg'],
    ['−3 mg', '-3 mg'],
    ['-0', '0 mg'],
    ['+4', '4 mg'],
    ['1,000', '1000 mg'],
    ['0,125 g', '0.125 g'],
    ['1.000 g', '1 g'],
    ['1.000.000', '1000000 mg'],
    ['1.234,5', '1234.5 mg'],
    ['１２．５ ㎎', '12.5 mg'],
    ['5 μg', '5 µg'],
  ])('"%s" is understood as %s', (typed, text) => {
    expect(readQuantity(typed, MG)).toMatchObject({ kind: 'quantity', text });
  });

  it.each([
    ['', 'empty'],
    ['twelve', 'no-number'],
    ['mg', 'no-number'],
    ['12 5', 'no-number'],
    ['1,23,456', 'no-number'],
    ['1.2.3', 'no-number'],
    ['--3', 'no-number'],
    ['12.5 kg', 'unknown-unit'],
    ['1e5', 'unknown-unit'],
    ['12/5', 'unknown-unit'],
    ['1234567890123', 'too-long'],
    ['0.0000001', 'too-long'],
  ])('"%s" is not understood: %s', (typed, kind) => {
    expect(readQuantity(typed, MG).kind).toBe(kind);
  });

  it('knows mg from Mg where both are units, and asks where only case would tell two apart', () => {
    const both = [
      { unit: 'mg', factor: '1' },
      { unit: 'Mg', factor: '1000000000' },
    ];
    expect(readQuantity('1 Mg', both)).toMatchObject({ text: '1 Mg' });
    expect(readQuantity('1 MG', both)).toMatchObject({ kind: 'unknown-unit' });
  });
});

describe('exact arithmetic', () => {
  it('agrees with whole numbers and never rounds', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(distance(a, b)).toEqual(distance(b, a));
        expect(isAtMost(a, b) || isAtMost(b, a)).toBe(true);
        expect(writeDecimal(multiply(a, b))).toBe(writeDecimal(multiply(b, a)));
        const sum = { digits: a.digits + 1n, scale: a.scale };
        expect(writeDecimal(distance(sum, a))).toBe(writeDecimal({ digits: 1n, scale: a.scale }));
      }),
    );
  });
});

describe('the grade of a typed number', () => {
  it('is full up to both ends of a tolerance and nothing one step beyond', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100_000, max: 100_000 }),
        fc.nat({ max: 10_000 }),
        fc.nat({ max: 4 }),
        (right, off, scale) => {
          const write = (digits: number): string => writeDecimal({ digits: BigInt(digits), scale });
          const answer = answerOf(write(right), { tolerance: write(off), units: [] });
          for (const end of [right - off, right, right + off]) expect(credit(answer, write(end))).toBe(1);
          for (const beyond of [right - off - 1, right + off + 1]) expect(credit(answer, write(beyond))).toBe(0);
        },
      ),
    );
  });

  it('takes a percentage of the answer, exactly', () => {
    const answer = answerOf('0.3 mg', { tolerance: '10%' });
    expect(['0.27', '0.33', '0.269999', '0.330001'].map((typed) => credit(answer, typed))).toEqual([1, 1, 0, 0]);
    const below = answerOf('-200', { tolerance: '2.5%', units: [] });
    expect(['-195', '-205', '-194.9', '200'].map((typed) => credit(below, typed))).toEqual([1, 1, 0, 0]);
  });

  it('has no surprise where floating numbers have one', () => {
    expect(credit(answerOf('0.3', { units: [] }), '0.3')).toBe(1);
    expect(credit(answerOf('0.2', { units: [], tolerance: '0.1' }), '0.3')).toBe(1);
    expect(credit(answerOf('8.2 mg'), '0.0082 g')).toBe(1);
    expect(credit(answerOf('1.1 mg', { tolerance: '0.1' }), '1200 µg')).toBe(1);
  });

  it('tells the right digits in another size from a wrong number', () => {
    const misses = (given: string) => gradeAnswer(answerOf('12.5 mg'), [given], 'partial').misses;
    expect(misses('12.5 g')).toEqual(['wrong-magnitude']);
    expect(misses('125 mg')).toEqual(['wrong-magnitude']);
    expect(misses('-12.5 mg')).toEqual(['wrong-number']);
    expect(misses('13 mg')).toEqual(['wrong-number']);
    expect(gradeAnswer(answerOf('0 mg'), ['1 mg'], 'partial').misses).toEqual(['wrong-number']);
  });
});

describe('a number that its author foresaw', () => {
  it('is told apart from any other wrong number, in every unit and as near as the answer may be missed', () => {
    const answer = answerOf('12.5 mg', { tolerance: '0.1', misses: ['125', '50'] });
    const misses = (given: string) => gradeAnswer(answer, [given], 'partial').misses;
    expect(misses('125 mg')).toEqual(['named-miss']);
    expect(misses('0.05 g')).toEqual(['named-miss']);
    expect(misses('50.1 mg')).toEqual(['named-miss']);
    expect(misses('50.2 mg')).toEqual(['wrong-number']);
    expect(misses('1.25 mg')).toEqual(['wrong-magnitude']);
    expect(findNumericMiss(answer, ['50 mg'])).toBe('miss-2');
  });
});

describe('what is kept and reported of a typed number', () => {
  it('never takes more room than computed', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom('mg', 'g', 'µg'), (number, unit) => {
        const body = { type: 'numeric', answer: '1', tolerance: '0', units: MG, misses: [] } as const;
        const bits = createBitWriter();
        writeAnswer(bits, [`${number} ${unit}`]);
        expect(bits.text().length * 6).toBeLessThan(answerBits(numeric.answerSize(body)) + 6);
      }),
    );
  });

  it('is a decimal number in the question’s own unit', () => {
    const record = toResponse(answerOf('12.5 mg'), ['0.0125 g']);
    expect(record).toEqual({ type: 'numeric', response: ['12.5'], correct: ['12.5'] });
    fc.assert(
      fc.property(numbers, fc.constantFrom('mg', 'g', 'µg'), (number, unit) => {
        const { type, response } = toResponse(answerOf('1 mg'), [`${number} ${unit}`]);
        expect(readDecimal(toFeedback(type, response))).not.toBeNull();
      }),
    );
  });

  it('is known while its unit is', () => {
    expect(isKnownAnswer(answerOf('1 mg'), ['5 g'])).toBe(true);
    expect(isKnownAnswer(answerOf('1 mg'), ['5 kg'])).toBe(false);
    expect(isKnownAnswer(answerOf('1 mg'), [])).toBe(false);
  });
});

describe('what a numeric answer depends on', () => {
  const source = (more: object) =>
    numeric.schema.parse({
      id: 'q-1',
      type: 'numeric',
      stem: 'How much?',
      rationale: 'So.',
      difficulty: 'recall',
      answer: '12.5',
      unit: 'mg',
      ...more,
    });
  const basis = (more: object = {}): string => numeric.answerBasis(source(more));

  it('stays however the numbers are written and in whatever order units stand', () => {
    expect(basis({ answer: '012.50', tolerance: '0.0' })).toBe(basis());
    const g = { unit: 'g', factor: '1000' };
    const kg = { unit: 'kg', factor: '1000000' };
    expect(basis({ 'other-units': [kg, { ...g, factor: '1000.0' }] })).toBe(basis({ 'other-units': [g, kg] }));
  });

  it('changes with the answer, the tolerance and the units', () => {
    const all = [
      basis(),
      basis({ answer: '12.6' }),
      basis({ tolerance: '1' }),
      basis({ tolerance: '1%' }),
      basis({ unit: 'g' }),
      basis({ unit: undefined }),
      basis({ 'other-units': [{ unit: 'g', factor: '1000' }] }),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});
