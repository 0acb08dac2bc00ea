/** A built ICD-10-PCS code: what may be chosen, what it earns, what is said of it, kept of it and reported. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeAnswer, isKnownAnswer, toResponse } from '../../src/player/question-behavior.ts';
import type { PcsBuildAnswer } from '../../src/questions/pcs-build/answer.ts';
import { compareCode } from '../../src/questions/pcs-build/compare-code.ts';
import { explainCharacter, explainCode } from '../../src/questions/pcs-build/explain.ts';
import { offeredBeginnings } from '../../src/questions/pcs-build/offered-tables.ts';
import { pcsBuild } from '../../src/questions/pcs-build/pcs-build.ts';
import { pcsBuildSchema } from '../../src/questions/pcs-build/source.ts';
import {
  isBeginning,
  nameOfLast,
  nextValues,
  openRows,
  PCS_LENGTH,
  type PcsExtract,
  placesOf,
  writeRow,
} from '../../src/shared/pcs-tables.ts';
import { answerBits, readAnswer, writeAnswer } from '../../src/shared/state-answers.ts';
import { createBitReader, createBitWriter } from '../../src/shared/state-bits.ts';
import { ENGLISH_TABLES } from '../../src/shared/words/languages.ts';
import { type CodedWords, openPlayerWords } from '../../src/shared/words/player-words.ts';
import { toFeedback } from '../../src/targets/scorm12/browser/scorm12-values.ts';
import './all-parts.ts';

const words = openPlayerWords(ENGLISH_TABLES.player, 'en').words as CodedWords;
const content = () => ({ blocks: [], footnotes: [] });

const TABLES: PcsExtract = {
  tables: {
    '0DB': ['.6J.034.Z.XZ'],
    '0DT': ['.6J.04.Z.Z', '.J.4.Z.GZ'],
    '0FT': ['.4.04.Z.Z'],
    '3E0': ['.3.3.0.5'],
  },
  names: {
    '0 10': 'Medical and Surgical',
    '0D 2D': 'Gastrointestinal System',
    '0D 3B': 'Excision',
    '0D 3T': 'Resection',
    '0D 4J': 'Appendix',
    '0D 50': 'Open',
    '0D 54': 'Percutaneous Endoscopic',
    '0D 7Z': 'No Qualifier',
    '0DT 7Z': 'Nothing further',
  },
  meanings: {
    '0 3 Resection': { definition: 'Cutting out all of a body part', explanation: '', includes: '' },
    '0 3 Excision': { definition: 'Cutting out a portion', explanation: 'With X for biopsies.', includes: '' },
    '0 4 Appendix': { definition: '', explanation: '', includes: 'Vermiform appendix' },
  },
};

const source = (fields: object = {}) =>
  pcsBuildSchema.parse({
    id: 'q-1',
    type: 'pcs-build',
    stem: 'Build it.',
    rationale: 'So.',
    difficulty: 'application',
    expect: '0DTJ4ZZ',
    ...fields,
  });

function answerOf(fields: object = {}, extract: PcsExtract = TABLES): PcsBuildAnswer {
  const drill = { edition: 'icd-10-pcs@2026', source: 'icd-10-pcs@2025', extract };
  const titleOf = (_: string, code: string) => (code === '0DTJ4ZZ' ? 'Resection of Appendix' : '');
  const answer = pcsBuild.answerData(pcsBuild.buildBody(source(fields), content, { drill, titleOf }));
  if (answer.type !== 'pcs-build') throw new Error('another type');
  return answer;
}

/** Values of a row, at least one. */
const values = fc
  .uniqueArray(fc.constantFrom(...'012345678BDJTXZ'), { minLength: 1, maxLength: 5 })
  .map((all) => all.join(''));
