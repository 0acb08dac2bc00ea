/** The form of a map that says where guidelines of one edition stand in the next. */
import { z } from 'zod';
import { edition, id, line } from './fields.ts';

const number = (description: string) =>
  z
    .string()
    .regex(
      /^(?:[IVX]+(?:\.[A-Za-z0-9]{1,3})+|[A-D][0-9]{1,2}(?:\.[0-9]{1,2})?[a-z]?)$/,
      'must be a number such as I.C.1.a.2 or B3.4a',
    )
    .meta({ description });

export const guidelineMapSchema = z
  .strictObject({
    id: id('The id; the same as the file name.'),
    from: edition.meta({ description: 'The edition whose numbers courses cite, such as icd-10-cm@2026.' }),
    to: edition.meta({ description: 'The edition to come.' }),
    moved: z
      .array(
        z
          .strictObject({
            was: number('The number in the old edition.'),
            now: number('The number in the new one; leave it out where the guideline is gone.').optional(),
            note: line('What else changed, in one sentence.', 300).optional(),
          })
          .meta({ description: 'A guideline.' }),
      )
      .min(1)
      .meta({ description: 'Guidelines that have another number, another text or none.' }),
  })
  .meta({ description: 'Where the guidelines of one edition stand in the next.' });

export type GuidelineMapSource = z.infer<typeof guidelineMapSchema>;
