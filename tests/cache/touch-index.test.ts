/** Hashes kept by what the disk says of files. */
import { describe, expect, it } from 'vitest';
import type { CacheFolder } from '../../src/cache/cache-folder.ts';
import { openTouchIndex } from '../../src/cache/touch-index.ts';

const NOW = 1_000_000;

function memoryFolder(): CacheFolder {
  const entries = new Map<string, Uint8Array>();
  return {
    read: (key) => entries.get(key),
    write: (key, bytes) => void entries.set(key, bytes),
    prune: () => undefined,
  };
}

describe('the index', () => {
  it('never takes two files of one stamp for each other', () => {
    const folder = memoryFolder();
    const touch = { stamp: '0-0-50000-5-5', at: 5 };
    const first = openTouchIndex(folder, NOW);
    first.note('a.png', touch, 'hash of a');
    first.note('b.png', touch, 'hash of b');
    first.save();
    const second = openTouchIndex(folder, NOW);
    expect([second.find('a.png', touch), second.find('b.png', touch)]).toEqual(['hash of a', 'hash of b']);
    expect(second.find('c.png', touch)).toBeUndefined();
  });

  it('enters no file that was touched in the last three seconds, nor in the future', () => {
    const folder = memoryFolder();
    const first = openTouchIndex(folder, NOW);
    for (const at of [NOW - 3001, NOW - 2999, NOW + 5000]) first.note(`${at}`, { stamp: 's', at }, 'hash');
    first.save();
    const found = [NOW - 3001, NOW - 2999, NOW + 5000].map((at) =>
      openTouchIndex(folder, NOW).find(`${at}`, { stamp: 's', at }),
    );
    expect(found).toEqual(['hash', undefined, undefined]);
  });

  it('forgets what a run did not ask for', () => {
    const folder = memoryFolder();
    const touch = { stamp: 's', at: 5 };
    const first = openTouchIndex(folder, NOW);
    first.note('kept', touch, 'hash');
    first.note('gone', touch, 'hash');
    first.save();
    const second = openTouchIndex(folder, NOW);
    second.find('kept', touch);
    second.save();
    const third = openTouchIndex(folder, NOW);
    expect([third.find('kept', touch), third.find('gone', touch)]).toEqual(['hash', undefined]);
  });
});