const rows = fc.array(fc.tuple(values, values, values, values).map(writeRow), { minLength: 1, maxLength: 4 });
const extracts = fc
  .dictionary(fc.constantFrom('0DB', '0DT', '0FT', '0W9', '3E0', '4A0'), rows, { minKeys: 1, maxKeys: 6 })
  .map((tables): PcsExtract => ({ tables, names: {}, meanings: {} }));
const picks = fc.infiniteStream(fc.nat());

/** Chooses in each list until the code is whole. */
function build(extract: PcsExtract, choices: Iterator<number>, start = ''): string {
  let code = start;
  while (code.length < PCS_LENGTH) {
    const offered = nextValues(extract, code);
    const chosen = offered[Number(choices.next().value) % offered.length];
    if (chosen === undefined) throw new Error(`nothing is offered behind ${code}`);
    code += chosen;
  }
  return code;
}

describe('building over tables', () => {
  it('leads nowhere but to codes of one row, and to every one of them', () => {
    fc.assert(
      fc.property(extracts, picks, (extract, choices) => {
        const code = build(extract, choices);
        const rowsOf = extract.tables[code.slice(0, 3)] ?? [];
        const isIn = (row: string) => placesOf(row).every((values, at) => values.includes(code.charAt(at + 3)));
        expect(rowsOf.some(isIn)).toBe(true);
        for (let length = 1; length <= PCS_LENGTH; length++)
          expect(isBeginning(extract, code.slice(0, length))).toBe(true);
      }),
    );
    fc.assert(
      fc.property(extracts, picks, (extract, choices) => {
        const [table = '', all = []] = Object.entries(extract.tables)[0] ?? [];
        const row = all[Number(choices.next().value) % all.length] ?? '';
        const places = placesOf(row).map((values) => values.charAt(Number(choices.next().value) % values.length));
        const code = table + places.join('');
        for (let length = 0; length < PCS_LENGTH; length++) {
          expect(nextValues(extract, code.slice(0, length))).toContain(code.charAt(length));
        }
      }),
    );
  });

  it('does not mix rows', () => {
    expect(nextValues(TABLES, '0DT')).toEqual(['6', 'J']);
    expect(nextValues(TABLES, '0DTJ0Z')).toEqual(['Z']);
    expect(nextValues(TABLES, '0DTJ4Z')).toEqual(['G', 'Z']);
    expect(openRows(TABLES, '0DTJ4')).toEqual(['.6J.04.Z.Z', '.J.4.Z.GZ']);
    expect(isBeginning(TABLES, '0DTJ0ZG')).toBe(false);
  });

  it('names a value by its table where the body system has another name', () => {
    expect(nameOfLast(TABLES, '0DBJ4ZZ')).toBe('No Qualifier');
    expect(nameOfLast(TABLES, '0DTJ4ZZ')).toBe('Nothing further');
    expect(nameOfLast(TABLES, '0DB6')).toBe('');
  });
});

describe('what is given and offered', () => {
  it('takes what leaves no choice as given', () => {
    expect(answerOf({}, { ...TABLES, tables: { '0DB': ['.J.4.Z.Z'], '0DT': ['.J.4.Z.Z'] } }).given).toBe('0D');
    expect(answerOf({}).given).toBe('');
    expect(answerOf({ given: '0DT' }).given).toBe('0DT');
  });

  it('offers the body systems of its codes, and what the author adds', () => {
    expect(offeredBeginnings(source())).toEqual(['0D']);
    expect(offeredBeginnings(source({ given: '0DT' }))).toEqual(['0DT']);
    expect(offeredBeginnings(source({ given: '0DTJ4' }))).toEqual(['0DT']);
    expect(offeredBeginnings(source({ offer: ['0F', '0w9', '0DB'] }))).toEqual(['0D', '0F', '0W9']);
    expect(offeredBeginnings(source({ given: '0', offer: ['3E'] }))).toEqual(['0D']);
    expect(offeredBeginnings(source({ misses: [{ code: '0FT44ZZ', why: 'No.' }] }))).toEqual(['0D', '0F']);
  });
});

