/**
 * Turns the seconds that a question took into one of 64 steps and back: exact up to ten, then within a tenth, up to
 * nearly five hours. Imports nothing.
 */

export const SECONDS_BITS = 6;
const GROWTH = 1.15;

function makeSteps(): readonly number[] {
  const steps = [0];
  while (steps.length < 2 ** SECONDS_BITS) {
    const last = steps[steps.length - 1] ?? 0;
    steps.push(Math.max(last + 1, Math.round(last * GROWTH)));
  }
  return steps;
}

/** Seconds of each step, ascending. */
const STEPS = makeSteps();

/** The nearest step; the last one for anything longer. */
export function toSecondsStep(seconds: number): number {
  const above = STEPS.findIndex((step) => step >= seconds);
  if (above < 0) return STEPS.length - 1;
  const below = Math.max(0, above - 1);
  return seconds - (STEPS[below] ?? 0) < (STEPS[above] ?? 0) - seconds ? below : above;
}

export function fromSecondsStep(step: number): number {
  return STEPS[step] ?? 0;
}
