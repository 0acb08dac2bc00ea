/** Reports phrases that grow old: the year of a code book or of guidelines that the course does not teach, "this year". */
import { datedPhrase } from '../../diagnostics/catalog/prose.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import { passagesOf, type SourceText } from './source-texts.ts';

const BOOKS = `(?:code ?books?|code ?sets?|codes|guidelines?|editions?|manuals?|updates?|tables|releases?)`;
const SYSTEMS = String.raw`(?:ICD-10-CM(?:\/PCS)?|ICD-10-PCS|ICD-10|CPT|HCPCS(?: Level II)?|official)`;
const PHRASES: readonly RegExp[] = [
  // "2025 code book", "FY 2025 ICD-10-CM guidelines"
  new RegExp(String.raw`\b(?:FY ?|fiscal year )?(20\d\d) (?:${SYSTEMS} )?(?:coding )?${BOOKS}\b`, 'gi'),
  // "ICD-10-CM 2025", "CPT 2025"
  new RegExp(String.raw`\b${SYSTEMS} (20\d\d)\b(?!-)`, 'g'),
  // "the guidelines for FY 2025", "the 2025 edition" is above
  new RegExp(String.raw`\b${BOOKS} (?:for|of) (?:FY ?|fiscal year )?(20\d\d)\b(?!-)`, 'gi'),
  /\b(?:this|last|next) year(?:['’]s)\b|\bthis year\b(?=[,. ](?:the )?(?:code|guideline|edition|update))/gi,
];

/** A text without a match has nothing to find. */
export const DATED = /\b20\d\d\b|\b[Tt]his year|\b[Ll]ast year|\b[Nn]ext year/;

/** @param years of the editions that the course teaches */
export function checkDatedPhrases(source: SourceText, years: readonly string[], report: Reporter): void {
  if (!DATED.test(source.text)) return;
  for (const passage of passagesOf(source.text)) {
    for (const { phrase, start } of findDatedPhrases(passage.text, years)) {
      const at = passage.start + start;
      report.add(datedPhrase, source.spanOf(at, at + phrase.length), { phrase: phrase.replace(/\s+/g, ' '), years });
    }
  }
}

export function findDatedPhrases(
  text: string,
  years: readonly string[],
): readonly { readonly phrase: string; readonly start: number }[] {
  const taken: { readonly start: number; readonly end: number }[] = [];
  const found = PHRASES.flatMap((pattern) => [...text.matchAll(pattern)]).filter((match) => {
    const start = match.index;
    const end = start + match[0].length;
    if (taken.some((other) => start < other.end && end > other.start)) return false;
    taken.push({ start, end });
    return match[1] === undefined || !years.includes(match[1]);
  });
  return found.map((match) => ({ phrase: match[0], start: match.index })).sort((a, b) => a.start - b.start);
}