describe('grading', () => {
  it('gives all to a right code and to nothing else', () => {
    fc.assert(
      fc.property(extracts, picks, fc.boolean(), (extract, choices, partial) => {
        const key = build(extract, choices);
        const answer: PcsBuildAnswer = { ...answerOf({}), key: [key], tables: extract, misses: [], given: '' };
        const code = build(extract, choices);
        const { credit, misses } = gradeAnswer(answer, [code], partial ? 'partial' : 'all-or-nothing');
        expect(credit === 1).toBe(code === key);
        expect(misses.length === 0).toBe(code === key);
        expect(credit).toBeGreaterThanOrEqual(0);
        if (!partial && code !== key) expect(credit).toBe(0);
      }),
    );
  });

  it('never gives less for one more right character', () => {
    fc.assert(
      fc.property(extracts, picks, fc.integer({ min: 0, max: 6 }), (extract, choices, at) => {
        const key = build(extract, choices);
        const answer: PcsBuildAnswer = { ...answerOf({}), key: [key], tables: null, misses: [], given: '' };
        const code = build(extract, choices);
        const mended = code.slice(0, at) + key.charAt(at) + code.slice(at + 1);
        const creditOf = (given: string) => gradeAnswer(answer, [given], 'partial').credit;
        expect(creditOf(mended)).toBeGreaterThanOrEqual(creditOf(code));
      }),
    );
  });

  it('counts the characters asked for, and none behind a wrong body system', () => {
    const answer = answerOf({ given: '0D' });
    expect(gradeAnswer(answer, ['0DBJ4ZZ'], 'partial').credit).toBeCloseTo(4 / 5);
    expect(gradeAnswer(answer, ['0DTJ'], 'partial')).toEqual({ credit: 2 / 5, misses: ['incomplete-code'] });
    expect(gradeAnswer(answerOf(), ['0FT44ZZ'], 'partial')).toEqual({ credit: 1 / 7, misses: ['pcs-character-2'] });
    expect(gradeAnswer(answer, ['0DBJ4ZZ'], 'all-or-nothing')).toEqual({ credit: 0, misses: ['pcs-character-3'] });
    expect(gradeAnswer(answer, [], 'partial')).toEqual({ credit: 0, misses: ['incomplete-code'] });
  });

  it('takes every code that is as right, and compares with the nearest', () => {
    const answer = answerOf({ also: ['0DTJ0ZZ'] });
    expect(gradeAnswer(answer, ['0DTJ0ZZ'], 'all-or-nothing').credit).toBe(1);
    expect(compareCode(answer, '0DT60ZZ').right).toBe('0DTJ0ZZ');
  });

  it('names a miss that the author foresaw', () => {
    const answer = answerOf({ misses: [{ code: '0DBJ4ZZ', why: 'A portion.' }] });
    expect(gradeAnswer(answer, ['0DBJ4ZZ'], 'all-or-nothing').misses).toEqual(['pcs-character-3', 'named-miss']);
  });
});

