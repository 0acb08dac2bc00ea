/** Keys are not readable in the source of a page and come back whole. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scramble, unscramble } from '../../src/shared/scramble.ts';
import { checkOf, STATE_ALPHABET, TAG_BITS, tagOf } from '../../src/shared/tags.ts';

describe('scramble', () => {
  it('gives every text back, and no shorter or longer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(unscramble(scramble(text))).toBe(text);
        expect(scramble(text)).toHaveLength(text.length);
      }),
    );
  });

  it('leaves no word or key readable', () => {
    const text = '{"key":["b"],"rationaleHtml":"<p>Because the whole appendix was removed</p>"}';
    for (const word of text.match(/[a-zA-Z]{2,}/g) ?? []) expect(scramble(text)).not.toContain(word);
  });
});

describe('tags', () => {
  it('are short, of the alphabet, and the same for ever', () => {
    // Saved states of learners hold these: a changed value here is a lost answer there.
    expect(['pcs-017', 'cvc-101', 'a', ''].map(tagOf)).toMatchInlineSnapshot(`
      [
        "QQA",
        "Q5T",
        "zGL",
        "Lwn",
      ]
    `);
    expect(['single-choice a,b,c b'].map(checkOf)).toMatchInlineSnapshot(`
      [
        "ar",
      ]
    `);
    fc.assert(
      fc.property(fc.string(), (id) => {
        expect(tagOf(id)).toHaveLength(TAG_BITS / 6);
        expect([...tagOf(id), ...checkOf(id)].every((character) => STATE_ALPHABET.includes(character))).toBe(true);
      }),
    );
  });

  it('spread: two thousand ids clash about as rarely as chance allows', () => {
    const tags = Array.from({ length: 2000 }, (_, i) => tagOf(`pcs-${i}`));
    // 2000 * 1999 / 2 / 2^18 = 7.6 expected pairs; three times as many would mean a poor hash.
    expect(tags.length - new Set(tags).size).toBeLessThan(23);
  });
});
