/**
 * What a code of each code system looks like, written as a code set does, without dot and in upper case, or as people read it.
 * Pure; serves compiler and player. It knows no edition: whether a code exists is not its business.
 */
import type { CodeSystem } from '../../compiler/source-format/medical-codes.ts';

export type { CodeSystem };

/**
 * ICD-10-CM passes all codes of the 2026 edition, whose second and third places may hold letters (QA0.0101). ICD-10-PCS has
 * neither I nor O. HCPCS Level II has codes and two-character modifiers; its D codes are not ours to print.
 */
const FORMS: Readonly<Record<CodeSystem, RegExp>> = {
  'icd-10-cm': /^[A-Z][0-9A][0-9AB][0-9A-Z]{0,4}$/,
  'icd-10-pcs': /^[0-9A-HJ-NP-Z]{7}$/,
  hcpcs: /^(?:[A-CE-V][0-9]{4}|[A-Z][A-Z0-9])$/,
  cpt: /^(?:[0-9]{4}[0-9FTU]|[0-9]{2}|P[1-6])$/,
  'ms-drg': /^[0-9]{3}$/,
};

/** No code of any system has more characters. */
export const LONGEST_CODE = 7;

/** Characters of a category: what stands before the dot of ICD-10-CM, and the table of ICD-10-PCS. */
export const CATEGORY_LENGTH = 3;

export function fitsSystem(code: string, system: CodeSystem): boolean {
  return FORMS[system].test(code);
}

export function fitsAny(code: string, systems: readonly CodeSystem[]): boolean {
  return systems.some((system) => fitsSystem(code, system));
}

/** Whether a canonical code looks like one of CPT or CDT, which belong to others (check-licenses.ts says what follows). */
export function hasLicensedForm(code: string): boolean {
  return /^(?:\d{4}[\dFTU]|D\d{4})$/.test(code);
}

/** Upper case, full-width characters as plain ones, without blanks, dots and dashes: `e11.9` becomes `E119`. */
export function toCanonicalCode(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.\p{Pd}\u00ad\u2212\u00b7\u2024]/gu, '');
}

/** `E119` as `E11.9`; other systems have no dot. */
export function showCode(code: string, system: CodeSystem): string {
  if (system !== 'icd-10-cm' || code.length <= CATEGORY_LENGTH) return code;
  return `${code.slice(0, CATEGORY_LENGTH)}.${code.slice(CATEGORY_LENGTH)}`;
}

/**
 * The system that a typed code most likely belongs to: the one whose form it has. A few letters begin codes of both ICD-10-CM
 * and ICD-10-PCS; in the middle of a diagnosis code stand digits and X.
 */
export function guessSystem(code: string, systems: readonly CodeSystem[]): CodeSystem | undefined {
  const fitting = systems.filter((system) => fitsSystem(code, system));
  if (fitting.length < 2 || !fitting.includes('icd-10-cm') || !fitting.includes('icd-10-pcs')) return fitting[0];
  return /^.{3}[0-9X]{3}/.test(code) && /^[A-Z]\d/.test(code) ? 'icd-10-cm' : 'icd-10-pcs';
}

/** A typed code as people read it; without a dot where ICD-10-CM and HCPCS Level II could both have it (J1100). */
export function showTypedCode(code: string, systems: readonly CodeSystem[]): string {
  if (systems.filter((system) => system !== 'icd-10-pcs' && fitsSystem(code, system)).length > 1) return code;
  // What is no whole code yet, or of another system, is read as it was typed.
  const system = guessSystem(code, systems) ?? (/^[A-Z]\d/.test(code) ? systems[0] : undefined);
  return system === undefined ? code : showCode(code, system);
}
