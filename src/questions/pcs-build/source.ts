/** The form of a drill: the code to build, what is given of it, what else may be chosen, and reasons by character. */
import { z } from 'zod';
import { code, markdown } from '../../compiler/source-format/fields.ts';
import { SETTINGS } from '../../compiler/source-format/settings.ts';
import { questionFields } from '../question-source.ts';

/** What may stand in a code of ICD-10-PCS: no I and no O. */
const BEGINNING = '[0-9A-HJ-NP-Z]';
const beginning = (description: string, least: number, most: number) =>
  z
    .string()
    .trim()
    .toUpperCase()
    .regex(
      new RegExp(`^${BEGINNING}{${least},${most}}$`),
      `must be ${least} to ${most} characters of an ICD-10-PCS code, which has no letters I and O`,
    )
    .meta({ description, editorTypes: ['string', 'integer'] });

/** Reasons by character, in order. The names are those of Medical and Surgical; other sections have other axes in the same places. */
export const WHY_NAMES = [
  'section',
  'body-system',
  'operation',
  'body-part',
  'approach',
  'device',
  'qualifier',
] as const;

const reason = (number: number) =>
  markdown(`Why character ${number} is what it is; learners see it after they answered.`).optional();

const miss = z
  .strictObject({
    code: code('A wrong code that learners may build.'),
    why: markdown('Why this code is wrong; learners who built it see it.'),
  })
  .meta({ description: 'A wrong code with its reason.' });

export const pcsBuildSchema = z
  .strictObject({
    type: z.literal('pcs-build').meta({ description: 'An ICD-10-PCS code is built character by character.' }),
    ...questionFields,
    setting: z
      .enum(SETTINGS)
      .optional()
      .meta({ description: 'Where the patient is treated: inpatient, which is so if absent.' }),
    expect: code('The right code, seven characters.'),
    also: z
      .array(code('A code that is as right.'))
      .min(1)
      .optional()
      .meta({ description: 'Other codes that are as right.' }),
    given: beginning('The first characters, given to the learner: 0D for section and body system.', 1, 6).optional(),
    offer: z
      .array(beginning('A body system, such as 0W, or one table, such as 0W9.', 2, 3))
      .min(1)
      .optional()
      .meta({ description: 'Further body systems or tables to choose from, beside those of the codes named here.' }),
    why: z
      .strictObject({
        section: reason(1),
        'body-system': reason(2),
        operation: reason(3),
        'body-part': reason(4),
        approach: reason(5),
        device: reason(6),
        qualifier: reason(7),
      })
      .optional()
      .meta({ description: 'Reasons by character, 1 to 7 by the names of Medical and Surgical.' }),
    misses: z
      .array(miss)
      .min(1)
      .optional()
      .meta({ description: 'Wrong codes that the author foresaw, each with its reason.' }),
  })
  .meta({ description: 'A question that is answered by building an ICD-10-PCS code over its table.' });

export type PcsBuildSource = z.infer<typeof pcsBuildSchema>;
