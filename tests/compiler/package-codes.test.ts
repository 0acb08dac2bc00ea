/** What a package carries of the codes around those that are typed: within its budget, those of right codes first, in an order that tells nothing. */
import { expect, it } from 'vitest';
import { buildPackageCodes, CODES_BUDGET } from '../../src/compiler/4-model/build-package-codes.ts';
import type { NearCategory, WantedCategory } from '../../src/compiler/near-codes.ts';

const SYSTEM = 'icd-10-cm' as const;

function near(category: string, codes: string, edition = '2026'): NearCategory {
  return { system: SYSTEM, category, edition, content: { codes } };
}

function build(wanted: readonly WantedCategory[], nearCategories: readonly NearCategory[], editions?: string[]) {
  const data = editions === undefined ? {} : { editions };
  return buildPackageCodes(['q-1'], { wantedCategories: new Map([['q-1', wanted]]), nearCategories, data });
}

const want = (category: string, hasKey: boolean): WantedCategory => ({ system: SYSTEM, category, hasKey });

it('is nothing where no codes are typed', () => {
  expect(build([], [near('E11', '9,')])).toBeUndefined();
});

it('counts what it could not find, and takes the edition that the course names', () => {
  const found = build(
    [want('Z79', false), want('E11', true), want('K35', true)],
    [near('E11', '9,', '2025'), near('E11', '0(01,)9,'), near('Z79', '4,')],
    ['icd-10-cm@2026'],
  );
  expect(found?.figures).toMatchObject({ categories: 2, wanted: 3, codes: 4 });
  expect(found?.extract).toEqual({
    'icd-10-cm': { edition: 'icd-10-cm@2026', categories: { E11: { codes: '0(01,)9,' }, Z79: { codes: '4,' } } },
  });
});

it('stays within the budget and leaves out what is no key first', () => {
  const names = Array.from({ length: 99 }, (_, at) => `A${String(at).padStart(2, '0')}`);
  const long = Array.from({ length: 1000 }, (_, at) => String(at).padStart(4, '0')).join(',');
  // The keys stand last in the alphabet.
  const wanted = names.map((name, at) => want(name, at > 92));
  const found = build(
    wanted,
    names.map((name) => near(name, long)),
  );
  expect(found?.figures.bytes).toBeLessThanOrEqual(CODES_BUDGET);
  expect(JSON.stringify(found?.extract).length).toBeLessThanOrEqual(CODES_BUDGET + 100);
  const kept = Object.keys(found?.extract[SYSTEM]?.categories ?? {});
  expect(kept).toEqual([...kept].sort());
  expect(kept).toEqual(expect.arrayContaining(names.slice(93)));
  expect(found?.figures.categories).toBe(kept.length);
  expect(kept.length).toBeLessThan(names.length);
});
