/** The form of `course.yaml`. */
import { z } from 'zod';
import { checksSchema } from './checks.ts';
import { creditFields, examEntry, variant } from './exam.ts';
import {
  accept,
  allowances,
  code,
  date,
  decimal,
  edition,
  flag,
  id,
  language,
  line,
  path,
  wholeNumber,
} from './fields.ts';

const formerly = z.array(id('An id that this once had.')).optional().meta({ description: 'Ids that this once had.' });

const lessonEntry = z
  .strictObject({ lesson: path('The lesson file, relative to the course folder.') })
  .meta({ description: 'A lesson.' });

const quizEntry = z
  .strictObject({
    quiz: id('The id of the quiz, constant for ever.'),
    title: line('The title of the quiz.', 120),
    formerly,
    introduction: line('A sentence or two above the first question.', 600).optional(),
    questions: z.array(id('A question id.')).min(1).optional().meta({ description: 'The questions, in this order.' }),
    from: z
      .array(path('A bank, relative to the course folder.'))
      .min(1)
      .optional()
      .meta({ description: 'Banks to draw from.' }),
    draw: wholeNumber('How many questions to draw for each attempt.', { min: 1, max: 200 }).optional(),
    shuffle: flag('Whether options are shuffled; true if absent.').optional(),
    ...creditFields,
  })
  .meta({ description: 'A quiz: practice with feedback at once. It has either `questions` or `from` and `draw`.' });

const guideEntry = z
  .strictObject({ guide: path('The guide file, relative to the course folder.') })
  .meta({ description: 'A decision guide.' });

const moduleEntry = z
  .strictObject({
    module: id('The id of the module, constant for ever.'),
    title: line('The title of the module.', 120),
    activities: z
      .array(z.union([lessonEntry, quizEntry, examEntry, guideEntry]))
      .min(1, 'must hold at least one activity')
      .meta({ description: 'Lessons, quizzes, exams and guides in reading order.' }),
  })
  .meta({ description: 'A group of activities.' });

const completion = z
  .union([z.enum(['all'], { error: 'must be all, or a list of activity ids' }), z.array(id('An activity id.')).min(1)])
  .meta({ description: 'What must be done: `all` activities, or those in a list.' });

const grade = z
  .strictObject({
    activities: z
      .array(id('The id of a quiz or exam.'))
      .min(1)
      .meta({ description: 'The quizzes and exams that count.' }),
    attempt: z.enum(['best', 'last']).meta({ description: 'Which attempt of each counts.' }),
    weights: z
      .record(z.string(), decimal('A weight.', { min: 0, max: 1000 }))
      .optional()
      .meta({ description: 'Weights by id; 1 where none is given.' }),
    pass: decimal('Percent needed to pass; leave it out for a course without a pass mark.', {
      min: 1,
      max: 100,
    }).optional(),
  })
  .meta({ description: 'Which quizzes and exams make the score.' });

const part = z
  .strictObject({
    part: id('The name of the part; the package is called <course>-<part>.zip.'),
    title: line('The title of the part.', 120),
    description: line("What is in the part, for its title page; the course's description if absent.", 1000).optional(),
    modules: z.array(id('A module id.')).min(1).meta({ description: 'The modules of the part.' }),
    completion: completion.optional(),
    grade: grade.optional(),
  })
  .meta({ description: 'A package of its own, with its own grade and saved state.' });

export const courseSchema = z
  .strictObject({
    id: id('The id of the course, constant for ever. The same as its folder.'),
    title: line('The title.', 120),
    version: z
      .string()
      .regex(/^\d+\.\d+\.\d+$/, 'must be three numbers such as 1.4.0')
      .meta({ description: 'The version of the content.' }),
    language: language.optional().meta({ description: 'The language of the course.' }),
    description: line('One paragraph for the title page and the catalog.', 1000),
    editions: z.array(edition).optional().meta({ description: 'Code-set editions the course teaches.' }),
    'codes-valid-on': date(
      'The day whose codes the course teaches; each of its editions must be in force on it.',
    ).optional(),
    'exam-tests': z
      .strictObject({
        from: date('The first day on which the exam tests these editions.'),
        until: date('The last day on which it does.'),
        editions: z
          .array(edition)
          .min(1)
          .optional()
          .meta({ description: 'The editions that the exam tests; those of the course if absent.' }),
      })
      .optional()
      .meta({ description: 'When the exam tests the editions; exams follow a new edition months later.' }),
    'never-first': z
      .array(code('A code, or the beginning of codes, such as R65.2.'))
      .min(1)
      .optional()
      .meta({ description: 'Diagnosis codes that cannot be the principal diagnosis; external causes never can.' }),
    reviewed: z
      .strictObject({ by: line('Name and credential of the reviewer.'), on: date('The day of the review.') })
      .optional()
      .meta({ description: 'Who reviewed the content. While it is empty every page says that nobody did.' }),
    formerly,
    outline: z
      .array(moduleEntry)
      .min(1, 'must hold at least one module')
      .meta({ description: 'Modules in reading order.' }),
    completion: completion.optional(),
    grade: grade.optional(),
    ...creditFields,
    report: z.enum(['when-earned', 'when-finished']).optional().meta({
      description:
        'When the status is sent: as soon as it is earned, or when the learner presses "Finish and report". If absent, the latter for packages with an exam.',
    }),
    packages: z
      .array(part)
      .min(1)
      .optional()
      .meta({ description: 'Parts, each its own package; one package with everything if absent.' }),
    variants: z.array(variant).min(1).optional().meta({
      description:
        'Packages for learners who have more time; each package with a timed exam is made once more for each.',
    }),
    targets: z
      .array(z.enum(['scorm12']))
      .min(1)
      .optional()
      .meta({ description: 'LMS formats to build.' }),
    accept: accept.optional(),
    checks: checksSchema.optional(),
    allow: allowances.optional(),
  })
  .meta({ description: 'A course.' });

export type CourseSource = z.infer<typeof courseSchema>;
export type ModuleSource = CourseSource['outline'][number];
export type ActivitySource = ModuleSource['activities'][number];
export type QuizSource = Extract<ActivitySource, { quiz: string }>;
export type GradeSource = NonNullable<CourseSource['grade']>;
export type CompletionSource = NonNullable<CourseSource['completion']>;
export type PartSource = NonNullable<CourseSource['packages']>[number];
