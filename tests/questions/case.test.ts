/** What a coded record earns, what its report says, and that no edit of it is lost or mistaken. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradeAnswer, isKnownAnswer, toResponse } from '../../src/player/question-behavior.ts';
import type { CaseAnswer, CaseEntry } from '../../src/questions/case/answer.ts';
import { toCaseLines } from '../../src/questions/case/case-lines.ts';
import { caseType } from '../../src/questions/case/case.ts';
import { findCase } from '../../src/questions/case/grading.ts';
import { LONGEST_ROW, type Poa, readRow, toRow } from '../../src/questions/case/rows.ts';
import { answerBits, writeAnswer } from '../../src/shared/state-answers.ts';
import { createBitWriter } from '../../src/shared/state-bits.ts';
import { ENGLISH_TABLES } from '../../src/shared/words/languages.ts';
import { type CodedWords, openPlayerWords } from '../../src/shared/words/player-words.ts';
import { toFeedback } from '../../src/targets/scorm12/browser/scorm12-values.ts';
import './all-parts.ts';

/** Cases ask for no tables. */
const NO_REFERENCE = { drill: undefined, titleOf: () => '' };

// The whole table holds the words of every part.
const words = openPlayerWords(ENGLISH_TABLES.player, 'en').words as CodedWords;

const entry = (field: CaseEntry['field'], code: string, poa?: Poa, optional = false): CaseEntry => ({
  field,
  code,
  also: [],
  system: field === 'x' ? 'icd-10-pcs' : 'icd-10-cm',
  optional,
  poa,
  part: code,
});

const rules = { place: 0.5, extra: 1, near: 0, poa: 0.5, order: 0.5 };

/** Seven points and a half: six codes, three indicators. */
const stay: CaseAnswer = {
  type: 'case',
  options: [],
  pinned: [],
  key: [],
  select: 6,
  setting: 'inpatient',
  poa: true,
  entries: [
    entry('p', 'K3530', 'Y'),
    entry('s', 'E119', 'Y'),
    entry('s', 'Z7984', 'E'),
    entry('s', 'Z87891', 'E', true),
    entry('x', '0DTJ4ZZ'),
    entry('x', '02H633Z'),
    entry('x', '02H633Z'),
  ],
  alternatives: [],
  misses: [{ code: 'K37', part: 'K37' }],
  order: [],
  rules,
  list: null,
  most: { secondary: 6, procedures: 6 },
  procedureSystems: ['icd-10-pcs'],
};
const RIGHT = ['pK3530/Y', 'sE119/Y', 'sZ7984/E', 'x0DTJ4ZZ', 'x02H633Z', 'x02H633Z'];

const without = (row: string): readonly string[] => RIGHT.filter((other) => other !== row);

