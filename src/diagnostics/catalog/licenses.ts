/** CW5100-5199: content that others own: codes of the AMA (CPT) and of the ADA (CDT). */
import { defineRule } from '../rule.ts';

export type LicensedSet = 'CPT' | 'CDT';

const OWNERS: Readonly<Record<LicensedSet, string>> = {
  CPT: 'American Medical Association',
  CDT: 'American Dental Association',
};

export const licensedCode = defineRule<{ readonly code: string; readonly set: LicensedSet }>({
  code: 'CW5100',
  name: 'licensed-code',
  severity: 'error',
  message: ({ code, set }) => `"${code}" has the form of a ${set} code, and this workspace has no ${set} license`,
  hint: ({ set }) =>
    set === 'CPT'
      ? 'teach the concept and send learners to their code book; with a license write holder and year under "licenses:"'
      : 'teach the concept and send learners to their code book',
  why: `CPT belongs to the ${OWNERS.CPT}, CDT to the ${OWNERS.CDT}. Whoever gives their codes to others needs a license, for a course too; owning the code book is none.`,
  fix: 'Take the code out. Name the section or the concept in words. If you hold an AMA license, say so in coursewright.yaml under `licenses:`, with holder and year.',
  before: 'codes:\n  cpt: [a five-digit code]',
  after: 'guideline: CPT, Surgery, Integumentary System',
});

export const licensedCodeInText = defineRule<{
  readonly text: string;
  readonly set: LicensedSet;
  readonly what: string;
}>({
  code: 'CW5101',
  name: 'licensed-code-in-text',
  severity: 'warning',
  message: ({ text, set, what }) => `"${text}" reads like a ${set} ${what}, and this workspace has no ${set} license`,
  hint: () => 'name the section or the concept in words; if it is a count or an address, allow the warning and say so',
  why: `CPT codes and modifiers belong to the ${OWNERS.CPT}, CDT codes to the ${OWNERS.CDT}. Whoever gives them to others needs a license.`,
  fix: 'Say in words what is meant, and send learners to their code book for the number. Where the number is no code, allow the warning with `allow:` and the reason.',
  before: 'Report modifier (two digits) for a separately identifiable visit.',
  after: 'Report the modifier for a separately identifiable visit; look it up in your CPT book.',
});

export const licensesRules = [licensedCode, licensedCodeInText] as const;
