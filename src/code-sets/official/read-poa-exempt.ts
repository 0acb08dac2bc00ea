/** The list of codes that are exempt from reporting whether they were present on admission -> codes. Columns: order, code with dot, title. */
import type { Row } from '../store/table-file.ts';
import { hasForm, toPlainCode } from './code-forms.ts';
import { linesOf, OfficialFileFault, type OfficialText, oneTable, type ReadOfficial, TABLES } from './official-file.ts';

const HEAD = /^Order\d*\tPOAexemptCode\tDescription\s*$/i;

export function isPoaHead(line: string): boolean {
  return HEAD.test(line);
}

export function readPoaExempt({ text }: OfficialText): ReadOfficial {
  const rows: Row[] = [];
  let isFirst = true;
  for (const [line, number] of linesOf(text)) {
    if (isFirst) {
      isFirst = false;
      if (!isPoaHead(line))
        throw new OfficialFileFault(
          'the first line of a POA exempt list is Order, POAexemptCode, Description',
          number,
          line,
        );
      continue;
    }
    const [order = '', code = ''] = line.split('\t');
    if (!/^\d{5}$/.test(order) || !hasForm('icd-10-cm', toPlainCode(code)))
      throw new OfficialFileFault(
        'this is no line of a POA exempt list: order number, code and title, with tabs between them',
        number,
        line,
      );
    rows.push([toPlainCode(code)]);
  }
  if (rows.length === 0) throw new OfficialFileFault('it holds no code');
  return {
    kind: 'poa-exempt',
    system: 'icd-10-cm',
    label: undefined,
    tables: oneTable(TABLES.poaExempt, rows),
    lines: rows.length,
    notes: [],
  };
}
