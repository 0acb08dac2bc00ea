/**
 * Finds questions that ask nearly the same: the share of meaningful words that two stems have in common.
 * Looks only at pairs that share one of their rarest words, so that ten thousand questions take a moment.
 */
import type { Item } from './item.ts';
import { normalizeText } from './words.ts';

export interface SimilarPair {
  readonly item: Item;
  /** The earlier one. */
  readonly other: Item;
  /** Percent of the words of both. */
  readonly shared: number;
}

/** Shorter stems, such as "Which is right?", say too little to be compared. */
const FEWEST_WORDS = 5;
/** A word that stands in more stems than this finds no pairs. Equal stems are found all the same. */
const COMMON = 50;

/** At most one pair for each item, with the most similar of the earlier ones. */
export function findSimilarStems(items: readonly Item[], percent: number): readonly SimilarPair[] {
  const bags = items.map((item) => ({ item, words: item.words }));
  const counts = new Map<string, number>();
  for (const { words } of bags) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const countOf = (word: string) => counts.get(word) ?? 0;
  const byWord = new Map<string, number[]>();
  const byStem = new Map<string, number>();
  const pairs: SimilarPair[] = [];
  bags.forEach(({ item, words }, index) => {
    const rare = [...words].sort((a, b) => countOf(a) - countOf(b) || (a < b ? -1 : 1));
    // Two bags of enough similarity share one of these.
    const needed = words.size - Math.ceil((words.size * percent) / 100) + 1;
    const probes = rare.slice(0, needed).filter((word) => countOf(word) <= COMMON);
    // A stem of few words is compared with its options: "Which is right?" may stand in many questions.
    const key = `${normalizeText(item.stem)}\0${optionsKey(item)}`;
    const equal = byStem.get(key);
    const best = equal === undefined ? pickBest(words, probes, index) : { other: equal, shared: 100 };
    const other = bags[best?.other ?? -1]?.item;
    if (best !== undefined && other !== undefined) pairs.push({ item, other, shared: best.shared });
    if (equal === undefined) byStem.set(key, index);
    for (const word of probes) {
      const list = byWord.get(word);
      if (list === undefined) byWord.set(word, [index]);
      else list.push(index);
    }
  });
  return pairs;

  function pickBest(words: ReadonlySet<string>, probes: readonly string[], index: number) {
    if (words.size < FEWEST_WORDS) return undefined;
    let best: { other: number; shared: number } | undefined;
    for (const other of new Set(probes.flatMap((word) => byWord.get(word) ?? []))) {
      const theirs = bags[other]?.words ?? new Set();
      if (other === index || theirs.size < FEWEST_WORDS) continue;
      const shared = shareOf(words, theirs);
      if (shared >= percent && shared > (best?.shared ?? 0)) best = { other, shared };
    }
    return best;
  }
}

function optionsKey({ options, lists }: Item): string {
  return [...options.map((option) => option.text), ...lists.flatMap(({ texts }) => texts)]
    .map(normalizeText)
    .sort()
    .join('\0');
}

function shareOf(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let common = 0;
  for (const word of words) if (others.has(word)) common++;
  return Math.floor((common * 100) / (words.size + others.size - common));
}
