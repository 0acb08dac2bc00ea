/** Finds the name an author probably meant. The only file that knows the edit-distance library. */
import { distance } from 'fastest-levenshtein';

const MAX_LENGTH = 200;

/** The candidate closest to `name`, or undefined when none is close enough to be a slip of the finger. */
export function findNearestName(name: string, candidates: Iterable<string>): string | undefined {
  // Nobody misspells a whole paragraph, and comparing takes time with the square of the length.
  if (name.length > MAX_LENGTH) return undefined;
  const limit = Math.max(1, Math.floor(name.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) > limit) continue;
    const d = slipsBetween(name.toLowerCase(), candidate.toLowerCase());
    if (d < bestDistance) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
}

/** Edit distance, but two neighbors that changed places are one slip, not two: `titel`. */
function slipsBetween(name: string, candidate: string): number {
  const first = name.split('').findIndex((letter, index) => letter !== candidate[index]);
  const isSwap =
    first !== -1 &&
    candidate.slice(0, first) + candidate.charAt(first + 1) + candidate.charAt(first) + candidate.slice(first + 2) ===
      name;
  return isSwap ? 1 : distance(name, candidate);
}
