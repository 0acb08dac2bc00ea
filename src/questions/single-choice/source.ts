/** The form of a single-choice question: options, one of them right. */
import { z } from 'zod';
import { optionsField, questionFields } from '../question-source.ts';

export const singleChoiceSchema = z
  .strictObject({
    type: z.literal('single-choice').meta({ description: 'One option is right.' }),
    ...questionFields,
    options: optionsField,
  })
  .meta({ description: 'A question with one right option.' });

export type SingleChoiceSource = z.infer<typeof singleChoiceSchema>;
