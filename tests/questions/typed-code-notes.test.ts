/** What a package knows of codes: packed and unpacked without loss, judged, and never the answer. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExpectedCode } from '../../src/questions/coded/match-codes.ts';
import { typedCodeNotes } from '../../src/questions/coded/typed-code-notes.ts';
import { type CodeExtract, judgeTyped, packCodes, unpackCodes } from '../../src/shared/code-extract.ts';
import { ENGLISH_TABLES } from '../../src/shared/words/languages.ts';
import { type CodedWords, openPlayerWords } from '../../src/shared/words/player-words.ts';

const words = openPlayerWords(ENGLISH_TABLES.player, 'en').words as CodedWords;
const tail = fc.string({ unit: fc.constantFrom(...'019AXZ'), maxLength: 4 });
const tails = fc.uniqueArray(tail, { minLength: 1, maxLength: 60 });

describe('packed codes', () => {
  it('come back as they were, in any order they came in', () => {
    fc.assert(
      fc.property(tails, (texts) => {
        const packed = packCodes(texts);
        expect([...unpackCodes(packed)].sort()).toEqual([...texts].sort());
        expect(packCodes([...texts].reverse())).toBe(packed);
        expect(packed).toMatch(/^[0-9A-Z.,()]+$/);
      }),
      { numRuns: 500 },
    );
  });

  it('are short where codes go on alike', () => {
    const sevenths = [...'ABCDEFGHJKMNPQRS'].flatMap((last) => ['001', '002', '009'].map((stem) => stem + last));
    expect(packCodes(sevenths)).toBe('0(0(129(ABCDEFGHJKMNPQRS,)))');
    expect(packCodes([''])).toBe('.');
    expect(packCodes(['', '9'])).toBe('.9,');
  });

  it('never end in an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'01A.,()'), maxLength: 30 }), (text) => {
        expect(Array.isArray(unpackCodes(text))).toBe(true);
      }),
    );
  });
});

/** Excerpts of categories with a side, a 7th character, a placeholder and a code of 2025. */
const EXTRACT: CodeExtract = {
  'icd-10-cm': {
    edition: 'icd-10-cm@2026',
    categories: {
      E11: { codes: packCodes(['00', '01', '21', '22', '319', '9']), unspecified: packCodes(['319']) },
      H25: { codes: packCodes(['11', '12', '13']), right: '1(1,)', left: '1(2,)', both: '1(3,)' },
      S30: { codes: packCodes(['11XA', '11XD', '12XA']), past: { '2025': packCodes(['1XXA', '1XXD']) } },
      I10: { codes: '.' },
      G35: { codes: 'AD,BC(012,)', past: { '2025': '.' } },
    },
  },
  'icd-10-pcs': { edition: 'icd-10-pcs@2026', categories: { '0DT': { codes: 'J(048(Z(Z,)))' } } },
};

const expected = (code: string, system: ExpectedCode['system'] = 'icd-10-cm'): ExpectedCode => ({
  code,
  also: [],
  system,
  optional: false,
  part: code,
});

function notes(given: string, right: ExpectedCode | undefined): readonly string[] {
  const systems = ['icd-10-cm', 'icd-10-pcs'] as const;
  return typedCodeNotes({ given, right, systems, extract: EXTRACT, words });
}

describe('what is said of a typed code', () => {
  it.each([
    ['E11', 'E119', 'It is no whole code yet: 6 codes of ICD-10-CM 2026 begin with it.'],
    ['S3011', 'S3011XA', 'It needs a 7th character.'],
    ['S3011X', 'S3011XA', 'It needs a 7th character.'],
    ['S3011A', 'S3012XA', 'It needs a placeholder X, so that each character stands in its place.'],
    ['S301XXA', 'S3011XA', 'It was a code in ICD-10-CM 2025. In ICD-10-CM 2026 it no longer is one.'],
    ['E1177', 'E119', 'It is no code of ICD-10-CM 2026. Up to E11 there are codes that begin so.'],
    ['E1125', 'E119', 'It is no code of ICD-10-CM 2026. Up to E11.2 there are codes that begin so.'],
    ['I109', 'I10', 'It is no code of ICD-10-CM 2026. Up to I10 there are codes that begin so.'],
    ['H2512', 'H2511', 'Look at the side: this code is for the left one.'],
    ['H2513', 'H2511', 'Look at the side: this code is for both sides.'],
    ['E11319', 'E1121', 'Its title says “unspecified”: it leaves open what the record tells.'],
  ])('%s for %s', (given, right, sentence) => {
    expect(notes(given, expected(right))).toEqual([sentence]);
  });

  it('tells that a category was a code once', () => {
    expect(notes('G35', expected('G35A'))).toEqual([
      'It is no whole code yet: 8 codes of ICD-10-CM 2026 begin with it.',
      'It was a code in ICD-10-CM 2025. In ICD-10-CM 2026 it no longer is one.',
    ]);
  });

  it('looks into the tables of ICD-10-PCS too', () => {
    expect(notes('0DTJ3ZZ', expected('0DTJ4ZZ', 'icd-10-pcs'))).toEqual([
      'It is no code of ICD-10-PCS 2026. Up to 0DTJ there are codes that begin so.',
    ]);
    expect(notes('0DTJ', expected('0DTJ4ZZ', 'icd-10-pcs'))).toEqual([
      'It is no whole code yet: 3 codes of ICD-10-PCS 2026 begin with it.',
    ]);
  });

  it('is nothing where the package does not know the category, or the code is one and comes near none', () => {
    expect(notes('K3580', expected('K3530'))).toEqual([]);
    expect(notes('E1122', undefined)).toEqual([]);
    expect(judgeTyped(undefined, 'icd-10-cm', 'E119')).toBeUndefined();
    expect(judgeTyped(EXTRACT, 'icd-10-cm', 'constructor')).toBeUndefined();
  });

  it('never names the right code', () => {
    const all = Object.entries(EXTRACT['icd-10-cm']?.categories ?? {}).flatMap(([category, { codes }]) =>
      unpackCodes(codes).map((rest) => category + rest),
    );
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.constantFrom(...all), tail, (right, base, more) => {
        const given = base.slice(0, 5) + more;
        fc.pre(given !== right && !given.startsWith(right));
        const said = notes(given, expected(right)).join(' ').replaceAll('.', '');
        expect(said).not.toContain(right);
      }),
    );
  });
});
