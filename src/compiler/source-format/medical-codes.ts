/** Systems of medical codes, and how a code is named in author files. Looks no code up. */

/** Code-set systems that a code may belong to. */
export const CODE_SYSTEMS = ['icd-10-cm', 'icd-10-pcs', 'hcpcs', 'cpt', 'ms-drg'] as const;
export type CodeSystem = (typeof CODE_SYSTEMS)[number];

/** What a code belongs to that names no system. */
export const DEFAULT_CODE_SYSTEM = 'icd-10-cm';

/** By this a code is found in a lock: its dot and its case do not matter. */
export function codeKey(system: string, code: string): string {
  return `${system} ${code.replaceAll('.', '').trim().toUpperCase()}`;
}
