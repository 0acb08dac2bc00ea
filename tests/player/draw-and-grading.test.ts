/** Draws, orders, grades and addresses: the pure parts of the player. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawQuestions, shuffle, shuffleOptions } from '../../src/player/draw.ts';
import { parseHash, resolveLink, toHash } from '../../src/player/places.ts';
import { gradeAnswer, toResponse } from '../../src/player/question-behavior.ts';
import type { ChoiceAnswer } from '../../src/questions/choice/answer.ts';
import { toTimespan } from '../../src/targets/scorm12/browser/scorm12-values.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 24 - 1 });
const ids = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/), { minLength: 1, maxLength: 40 });

describe('drawing', () => {
  it('draws unseen questions first, each once, the same for the same seed', () => {
    fc.assert(
      fc.property(ids, seeds, fc.nat({ max: 40 }), fc.nat({ max: 40 }), (pool, seed, count, seenCount) => {
        const seen = new Set(pool.slice(0, seenCount));
        const drawn = drawQuestions(pool, count, seen, seed);
        expect(drawn).toEqual(drawQuestions([...pool].reverse(), count, seen, seed));
        expect(new Set(drawn).size).toBe(Math.min(count, pool.length));
        const unseen = pool.filter((id) => !seen.has(id));
        expect(drawn.filter((id) => !seen.has(id)).length).toBe(Math.min(count, unseen.length));
      }),
    );
  });

  it('keeps the order of the others when one goes away', () => {
    fc.assert(
      fc.property(ids, seeds, fc.nat(), (pool, seed, at) => {
        const gone = pool[at % pool.length];
        const rest = pool.filter((id) => id !== gone);
        expect(shuffle(rest, seed)).toEqual(shuffle(pool, seed).filter((id) => id !== gone));
      }),
    );
  });

  it('leaves pinned options where the author put them', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 2 }),
        seeds,
        fc.nat(),
        (options, seed, at) => {
          const place = at % options.length;
          const pinned = options.slice(place, place + 1);
          const shown = shuffleOptions(options, pinned, 'q-1', seed);
          expect(shown[place]).toBe(options[place]);
          expect([...shown].sort()).toEqual([...options].sort());
        },
      ),
    );
  });

  it('gives every option every place over many seeds', () => {
    const places = new Set<string>();
    for (let seed = 0; seed < 200; seed++) {
      for (const [at, id] of shuffleOptions(['a', 'b', 'c', 'd'], [], 'q-1', seed).entries()) places.add(`${at}${id}`);
    }
    expect(places.size).toBe(16);
  });
});

describe('grading', () => {
  const multiple: ChoiceAnswer = {
    type: 'multiple-choice',
    options: ['d', 'a', 'c', 'b'],
    pinned: [],
    key: ['a', 'c'],
    select: 2,
  };

  it('gives all or nothing, whatever the order', () => {
    const subsets = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'));
    fc.assert(
      fc.property(subsets, (chosen) => {
        const right = [...chosen].sort().join() === 'a,c';
        expect(gradeAnswer(multiple, chosen, 'all-or-nothing').credit).toBe(right ? 1 : 0);
      }),
    );
  });

  it('gives the right choices less the wrong ones where partial credit is the rule', () => {
    const credits = [['a'], ['a', 'c'], ['a', 'b'], ['a', 'b', 'c', 'd'], []].map(
      (chosen) => gradeAnswer(multiple, chosen, 'partial').credit,
    );
    expect(credits).toEqual([0.5, 1, 0, 0, 0]);
  });

  it('records option ids in the author’s order', () => {
    expect(toResponse(multiple, ['b', 'a', 'd'])).toEqual({
      type: 'choice',
      response: ['d', 'a', 'b'],
      correct: ['a', 'c'],
    });
    const statement: ChoiceAnswer = { type: 'true-false', options: ['t', 'f'], pinned: [], key: ['f'], select: 1 };
    expect(gradeAnswer(statement, ['f'], 'partial')).toEqual({ credit: 1, misses: [] });
    expect(toResponse(statement, ['t'])).toEqual({ type: 'true-false', response: ['t'], correct: ['f'] });
  });
});

describe('addresses', () => {
  it('reads back the place it wrote', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][a-z0-9-]{0,10}$/), fc.string(), (page, anchor) => {
        expect(parseHash(toHash({ page, anchor }))).toEqual({ page, anchor });
      }),
    );
  });

  it('knows pages of the course, anchors, and what opens beside it', () => {
    const pages = new Map([
      ['settings.html', 'settings'],
      ['index.html', ''],
    ]);
    expect(resolveLink('settings.html#a%20b', 'intro', pages)).toEqual({
      kind: 'place',
      page: 'settings',
      anchor: 'a b',
    });
    expect(resolveLink('#fn-1', 'intro', pages)).toEqual({ kind: 'place', page: 'intro', anchor: 'fn-1' });
    expect(resolveLink('index.html', 'intro', pages)).toEqual({ kind: 'place', page: '', anchor: '' });
    expect(resolveLink('https://example.org/settings.html', 'intro', pages)).toEqual({ kind: 'beside' });
    expect(resolveLink('handout.pdf', 'intro', pages)).toEqual({ kind: 'beside' });
  });
});

describe('times', () => {
  it('writes SCORM 1.2 timespans with four digits of hours and two decimals', () => {
    expect(toTimespan(30_500)).toBe('0000:00:30.50');
    expect(toTimespan(3_600_000 * 101 + 61_000)).toBe('0101:01:01.00');
    fc.assert(fc.property(fc.nat(), (ms) => void expect(toTimespan(ms)).toMatch(/^\d{4}:[0-5]\d:[0-5]\d\.\d\d$/)));
  });
});
