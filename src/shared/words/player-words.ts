/**
 * The words that the player shows to learners, from the table of a language, which its package carries. English (`player-en.ts`) names
 * every word: a table that lacks one does not compile. The words of a part of the player arrive with that part. The words of pages
 * stand in tables of their own.
 */
import type { PlayerPart } from '../package-files.ts';
import type { codedPlayerEnglish } from './coded-en.ts';
import type { examEnglish } from './exam-en.ts';
import type { arrangedEnglish, guideEnglish, typedEnglish } from './parts-en.ts';
import type { baseEnglish, playerEnglish } from './player-en.ts';
import { openWords, type TableLike, type WordTable, type WordsOf } from './sentence.ts';

/** All words of the player. */
export type PlayerTable = TableLike<typeof playerEnglish>;
/** The words that every package has from the start. */
export type BaseTable = TableLike<typeof baseEnglish>;

export type PlayerWords = WordsOf<typeof baseEnglish>;
export type ExamWords = PlayerWords & WordsOf<typeof examEnglish>;
export type GuideWords = PlayerWords & WordsOf<typeof guideEnglish>;
export type TypedWords = PlayerWords & WordsOf<typeof typedEnglish>;
export type CodedWords = PlayerWords & WordsOf<typeof codedPlayerEnglish>;
export type ArrangedWords = PlayerWords & WordsOf<typeof arrangedEnglish>;

/** What `words.js` and the scripts of parts bring, by where it belongs. */
export type CarriedTables = { readonly base: BaseTable } & { readonly [Part in PlayerPart]?: WordTable };

/** The words of a package as they arrive. */
export interface GrowingWords {
  /** One object that stays, so that whoever holds it has the words of parts that come later. */
  readonly words: PlayerWords;
  /** Adds the words of a part. */
  add(table: WordTable): void;
}

/** @param language a tag such as `es-MX`, for plural forms and numbers */
export function openPlayerWords(table: BaseTable, language: string): GrowingWords {
  const fixed = { ...table.fixed };
  const words = { ...openWords<typeof baseEnglish>(table, language), fixed };
  return {
    words,
    add(more) {
      Object.assign(words, { ...openWords(more, language), fixed: Object.assign(fixed, more.fixed) });
    },
  };
}
