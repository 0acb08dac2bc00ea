/** Holds the files of one edition against its codes: what one of them names, the other must know. */

import { type ReadOfficial, TABLES } from './official/official-file.ts';
import { codesOf, type PcsTable } from './pcs-table.ts';
import type { Row, Tables } from './store/table-file.ts';

export interface Contradiction {
  readonly file: string;
  readonly problem: string;
}

/** Undefined where they agree, and where the edition has no codes yet. */
export function checkAgainstCodes(file: string, read: ReadOfficial, tables: Tables): Contradiction | undefined {
  const rows = tables.get(TABLES.codes);
  if (rows === undefined || read.kind === 'order') return undefined;
  const kinds = new Map(rows.map(([code, kind]) => [code, kind ?? 'v']));
  const problem = findProblem(read, kinds);
  return problem === undefined ? undefined : { file, problem };
}

function findProblem(read: ReadOfficial, kinds: ReadonlyMap<string, string>): string | undefined {
  const rowsOf = (table: string): readonly Row[] => read.tables.get(table) ?? [];
  switch (read.kind) {
    case 'codes': {
      const odd = rowsOf(TABLES.codes).find(([code]) => kinds.get(code) !== 'v');
      return odd === undefined ? undefined : `it lists ${odd[0]} as a valid code, and the order file does not`;
    }
    case 'poa-exempt': {
      const odd = rowsOf(TABLES.poaExempt).find(([code]) => kinds.get(code) !== 'v');
      return odd === undefined ? undefined : `it lists ${odd[0]}, which is no valid code of the same edition`;
    }
    case 'addenda': {
      for (const [code, action, kind] of rowsOf(TABLES.addenda)) {
        if (action === 'add' && kinds.get(code) !== kind)
          return `it adds ${code}, which the codes of the same edition do not hold so`;
        if (action === 'delete' && kind === 'v' && kinds.get(code) === 'v')
          return `it deletes ${code}, which is a valid code of the same edition`;
      }
      return undefined;
    }
    case 'pcs-tables': {
      for (const [name, json] of rowsOf(TABLES.pcsTables)) {
        const table = JSON.parse(json ?? '{}') as PcsTable;
        for (const code of codesOf(table))
          if (!kinds.has(code)) return `its table ${name} builds ${code}, which the order file does not hold`;
      }
      return undefined;
    }
    default:
      return undefined;
  }
}
