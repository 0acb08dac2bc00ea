/**
 * The fields that every question type shares, and the options of a choice, as their author writes them.
 * Knows no single type.
 */
import { z } from 'zod';
import {
  accept,
  allowances,
  code,
  codeSystem,
  codesBySystem,
  edition,
  flag,
  id,
  line,
  markdown,
  optionId,
  wholeNumber,
} from '../compiler/source-format/fields.ts';

const MOST_HINTS = 3;

const hint = z
  .union([
    markdown('A hint that learners may ask for before they answer, where each answer is checked at once.'),
    z
      .array(markdown('A hint, shown after the ones before it.'))
      .min(1)
      .refine((list) => list.length <= MOST_HINTS, `must have at most ${MOST_HINTS} hints`),
  ])
  .meta({
    description: 'A hint, or a list of up to three, each telling a little more. It must not give the answer away.',
  });

/** Fields of every question. Spread into a type's `z.strictObject`. */
export const questionFields = {
  id: id('The id of the question, unique in the whole workspace, constant for ever.'),
  formerly: z
    .array(id('An id that the question once had.'))
    .optional()
    .meta({ description: 'Ids that the question once had.' }),
  stem: markdown('The question itself.'),
  rationale: markdown('The explanation that learners see after they answered.'),
  hint: hint.optional(),
  objective: line('The learning objective that the question tests.').optional(),
  difficulty: z
    .enum(['recall', 'application', 'analysis'])
    .meta({ description: 'What the question asks for: recall, application or analysis.' }),
  domain: id('The exam domain, where it is not that of the bank.').optional(),
  guideline: line('Where the official text stands, such as Section II.H.').optional(),
  codes: codesBySystem('Codes the question is about, by system.').optional(),
  edition: edition
    .optional()
    .meta({ description: 'The code-set edition the question holds for, where it is not that of the course.' }),
  revision: wholeNumber('Raise it when a rewording changes what is asked; 1 if absent.', {
    min: 1,
    max: 999,
  }).optional(),
  pretest: flag('true for a question that exams ask without counting it.').optional(),
  group: id(
    'A name that questions share which exams draw together or not at all, in the order of the bank.',
  ).optional(),
  accept: accept.optional(),
  allow: allowances.optional(),
};

const option = z
  .strictObject({
    id: optionId('One character, a to z or 0 to 9, never reused within the question.'),
    text: markdown('The option.'),
    why: markdown('Why this option is right or wrong; learners see it after they answered.'),
    correct: flag('true where this option is right.').optional(),
    code: code('The code that the option stands for.').optional(),
    system: codeSystem('The code system of `code`; icd-10-cm if absent.').optional(),
    pin: flag('true where shuffling must leave this option last.').optional(),
  })
  .meta({ description: 'An option.' });

/** Paths of a question's hints, in the order in which they are shown. */
export function hintPaths({
  hint: own,
}: {
  readonly hint?: string | readonly string[] | undefined;
}): readonly string[] {
  if (own === undefined) return [];
  return typeof own === 'string' ? ['hint'] : own.map((_, index) => `hint.${index}`);
}

export const optionsField = z.array(option).meta({ description: 'The options, in the order of the bank.' });

export type OptionSource = z.infer<typeof option>;
