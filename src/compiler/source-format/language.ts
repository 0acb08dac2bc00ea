/** The form of `shared/languages/<language>.yaml`: words that a workspace adds or replaces. The English tables name them. */
import { z } from 'zod';
import { ENGLISH_TABLES } from '../../shared/words/languages.ts';
import { formsOf, type Sentence, type WordTable } from '../../shared/words/sentence.ts';
import { line } from './fields.ts';

const LONGEST = 400;

const PLURAL_FORMS = {
  zero: line('The form for zero, where the language has one.', LONGEST).exactOptional(),
  one: line('The form for one.', LONGEST).exactOptional(),
  two: line('The form for two, where the language has one.', LONGEST).exactOptional(),
  few: line('The form for few, where the language has one.', LONGEST).exactOptional(),
  many: line('The form for many, where the language has one.', LONGEST).exactOptional(),
  other: line('The form for all other numbers.', LONGEST),
};

function wordForm(sentence: Sentence) {
  const english = formsOf(sentence).map(([, text]) => text);
  const description = `In English: ${english.join(' / ')}`;
  const text = line(description, LONGEST);
  if (typeof sentence === 'string') return text.optional();
  return z
    .union([z.strictObject(PLURAL_FORMS).meta({ description }), text])
    .optional()
    .meta({ description });
}

function tableForm(table: WordTable, description: string) {
  const words = Object.entries({ ...table.fixed, ...table.sentences });
  const shape: Readonly<Record<string, z.ZodType<Sentence | undefined>>> = Object.fromEntries(
    words.map(([name, sentence]) => [name, wordForm(sentence)]),
  );
  return z.strictObject(shape).optional().meta({ description });
}

function buildLanguageSchema() {
  return z
    .strictObject({
      direction: z
        .enum(['ltr', 'rtl'])
        .optional()
        .meta({ description: 'Written from left to right or from right to left; known for most languages.' }),
      page: tableForm(ENGLISH_TABLES.page, 'Words of pages, by name.'),
      player: tableForm(ENGLISH_TABLES.player, 'Words of the player, by name.'),
    })
    .meta({ description: 'The words that learners see, in one language.' });
}

let schema: ReturnType<typeof buildLanguageSchema> | undefined;

/** Built when first asked for: it has a form for each word, and few workspaces have a language of their own. */
export function languageSchema(): ReturnType<typeof buildLanguageSchema> {
  schema ??= buildLanguageSchema();
  return schema;
}

/** Words by name; those that are not there stay as they are. */
export type WordsSource = Readonly<Record<string, Sentence | undefined>>;
export type LanguageSource = z.infer<ReturnType<typeof languageSchema>>;
