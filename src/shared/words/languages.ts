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

/** `zh-Hant-TW` -> `zh-Hant-TW`, `zh-Hant`, `zh`. */
export function languageChain(language: string): readonly string[] {
  const parts = language.split('-');
  return parts.map((_, at) => parts.slice(0, parts.length - at).join('-'));
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
  const [tag] = languageChain(language).filter((name) => BUILT_IN.has(name));
  return tag === undefined ? undefined : BUILT_IN.get(tag);
}

const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);
const RIGHT_TO_LEFT_SCRIPTS = new Set(['Arab', 'Hebr', 'Thaa', 'Nkoo', 'Adlm']);

/** The direction a language is written in. A script in the tag decides, such as that of `pa-Arab`. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [name = '', ...rest] = language.split('-');
  const script = rest.find((part) => part.length === 4);
  const isRightToLeft = script === undefined ? RIGHT_TO_LEFT.has(name) : RIGHT_TO_LEFT_SCRIPTS.has(script);
  return isRightToLeft ? 'rtl' : 'ltr';
}
