/** The player's table of a language -> the words of each of its scripts, so that a page carries only those that it can show. */
import { type PlayerPart, PLAYER_PARTS } from '../package-files.ts';
import { codedPlayerEnglish } from './coded-en.ts';
import { examEnglish } from './exam-en.ts';
import { arrangedEnglish, guideEnglish, typedEnglish } from './parts-en.ts';
import { baseEnglish } from './player-en.ts';
import type { BaseTable, PlayerTable } from './player-words.ts';
import type { TableLike, WordTable } from './sentence.ts';

const ENGLISH_OF: Readonly<Record<PlayerPart, WordTable>> = {
  exam: examEnglish,
  guide: guideEnglish,
  typed: typedEnglish,
  coded: codedPlayerEnglish,
  arranged: arrangedEnglish,
};

export interface SplitTable {
  readonly base: BaseTable;
  readonly parts: ReadonlyMap<PlayerPart, WordTable>;
}

export function splitPlayerTable(table: PlayerTable): SplitTable {
  return {
    base: pick(table, baseEnglish),
    parts: new Map(PLAYER_PARTS.map((part) => [part, pick(table, ENGLISH_OF[part])])),
  };
}

/** The words whose names `english` has. */
function pick<English extends WordTable>(table: WordTable, english: English): TableLike<English> {
  const from = <Word>(words: Readonly<Record<string, Word>>, names: object) =>
    Object.fromEntries(Object.keys(names).flatMap((name) => (name in words ? [[name, words[name]]] : [])));
  // The player's table has every name of every part's.
  return {
    fixed: from(table.fixed, english.fixed),
    sentences: from(table.sentences, english.sentences),
  } as TableLike<English>;
}
