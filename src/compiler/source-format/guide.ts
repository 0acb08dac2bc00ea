/** The form of a decision guide: questions, outcomes, and rules that lead from answers to an outcome. */
import { z } from 'zod';
import { allowances, id, line, markdown, optionId, wholeNumber } from './fields.ts';

const formerly = z.array(id('An id that this once had.')).optional().meta({ description: 'Ids that this once had.' });

const answer = z
  .strictObject({
    id: optionId('One character, unique in the question, never given to another answer.'),
    text: line('The answer.', 200),
  })
  .meta({ description: 'An answer.' });

const question = z
  .strictObject({
    id: id('The id, unique in the guide, constant for ever.'),
    text: line('What is asked.', 300),
    help: line('A sentence that helps to answer.', 300).optional(),
    answers: z.array(answer).min(2, 'must hold at least two answers').max(10).meta({ description: 'The answers.' }),
  })
  .meta({ description: 'A question about the learner.' });

const outcome = z
  .strictObject({
    id: id('The id, unique in the guide.'),
    title: line('The recommendation in a few words.', 120),
    text: markdown('What it means.'),
    plan: z.array(markdown('A step.')).optional().meta({ description: 'The study plan, step by step.' }),
  })
  .meta({ description: 'A recommendation in which the guide can end.' });

const rule = z
  .strictObject({
    when: z
      .record(z.string(), z.array(optionId('The id of an answer.')).min(1))
      .meta({ description: 'Answers by question: the rule holds when each question got one of its answers.' }),
    suggests: id('The id of an outcome.'),
    weight: wholeNumber('How much the rule counts; 1 if absent.', { min: 1, max: 100 }).optional(),
    because: markdown('The reason, told to the learner: one or two sentences.'),
  })
  .meta({ description: 'A rule with its reason.' });

export const guideSchema = z
  .strictObject({
    id: id('The id of the guide, constant for ever; the same as the file name.'),
    title: line('The title.', 120),
    formerly,
    introduction: markdown('What the guide is for.').optional(),
    questions: z.array(question).min(1, 'must hold at least one question').max(12).meta({ description: 'Questions.' }),
    outcomes: z
      .array(outcome)
      .min(2, 'must hold at least two outcomes')
      .max(12)
      .meta({ description: 'Recommendations; of two that are equally well supported the earlier one is given.' }),
    rules: z.array(rule).min(1, 'must hold at least one rule').max(100).meta({ description: 'Rules with reasons.' }),
    otherwise: id('The outcome where no rule holds.'),
    allow: allowances.optional(),
  })
  .meta({
    description: 'A decision guide: questions, rules and reasons that end in a recommendation, without a score.',
  });

export type GuideSource = z.infer<typeof guideSchema>;

/** Paths of the Markdown fields, such as `outcomes.0.plan.2`. */
export function guideMarkdownPaths(guide: GuideSource): readonly string[] {
  return [
    ...(guide.introduction === undefined ? [] : ['introduction']),
    ...guide.outcomes.flatMap(({ plan }, index) => [
      `outcomes.${index}.text`,
      ...(plan ?? []).map((_, step) => `outcomes.${index}.plan.${step}`),
    ]),
    ...guide.rules.map((_, index) => `rules.${index}.because`),
  ];
}
