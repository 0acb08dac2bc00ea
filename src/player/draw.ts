/**
 * Chooses and orders questions and options from a saved seed. Pure. Every place comes from a hash of seed and id, never from
 * a position, so that a question that goes away or comes leaves the order of the others as the learner saw it.
 */

/** One number of mulberry32, a small generator in the public domain (T. Ettinger). */
function mulberry32(seed: number): number {
  let t = (seed + 0x6d2b79f5) | 0;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return (t ^ (t >>> 14)) >>> 0;
}

/** 32-bit FNV-1a. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Where a name stands among others under this seed: 32 bits. */
export function placeOf(seed: number, name: string): number {
  return mulberry32(mulberry32(seed) ^ hashText(name));
}

/** The same names in an order that only seed and names decide. */
export function shuffle(names: readonly string[], seed: number): readonly string[] {
  return [...names].sort((a, b) => placeOf(seed, a) - placeOf(seed, b) || (a < b ? -1 : 1));
}

/** Option ids in the order to show: pinned ones stay where the author put them. */
export function shuffleOptions(
  options: readonly string[],
  pinned: readonly string[],
  question: string,
  seed: number,
): readonly string[] {
  const free = shuffle(
    options.filter((id) => !pinned.includes(id)),
    placeOf(seed, question),
  );
  let next = 0;
  return options.map((id) => (pinned.includes(id) ? id : (free[next++] ?? id)));
}

/** Question ids for one attempt, in the order to show: unseen ones first choice. */
export function drawQuestions(
  pool: readonly string[],
  count: number,
  seen: ReadonlySet<string>,
  seed: number,
): readonly string[] {
  const shuffled = shuffle(pool, seed);
  const preferred = [...shuffled.filter((id) => !seen.has(id)), ...shuffled.filter((id) => seen.has(id))];
  return shuffle(preferred.slice(0, count), seed);
}