describe('a coded record', () => {
  test.each([
    [RIGHT, 7.5, []],
    [[...RIGHT, 'sZ87891'], 7.5, []],
    [[...RIGHT, 'sE119/N'], 7.5, []],
    [without('sE119/Y'), 6, ['missed-code']],
    [['pK3530/Y', 'sE119/N', 'sZ7984/Y', 'x0DTJ4ZZ', 'x02H633Z', 'x02H633Z'], 6.5, ['wrong-poa']],
    [['pK3530', 'sE119', 'sZ7984', 'x0DTJ4ZZ', 'x02H633Z', 'x02H633Z'], 6, ['wrong-poa']],
    [['pE119/Y', 'sK3530/Y', 'sZ7984/E', 'x0DTJ4ZZ', 'x02H633Z', 'x02H633Z'], 7, ['wrong-place']],
    [[...RIGHT, 'sJ189/Y'], 6.5, ['extra-code']],
    [['pK37/Y', ...without('pK3530/Y')], 6, ['named-miss', 'missed-code']],
    [['pK3531/Y', ...without('pK3530/Y')], 6, ['code-detail']],
    [['pK3530/Y', 'sE119/Y', 'sZ7984/E', 'x0DTJ0ZZ', 'x02H633Z', 'x02H633Z'], 6.5, ['pcs-character-5']],
    [['pK3530/Y', 'sE119/Y', 'sZ7984/E', 'x0DTJ4ZZ', 'x02H633Z'], 6.5, ['missed-code']],
    [[...RIGHT, 'x02H633Z'], 6.5, ['extra-code']],
    [[...RIGHT, 'xE119'], 6.5, ['other-system']],
    [[...RIGHT, 'x1', 'x2', 'x3', 'x4'], 4.5, ['extra-code']],
    [[], 0, ['missed-code']],
  ])('%j comes to %d points: %j', (given, points, misses) => {
    const result = findCase(stay, given);
    expect({ points: result.points, total: result.total, misses: result.misses }).toEqual({
      points,
      total: 7.5,
      misses,
    });
    const isRight = misses.length === 0;
    expect(gradeAnswer(stay, given, 'all-or-nothing').credit).toBe(isRight ? 1 : 0);
    expect(gradeAnswer(stay, given, 'partial').credit).toBeCloseTo(isRight ? 1 : points / 7.5, 9);
  });

  test('what an author lets pass is no miss', () => {
    const lenient = { ...stay, rules: { place: 1, extra: 0, near: 1, poa: 0, order: 0 } };
    const given = ['pE119/N', 'sK3530', 'sZ7984', 'sJ189', 'x0DTJ4ZZ', 'x02H633Z', 'x02H633Z'];
    expect(gradeAnswer(lenient, given, 'all-or-nothing')).toEqual({ credit: 1, misses: [] });
    // A near miss is a miss, whatever it earns.
    const near = ['pK3531', ...given.slice(2), 'sE119'];
    expect(gradeAnswer(lenient, near, 'partial').credit).toBeLessThan(1);
  });

  test('a pair in the wrong order costs once, and only where both codes are right', () => {
    const pair = {
      ...stay,
      entries: [entry('p', 'I10'), entry('s', 'G309'), entry('s', 'F0280')],
      poa: false,
      order: [['G309', 'F0280']] as const,
    };
    expect(findCase(pair, ['pI10', 'sG309', 'sF0280'])).toMatchObject({ points: 3, misses: [] });
    expect(findCase(pair, ['pI10', 'sF0280', 'sG309'])).toMatchObject({ points: 2.5, misses: ['wrong-order'] });
    expect(findCase(pair, ['pI10', 'sF0280'])).toMatchObject({ points: 2, misses: ['missed-code'] });
  });

  test('of several keys the one that is best for the learner counts', () => {
    const either: CaseAnswer = {
      ...stay,
      poa: false,
      entries: [],
      alternatives: [
        [
          [entry('p', 'J189'), entry('s', 'J9601')],
          [entry('p', 'J9601'), entry('s', 'J189')],
        ],
        [[entry('x', '5A1945Z')], [entry('x', '5A1945Z'), entry('x', '0BH17EZ')]],
      ],
    };
    for (const given of [
      ['pJ189', 'sJ9601', 'x5A1945Z'],
      ['pJ9601', 'sJ189', 'x5A1945Z', 'x0BH17EZ'],
    ]) {
      expect(gradeAnswer(either, given, 'all-or-nothing')).toEqual({ credit: 1, misses: [] });
    }
    expect(gradeAnswer(either, ['pJ189', 'sJ9601', 'x0BH17EZ'], 'all-or-nothing').credit).toBe(0);
  });

  test('the report names right, wrong place, missing, extra, near and foreseen codes, twice and POA, each with its reason', () => {
    const whyHtml = Object.fromEntries([...stay.entries, ...stay.misses].map(({ part }) => [part, `Reason ${part}.`]));
    const given = ['pE119/N', 'sK3530/Y', 'sE119/Y', 'sZ87891', 'sK37/Y', 'sJ189/Y', 'x0DTJ0ZZ', 'x02H633Z'];
    const lines = toCaseLines(stay, findCase(stay, given), whyHtml, words);
    expect(
      lines.map(({ field, line }) => [
        field,
        line.code,
        line.mark,
        line.verdict,
        line.notes.join(' '),
        line.whysHtml.join(''),
      ]),
    ).toEqual([
      [
        'p',
        'E11.9',
        'partly',
        'Right code, wrong place',
        'This is not the principal diagnosis. POA: you have N, the right one is Y.',
        'Reason E119.',
      ],
      ['s', 'K35.30', 'partly', 'Right code, wrong place', 'This is the principal diagnosis.', 'Reason K3530.'],
      ['s', 'E11.9', 'note', 'Given twice; it counts once', '', ''],
      ['s', 'Z87.891', 'chosen-key', 'Correct', 'Accepted; it neither earns nor costs points.', 'Reason Z87891.'],
      ['s', 'K37', 'chosen-wrong', 'Not correct', '', 'Reason K37.'],
      ['s', 'J18.9', 'chosen-wrong', 'Does not belong', '', ''],
      ['s', 'Z79.84', 'missed-key', 'Missing', '', 'Reason Z7984.'],
      [
        'x',
        '0DTJ0ZZ',
        'chosen-wrong',
        'Not correct',
        'Character 5, approach: you have 0, the right code has 4. Correct: 0DTJ4ZZ',
        'Reason 0DTJ4ZZ.',
      ],
      ['x', '02H633Z', 'chosen-key', 'Correct', '', 'Reason 02H633Z.'],
      ['x', '02H633Z', 'missed-key', 'Missing', '', 'Reason 02H633Z.'],
    ]);
  });

  test('the record for reports names fields and codes, and fits the field of an LMS', () => {
    const { type, response, correct } = toResponse(stay, ['pK3530/Y', 'x0DTJ4ZZ']);
    expect(response).toEqual(['p K35.30/Y', 'x 0DTJ4ZZ']);
    expect(correct.slice(0, 3)).toEqual(['p K35.30/Y', 's E11.9/Y', 's Z79.84/E']);
    expect(
      toFeedback(type, [...response, ...Array.from({ length: 40 }, () => 's S30.11XA/Y')]).length,
    ).toBeLessThanOrEqual(255);
  });
});

