/** How many codes a typed field takes: what the worst case of the saved state assumes, and what the field holds to. */

const FEWEST = 6;
const MOST = 25;

/** Twice the key, 6 to 25. */
export function mostCodes(expected: number): number {
  return Math.min(Math.max(2 * expected, FEWEST), MOST);
}
