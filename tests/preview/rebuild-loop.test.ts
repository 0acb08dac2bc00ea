/** What the preview does when the system cannot tell it of changes. */
import { EventEmitter } from 'node:events';
import { afterEach, expect, it, vi } from 'vitest';
import type { PreviewBuilder } from '../../src/preview/preview-build.ts';
import { type RebuildStep, startRebuildLoop } from '../../src/preview/rebuild-loop.ts';

class Watcher extends EventEmitter {
  close(): Promise<void> {
    return Promise.resolve();
  }
}

const watchers: Watcher[] = [];
vi.mock('chokidar', () => ({
  watch: () => {
    const watcher = new Watcher();
    watchers.push(watcher);
    queueMicrotask(() => watcher.emit('ready'));
    return watcher;
  },
}));
afterEach(() => {
  watchers.length = 0;
});

it('says that changes go unseen, and goes on serving what was built', async () => {
  let builds = 0;
  const builder = {
    build: () => {
      builds++;
    },
    verifyNext: () => Promise.resolve(false),
  } as unknown as PreviewBuilder;
  const steps: RebuildStep[] = [];
  const loop = await startRebuildLoop(builder, ['/nowhere'], (step) => steps.push(step));
  expect(loop.diagnostics()).toEqual([]);
  watchers[0]?.emit('error', Object.assign(new Error('too many files'), { code: 'ENOSPC' }));
  expect(loop.diagnostics().map(({ code, severity }) => [code, severity])).toEqual([['CW9041', 'warning']]);
  // The page learns of it as of any problem.
  expect(steps.at(-1)).toBe('verified');
  expect(builds).toBe(1);
  await loop.close();
});
