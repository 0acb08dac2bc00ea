/** The form of a matching question: prompts, options, and which option each prompt belongs to. */
import { z } from 'zod';
import { flag, markdown, optionId } from '../../compiler/source-format/fields.ts';
import { questionFields } from '../question-source.ts';

/** Options are shown with the letters A to Z. */
const MOST_PARTS = 26;

const prompt = z
  .strictObject({
    id: optionId('One character, a to z or 0 to 9, never reused within the question.'),
    text: markdown('What an option is to be found for.'),
    match: optionId('The id of the right option.'),
    why: markdown('Why they belong together; learners see it after they answered.').optional(),
  })
  .meta({ description: 'A prompt.' });

const option = z
  .strictObject({
    id: optionId('One character, a to z or 0 to 9, never reused within the question.'),
    text: markdown('The option.'),
  })
  .meta({ description: 'An option.' });

export const matchingSchema = z
  .strictObject({
    type: z.literal('matching').meta({ description: 'An option is chosen for each of several prompts.' }),
    ...questionFields,
    reuse: flag('true where an option may be right for several prompts; false if absent.').optional(),
    prompts: z
      .array(prompt)
      .max(MOST_PARTS, `must have at most ${MOST_PARTS} prompts`)
      .meta({ description: 'The prompts, in the order shown.' }),
    options: z
      .array(option)
      .max(MOST_PARTS, `must have at most ${MOST_PARTS} options`)
      .meta({ description: 'The options to choose from; more than prompts make guessing harder.' }),
  })
  .meta({ description: 'A question that asks which belongs to which.' });

export type MatchingSource = z.infer<typeof matchingSchema>;
