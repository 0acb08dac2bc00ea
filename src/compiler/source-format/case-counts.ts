/** How many cases, in all or by setting: the form that exams and blueprints share. Knows neither of them. */
import { z } from 'zod';
import { wholeNumber } from './fields.ts';
import { SETTINGS, type Setting } from './settings.ts';

/** @param description of the number alone */
export function caseCounts(description: string, max: number) {
  const of = (what: string) => wholeNumber(`How many ${what}; none if absent.`, { min: 0, max }).optional();
  return z.union([
    wholeNumber(description, { min: 0, max }),
    z
      .strictObject({
        inpatient: of('hospital stays'),
        outpatient: of('outpatient records'),
        emergency: of('emergency records'),
      })
      .meta({ description: 'How many cases of each setting.' }),
  ]);
}

export type CaseCounts = z.infer<ReturnType<typeof caseCounts>>;

/** The counts of the settings that have any, in the order of all settings; undefined where cases are counted in all. */
export function countsBySetting(
  counts: CaseCounts | undefined,
): readonly { readonly setting: Setting; readonly count: number }[] | undefined {
  if (counts === undefined || typeof counts === 'number') return undefined;
  return SETTINGS.flatMap((setting) => {
    const count = counts[setting] ?? 0;
    return count === 0 ? [] : [{ setting, count }];
  });
}

export function sumOfCases(counts: CaseCounts | undefined): number {
  if (typeof counts === 'number') return counts;
  return countsBySetting(counts)?.reduce((sum, { count }) => sum + count, 0) ?? 0;
}
