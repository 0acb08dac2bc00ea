/** The checks of item writing: each finds what it is for and leaves good questions alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFewApplications } from '../../src/compiler/3-validate/item-writing/few-applications.ts';
import type { Item } from '../../src/compiler/3-validate/item-writing/item.ts';
import { findLongestKeys, findLopsidedKeys } from '../../src/compiler/3-validate/item-writing/key-patterns.ts';
import {
  findAllOrNone,
  findEqualOption,
  findOverlap,
} from '../../src/compiler/3-validate/item-writing/option-faults.ts';
import { findSimilarStems } from '../../src/compiler/3-validate/item-writing/similar-stems.ts';
import {
  findArticleClue,
  findKeyInStem,
  findQuietNegation,
} from '../../src/compiler/3-validate/item-writing/stem-faults.ts';
import { meaningfulWords } from '../../src/compiler/3-validate/item-writing/words.ts';
import { mergeChecks } from '../../src/compiler/source-format/checks.ts';

const CHECKS = mergeChecks();

/** The first option is the key where no other is named. */
function item(stem: string, options: readonly string[], key = 0, more: Partial<Item> = {}): Item {
  return {
    id: stem.slice(0, 20),
    type: 'single-choice',
    stem,
    words: meaningfulWords(stem),
    loudStem: stem,
    options: options.map((text, index) => ({
      text,
      words: meaningfulWords(text),
      isKey: index === key,
      pinned: false,
    })),
    lists: [],
    accepted: [],
    keyNumber: undefined,
    keyCodes: [],
    hints: [],
    answer: undefined,
    domain: 'guidance',
    difficulty: 'application',
    ...more,
  };
}

describe('the longest key', () => {
  const long = item('long', ['a key that is much longer than the rest', 'short', 'brief']);
  const even = item('even', ['a key', 'an option', 'another']);
  it('is found above the limit', () => {
    const bank = [...Array(5).fill(long), ...Array(3).fill(even)];
    expect(findLongestKeys(bank, CHECKS)?.items).toHaveLength(5);
  });
  it('is left alone at the limit, in small sets and where the limit was raised', () => {
    expect(findLongestKeys([...Array(4).fill(long), ...Array(4).fill(even)], CHECKS)).toBeUndefined();
    expect(findLongestKeys(Array(7).fill(long), CHECKS)).toBeUndefined();
    const bank = [...Array(5).fill(long), ...Array(3).fill(even)];
    expect(findLongestKeys(bank, mergeChecks({ 'longest-key': 40 }, { 'longest-key': 80 }))).toBeUndefined();
  });
});

describe('the place of the key', () => {
  const at = (place: number) => item(`at ${place}`, ['a', 'b', 'c', 'd'], place);
  it('is found when it is nearly always the same', () => {
    const [found] = findLopsidedKeys([at(1), at(1), at(1), at(1), at(1), at(0), at(2), at(3)], CHECKS);
    expect(found?.answer).toBe('the second option');
  });
  it('is left alone when keys are spread', () => {
    expect(findLopsidedKeys([0, 1, 2, 3, 0, 1, 2, 3].map(at), CHECKS)).toEqual([]);
  });
  it('counts true and false on their own', () => {
    const says = (answer: boolean) => item('says', [], 0, { type: 'true-false', answer });
    const bank = [true, true, true, true, true, true, true, false].map(says);
    expect(findLopsidedKeys(bank, CHECKS)[0]?.answer).toBe('true');
    expect(findLopsidedKeys([true, true, true, true, true, true, false, false].map(says), CHECKS)).toEqual([]);
  });
});

