/** How typed codes are read, in what way a wrong one comes near, and what a code entry earns. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradeAnswer, toResponse } from '../../src/player/question-behavior.ts';
import type { CodeEntryAnswer } from '../../src/questions/code-entry/answer.ts';
import { fitsSystem, LONGEST_CODE, showCode, showTypedCode } from '../../src/questions/coded/code-form.ts';
import { mostCodes } from '../../src/questions/coded/most-codes.ts';
import { findNearCode } from '../../src/questions/coded/near-codes.ts';
import { readCodes, suggestCode } from '../../src/questions/coded/read-codes.ts';
import { toFeedback } from '../../src/targets/scorm12/browser/scorm12-values.ts';
import './all-parts.ts';

const cm = fc.stringMatching(/^[A-Z][0-9A][0-9AB][0-9A-Z]{0,4}$/);
const pcs = fc.stringMatching(/^[0-9A-HJ-NP-Z]{7}$/);

const read = (text: string, ...systems: ('icd-10-cm' | 'icd-10-pcs' | 'hcpcs')[]) =>
  readCodes(text, systems.length === 0 ? ['icd-10-cm'] : systems);

describe('reading what is typed', () => {
  test.each([
    [' e11.9 ', ['E119']],
    ['Ｅ１１．９', ['E119']],
    ['E11‑9', ['E119']],
    ['E11 9', ['E119']],
    ['1. E11.9\n2) I10\n(3) S30.11xa', ['E119', 'I10', 'S3011XA']],
    ['1 E11.9', ['E119']],
    ['• E11.9\n- I10', ['E119', 'I10']],
    ['E11.9; I10,J18.9', ['E119', 'I10', 'J189']],
    ['E11.9  I10', ['E119', 'I10']],
    ['E11.9 I10', ['E119', 'I10']],
    ['E11.9\tI10\r\n\r\nJ18.9', ['E119', 'I10', 'J189']],
    ['', []],
    [' ,;\n', []],
    ['O80 I10', ['O80', 'I10']],
  ])('%j holds %j', (text, codes) => {
    expect(read(text)).toEqual({ codes, unread: [], mended: false });
  });

  test('takes no description for a code, and no junk behind one', () => {
    expect(read('diabetes mellitus, E11.9 (type 2), E11.9!')).toEqual({
      codes: [],
      unread: ['diabetes mellitus', 'E11.9 (type 2)', 'E11.9!'],
      mended: false,
    });
  });

  test('reads O and I as 0 and 1 in ICD-10-PCS, and says so', () => {
    expect(read('odtj4zz', 'icd-10-pcs')).toEqual({ codes: ['0DTJ4ZZ'], unread: [], mended: true });
    expect(read('0dt j4zz', 'icd-10-pcs')).toEqual({ codes: ['0DTJ4ZZ'], unread: [], mended: false });
    expect(read('I10, ODTJ4ZZ', 'icd-10-cm', 'icd-10-pcs').codes).toEqual(['I10', '0DTJ4ZZ']);
  });

  test.each([
    ['E1I9', 'E119'],
    ['110', 'I10'],
    ['080', 'O80'],
    ['E119', undefined],
    ['I1O', 'I10'],
  ])('suggests for %j in ICD-10-CM %j', (code, better) => {
    expect(suggestCode(code, ['icd-10-cm'])).toBe(better);
  });

  test('reads back what it shows: a code of any system comes through display and typing unchanged', () => {
    fc.assert(
      fc.property(
        fc.array(cm, { minLength: 1, maxLength: 9 }),
        fc.constantFrom(', ', '\n', ';', '  '),
        (codes, between) => {
          const shown = codes.map((code) => showCode(code, 'icd-10-cm').toLowerCase()).join(between);
          expect(read(shown).codes).toEqual(codes);
        },
      ),
    );
    fc.assert(
      fc.property(fc.array(pcs, { minLength: 1, maxLength: 9 }), (codes) => {
        expect(read(codes.map((code) => showTypedCode(code, ['icd-10-pcs'])).join('\n'), 'icd-10-pcs').codes).toEqual(
          codes,
        );
      }),
    );
  });

  test('whatever is typed becomes entries that the saved state can hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const code of read(text, 'icd-10-cm', 'icd-10-pcs').codes) {
          expect(code).toMatch(/^[A-Z0-9]+$/);
          expect(code.length).toBeLessThanOrEqual(LONGEST_CODE);
        }
      }),
    );
  });
});

describe('a wrong code that comes near', () => {
  test.each([
    ['T361X5', 'T361X5A', 'seventh-character'],
    ['S72001B', 'S72001A', 'seventh-character'],
    ['S301', 'S301XXA', 'seventh-character'],
    ['S301A', 'S301XXA', 'placeholder'],
    ['T3615A', 'T361X5A', 'placeholder'],
    ['S301XA', 'S301XXA', 'placeholder'],
    ['E11', 'E119', 'incomplete-code'],
    ['I100', 'I10', 'incomplete-code'],
    ['C50911', 'C50912', 'code-detail'],
    ['E118', 'E1165', 'same-category'],
    ['E109', 'E119', undefined],
  ])('%s for %s: %s', (given, right, miss) => {
    expect(findNearCode(given, right, 'icd-10-cm')?.miss).toBe(miss);
  });

  test('says of ICD-10-PCS which characters differ', () => {
    expect(findNearCode('0DTJ0ZZ', '0DTJ4ZZ', 'icd-10-pcs')).toMatchObject({
      miss: 'pcs-character-5',
      characters: [5],
    });
    expect(findNearCode('0DBJ0ZZ', '0DTJ4ZZ', 'icd-10-pcs')).toMatchObject({ characters: [3, 5] });
    expect(findNearCode('0DTJ', '0DTJ4ZZ', 'icd-10-pcs')?.miss).toBe('incomplete-code');
    expect(findNearCode('B2111ZZ', '0DTJ4ZZ', 'icd-10-pcs')).toBeUndefined();
  });

  test('is never the right one', () => {
    fc.assert(
      fc.property(pcs, (code) => {
        expect(findNearCode(code, code, 'icd-10-pcs')).toBeUndefined();
      }),
    );
  });
});

/** A code entry in ICD-10-CM with distinct codes. */
const entry = fc.uniqueArray(cm, { minLength: 1, maxLength: 8 }).map(
  (codes): CodeEntryAnswer => ({
    type: 'code-entry',
    options: [],
    pinned: [],
    key: codes,
    select: codes.length,
    expected: codes.map((code) => ({ code, also: [], system: 'icd-10-cm', optional: false, part: code })),
    misses: [],
    systems: ['icd-10-cm'],
    most: mostCodes(codes.length),
  }),
);
const typed = fc.array(fc.oneof(cm, pcs), { maxLength: 25 });

