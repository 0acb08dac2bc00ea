/**
 * Reports codes that belong to others: CPT (AMA) without a license, CDT (ADA) always. A field that holds codes is certain;
 * in prose the words around a number must speak of codes, for years, counts, amounts and addresses look alike.
 */
import { type LicensedSet, licensedCode, licensedCodeInText } from '../../diagnostics/catalog/licenses.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { CodeUse } from '../code-use.ts';
import type { WorkspaceSource } from '../source-format/workspace.ts';
import type { Passage, SourceText } from './source-texts.ts';
import { passagesOf } from './source-texts.ts';

export function hasCptLicense(config: WorkspaceSource): boolean {
  return typeof config.licenses?.cpt === 'object';
}

/** The set that a code in a field belongs to, if it is a licensed one. */
export function licensedSetOf({
  system,
  code,
}: {
  readonly system: string;
  readonly code: string;
}): LicensedSet | undefined {
  const plain = code.replaceAll('.', '').toUpperCase();
  if (system === 'cpt') return 'CPT';
  if (/^\d{4}[\dFTU]$/.test(plain)) return 'CPT';
  return system === 'hcpcs' && /^D\d{4}$/.test(plain) ? 'CDT' : undefined;
}

/** Returns the uses that are no finding, for the checks that follow. */
export function checkLicensedCodes(
  uses: readonly CodeUse[],
  hasLicense: boolean,
  report: Reporter,
): readonly CodeUse[] {
  return uses.filter((use) => {
    const set = licensedSetOf(use);
    if (set === undefined || (set === 'CPT' && hasLicense)) return true;
    report.add(licensedCode, use.span, { code: use.code, set });
    return false;
  });
}

/** A text without a match has nothing to find. */
export const SUSPECT = /\d{4}[\dFTU]|D\d{4}|[Mm]odifier/;

export function checkLicensedText(source: SourceText, hasLicense: boolean, report: Reporter): void {
  if (!SUSPECT.test(source.text)) return;
  for (const passage of passagesOf(source.text)) {
    for (const found of findLicensed(passage, source.about)) {
      if (found.set === 'CPT' && hasLicense) continue;
      const start = passage.start + found.start;
      const { text, set, what } = found;
      report.add(licensedCodeInText, source.spanOf(start, start + text.length), { text, set, what });
    }
  }
}

export interface LicensedText {
  readonly text: string;
  readonly start: number;
  readonly set: LicensedSet;
  readonly what: 'code' | 'modifier';
}

const SPEAKS_OF_CPT = /\bCPT\b|\b[Pp]rocedure codes?\b|\bCategory (?:I|II|III) codes?\b|\bE\/M\b|\bHCPCS Level I\b/;
const SPEAKS_OF_CDT = /\bCDT\b|\bdental\b/i;
/** What stands right before a number that is a code. */
const NAMES_CODE = /\b(?:codes?|report(?:s|ed|ing)?|bill(?:s|ed|ing)?)\s+(?:is\s+|as\s+|with\s+)?[`*_"']*$/i;
/** What stands right before a number that is none. */
const NO_CODE_BEFORE =
  /(?:[$€£#.,\d]|\d-|\b(?:ZIP|zip|box|Box|page|room|about|nearly|over|almost|than|approximately|[A-Z]{2})\s*)[`*_"']*$/;
/** What follows a number that is none: more digits, a percent sign, the end of a range, or what is counted. */
const NO_CODE_AFTER =
  /^(?:[,.]\d|\d|%|-\d{4}\b|\s*(?:percent|dollars|USD|times|and (?:more|over)|or more)\b|\s+(?:[a-z-]+\s+)?(?:codes|records|claims|patients|people|members|coders|candidates|cases|beds|visits|hours|questions|items|characters|words|lines|pages|admissions|discharges|encounters|charts|students|learners|employees|jobs|procedures|services)\b)/;
const RANGE_AFTER = /^\s*(?:-|–|—|to|through)\s*\d{5}\b/;
const RANGE_BEFORE = /\b\d{5}\s*(?:-|–|—|to|through)\s*$/;

/** @param about words around the passage, such as the stem of an option */
export function findLicensed(
  { text, heading }: Pick<Passage, 'text' | 'heading'>,
  about: string,
): readonly LicensedText[] {
  const context = `${text}\n${heading}\n${about}`;
  const found: LicensedText[] = [];
  const isCpt = SPEAKS_OF_CPT.test(context);
  for (const match of text.matchAll(/(?<![\w-])\d{4}[\dFTU](?![\w])/g)) {
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 40);
    if (NO_CODE_BEFORE.test(before) && !NAMES_CODE.test(before)) continue;
    if (NO_CODE_AFTER.test(after) || RANGE_AFTER.test(after) || RANGE_BEFORE.test(before)) continue;
    if (isCpt || NAMES_CODE.test(before)) {
      found.push({ text: match[0], start: match.index, set: 'CPT', what: 'code' });
    }
  }
  for (const match of text.matchAll(
    /\bmodifiers?\s+[`*_"']*-?(\d{2}|P[1-6])\b(?![,.]\d|\s*(?:%|percent|times|minutes|of|codes))/gi,
  )) {
    const name = match[1] ?? '';
    const start = match.index + match[0].length - name.length;
    found.push({ text: name, start, set: 'CPT', what: 'modifier' });
  }
  if (!SPEAKS_OF_CDT.test(context)) return found;
  for (const match of text.matchAll(/(?<![\w.-])D\d{4}(?![\w.])/g)) {
    found.push({ text: match[0], start: match.index, set: 'CDT', what: 'code' });
  }
  return found;
}
