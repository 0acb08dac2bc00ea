/** The cache gives back what it was given, or nothing; it never fails and never mixes entries up. */
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openCacheFolder } from '../../src/cache/cache-folder.ts';
import { hashTexts } from '../../src/cache/fingerprint.ts';

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'coursewright-cache-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The only file of the cache. */
function entryIn(folder: string): string {
  const [group = ''] = readdirSync(folder).filter((name) => name !== '.gitignore');
  const [name = ''] = readdirSync(join(folder, group));
  return join(folder, group, name);
}

const KEY = hashTexts(['key']);
const BYTES = new TextEncoder().encode('a result');

describe('the cache folder', () => {
  it('keeps an entry for another run and in another place', () => {
    const folder = join(makeFolder(), 'here');
    openCacheFolder(folder).write(KEY, BYTES);
    const moved = `${folder}-moved`;
    renameSync(folder, moved);
    expect(openCacheFolder(moved).read(KEY)).toEqual(Buffer.from(BYTES));
    expect(openCacheFolder(folder).read(KEY)).toBeUndefined();
  });

  it('takes a damaged entry for none, whatever the damage, and mends it with the next write', () => {
    const folder = makeFolder();
    const cache = openCacheFolder(folder);
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), fc.boolean(), (place, flip, cut) => {
        cache.write(KEY, BYTES);
        const path = entryIn(folder);
        const bytes = readFileSync(path);
        const at = place % bytes.length;
        if (cut) truncateSync(path, at);
        else {
          bytes[at] = (bytes[at] ?? 0) ^ flip;
          writeFileSync(path, bytes);
        }
        expect(cache.read(KEY)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
    cache.write(KEY, BYTES);
    expect(cache.read(KEY)).toEqual(Buffer.from(BYTES));
  });

  it('does without a folder that cannot be made', () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'file'), '');
    const cache = openCacheFolder(join(folder, 'file', 'cache'));
    cache.write(KEY, BYTES);
    expect(cache.read(KEY)).toBeUndefined();
  });
});

describe('fingerprints', () => {
  it('tell every two lists of texts apart', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (a, b) => {
        expect(hashTexts(a) === hashTexts(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
    expect(hashTexts(['ab', 'c'])).not.toBe(hashTexts(['a', 'bc']));
    expect(hashTexts(['1:a'])).not.toBe(hashTexts(['', 'a']));
  });
});
