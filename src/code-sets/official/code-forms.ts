/** The forms that codes of each system have. A form is a first filter; whether a code is valid the edition says. */
import type { EditionSystem } from '../edition-name.ts';

const FORMS: Readonly<Record<EditionSystem, RegExp>> = {
  // Passes all 74,719 codes of FY2026; a digit in second place, as often written, fails on QA0.0101.
  'icd-10-cm': /^[A-Z][0-9A][0-9AB][0-9A-Z]{0,4}$/,
  // Neither I nor O stands in a code.
  'icd-10-pcs': /^[0-9A-HJ-NP-Z]{7}$/,
  // A code, or a modifier. D codes are CDT (ADA).
  hcpcs: /^(?:[A-CE-V][0-9]{4}|[A-Z][0-9A-Z])$/,
  'ms-drg': /^[0-9]{3}$/,
};

export function hasForm(system: EditionSystem, plain: string): boolean {
  return FORMS[system].test(plain);
}

/** A code as files and tables hold it: no dot, upper case, no blanks. */
export function toPlainCode(code: string): string {
  return code.normalize('NFKC').replace(/[\s.]/g, '').toUpperCase();
}

/** A code as people write it: ICD-10-CM has a dot after the third character. */
export function formatCode(system: string, plain: string): string {
  return system === 'icd-10-cm' && plain.length > 3 ? `${plain.slice(0, 3)}.${plain.slice(3)}` : plain;
}
