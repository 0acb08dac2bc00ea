/** The form of `checks:`: from where on the checks of questions, dates and files speak. Knows no check. */
import { z } from 'zod';
import { wholeNumber } from './fields.ts';

/** What holds where neither the workspace nor the course says otherwise. */
export const DEFAULT_CHECKS = {
  'small-set': 8,
  'longest-key': 50,
  'key-position': 50,
  'same-answer': 75,
  'similar-stems': 80,
  application: 33,
  'fact-months': 12,
  'page-words': 4000,
  'alt-characters': 200,
  'image-kilobytes': 1000,
  'media-megabytes': 50,
} as const;

const percent = (description: string) => wholeNumber(description, { min: 1, max: 100 }).optional();
const amount = (description: string, max: number) => wholeNumber(description, { min: 1, max }).optional();

export const checksSchema = z
  .strictObject({
    'small-set': amount('Sets of fewer questions are not judged by proportions; 8 if absent.', 1000),
    'longest-key': percent('Percent of a bank whose right option may clearly be the longest; 50 if absent.'),
    'key-position': percent('Percent of a bank whose right option may stand at one place; 50 if absent.'),
    'same-answer': percent('Percent of the true-false questions of a bank with one answer; 75 if absent.'),
    'similar-stems': percent('From which share of common words two stems are near-duplicates; 80 if absent.'),
    application: percent('Percent of questions for a blueprint that ask for more than recall; 33 if absent.'),
    'fact-months': amount('After how many months a fact is to be checked again; 12 if absent.', 120),
    'page-words': amount('Words of one lesson; 4000 if absent.', 1_000_000),
    'alt-characters': amount('Characters of an alternative text; 200 if absent.', 10_000),
    'image-kilobytes': amount('Size of one image; 1000 if absent.', 1_000_000),
    'media-megabytes': amount('Size of one film, sound or handout; 50 if absent.', 10_000),
  })
  .meta({ description: 'From where on the checks of questions, dates and files speak.' });

export type ChecksSource = z.infer<typeof checksSchema>;

/** Every threshold with its value. */
export type Checks = { readonly [K in keyof typeof DEFAULT_CHECKS]: number };

/** Later ones win. */
export function mergeChecks(...given: readonly (ChecksSource | undefined)[]): Checks {
  const merged: { -readonly [K in keyof Checks]: number } = { ...DEFAULT_CHECKS };
  for (const checks of given) {
    for (const name of Object.keys(DEFAULT_CHECKS) as (keyof Checks)[]) {
      merged[name] = checks?.[name] ?? merged[name];
    }
  }
  return merged;
}
