/** The form of an exam blueprint. */
import { z } from 'zod';
import { caseCounts } from './case-counts.ts';
import { date, decimal, id, line, source, wholeNumber } from './fields.ts';

const percentRange = z.strictObject({
  min: decimal('Lowest percent.', { min: 0, max: 100 }),
  max: decimal('Highest percent.', { min: 0, max: 100 }),
});

const section = z
  .strictObject({
    id: id('The id of the domain; questions name it under `domain:`.'),
    title: line('The title of the domain.', 120),
    count: wholeNumber('How many items.', { min: 1, max: 1000 }).optional(),
    percent: percentRange.optional().meta({ description: 'The range of its share, in percent.' }),
    disputed: line('One sentence, where sources disagree.', 600).optional(),
  })
  .meta({ description: 'A domain of the exam. It has either `count` or `percent`.' });

const pass = z
  .strictObject({
    kind: z
      .enum(['percent', 'scaled'])
      .meta({ description: 'Percent of items, or a scaled score that no practice can reproduce.' }),
    value: decimal('What is needed.', { min: 1, max: 10000 }),
    scale: line('The scale, such as 100-400.', 40).optional(),
  })
  .meta({ description: 'The pass rule of the real exam.' });

export const blueprintSchema = z
  .strictObject({
    id: id('The id; the same as the file name.'),
    credential: id('The credential whose exam it is.').optional(),
    title: line('The title.', 120),
    effective: date('Since when the exam has this form.').optional(),
    minutes: wholeNumber('Time allowed, in minutes.', { min: 1, max: 1000 }),
    'items-scored': wholeNumber('Items that count.', { min: 1, max: 1000 }),
    'items-pretest': wholeNumber('Items that do not count and are not marked.', { min: 0, max: 1000 }).optional(),
    scenarios: caseCounts('Record-coding scenarios, counted apart from the items.', 100)
      .optional()
      .meta({ description: 'Record-coding scenarios, counted apart from the items, in all or by setting.' }),
    pass,
    application: wholeNumber('Percent of practice questions that should ask for more than recall.', {
      min: 1,
      max: 100,
    }).optional(),
    'open-book': z
      .array(line('A book the candidate may use.'))
      .optional()
      .meta({ description: 'Books the candidate may use.' }),
    sections: z.array(section).min(1).meta({ description: 'The domains in the order of the outline.' }),
    disputed: line('One sentence, where sources disagree on the exam as a whole.', 600).optional(),
    sources: z.array(source).min(1, 'must name at least one source').meta({ description: 'Where it stands.' }),
    notes: line('Anything a reader of the table should know.', 1000).optional(),
  })
  .meta({ description: "An exam's sections, counts and rules." });

export type BlueprintSource = z.infer<typeof blueprintSchema>;
