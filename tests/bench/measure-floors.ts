/** A workspace and its packages -> CPU seconds of each floor. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { FloorInput } from './floors/floor.ts';
import { FLOORS, SUMMED } from './floors/floors.ts';
import { BENCH, ROOT, repeat } from './measure.ts';

export interface MeasuredFloors {
  readonly each: ReadonlyMap<string, number>;
  readonly sum: number;
}

export function measureFloors(input: FloorInput, times: number): MeasuredFloors {
  const each = new Map(
    Object.keys(FLOORS).map((name) => [name, Math.min(...repeat(times, () => runFloor(name, input)))]),
  );
  return { each, sum: SUMMED.reduce((sum, name) => sum + (each.get(name) ?? 0), 0) };
}

function runFloor(name: string, { workspace, packages }: FloorInput): number {
  const script = join(BENCH, 'floors', 'run-floor.ts');
  const result = spawnSync(process.execPath, ['--import', 'tsx', script, name, workspace, packages], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (result.status !== 0) throw new Error(`floor ${name}: exit ${result.status}\n${result.stderr}`);
  return Number(result.stdout);
}