const cm = fc.stringMatching(/^[A-U][0-9][0-9AB][0-9A-Z]{0,4}$/);
const pcs = fc.stringMatching(/^[0-9A-HJ-NP-Z]{7}$/);
const poa = fc.constantFrom<Poa>('Y', 'N', 'U', 'W', 'E');

/** A key, and rows that hold some of it and other codes. */
const coded = fc
  .record({
    diagnoses: fc.uniqueArray(cm, { minLength: 1, maxLength: 6 }),
    procedures: fc.array(pcs, { maxLength: 4 }),
    poa: fc.array(poa, { minLength: 6, maxLength: 6 }),
  })
  .map(
    ({ diagnoses, procedures, poa: indicators }): CaseAnswer => ({
      ...stay,
      misses: [],
      entries: [
        ...diagnoses.map((code, index) => entry(index === 0 ? 'p' : 's', code, indicators[index])),
        ...procedures.map((code) => entry('x', code)),
      ],
    }),
  );
const row = fc.oneof(
  fc.tuple(cm, poa).map(([code, value]) => toRow({ field: 's', code, poa: value })),
  pcs.map((code) => toRow({ field: 'x', code, poa: undefined })),
);

describe('grading a case', () => {
  test('its own key in any order of the lists earns everything', () => {
    fc.assert(
      fc.property(coded, (answer) => {
        const rows = answer.entries.map(toRow);
        const turned = [...rows.slice(0, 1), ...rows.slice(1).reverse()];
        expect(gradeAnswer(answer, turned, 'all-or-nothing')).toEqual({ credit: 1, misses: [] });
      }),
    );
  });

  test('credit is a share from 0 to 1, 1 only without a miss; listing more never earns more than it costs', () => {
    fc.assert(
      fc.property(coded, fc.array(row, { maxLength: 8 }), fc.nat({ max: 10 }), (answer, others, count) => {
        const some = answer.entries.map(toRow).slice(0, count);
        for (const policy of ['all-or-nothing', 'partial'] as const) {
          const { credit, misses } = gradeAnswer(answer, [...some, ...others], policy);
          expect(credit).toBeGreaterThanOrEqual(0);
          expect(credit).toBeLessThanOrEqual(1);
          expect(credit === 1).toBe(misses.length === 0);
        }
        const codes = new Set(answer.entries.map(({ code }) => code));
        const foreign = others.filter((text) => !codes.has(readRow(text)?.code ?? ''));
        const alone = gradeAnswer(answer, some, 'partial').credit;
        expect(gradeAnswer(answer, [...some, ...foreign], 'partial').credit).toBeLessThanOrEqual(alone);
      }),
    );
  });

  test('rows are read as they were written, and no text that is none', () => {
    fc.assert(
      fc.property(row, (text) => {
        const read = readRow(text);
        expect(read === undefined ? '' : toRow(read)).toBe(text);
        expect(text.length).toBeLessThanOrEqual(LONGEST_ROW);
      }),
    );
    expect(['', 'p', 'qE119', 'pE11.9', 'pE119/', 'pE119/X', 'pABCDEFGH'].map(readRow)).toEqual(
      Array(7).fill(undefined),
    );
  });

  test('knows what its fields can hold', () => {
    expect(isKnownAnswer(stay, RIGHT)).toBe(true);
    expect(isKnownAnswer(stay, ['pE119', 'pI10'])).toBe(false);
    expect(isKnownAnswer(stay, ['a'])).toBe(false);
    expect(isKnownAnswer(stay, Array(7).fill('x0DTJ4ZZ'))).toBe(false);
    const list = { ...stay, list: { diagnoses: ['E119'], procedures: [] } };
    expect([['pE119'], ['pI10']].map((given) => isKnownAnswer(list, given))).toEqual([true, false]);
  });
});

