/**
 * A word table and values -> sentences: fills in places, chooses plural forms, writes numbers as the language does. Tables are plain
 * data, so that a workspace can bring a language in a file. Knows no word. Intl is asked for a course's language by name, never for
 * the machine's.
 */

/** A text with places to fill in, such as `{done} of {all} done`; a plural one chooses its form by `{count}`. */
export type Sentence = string | PluralSentence;

/** Forms by the categories of Intl.PluralRules; `other` stands in for those that are not there. */
export interface PluralSentence {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** The words of one audience in one language: texts as they stand, and sentences with places. */
export interface WordTable<Fixed extends string = string, Named extends string = string> {
  readonly fixed: Readonly<Record<Fixed, string>>;
  readonly sentences: Readonly<Record<Named, Sentence>>;
}

/** A table with the names of `English`: a missing word does not compile. */
export type TableLike<English extends WordTable> = WordTable<
  Extract<keyof English['fixed'], string>,
  Extract<keyof English['sentences'], string>
>;

type PlacesIn<Text extends string> = Text extends `${string}{${infer Place}}${infer Rest}`
  ? Place | PlacesIn<Rest>
  : never;

/** What fills the places of a sentence. Numbers are written as the language writes them, with at most two decimals. */
export type ValuesOf<S extends Sentence> = S extends string
  ? { readonly [Place in PlacesIn<S>]: string | number }
  : S extends PluralSentence
    ? { readonly [Place in Exclude<PlacesIn<S['other']>, 'count'>]: string | number } & { readonly count: number }
    : never;

export type SentencesOf<English extends WordTable> = {
  readonly [Name in keyof English['sentences']]: (values: ValuesOf<English['sentences'][Name]>) => string;
};

/** The words of a table, ready to be said. */
export type WordsOf<English extends WordTable> = SentencesOf<English> & {
  readonly fixed: Readonly<Record<Extract<keyof English['fixed'], string>, string>>;
};

/** @param language a tag such as `es-MX`, for plural forms and numbers */
export function openWords<English extends WordTable>(table: TableLike<English>, language: string): WordsOf<English> {
  const speaker = new Speaker(language);
  const sentences = Object.entries<Sentence>(table.sentences).map(([name, sentence]) => [
    name,
    (values: Readonly<Record<string, string | number>>) => speaker.say(sentence, values),
  ]);
  // The names are those of the table, whose type has every name of the English one.
  return { ...Object.fromEntries(sentences), fixed: table.fixed } as WordsOf<English>;
}

/** Makes the language's rules when they are first needed: they are slow to load. */
class Speaker {
  readonly #language: string;
  #numbers: Intl.NumberFormat | undefined;
  #plurals: Intl.PluralRules | undefined;

  constructor(language: string) {
    this.#language = language;
  }

  say(sentence: Sentence, values: Readonly<Record<string, string | number>>): string {
    return this.#formOf(sentence, values.count).replace(PLACE, (place, name: string) => {
      const value = values[name];
      if (value === undefined) return place;
      return typeof value === 'string' ? value : this.#write(value);
    });
  }

  #formOf(sentence: Sentence, count: string | number | undefined): string {
    if (typeof sentence === 'string') return sentence;
    this.#plurals ??= new Intl.PluralRules([this.#language, 'en']);
    return sentence[this.#plurals.select(Number(count))] ?? sentence.other;
  }

  #write(value: number): string {
    this.#numbers ??= new Intl.NumberFormat([this.#language, 'en'], { maximumFractionDigits: 2 });
    return this.#numbers.format(value);
  }
}

/** The plural forms that whole numbers of the language need, such as `one`, `few`, `many` and `other`; the forms of English where it is unknown. */
export function pluralFormsOf(language: string): readonly string[] {
  const rules = new Intl.PluralRules([language, 'en']);
  return [...new Set(Array.from({ length: 200 }, (_, number) => rules.select(number)))].sort();
}

const PLACE = /\{([a-z]+)\}/gi;

/** The names of the places of a text, sorted, each once. */
export function placesOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(PLACE)].map(([, name = '']) => name))].sort();
}

/** The forms of a sentence by their names; a sentence with one form has `other`. */
export function formsOf(sentence: Sentence): readonly (readonly [string, string])[] {
  return typeof sentence === 'string' ? [['other', sentence]] : Object.entries(sentence);
}
