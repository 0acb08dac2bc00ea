/** The form of an ordering question: items in their right order. */
import { z } from 'zod';
import { markdown, optionId } from '../../compiler/source-format/fields.ts';
import { questionFields } from '../question-source.ts';

const MOST_ITEMS = 26;

const item = z
  .strictObject({
    id: optionId('One character, a to z or 0 to 9, never reused within the question.'),
    text: markdown('The item.'),
    why: markdown('Why it stands where it stands; learners see it after they answered.').optional(),
  })
  .meta({ description: 'An item.' });

export const orderingSchema = z
  .strictObject({
    type: z.literal('ordering').meta({ description: 'Items are put in order.' }),
    ...questionFields,
    items: z
      .array(item)
      .max(MOST_ITEMS, `must have at most ${MOST_ITEMS} items`)
      .meta({ description: 'The items in their right order; learners see them mixed.' }),
  })
  .meta({ description: 'A question that asks for the order of items.' });

export type OrderingSource = z.infer<typeof orderingSchema>;
