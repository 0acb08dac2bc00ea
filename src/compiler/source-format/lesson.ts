/** The form of a lesson's front matter. */
import { z } from 'zod';
import { accept, allowances, codesBySystem, id, line, wholeNumber } from './fields.ts';

export const lessonSchema = z
  .strictObject({
    id: id('The id of the lesson; its file name without the leading number if absent.').optional(),
    formerly: z
      .array(id('An id that the lesson once had.'))
      .optional()
      .meta({ description: 'Ids that the lesson once had.' }),
    title: line('The title, the only top heading of the page.', 120),
    objectives: z
      .array(line('What the learner can do afterwards, starting with a verb.'))
      .min(1)
      .optional()
      .meta({ description: 'Measurable objectives.' }),
    domain: z
      .union([id('An exam domain.'), z.array(id('An exam domain.')).min(1)])
      .optional()
      .meta({ description: 'The exam domain that the lesson teaches, or a list of several.' }),
    minutes: wholeNumber('How long it takes, in minutes.', { min: 1, max: 240 }).optional(),
    codes: codesBySystem('Codes the lesson is about, by system.').optional(),
    guideline: line('Where the official text stands, such as Section II.H.').optional(),
    accept: accept.optional(),
    allow: allowances.optional(),
  })
  .meta({ description: 'The head of a lesson.' });

export type LessonSource = z.infer<typeof lessonSchema>;

/** The exam domains that a lesson teaches, in the author's order. */
export function domainsOf(lesson: LessonSource): readonly string[] {
  return [lesson.domain ?? []].flat();
}
