/** A few hundred broken workspaces in every run; `npm run fuzz -- --count 10000 --seed N` for a night. */
import { expect, it } from 'vitest';
import { describeFailure, fuzzWorkspaces } from './fuzz-workspaces.ts';

const SEED = 20261122;
const CASES = 300;

it(`of ${CASES} broken workspaces (seed ${SEED}) only diagnostics or verified packages come out`, {
  timeout: 600_000,
}, async () => {
  const { failures, counts } = await fuzzWorkspaces({ seed: SEED, count: CASES });
  expect(failures.map((failure) => describeFailure(failure, SEED)).join('\n\n')).toBe('');
  // Both ways must be taken, or the changes are too small or too rough to say anything.
  expect(counts.built).toBeGreaterThan(CASES / 10);
  expect(counts.refused).toBeGreaterThan(CASES / 10);
  expect(counts.codes.size).toBeGreaterThan(30);
});