describe('what is said', () => {
  const answer = answerOf({ given: '0D', misses: [{ code: '0DBJ4ZZ', why: 'A portion.' }] });
  const explain = (built: string) =>
    compareCode(answer, built).findings.map((finding) =>
      explainCharacter(finding, { answer, built, words, whyHtml: { 3: '<p>All of it.</p>' } }),
    );

  it('names both values of a wrong character and what the definitions say of them', () => {
    const [operation, part] = explain('0DBJ4ZZ');
    expect(operation).toMatchObject({
      kind: 'chosen-wrong',
      notes: ['You have B Excision. Correct: T Resection.'],
      whyHtml: '<p>All of it.</p>',
      definitions: [
        { name: 'T Resection', text: 'Cutting out all of a body part.' },
        { name: 'B Excision', text: 'Cutting out a portion. With X for biopsies.' },
      ],
    });
    expect(part).toMatchObject({
      kind: 'chosen-key',
      notes: [],
      definitions: [{ name: 'J Appendix', text: 'Includes: Vermiform appendix.' }],
    });
  });

  it('says what is missing of a code that ends early, and of no code at all', () => {
    expect(explain('0DTJ')[2]).toMatchObject({
      kind: 'missed-key',
      notes: ['You have nothing. Correct: 4 Percutaneous Endoscopic.'],
    });
    expect(explain('')[0]).toMatchObject({ kind: 'key', notes: ['Correct: T Resection'] });
  });

  it('gives the code its official title and the reason of a foreseen miss', () => {
    const line = (built: string) => explainCode({ answer, built, words, whyHtml: { '0DBJ4ZZ': '<p>A portion.</p>' } });
    expect(line('0DBJ4ZZ')).toMatchObject({
      code: '0DBJ4ZZ',
      mark: 'chosen-wrong',
      notes: ['Correct: 0DTJ4ZZ Resection of Appendix'],
      whysHtml: ['<p>A portion.</p>'],
    });
    expect(line('0DTJ4ZZ')).toMatchObject({ mark: 'chosen-key', notes: ['Resection of Appendix'] });
    expect(line('')).toMatchObject({ code: '0DTJ4ZZ', mark: 'missed-key' });
  });
});

describe('what is kept and reported', () => {
  it('is known as long as some code of the tables begins so', () => {
    const answer = answerOf({ given: '0D' });
    expect(isKnownAnswer(answer, ['0DTJ'])).toBe(true);
    expect(isKnownAnswer(answer, ['0DTJ4ZZ'])).toBe(true);
    for (const given of [[], ['0D'], ['0FT44ZZ'], ['0DTJ3ZZ'], ['0DTJ4ZZZ'], ['0dtj'], ['0DTJ', '0DTJ']]) {
      expect(isKnownAnswer(answer, given)).toBe(false);
    }
    // Without rows whatever the code set's characters can write.
    const typed: PcsBuildAnswer = { ...answer, tables: null };
    expect(isKnownAnswer(typed, ['0DTJ3ZZ'])).toBe(true);
    for (const given of ['0FT44ZZ', '0DI', '0DTJ4ZZZ']) expect(isKnownAnswer(typed, [given])).toBe(false);
  });

  it('fits the room that its size reserves, at any length', () => {
    const size = pcsBuild.answerSize(pcsBuild.buildBody(source(), content, { drill: undefined, titleOf: () => '' }));
    fc.assert(
      fc.property(extracts, picks, fc.integer({ min: 1, max: 7 }), (extract, choices, length) => {
        const saved = [build(extract, choices).slice(0, length)];
        const writer = createBitWriter();
        writeAnswer(writer, saved);
        expect(writer.text().length * 6).toBeLessThan(answerBits(size) + 6);
        expect(readAnswer(createBitReader(writer.text()))).toEqual(saved);
      }),
    );
  });

  it('is reported as codes', () => {
    const record = toResponse(answerOf({ also: ['0DTJ0ZZ'] }), ['0DBJ4ZZ']);
    expect(record).toEqual({ type: 'fill-in', response: ['0DBJ4ZZ'], correct: ['0DTJ4ZZ', '0DTJ0ZZ'] });
    expect(toFeedback(record.type, record.correct)).toBe('0DTJ4ZZ, 0DTJ0ZZ');
  });

  it('depends on the right codes alone', () => {
    const basis = (fields: object) => pcsBuild.answerBasis(source(fields));
    expect(basis({ given: '0D', stem: 'Other.', why: { approach: 'So.' } })).toBe(basis({}));
    expect(basis({ expect: '0dt j4zz' })).toBe(basis({}));
    expect(basis({ also: ['0DTJ0ZZ'] })).not.toBe(basis({}));
    expect(basis({ expect: '0DTJ0ZZ', also: ['0DTJ4ZZ'] })).toBe(basis({ also: ['0DTJ0ZZ'] }));
  });
});
