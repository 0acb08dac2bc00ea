/** When to write again. Pure arithmetic in milliseconds. */

/** A commit that seems to take longer than this was a computer that slept meanwhile (Moodle took 28 s for 600 interactions). */
const LONGEST_COMMIT = 30_000;

/** R7: at most one commit per ten seconds or twenty times what a commit takes. */
export function commitGap(commitMs: number): number {
  return Math.max(10_000, 20 * Math.min(commitMs, LONGEST_COMMIT));
}

/** Pause between the chunks of a report after a submit: the page must breathe, but many learners leave at once. */
export function reportGap(commitMs: number): number {
  return Math.max(1000, 4 * Math.min(commitMs, LONGEST_COMMIT));
}

/** R8: pause before the next try after this many failures in a row: 5, 10, 20 … 120 seconds. */
export function retryPause(failures: number): number {
  return Math.min(5000 * 2 ** Math.max(0, failures - 1), 120_000);
}

/** Interactions sent with one commit: 9 fields each, so that one chunk fits the 400 fields of Moodle's last beacon. */
export const CHUNK = 20;
