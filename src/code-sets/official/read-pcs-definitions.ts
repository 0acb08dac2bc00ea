/** `icd10pcs_definitions_<year>.xml` -> what operations, approaches, body parts, devices and qualifiers mean, by section and place. */
import type { PcsTerm } from '../pcs-table.ts';
import type { Row } from '../store/table-file.ts';
import { OfficialFileFault, type OfficialText, oneTable, type ReadOfficial, TABLES, toTitle } from './official-file.ts';
import { childrenOf, type OfficialElement, readOfficialXml, textOf } from './read-xml.ts';

export function readPcsDefinitions({ text }: OfficialText): ReadOfficial {
  const root = readOfficialXml(text);
  if (root.name !== 'ICD10PCS.definitions')
    throw new OfficialFileFault(`its root is <${root.name}>, not <ICD10PCS.definitions>`, 1, `<${root.name}>`);
  const rows: Row[] = [];
  for (const section of childrenOf(root, 'section')) {
    for (const axis of childrenOf(section, 'axis')) {
      for (const terms of childrenOf(axis, 'terms')) {
        const term = toTerm(textOf(axis, 'title'), terms);
        const key = `${section.attributes.code ?? ''} ${axis.attributes.pos ?? ''}`;
        for (const title of term.titles) rows.push([`${key} ${toTitle(title)}`, JSON.stringify(term)]);
      }
    }
  }
  if (rows.length === 0) throw new OfficialFileFault('it holds no definition');
  const version = textOf(root, 'version');
  return {
    kind: 'pcs-definitions',
    system: 'icd-10-pcs',
    label: /^\d{4}$/.test(version) ? version : undefined,
    tables: oneTable(TABLES.pcsTerms, rows),
    lines: rows.length,
    notes: [],
  };
}

function toTerm(axis: string, terms: OfficialElement): PcsTerm {
  return {
    axis,
    titles: childrenOf(terms, 'title').map(({ text }) => text),
    definition: textOf(terms, 'definition'),
    explanation: textOf(terms, 'explanation'),
    includes: childrenOf(terms, 'includes').map(({ text }) => text),
  };
}
