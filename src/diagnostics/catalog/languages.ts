/** CW1120-1129: the languages of courses and the words of a workspace. */
import { defineRule } from '../rule.ts';

export const noWordsForLanguage = defineRule<{ language: string }>({
  code: 'CW1120',
  name: 'no-words-for-language',
  severity: 'warning',
  message: ({ language }) =>
    `there are no words in "${language}" for buttons and notices, so learners see English ones`,
  hint: ({ language }) => `write them in shared/languages/${language}.yaml, or correct the language`,
  why: 'The tool brings English and Spanish. A screen reader pronounces English words on a French page as if they were French.',
  fix: 'Write a language file with the words, or name a language that has some. The schema language.json lists every word with its English text.',
  before: 'language: fr',
  after: 'language: fr\nshared/languages/fr.yaml\npage:\n  skip: Aller au contenu\n…',
});

export const missingWords = defineRule<{ language: string; missing: readonly string[] }>({
  code: 'CW1121',
  name: 'missing-words',
  severity: 'warning',
  message: ({ language, missing }) =>
    `the language "${language}" lacks ${missing.length === 1 ? 'a word' : `${missing.length} words`}, so learners see English: ${listShort(missing)}`,
  hint: () => 'add them; the schema language.json shows the English text of each',
  why: 'Pages that change their language in mid-sentence are hard to follow, and a screen reader pronounces them wrong.',
  fix: 'Add the words. A plural word needs every form that its language has.',
  before: 'page:\n  skip: Aller au contenu',
  after: 'page:\n  skip: Aller au contenu\n  outline: Plan du cours',
});

export const wordPlaces = defineRule<{
  name: string;
  known: readonly string[];
  foreign: readonly string[];
  absent: readonly string[];
}>({
  code: 'CW1122',
  name: 'word-places',
  severity: 'error',
  message: ({ name, foreign, absent }) =>
    foreign.length > 0
      ? `the word "${name}" has no place ${braced(foreign)}`
      : `the word "${name}" leaves out ${braced(absent)}`,
  hint: ({ known }) =>
    known.length === 0 ? 'write it without braces' : `write ${braced(known)} where the values are to stand`,
  why: 'Numbers and titles are filled into these places. A place with another name would be shown as it stands, and a value without a place would be lost.',
  fix: 'Use the same places as the English text, in any order. A plural form for one number may leave out {count}.',
  before: 'progress: "{fait} sur {all}"',
  after: 'progress: "{done} sur {all}"',
});

export const languageFileName = defineRule<{ name: string }>({
  code: 'CW1123',
  name: 'language-file-name',
  severity: 'error',
  message: ({ name }) => `"${name}" is no language tag, so no course can use the words of this file`,
  hint: () => 'name the file after the language, such as fr.yaml, pt-BR.yaml or zh-Hant.yaml',
  why: 'A course finds its words by its language.',
  fix: 'Rename the file to the tag that courses write in `language:`.',
  before: 'shared/languages/french.yaml',
  after: 'shared/languages/fr.yaml',
});

function braced(places: readonly string[]): string {
  return places.map((place) => `{${place}}`).join(', ');
}

function listShort(names: readonly string[]): string {
  const shown = names.slice(0, 8).join(', ');
  return names.length > 8 ? `${shown} and ${names.length - 8} more` : shown;
}

export const languagesRules = [noWordsForLanguage, missingWords, wordPlaces, languageFileName] as const;
