/** A language tag -> what is known of the language: the tables that the tool brings, and the direction it is written in. */
import { pageEnglish } from './page-en.ts';
import { pageSpanish } from './page-es.ts';
import type { PageTable } from './page-words.ts';
import { playerEnglish } from './player-en.ts';
import { playerSpanish } from './player-es.ts';
import type { PlayerTable } from './player-words.ts';

export interface LanguageTables {
  readonly page: PageTable;
  readonly player: PlayerTable;
}

/** `es-MX` -> `es`. */
export function baseLanguage(language: string): string {
  return language.split('-')[0] ?? language;
}

/** What stands in where a language has no words. */
export const ENGLISH_TABLES: LanguageTables = { page: pageEnglish, player: playerEnglish };

/** A new language of the tool is two more files and one more row. */
const BUILT_IN: ReadonlyMap<string, LanguageTables> = new Map([
  ['en', ENGLISH_TABLES],
  ['es', { page: pageSpanish, player: playerSpanish }],
]);

/** The tool's tables for a language such as `es-MX`: those of the language without its region where there are no others. */
export function builtInTables(language: string): LanguageTables | undefined {
  return BUILT_IN.get(language) ?? BUILT_IN.get(baseLanguage(language));
}

const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The direction a language is written in. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(baseLanguage(language)) ? 'rtl' : 'ltr';
}
