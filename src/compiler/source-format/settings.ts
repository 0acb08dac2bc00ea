/** Where care is given, as records, drills and exams name it. Knows no form. */
export const SETTINGS = ['inpatient', 'outpatient', 'emergency'] as const;
export type Setting = (typeof SETTINGS)[number];
