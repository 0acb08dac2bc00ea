/** The form of a multiple-choice question: options, and how many of them are right. */
import { z } from 'zod';
import { wholeNumber } from '../../compiler/source-format/fields.ts';
import { optionsField, questionFields } from '../question-source.ts';

export const multipleChoiceSchema = z
  .strictObject({
    type: z.literal('multiple-choice').meta({ description: 'Several options may be right.' }),
    select: wholeNumber('How many options are right; the learner is told.', { min: 1, max: 36 }),
    ...questionFields,
    options: optionsField,
  })
  .meta({ description: 'A question that says how many options are right.' });

export type MultipleChoiceSource = z.infer<typeof multipleChoiceSchema>;