describe('grading a code entry', () => {
  test('the key in any order earns everything, under either policy, and twice is once', () => {
    fc.assert(
      fc.property(entry, fc.nat(), (answer, turn) => {
        const at = turn % answer.key.length;
        const given = [...answer.key.slice(at), ...answer.key.slice(0, at), ...answer.key.slice(0, 1)];
        for (const policy of ['all-or-nothing', 'partial'] as const) {
          expect(gradeAnswer(answer, given, policy)).toEqual({ credit: 1, misses: [] });
        }
      }),
    );
  });

  test('credit is a share from 0 to 1, and 1 only without a miss', () => {
    fc.assert(
      fc.property(entry, typed, fc.nat({ max: 8 }), (answer, others, count) => {
        const given = [...answer.key.slice(0, count), ...others];
        for (const policy of ['all-or-nothing', 'partial'] as const) {
          const { credit, misses } = gradeAnswer(answer, given, policy);
          expect(credit).toBeGreaterThanOrEqual(0);
          expect(credit).toBeLessThanOrEqual(1);
          expect(credit === 1).toBe(misses.length === 0);
          if (policy === 'all-or-nothing') expect([0, 1]).toContain(credit);
        }
      }),
    );
  });

  test('one more right code never costs, one more that does not belong never earns', () => {
    fc.assert(
      fc.property(entry, cm, fc.nat({ max: 7 }), (answer, other, count) => {
        const some = answer.key.slice(0, count);
        const credit = (given: readonly string[]) => gradeAnswer(answer, given, 'partial').credit;
        expect(credit(answer.key.slice(0, count + 1))).toBeGreaterThanOrEqual(credit(some));
        if (!answer.key.includes(other)) expect(credit([...some, other])).toBeLessThanOrEqual(credit(some));
      }),
    );
  });

  const pair: CodeEntryAnswer = {
    type: 'code-entry',
    options: [],
    pinned: [],
    key: ['E119', '0DTJ4ZZ'],
    select: 2,
    expected: [
      { code: 'E119', also: ['E118'], system: 'icd-10-cm', optional: false, part: 'E119' },
      { code: '0DTJ4ZZ', also: [], system: 'icd-10-pcs', optional: false, part: '0DTJ4ZZ' },
    ],
    misses: [{ code: 'E1165', part: 'E1165' }],
    systems: ['icd-10-cm', 'icd-10-pcs'],
    most: 6,
  };
  test.each([
    [['E119', '0DTJ4ZZ'], 1, []],
    [['E118', '0DTJ4ZZ'], 1, []],
    [['E119'], 0.5, ['missed-code']],
    [['E119', '0DTJ0ZZ'], 0.5, ['pcs-character-5']],
    [['E119', '0DBJ0ZZ'], 0.5, ['pcs-character-3', 'pcs-character-5']],
    [['E1165', '0DTJ4ZZ'], 0.5, ['named-miss']],
    [['E119', 'E1165'], 0.5, ['named-miss', 'missed-code']],
    [['E119', '0DTJ4ZZ', 'E1165'], 0.5, ['named-miss']],
    [['E119', '0DTJ4ZZ', 'J189'], 0.5, ['extra-code']],
    [['E119', '0DTJ4ZZ', '0DTJ4ZZ'], 0.5, ['extra-code']],
    [['E119', '0DTJ4ZZ', 'J189', 'J188', 'J187'], 0, ['extra-code']],
    [[], 0, ['missed-code']],
  ])('%j earns %d in part: %j', (given, credit, misses) => {
    expect(gradeAnswer(pair, given, 'partial')).toEqual({ credit, misses });
  });

  test('the record holds codes as people read them, and fits the field of an LMS', () => {
    expect(toResponse(pair, ['E119', 'B2111ZZ'])).toEqual({
      type: 'fill-in',
      response: ['E11.9', 'B2111ZZ'],
      correct: ['E11.9', '0DTJ4ZZ'],
    });
    fc.assert(
      fc.property(entry, typed, (answer, given) => {
        const { type, response } = toResponse(answer, given);
        expect(toFeedback(type, response).length).toBeLessThanOrEqual(255);
      }),
    );
  });

  test('a code that two systems could have is shown without a dot until it is known whose it is', () => {
    expect(showTypedCode('J1100', ['icd-10-cm', 'hcpcs'])).toBe('J1100');
    expect(showTypedCode('E1165', ['icd-10-cm'])).toBe('E11.65');
    expect(showTypedCode('S72001A', ['icd-10-cm', 'icd-10-pcs'])).toBe('S72.001A');
    expect(showTypedCode('B2111ZZ', ['icd-10-cm', 'icd-10-pcs'])).toBe('B2111ZZ');
    const both: CodeEntryAnswer = { ...pair, systems: ['icd-10-cm', 'hcpcs'] };
    expect(toResponse(both, ['E119', 'J1100']).response).toEqual(['E11.9', 'J1100']);
  });

  test('the cap of a field is twice the key, 6 to 25', () => {
    expect([1, 3, 4, 12, 13, 25].map(mostCodes)).toEqual([6, 6, 8, 24, 25, 25]);
  });

  test('ICD-10-CM takes the codes of the 2026 edition that older patterns refuse', () => {
    for (const code of ['QA00101', 'C7A1', 'Z3A39', 'M1A00X0', 'T361X5A', 'X00']) {
      expect(fitsSystem(code, 'icd-10-cm'), code).toBe(true);
    }
    expect(fitsSystem('0DTJ4OZ', 'icd-10-pcs')).toBe(false);
    expect(fitsSystem('D0000', 'hcpcs')).toBe(false);
  });
});