describe('similar stems', () => {
  const a = item('Which indicator is reported for an ulcer first described on day three?', ['Y', 'N']);
  const b = item('Which indicator is reported for an ulcer described first on day three', ['N', 'W']);
  const c = item('Which indicator is reported for a fracture found in the emergency room?', ['Y', 'N']);
  it('are found, in any order of their words', () => {
    expect(findSimilarStems([a, c, b], 80).map((pair) => [pair.item, pair.other])).toEqual([[b, a]]);
  });
  it('are left alone when they ask for different things or say too little', () => {
    expect(findSimilarStems([a, c], 80)).toEqual([]);
    expect(findSimilarStems([item('Which is right?', ['x', 'y']), item('Which is right?', ['v', 'w'])], 80)).toEqual(
      [],
    );
  });
  it('finds every pair that comparing all with all would find', () => {
    const words = ['ulcer', 'stay', 'fracture', 'claim', 'payer', 'record', 'wound', 'cast', 'fever'];
    const stem = fc.uniqueArray(fc.constantFrom(...words), { minLength: 5 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(fc.array(stem, { maxLength: 12 }), fc.integer({ min: 50, max: 100 }), (stems, percent) => {
        const items = stems.map((text, index) => item(text, [`option ${index}`, 'x'], 0, { id: `q-${index}` }));
        const expected = items.filter((one, index) =>
          items.slice(0, index).some((other) => share(one.stem, other.stem) >= percent),
        );
        expect(findSimilarStems(items, percent).map((pair) => pair.item.id)).toEqual(expected.map((one) => one.id));
      }),
    );
  });
});

function share(first: string, second: string): number {
  const [a, b] = [new Set(first.split(' ')), new Set(second.split(' '))];
  const common = [...a].filter((word) => b.has(word)).length;
  return Math.floor((common * 100) / (a.size + b.size - common));
}

describe('options', () => {
  it.each(['All of the above', 'None of these.', 'none of the above'])('"%s" is found', (text) => {
    expect(findAllOrNone(item('s', ['a', text]))).toBe(1);
  });
  it.each(['All of the lobes', 'None', 'All payers', 'Both of the eyes'])('"%s" is left alone', (text) => {
    expect(findAllOrNone(item('s', ['a', text]))).toBeUndefined();
  });
  it('that read the same are found, those that differ in a sign or number are not', () => {
    expect(findEqualOption(item('s', ['CPC', 'CCS', 'cpc.']))).toBe(2);
    expect(findEqualOption(item('s', ['E11.9', 'E11.91', '+', '-', '< 5', '> 5']))).toBeUndefined();
  });
  it.each([
    [['10 to 20 minutes', '20 to 30 minutes']],
    [['under 10', '5 or more']],
    [['at most 5 hours', '3 hours']],
    [['$1,000-$2,000', '$1,500-$3,000']],
  ])('%j overlap', (options) => {
    expect(findOverlap(item('s', options))).toEqual([0, 1]);
  });
  it.each([
    [['10 to 19 minutes', '20 to 29 minutes']],
    [['less than 5 days', '5-9 days', '10 days or more']],
    [['2', '3', '4']],
    [['5 to 9 days', '5 to 9 weeks']],
    [['10 to 20', 'it depends']],
    [['I10', 'I11.9']],
  ])('%j do not', (options) => {
    expect(findOverlap(item('s', options))).toBeUndefined();
  });
});

describe('stems', () => {
  it.each([
    ['Which of these is not a code set?', 'not'],
    ['All of these are code sets except:', 'except'],
    ['The record is short. What would a coder never do?', 'never'],
  ])('%s', (stem, word) => {
    expect(findQuietNegation(item(stem, []))).toBe(word);
  });
  it.each([
    'Which of these is NOT a code set?',
    'What is reported when the type is not known?',
    'The patient does not smoke. Which habit is coded?',
    'Why is the code not valid?',
    'Which condition, if not treated, is coded?',
    'Which code is for all visits except for those in a hospital?',
  ])('%s is left alone', (stem) => {
    expect(findQuietNegation(item(stem, []))).toBeUndefined();
  });
  it('an article that fits some options only is found', () => {
    const found = findArticleClue(item('What adds to a code is called an', ['add-on', 'modifier', 'MRI']));
    expect(found).toEqual({ article: 'an', misfits: ['modifier'] });
  });
  it.each([
    ['It is called a', ['unit', 'modifier', 'university']],
    ['It is called an', ['hour', 'add-on']],
    ['It is called', ['add-on', 'modifier']],
  ])('%s %j is left alone', (stem, options) => {
    expect(findArticleClue(item(stem, options))).toBeUndefined();
  });
  it('a rare word that only the key takes up is found', () => {
    const question = item('What is the arthroscopic view called?', ['an arthroscopic look', 'a biopsy', 'a cut']);
    expect(findKeyInStem(question, () => true)).toBe('arthroscopic');
    expect(findKeyInStem(question, () => false)).toBeUndefined();
  });
  it('a word that a wrong option takes up as well is left alone', () => {
    const question = item('Which needs no incision?', ['scopes without incision', 'cuts by incision', 'excision']);
    expect(findKeyInStem(question, () => true)).toBeUndefined();
  });
});

describe('application', () => {
  const blueprint = { id: 'cpc', sections: ['guidance'], application: undefined };
  const asks = (difficulty: Item['difficulty'], domain = 'guidance') =>
    item('x', ['a', 'b'], 0, { difficulty, domain });
  const recall = (count: number) => Array.from({ length: count }, () => asks('recall'));
  it('is missed when most questions ask for recall, by the blueprint or by the checks', () => {
    expect(findFewApplications([...recall(7), asks('analysis')], [blueprint], CHECKS)).toHaveLength(1);
    const half = [...recall(5), asks('analysis'), asks('application'), asks('application')];
    expect(findFewApplications(half, [blueprint], CHECKS)).toEqual([]);
    expect(findFewApplications(half, [{ ...blueprint, application: 50 }], CHECKS)).toHaveLength(1);
  });
  it('is not judged in small sets and in domains of no blueprint', () => {
    expect(findFewApplications(recall(7), [blueprint], CHECKS)).toEqual([]);
    const others = Array.from({ length: 9 }, () => asks('recall', 'other'));
    expect(findFewApplications(others, [blueprint], CHECKS)).toEqual([]);
  });
});
