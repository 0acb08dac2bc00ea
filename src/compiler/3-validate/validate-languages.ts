/** `shared/languages/*.yaml` -> words by language, with every place in them that does not fit reported, and every word that lacks. */
import { languageFileName, missingWords, noWordsForLanguage, wordPlaces } from '../../diagnostics/catalog/languages.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import { builtInTables, ENGLISH_TABLES, languageChain } from '../../shared/words/languages.ts';
import { formsOf, placesOf, pluralFormsOf, type Sentence, type WordTable } from '../../shared/words/sentence.ts';
import type { Authored } from '../hand-over.ts';
import { LANGUAGE_PATTERN } from '../source-format/fields.ts';
import { type LanguageSource, languageSchema, type WordsSource } from '../source-format/language.ts';
import { findNode, spanOf } from '../syntax/yaml/query-yaml.ts';
import type { YamlDocument } from '../syntax/yaml/yaml-tree.ts';
import { checkDocument } from './check-form.ts';
import { baseName, isReadme } from './workspace-files.ts';

const AUDIENCES = ['page', 'player'] as const;

export function validateLanguages(
  documents: readonly YamlDocument[],
  report: Reporter,
): ReadonlyMap<string, Authored<LanguageSource>> {
  const languages = new Map<string, Authored<LanguageSource>>();
  const tags = new Set(documents.map(({ file }) => baseName(file)));
  for (const document of documents.filter(({ file }) => !isReadme(file))) {
    const tag = baseName(document.file);
    if (!LANGUAGE_PATTERN.test(tag)) {
      report.add(languageFileName, { file: document.file }, { name: tag });
      continue;
    }
    const authored = checkDocument(document, languageSchema(), 'this language', report);
    if (authored === undefined) continue;
    for (const audience of AUDIENCES) checkPlaces(authored, audience, report);
    const [, ...wider] = languageChain(tag);
    const isWhole = builtInTables(tag) !== undefined || wider.some((name) => tags.has(name));
    if (!isWhole) checkMissing(authored, tag, report);
    languages.set(tag, authored);
  }
  return languages;
}

/**
 * Reports a language for which there is nothing but English.
 * @param authored coursewright.yaml or a course.yaml
 * @param own tags of the workspace's languages, broken ones too
 */
export function checkLanguage(
  authored: Authored<{ readonly language?: string | undefined }> | undefined,
  own: ReadonlySet<string>,
  report: Reporter,
): void {
  const language = authored?.data.language;
  if (authored === undefined || language === undefined || builtInTables(language) !== undefined) return;
  if (languageChain(language).some((tag) => own.has(tag))) return;
  report.add(noWordsForLanguage, spanOf(authored.file, authored.tree, ['language']), { language });
}

function sentencesOf(table: WordTable): ReadonlyMap<string, Sentence> {
  return new Map<string, Sentence>(Object.entries({ ...table.fixed, ...table.sentences }));
}

/** The places of a word in any of its English forms. */
function englishPlaces(sentence: Sentence): readonly string[] {
  return [...new Set(formsOf(sentence).flatMap(([, text]) => placesOf(text)))].sort();
}

/** A form for one number may spell the number out; all else that is filled in must be there, and nothing more. */
function checkPlaces(
  { file, tree, data }: Authored<LanguageSource>,
  audience: (typeof AUDIENCES)[number],
  report: Reporter,
): void {
  const english = sentencesOf(ENGLISH_TABLES[audience]);
  for (const [name, word] of Object.entries<Sentence | undefined>(data[audience] ?? {})) {
    if (word === undefined) continue;
    const known = englishPlaces(english.get(name) ?? '');
    for (const [form, text] of formsOf(word)) {
      const places = placesOf(text);
      const foreign = places.filter((place) => !known.includes(place));
      const needed = form === 'other' ? known : known.filter((place) => place !== 'count');
      const absent = needed.filter((place) => !places.includes(place));
      if (foreign.length === 0 && absent.length === 0) continue;
      const path = typeof word === 'string' ? [audience, name] : [audience, name, form];
      report.add(wordPlaces, spanOf(file, tree, path), { name, known, foreign, absent });
    }
  }
}

function checkMissing({ file, tree, data }: Authored<LanguageSource>, tag: string, report: Reporter): void {
  const plurals = pluralFormsOf(tag);
  const missing = AUDIENCES.flatMap((audience) =>
    [...sentencesOf(ENGLISH_TABLES[audience]).keys()].flatMap((name) =>
      missingForms(data[audience], name, plurals).map((form) => `${audience}.${form}`),
    ),
  );
  const first = findNode(tree, [])?.start ?? 0;
  if (missing.length > 0) {
    report.add(missingWords, { file, start: first, end: first }, { language: tag, missing });
  }
}

/** The name of the word when it lacks, or the plural forms that its language has and it has not. */
function missingForms(words: WordsSource | undefined, name: string, plurals: readonly string[]): readonly string[] {
  const word = words?.[name];
  if (word === undefined) return [name];
  if (typeof word === 'string') return [];
  const forms = new Set(formsOf(word).map(([form]) => form));
  return plurals.filter((form) => !forms.has(form)).map((form) => `${name}.${form}`);
}
