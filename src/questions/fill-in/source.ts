/** The form of a fill-in question: the texts that are accepted, and wrong ones that have a reason of their own. */
import { z } from 'zod';
import { flag, line, markdown, wholeNumber } from '../../compiler/source-format/fields.ts';
import { questionFields } from '../question-source.ts';
import { MOST_LETTERS } from '../typed/typed-text.ts';

const miss = z
  .strictObject({
    text: line('A wrong answer that learners are likely to type.', MOST_LETTERS),
    why: markdown('What is wrong with it; learners who typed it see it after they answered.'),
  })
  .meta({ description: 'A wrong answer with its reason.' });

export const fillInSchema = z
  .strictObject({
    type: z.literal('fill-in').meta({ description: 'The answer is a word or a few, typed by the learner.' }),
    ...questionFields,
    accept: z
      .array(line('A right answer.', MOST_LETTERS))
      .min(1, 'must hold at least one text')
      .meta({ description: 'Every answer that is right; the first one is shown to learners who were wrong.' }),
    'match-case': flag('true where upper and lower case make a difference; false if absent.').optional(),
    max: wholeNumber('The longest answer a learner may type, in letters; 40 if absent.', {
      min: 1,
      max: MOST_LETTERS,
    }).optional(),
    misses: z.array(miss).optional().meta({ description: 'Wrong answers that have a reason of their own.' }),
  })
  .meta({ description: 'A question that is answered by typing a word or a few.' });

export type FillInSource = z.infer<typeof fillInSchema>;
