/** A Node command line -> the CPU seconds and the memory of its whole process. Knows nothing of what it runs. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const BENCH = dirname(fileURLToPath(import.meta.url));
export const ROOT = join(BENCH, '..', '..');
/** The built command, as people run it. */
export const COMMAND = join(ROOT, 'lib', 'cli.js');

export interface Usage {
  /** Seconds, user and system, start of Node included. */
  readonly cpu: number;
  /** Largest resident size in bytes. */
  readonly memory: number;
}

/** Runs to the end and throws when the exit code is none of `ends`. */
export function measureNode(args: readonly string[], cwd = ROOT, ends: readonly number[] = [0]): Usage {
  const result = spawnSync(process.execPath, ['--require', join(BENCH, 'report-usage.cjs'), ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (!ends.includes(result.status ?? -1))
    throw new Error(`node ${args.join(' ')}: exit ${result.status}\n${result.stderr}`);
  return JSON.parse(result.output[3] ?? '');
}

/** The least of several runs: other work on the machine only ever adds. */
export function leastOf(usages: readonly Usage[]): Usage {
  return {
    cpu: Math.min(...usages.map(({ cpu }) => cpu)),
    memory: Math.min(...usages.map(({ memory }) => memory)),
  };
}

export function repeat<T>(times: number, run: () => T): readonly T[] {
  return Array.from({ length: times }, run);
}
