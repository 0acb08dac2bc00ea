/** The form of a code entry: the codes that are right, and wrong ones that the author foresaw. */
import { z } from 'zod';
import { code, codeSystem, markdown } from '../../compiler/source-format/fields.ts';
import { questionFields } from '../question-source.ts';

const expected = z
  .strictObject({
    code: code('The right code, with or without its dot.'),
    system: codeSystem('The code system; icd-10-cm if absent.').optional(),
    also: z
      .array(code('A code that is as right.'))
      .min(1)
      .optional()
      .meta({ description: 'Other codes that are as right in its place.' }),
    why: markdown('Why this code is right; learners see it after they answered.'),
  })
  .meta({ description: 'A code that is asked for.' });

const miss = z
  .strictObject({
    code: code('A wrong code that learners may give.'),
    system: codeSystem('The code system; icd-10-cm if absent.').optional(),
    why: markdown('Why this code is wrong; learners who gave it see it.'),
  })
  .meta({ description: 'A wrong code with its reason.' });

export const codeEntrySchema = z
  .strictObject({
    type: z.literal('code-entry').meta({ description: 'Codes are typed.' }),
    ...questionFields,
    expect: z
      .array(expected)
      .min(1)
      .max(25, 'asks for too many codes; a question can ask for 25')
      .meta({ description: 'The codes that are asked for; the learner is told how many.' }),
    misses: z
      .array(miss)
      .optional()
      .meta({ description: 'Wrong codes that the author foresaw, each with its reason.' }),
  })
  .meta({ description: 'A question that is answered by typing one code or several.' });

export type CodeEntrySource = z.infer<typeof codeEntrySchema>;