const SOURCE = {
  type: 'case',
  setting: 'inpatient',
  id: 'c-1',
  stem: 'Code it.',
  rationale: 'So.',
  difficulty: 'recall',
  documents: [{ id: 'a', title: 'A', text: 'Text.' }],
  poa: 'true',
  principal: { code: 'K35.30', poa: 'Y', why: 'So.' },
  secondary: [
    { code: 'E11.9', poa: 'Y', why: 'So.' },
    { code: 'I10', poa: 'N', why: 'So.' },
  ],
};
const basisOf = (source: unknown): string => caseType.answerBasis(caseType.schema.parse(source));
const sizeOf = (source: unknown) =>
  caseType.answerSize(
    caseType.buildBody(caseType.schema.parse(source), () => ({ blocks: [], footnotes: [] }), NO_REFERENCE),
  );

describe('what a case depends on', () => {
  test('its wording and the order of its lists change nothing, its key and its rules do', () => {
    const basis = basisOf(SOURCE);
    expect(basisOf({ ...SOURCE, stem: 'Else.', secondary: [...SOURCE.secondary].reverse() })).toBe(basis);
    expect(basisOf({ ...SOURCE, documents: [{ id: 'b', title: 'B', text: 'Other.' }] })).toBe(basis);
    for (const change of [
      { principal: { ...SOURCE.principal, code: 'K35.31' } },
      { principal: { ...SOURCE.principal, poa: 'N' } },
      { secondary: SOURCE.secondary.slice(1) },
      { grading: { near: '0.5' } },
      { order: [['E11.9', 'I10']] },
    ]) {
      expect(basisOf({ ...SOURCE, ...change })).not.toBe(basis);
    }
  });

  test('no answer that the fields hold is longer in the saved state than its worst case', () => {
    const size = sizeOf(SOURCE);
    expect(size).toEqual({ form: 'codes', most: 13, length: LONGEST_ROW });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 13 }), (rows) => {
        const bits = createBitWriter();
        writeAnswer(bits, rows);
        expect(bits.text().length).toBeLessThanOrEqual(Math.ceil(answerBits(size) / 6));
      }),
    );
  });
});
