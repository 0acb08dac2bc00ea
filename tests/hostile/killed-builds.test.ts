/**
 * Builds that are killed at random moments: each package under its name is whole, the old one or the new one, and the next build
 * puts the lists right. `COURSEWRIGHT_KILLS=200` kills more often.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeProject, ROOT, runCoursewright } from '../cli/run-coursewright.ts';
import { seededSource } from './seeded-source.ts';

const KILLS = Number(process.env.COURSEWRIGHT_KILLS ?? '25');
const SEED = 20261122;
const BUILD = ['build', '--as-of', '2026-11-22'];

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** By file name. */
function hashes(dist: string): ReadonlyMap<string, string> {
  const zips = existsSync(dist) ? readdirSync(dist).filter((name) => name.endsWith('.zip')) : [];
  return new Map(zips.map((name) => [name, hashOf(join(dist, name))]));
}

async function killAfter(folder: string, ms: number): Promise<boolean> {
  const child: ChildProcess = spawn(process.execPath, [join(ROOT, 'lib', 'cli.js'), ...BUILD], {
    cwd: folder,
    stdio: 'ignore',
  });
  const ended = new Promise<boolean>((resolve) => {
    child.on('exit', (_, signal) => resolve(signal === 'SIGKILL'));
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), ms);
  const killed = await ended;
  clearTimeout(timer);
  return killed;
}

function setVersion(folder: string, number: number): void {
  for (const course of ['all-features', 'second-course']) {
    const path = join(folder, 'course-source', course, 'course.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^version: .*$/m, `version: 1.0.${number}`));
  }
}

it(`${KILLS} killed builds (seed ${SEED}) leave whole packages`, { timeout: 60_000 + KILLS * 20_000 }, async () => {
  const folder = makeProject('everything');
  const dist = join(folder, 'dist');
  const random = seededSource(SEED);
  const complete: ReadonlyMap<string, string>[] = [];
  for (const number of [1, 2]) {
    setVersion(folder, number);
    const start = performance.now();
    expect(runCoursewright(folder, BUILD).exitCode).toBe(0);
    complete[number] = hashes(dist);
    if (number === 2) complete[0] = new Map([['took', String(performance.now() - start)]]);
  }
  const took = Number(complete[0]?.get('took'));
  let kills = 0;
  for (let at = 0; at < KILLS; at++) {
    setVersion(folder, (at % 2) + 1);
    // Most of the time goes by before the first file is written: half of the kills hit the last quarter.
    const moment = at % 2 === 0 ? random.below(took * 1.1) : took * 0.75 + random.below(took * 0.4);
    if (await killAfter(folder, moment)) kills++;
    const found = hashes(dist);
    expect([...found.keys()].sort()).toEqual([...(complete[1]?.keys() ?? [])].sort());
    for (const [name, hash] of found) expect([complete[1]?.get(name), complete[2]?.get(name)]).toContain(hash);
  }
  expect(kills).toBeGreaterThan(0);
  expect(runCoursewright(folder, BUILD).exitCode).toBe(0);
  const found = hashes(dist);
  const names = [...found.keys()].sort();
  // A package may bring sheets for instructors, whose names begin with its own.
  const left = readdirSync(dist).filter((name) => !name.includes('-answer-sheet-'));
  expect(left.sort()).toEqual([...names, 'SHA256SUMS', 'index.json'].sort());
  const sums = names.map((name) => `${found.get(name)}  ${name}\n`).join('');
  expect(readFileSync(join(dist, 'SHA256SUMS'), 'utf8')).toBe(sums);
  const index: { packages: { file: string; sha256: string }[] } = JSON.parse(
    readFileSync(join(dist, 'index.json'), 'utf8'),
  );
  expect(new Map(index.packages.map((row) => [row.file, row.sha256]))).toEqual(found);
});
