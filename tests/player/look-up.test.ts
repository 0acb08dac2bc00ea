/** A look-up list is found by code and by words, in the order of the book. */
import { expect, test } from 'vitest';
import { depthOf, searchRows, toCategories } from '../../src/player/look-up-search.ts';
import type { LookUpRow } from '../../src/shared/look-up.ts';

const ROWS: readonly LookUpRow[] = [
  ['E11-', 'Type 2 diabetes mellitus'],
  ['E11.6-', 'Type 2 diabetes mellitus with other specified complications'],
  ['E11.65', 'Type 2 diabetes mellitus with hyperglycemia'],
  ['E11.9', 'Type 2 diabetes mellitus without complications'],
  ['I10', 'Essential (primary) hypertension'],
  ['Z79.4', 'Long term (current) use of insulin'],
];
const found = (asked: string): readonly string[] => searchRows(ROWS, asked).map(([code]) => code);

test('a code is found by its beginning, with its dot or without, in any case', () => {
  expect(found('e11.6')).toEqual(['E11.6-', 'E11.65']);
  expect(found('E116')).toEqual(['E11.6-', 'E11.65']);
  expect(found('E11.7')).toEqual([]);
});

test('words are found in any order by their beginnings, and all of them count', () => {
  expect(found('hypergly diabetes')).toEqual(['E11.65']);
  expect(found('(primary)')).toEqual(['I10']);
  expect(found('insulin diabetes')).toEqual([]);
  // Inside a word is no beginning.
  expect(found('glycemia')).toEqual([]);
  expect(found(' . ')).toEqual([]);
});

test('a list is ordered by its categories, of which a code may be one and another may have no line', () => {
  const categories = toCategories(ROWS).map(({ head, rows }) => [head, rows.map(([code]) => code)]);
  expect(categories).toEqual([
    [
      ['E11-', 'Type 2 diabetes mellitus'],
      ['E11.6-', 'E11.65', 'E11.9'],
    ],
    [['I10', 'Essential (primary) hypertension'], []],
    [['Z79-', ''], ['Z79.4']],
  ]);
  expect(ROWS.map(depthOf)).toEqual([0, 1, 2, 1, 0, 1]);
});
