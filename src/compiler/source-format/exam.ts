/** The form of an exam in the outline of `course.yaml`, and of the rule of credit that courses and exams share. */
import { z } from 'zod';
import { caseCounts } from './case-counts.ts';
import { flag, id, line, path, wholeNumber } from './fields.ts';

const policy = z.enum(['all-or-nothing', 'partial'], { error: 'must be all-or-nothing or partial' });

export const creditFields = {
  credit: policy.optional().meta({
    description:
      'What an answer earns that is right in part: nothing (`all-or-nothing`, if absent), or its share (`partial`).',
  }),
  'credit-by-type': z
    .record(z.string(), policy)
    .optional()
    .meta({ description: 'Question types with another rule of credit, such as `multiple-choice: partial`.' }),
};

const draw = z
  .strictObject({
    domain: id('The domain of the questions.'),
    count: wholeNumber('How many of them each attempt asks.', { min: 1, max: 200 }),
  })
  .meta({ description: 'So many questions of one domain.' });

const timeFactor = z.union([
  z
    .enum(['1', '1.5', '2'], { error: 'must be 1, 1.5, 2 or untimed' })
    .transform(Number)
    .meta({ editorTypes: ['number'] }),
  z.literal('untimed'),
]);

export const variant = z
  .strictObject({
    variant: id('The name of the variant; its package is called <course>-<variant>.zip.'),
    title: line('What is added to the title of the package, such as extra time; the name if absent.', 60).optional(),
    'time-factor': z
      .union([
        z
          .enum(['1.5', '2'], { error: 'must be 1.5, 2 or untimed' })
          .transform(Number)
          .meta({ editorTypes: ['number'] }),
        z.literal('untimed'),
      ])
      .meta({ description: 'How much longer its exams take: 1.5, 2 or untimed.' }),
  })
  .meta({ description: 'The same course once more, with another time for its exams, as a package of its own.' });

// Of a union that nothing fits, the first member says what is expected: it speaks for all of them.
const minutes = z.union([
  z.enum(['untimed'], { error: 'must be a number of minutes from 1 to 1000, or untimed' }),
  wholeNumber('Minutes for all questions.', { min: 1, max: 1000 }),
]);

const practiceSet = z.union([
  z.enum(['domain', 'missed', 'flagged', 'unseen', 'due'], {
    error: 'must be a number of questions, or domain, missed, flagged, unseen or due',
  }),
  wholeNumber('So many questions in the proportions of the exam.', { min: 1, max: 200 }),
]);

const lookUpSystem = z
  .enum(['icd-10-cm', 'icd-10-pcs'], { error: 'must be icd-10-cm or icd-10-pcs' })
  .optional()
  .meta({ description: 'The code system; icd-10-cm if absent.' });

function codeText(description: string, pattern: RegExp, error: string) {
  return z.string().regex(pattern, { error }).meta({ description });
}

const lookUpEntry = z.union([
  z
    .strictObject({
      prefix: codeText(
        'The beginning of codes, such as `E11`.',
        /^[0-9A-Za-z.]{3,8}$/,
        'must be three or more characters that codes begin with, such as E11',
      ),
      system: lookUpSystem,
    })
    .meta({ description: 'All codes that begin so, with their categories.' }),
  z
    .strictObject({
      codes: z
        .array(codeText('A whole code, such as `Z79.4`.', /^[0-9A-Za-z.]{3,8}$/, 'must be a code such as Z79.4'))
        .min(1)
        .meta({ description: 'Single codes.' }),
      system: lookUpSystem,
    })
    .meta({ description: 'Single codes, with the categories above them.' }),
  z
    .strictObject({
      table: codeText(
        'The three characters of the table, such as `0DT`.',
        /^[0-9A-HJ-NP-Za-hj-np-z]{3}$/,
        'must be the three characters of an ICD-10-PCS table, such as 0DT',
      ),
    })
    .meta({ description: 'All codes of a table of ICD-10-PCS.' }),
]);

export const examEntry = z
  .strictObject({
    exam: id('The id of the exam, constant for ever.'),
    title: line('The title of the exam.', 120),
    formerly: z.array(id('An id that this once had.')).optional().meta({ description: 'Ids that this once had.' }),
    introduction: line('A sentence or two above the start of the exam.', 600).optional(),
    blueprint: id('The blueprint it is drawn by.').optional(),
    from: z.array(path('A bank, relative to the course folder.')).min(1).meta({ description: 'Banks to draw from.' }),
    items: wholeNumber("How many questions count; all of the blueprint's if absent.", { min: 1, max: 200 }).optional(),
    draws: z.array(draw).min(1).optional().meta({
      description: 'Questions by domain, where no blueprint says it or the exam departs from its blueprint.',
    }),
    cases: caseCounts("How many cases beside these; the blueprint's scenarios if absent.", 50)
      .optional()
      .meta({ description: "How many cases beside these, in all or by setting; the blueprint's scenarios if absent." }),
    pretest: wholeNumber('How many questions with `pretest: true` beside these, which do not count.', {
      min: 0,
      max: 100,
    }).optional(),
    minutes: minutes
      .optional()
      .meta({ description: "Minutes for the whole exam, or `untimed`; the blueprint's in proportion if absent." }),
    'time-factors': z
      .array(timeFactor)
      .min(1)
      .optional()
      .meta({ description: 'Longer times a learner may choose: 1, 1.5, 2, untimed. The first holds at the start.' }),
    modes: z
      .array(z.enum(['exam', 'study'], { error: 'must be exam or study' }))
      .min(1)
      .optional()
      .meta({ description: '`exam`: one submission. `study`: feedback at once. The first holds at the start.' }),
    feedback: z.enum(['end', 'passed', 'never'], { error: 'must be end, passed or never' }).optional().meta({
      description: 'When keys and reasons are shown: at the `end` (if absent), once `passed`, or `never`.',
    }),
    attempts: wholeNumber('How many attempts count; without limit if absent.', { min: 1, max: 99 }).optional(),
    sets: z.array(practiceSet).optional().meta({
      description: 'Smaller sets for practice: numbers, `domain`, `missed`, `flagged`, `unseen`, `due`.',
    }),
    shuffle: flag('Whether options are shuffled; true if absent.').optional(),
    'look-up': z.array(lookUpEntry).min(1).optional().meta({
      description: 'Codes that learners may look up while the exam runs.',
    }),
    ...creditFields,
  })
  .meta({ description: 'An exam: timed, drawn by a blueprint, submitted once.' });

export type ExamSource = z.infer<typeof examEntry>;
export type VariantSource = z.infer<typeof variant>;
