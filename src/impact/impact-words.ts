/** What the update report says to trainers, in one table. */
import type { CodeChange } from '../code-sets/edition-changes.ts';
import type { ImpactKind } from './impact-report.ts';

function message(change: CodeChange, code: string): string {
  switch (change.kind) {
    case 'deleted':
      return `${code} is gone`;
    case 'header':
      return `${code} became a header: it needs more characters now`;
    case 'now-valid':
      return `${code} was no valid code and is one now: ${change.title}`;
    case 'carved':
      return `${code} is still valid, but new codes were carved out of it`;
    case 'retitled':
      return `the title of ${code} is now "${change.now}"`;
    case 'poa':
      return change.isExempt
        ? `${code} is now exempt from POA reporting`
        : `${code} is no longer exempt from POA reporting`;
    case 'rows':
      return `the rows of the table that builds ${code} have changed`;
  }
}

const action: Readonly<Record<ImpactKind, string>> = {
  deleted: 'replace it by the successor that fits the record',
  header: 'choose the code below it that fits the record',
  'now-valid': 'see whether the wrong answer has become right',
  carved: 'see whether one of the new codes fits the record better',
  retitled: 'read the question again with the new title, and quote that one',
  poa: 'change the POA indicator that is right',
  rows: 'see that drills and screenshots of the table still hold',
  'no-valid-option': 'give the question an option that is valid, or keep it with "edition:"',
  guideline: 'correct the number, and read the rationale again',
  'edition-mention': 'take the year out, or write the new one',
};

export const IMPACT_WORDS = {
  message,
  action,
  noValidOption: 'none of the options is a valid code any more',
  quoted: (code: string, now: string) => `this is the old title of ${code}; it is now "${now}"`,
  editionMention: (phrase: string) => `"${phrase}" names the old edition`,
  guideline: (number: string, before: string, moved: string | undefined, after: string | undefined) =>
    `guideline ${number} was "${before}"${moved === undefined ? '' : `, which is ${moved} now`}${after === undefined ? '; the number is gone' : `; the number now stands for "${after}"`}`,
  mapped: (number: string, now: string | undefined, note: string | undefined) =>
    `guideline ${number} ${now === undefined ? 'is gone' : now === number ? 'has changed' : `is ${now} now`}${note === undefined ? '' : `: ${note}`}`,
  poaText: 'see whether the text still says the truth about its POA reporting',
  heading: (from: readonly string[], to: readonly string[]) =>
    `What ${to.join(', ')} changes against ${from.join(', ')}`,
  totals: (broken: number, review: number, safe: number) => `${broken} broken, ${review} to review, ${safe} safe`,
  counted: 'Questions and lessons, each counted once by the worst that happened to it.',
  columns: [
    'course',
    'verdict',
    'file',
    'line',
    'column',
    'in',
    'id',
    'code',
    'title',
    'use',
    'what happened',
    'successors',
    'what to do',
  ],
  notice:
    'Titles are the official ones, unchanged. ICD-10-CM: NCHS (CDC), under authorization from WHO. ICD-10-PCS and HCPCS Level II: CMS. Public files, free at cdc.gov and cms.gov; no endorsement implied.',
  noFindings: 'Nothing in this course is touched.',
} as const;
