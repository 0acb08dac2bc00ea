/** Every code of the catalog stands in a test or in what a fixture expects, so that none can be added without one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CATALOG } from '../src/diagnostics/catalog/catalog.ts';

it('no code is without a test', () => {
  const texts = readdirSync(import.meta.dirname, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && (/\.ts$/.test(entry.name) || entry.name === 'expected.txt'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  const named = new Set(texts.flatMap((text) => text.match(/\bCW\d{4}\b/g) ?? []));
  expect(CATALOG.size).toBeGreaterThan(250);
  expect([...CATALOG.keys()].filter((code) => !named.has(code))).toEqual([]);
});
