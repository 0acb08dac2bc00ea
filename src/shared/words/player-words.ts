/**
 * The words that the player shows to learners, from the table of a language, which its package carries. English (`player-en.ts`) names
 * every word: a table that lacks one does not compile. The words of pages stand in tables of their own.
 */
import { MISSES, type Miss } from '../misses.ts';
import type { playerEnglish } from './player-en.ts';
import { openWords, type TableLike, type WordsOf } from './sentence.ts';

export type PlayerTable = TableLike<typeof playerEnglish>;

export interface PlayerWords extends WordsOf<typeof playerEnglish> {
  /** What each way of being wrong is called in a table of them. */
  readonly misses: Readonly<Record<Miss, string>>;
}

/** @param language a tag such as `es-MX`, for plural forms and numbers */
export function openPlayerWords(table: PlayerTable, language: string): PlayerWords {
  return { ...openWords<typeof playerEnglish>(table, language), misses: missWords(table.fixed) };
}

function missWords(fixed: PlayerTable['fixed']): Readonly<Record<Miss, string>> {
  // Every miss is in the list.
  return Object.fromEntries(MISSES.map((miss) => [miss, fixed[`miss-${miss}`]])) as Record<Miss, string>;
}
