/** CW5320-5329: maps that say where guidelines of one edition stand in the next. */
import { defineRule } from '../rule.ts';

export const mapEditions = defineRule<{ from: string; to: string }>({
  code: 'CW5320',
  name: 'map-editions',
  severity: 'error',
  message: ({ from, to }) => `no guideline map can lead from ${from} to ${to}`,
  hint: () => 'name two editions of one system, the older one under "from:"',
  why: 'A map says where the guidelines of one edition stand in the next, so both are editions of one code set.',
  fix: 'Write the edition that courses cite under `from:` and the one to come under `to:`.',
  before: 'from: icd-10-cm@2026\nto: icd-10-pcs@2026',
  after: 'from: icd-10-cm@2026\nto: icd-10-cm@2027',
});

export const guidelineMovedTwice = defineRule<{ number: string }>({
  code: 'CW5321',
  name: 'guideline-moved-twice',
  severity: 'error',
  message: ({ number }) => `this map says twice what became of guideline ${number}`,
  hint: () => 'keep one of the two entries',
  why: 'The update report could follow only one of them.',
  fix: 'Remove the entry that is wrong, or join both in one with a note.',
  before: '- was: I.B.14\n  now: I.B.15\n- was: I.B.14',
  after: '- was: I.B.14\n  now: I.B.15',
});

export const guidelineMapsRules = [mapEditions, guidelineMovedTwice] as const;
