import { expect, test } from 'vitest';
import { findNearestName } from '../../src/diagnostics/nearest-name.ts';

test('two letters that changed places are one slip, also in a short word', () => {
  expect(findNearestName('titel', ['minutes', 'title'])).toBe('title');
  expect(findNearestName('itt', ['tit', 'abc'])).toBe('tit');
});

test('a word that differs in more than a slip is not suggested', () => {
  expect(findNearestName('total', ['title'])).toBeUndefined();
  expect(findNearestName('titre', ['other'])).toBeUndefined();
});
