/** Names of editions, such as `icd-10-cm@2026`, and the days on which they are in force. Must not know what is in an edition. */

/** Code-set systems of which editions are published for everybody. CPT is licensed and has none here. */
export const EDITION_SYSTEMS = ['icd-10-cm', 'icd-10-pcs', 'hcpcs', 'ms-drg'] as const;
export type EditionSystem = (typeof EDITION_SYSTEMS)[number];

/**
 * A release of a code set: `icd-10-cm@2026` (fiscal year), `icd-10-cm@2026-04` (its April release), `hcpcs@2026` (all of a
 * calendar year) or `hcpcs@2026-04` (the quarter that begins in April).
 */
export const EDITION_PATTERN = /^(icd-10-cm|icd-10-pcs|hcpcs|ms-drg)@\d{4}([.-][0-9a-z]+)?$/;

export interface EditionName {
  readonly system: EditionSystem;
  /** What stands behind the `@`. */
  readonly label: string;
}

/** Undefined for what is no name of an edition. */
export function parseEditionName(text: string): EditionName | undefined {
  if (!EDITION_PATTERN.test(text)) return undefined;
  const [first, label] = text.split('@');
  const system = EDITION_SYSTEMS.find((known) => known === first);
  return system === undefined || label === undefined ? undefined : { system, label };
}

export function formatEditionName({ system, label }: EditionName): string {
  return `${system}@${label}`;
}

/** First and last day, `YYYY-MM-DD`. */
export interface Days {
  readonly from: string;
  readonly until: string;
}

const LAST_DAYS: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * The days that the publisher's calendar gives an edition. ICD-10-CM, ICD-10-PCS and MS-DRG run from 1 October to 30 September, a
 * release of April from 1 April (CMS, ICD-10 page); HCPCS Level II is released for each quarter (CMS, HCPCS quarterly update).
 * Undefined for a label that is neither a year nor a year with a month.
 */
export function officialDays({ system, label }: EditionName): Days | undefined {
  const found = /^(\d{4})(?:-(\d\d))?$/.exec(label);
  if (found === null) return undefined;
  const year = Number(found[1]);
  const month = found[2] === undefined ? undefined : Number(found[2]);
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  if (system !== 'hcpcs') {
    if (month === undefined) return { from: `${year - 1}-10-01`, until: `${year}-09-30` };
    return { from: `${month >= 10 ? year - 1 : year}-${two(month)}-01`, until: `${year}-09-30` };
  }
  if (month === undefined) return { from: `${year}-01-01`, until: `${year}-12-31` };
  const last = Math.min(12, month + 2);
  return { from: `${year}-${two(month)}-01`, until: `${year}-${two(last)}-${LAST_DAYS[last - 1]}` };
}

/** Earlier editions first; the release of a month behind the release of its year. */
export function compareEditionNames(a: EditionName, b: EditionName): number {
  if (a.system !== b.system) return EDITION_SYSTEMS.indexOf(a.system) - EDITION_SYSTEMS.indexOf(b.system);
  return a.label < b.label ? -1 : a.label > b.label ? 1 : 0;
}

function two(count: number): string {
  return String(count).padStart(2, '0');
}
