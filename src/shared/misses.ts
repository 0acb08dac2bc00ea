/**
 * Ways of being wrong, as in a coder's error log. Each kind has one name, which stays, and its words in the word tables.
 * A question type adds the kinds that its grading finds. Imports nothing.
 */

/** In the order in which a table of them is read. */
export const MISSES = [
  'wrong-option',
  'missed-option',
  'wrong-text',
  'wrong-number',
  'wrong-magnitude',
  'wrong-pair',
  'wrong-sequence',
  'missed-code',
  'extra-code',
  'other-system',
  'incomplete-code',
  'seventh-character',
  'placeholder',
  'code-detail',
  'same-category',
  'pcs-character-1',
  'pcs-character-2',
  'pcs-character-3',
  'pcs-character-4',
  'pcs-character-5',
  'pcs-character-6',
  'pcs-character-7',
  'named-miss',
  'wrong-place',
  'wrong-order',
  'wrong-poa',
] as const;

export type Miss = (typeof MISSES)[number];
