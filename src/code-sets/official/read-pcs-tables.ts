/** `icd10pcs_tables_<year>.xml` -> tables with their rows, each row held against the number of codes it says to build. */
import type { PcsAxis, PcsRow, PcsTable } from '../pcs-table.ts';
import type { Row } from '../store/table-file.ts';
import { OfficialFileFault, type OfficialText, oneTable, type ReadOfficial, TABLES } from './official-file.ts';
import { childrenOf, type OfficialElement, readOfficialXml, textOf } from './read-xml.ts';

export function readPcsTables({ text }: OfficialText): ReadOfficial {
  const root = readOfficialXml(text);
  if (root.name !== 'ICD10PCS.tabular')
    throw new OfficialFileFault(`its root is <${root.name}>, not <ICD10PCS.tabular>`, 1, `<${root.name}>`);
  const rows = new Map<string, Row>();
  for (const element of childrenOf(root, 'pcsTable')) {
    const table = readTable(element);
    const key = table.head.map((axis) => axis.labels[0]?.code ?? '').join('');
    if (!/^[0-9A-HJ-NP-Z]{3}$/.test(key)) throw fault(text, element, 'a table is named by three characters');
    if (rows.has(key)) throw fault(text, element, `the table ${key} stands twice`);
    rows.set(key, [key, JSON.stringify(table)]);
  }
  if (rows.size === 0) throw new OfficialFileFault('it holds no table');
  const version = textOf(root, 'version');
  return {
    kind: 'pcs-tables',
    system: 'icd-10-pcs',
    label: /^\d{4}$/.test(version) ? version : undefined,
    tables: oneTable(TABLES.pcsTables, [...rows.values()]),
    lines: rows.size,
    notes: [],
  };

  function readTable(element: OfficialElement): PcsTable {
    const axes = childrenOf(element, 'axis');
    const [first, second, third] = [1, 2, 3].map((position) =>
      axes.find((axis) => axis.attributes.pos === String(position)),
    );
    if (first === undefined || second === undefined || third === undefined)
      throw fault(text, element, 'a table has the axes 1, 2 and 3');
    return {
      head: [toAxis(first), toAxis(second), toAxis(third)],
      definition: textOf(third, 'definition'),
      rows: childrenOf(element, 'pcsRow').map(readRow),
    };
  }

  function readRow(element: OfficialElement): PcsRow {
    const axes = childrenOf(element, 'axis').map(toAxis);
    const [fourth, fifth, sixth, seventh] = axes;
    if (
      axes.length !== 4 ||
      fourth === undefined ||
      fifth === undefined ||
      sixth === undefined ||
      seventh === undefined
    )
      throw fault(text, element, 'a row has the axes 4 to 7');
    const said = element.attributes.codes;
    const built = axes.reduce((product, axis) => product * axis.labels.length, 1);
    if (said !== undefined && Number(said) !== built)
      throw fault(text, element, `a row says to build ${said} codes and builds ${built}`);
    return [fourth, fifth, sixth, seventh];
  }
}

function toAxis(element: OfficialElement): PcsAxis {
  return {
    title: textOf(element, 'title'),
    labels: childrenOf(element, 'label').map((label) => ({ code: label.attributes.code ?? '', title: label.text })),
  };
}

/** The XML tree keeps no lines: the first label of the element is looked for. */
function fault(text: string, element: OfficialElement, problem: string): OfficialFileFault {
  const codes = element.attributes.codes;
  const at = codes === undefined ? text.indexOf(`<${element.name}`) : text.indexOf(`<${element.name} codes="${codes}"`);
  if (at === -1) return new OfficialFileFault(problem);
  const line = text.slice(0, at).split('\n').length;
  return new OfficialFileFault(problem, line, text.split('\n')[line - 1] ?? '');
}
