/** The language of a course -> its words and its direction: what the tool brings, with the workspace's own words over it. */
import { builtInTables, directionOf, ENGLISH_TABLES, languageChain } from '../../shared/words/languages.ts';
import type { WordTable } from '../../shared/words/sentence.ts';
import type { AuthoredWorkspace, PackageModel } from '../hand-over.ts';
import type { WordsSource } from '../source-format/language.ts';

/** English words stand in for those that nobody wrote. The words of `es` hold for `es-MX` too, its own come first. */
export function wordsOf(language: string, { languages }: AuthoredWorkspace): Pick<PackageModel, 'words' | 'direction'> {
  const own = languageChain(language).flatMap((tag) => languages.get(tag)?.data ?? []);
  const base = builtInTables(language) ?? ENGLISH_TABLES;
  return {
    direction: own.find(({ direction }) => direction !== undefined)?.direction ?? directionOf(language),
    words: own.reduceRight(
      (words, source) => ({
        page: withWords(words.page, source.page),
        player: withWords(words.player, source.player),
      }),
      base,
    ),
  };
}

/** The form of the file lets no name through that the table does not have, and no plural where it has none. */
function withWords<T extends WordTable>(table: T, words: WordsSource | undefined): T {
  if (words === undefined) return table;
  const put = (part: WordTable['fixed'] | WordTable['sentences']) =>
    Object.fromEntries(Object.entries(part).map(([name, word]) => [name, words[name] ?? word]));
  return { ...table, fixed: put(table.fixed), sentences: put(table.sentences) };
}
