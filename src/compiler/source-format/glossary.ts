/** The form of a glossary. */
import { z } from 'zod';
import { id, line } from './fields.ts';

export const glossarySchema = z
  .strictObject({
    terms: z
      .array(
        z
          .strictObject({
            id: id('The id of the term.'),
            term: line('The term, as it stands in a sentence.', 80),
            also: z.array(line('Another name or abbreviation.', 80)).optional().meta({ description: 'Other names.' }),
            definition: line('One or two sentences, plain text.', 600),
          })
          .meta({ description: 'A term.' }),
      )
      .min(1)
      .meta({ description: 'The terms.' }),
  })
  .meta({ description: 'Terms and definitions.' });

export type GlossarySource = z.infer<typeof glossarySchema>;
export type TermSource = GlossarySource['terms'][number];

/** The words that stand for a term. */
export function namesOfTerm(term: TermSource): readonly string[] {
  return [term.term, ...(term.also ?? [])];
}
