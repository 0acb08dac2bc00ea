/** The form of a true-false question: the answer, and a reason for either answer. */
import { z } from 'zod';
import { flag, markdown } from '../../compiler/source-format/fields.ts';
import { questionFields } from '../question-source.ts';

export const trueFalseSchema = z
  .strictObject({
    type: z.literal('true-false').meta({ description: 'A statement that is true or false.' }),
    ...questionFields,
    answer: flag('The right answer: true or false.'),
    why: z
      .strictObject({
        true: markdown('What a learner who chose true should read.'),
        false: markdown('What a learner who chose false should read.'),
      })
      .meta({ description: 'A reason for each of the two answers.' }),
  })
  .meta({ description: 'A statement that is true or false.' });

export type TrueFalseSource = z.infer<typeof trueFalseSchema>;
