/** Code-set editions as people write them. Imports nothing. */

const CODE_SET_NAMES: ReadonlyMap<string, string> = new Map([
  ['icd-10-cm', 'ICD-10-CM'],
  ['icd-10-pcs', 'ICD-10-PCS'],
  ['hcpcs', 'HCPCS Level II'],
  ['ms-drg', 'MS-DRG'],
]);

/** `icd-10-cm@2026` becomes `ICD-10-CM 2026`; a code set without its release, `icd-10-cm`, becomes `ICD-10-CM`. */
export function editionName(edition: string): string {
  const [system = '', release = ''] = edition.split('@');
  return `${CODE_SET_NAMES.get(system) ?? system.toUpperCase()} ${release}`.trim();
}
