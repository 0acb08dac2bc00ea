/** Floor of validating: zod, strict objects, one bank at a time. */
import { load } from 'js-yaml';
import { z } from 'zod';
import type { Floor } from './floor.ts';
import { readTexts } from './list-files.ts';

const option = z.strictObject({
  id: z.string(),
  text: z.string(),
  correct: z.boolean().optional(),
  why: z.string(),
});
const question = z.strictObject({
  id: z.string(),
  type: z.enum(['single-choice', 'multiple-choice']),
  select: z.number().optional(),
  stem: z.string(),
  options: z.array(option),
  rationale: z.string(),
  difficulty: z.enum(['recall', 'application', 'analysis']),
});
const bank = z.strictObject({ domain: z.string(), questions: z.array(question) });

export const schemaFloor: Floor = {
  name: 'zod, every bank',
  prepare: ({ workspace }) => {
    const values = readTexts(workspace, '.yaml')
      .map((text) => load(text))
      .filter((value) => typeof value === 'object' && value !== null && 'questions' in value);
    return () => {
      for (const value of values) bank.parse(value);
    };
  },
};
