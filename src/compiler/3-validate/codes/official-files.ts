/** Names of the official files that an author has to get for an edition. */
import { parseEditionName } from '../../../code-sets/edition-name.ts';

/** The file that draws the tables of ICD-10-PCS. */
export function tablesFileOf(edition: string | undefined): string {
  const label = edition === undefined ? undefined : parseEditionName(edition)?.label;
  return `icd10pcs_tables_${label?.slice(0, 4) ?? 'YEAR'}.xml (cms.gov)`;
}

/** @param edition as in `icd-10-cm@2026`; undefined where the course names none */
export function officialFileOf(system: string, edition: string | undefined): string {
  const label = edition === undefined ? undefined : parseEditionName(edition)?.label;
  const year = label?.slice(0, 4) ?? 'YEAR';
  switch (system) {
    case 'icd-10-cm':
      return `icd10cm-order-${year}.txt (cdc.gov/nchs)`;
    case 'icd-10-pcs':
      return `icd10pcs_order_${year}.txt (cms.gov)`;
    case 'hcpcs':
      return 'the current HCPC…_ANWEB.txt (cms.gov)';
    default:
      return 'your table of MS-DRGs';
  }
}
