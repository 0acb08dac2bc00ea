/** The form of a numeric question: the answer, how far it may be missed, and units. */
import { z } from 'zod';
import { line, markdown } from '../../compiler/source-format/fields.ts';
import { questionFields } from '../question-source.ts';
import { MOST_FRACTION_DIGITS, MOST_WHOLE_DIGITS } from './quantity.ts';

const NUMBER = `\\d{1,${MOST_WHOLE_DIGITS}}(\\.\\d{1,${MOST_FRACTION_DIGITS}})?`;
const DIGITS = `at most ${MOST_WHOLE_DIGITS} digits before the point and ${MOST_FRACTION_DIGITS} after it`;

/** The text of a number, which never becomes a floating one. */
const number = (description: string, pattern: string, what: string) =>
  z
    .string()
    .trim()
    .regex(new RegExp(`^${pattern}$`), `must be ${what}, with ${DIGITS}`)
    .meta({ description, editorTypes: ['number', 'string'] });

const UNIT_CHARACTERS = 16;

const unit = (description: string) =>
  line(description, UNIT_CHARACTERS).regex(
    /^[^\d.,'+\-\s]/,
    'must start with a letter or a sign such as % or $, for learners type it beside a number',
  );

const otherUnit = z
  .strictObject({
    unit: unit('Another unit that learners may type.'),
    factor: number('How many of `unit` one of it is: 1000 for g where the unit is mg.', NUMBER, 'a number').refine(
      (text) => Number(text) > 0,
      'must be greater than 0',
    ),
  })
  .meta({ description: 'Another unit and its factor.' });

const miss = z
  .strictObject({
    answer: number('A wrong number that learners are likely to come to, in `unit`.', `-?${NUMBER}`, 'a number'),
    why: markdown('What is wrong with it; learners who came to it see it after they answered.'),
  })
  .meta({ description: 'A wrong number with its reason.' });

export const numericSchema = z
  .strictObject({
    type: z.literal('numeric').meta({ description: 'The answer is a number, typed by the learner.' }),
    ...questionFields,
    answer: number('The right number, in `unit`.', `-?${NUMBER}`, 'a number'),
    tolerance: number(
      'How far an answer may be off and still be right: 0.5, or 5% of the answer. Exactly the answer if absent.',
      `${NUMBER} ?%?`,
      'a number or a percentage',
    ).optional(),
    unit: unit('The unit of the answer, shown beside the field.').optional(),
    'other-units': z.array(otherUnit).optional().meta({ description: 'Other units that learners may type.' }),
    misses: z.array(miss).optional().meta({ description: 'Wrong numbers that have a reason of their own.' }),
  })
  .meta({ description: 'A question that is answered by typing a number.' });

export type NumericSource = z.infer<typeof numericSchema>;
