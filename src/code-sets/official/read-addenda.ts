/**
 * Addenda of code lists and order files -> what was added, deleted and retitled. First the action, then the columns of the list or
 * of the order file; blocks of counts at the end are held against the lines.
 */
import type { EditionSystem } from '../edition-name.ts';
import type { Row } from '../store/table-file.ts';
import { hasForm } from './code-forms.ts';
import {
  linesOf,
  OfficialFileFault,
  type OfficialText,
  oneTable,
  type ReadOfficial,
  TABLES,
  toTitle,
} from './official-file.ts';

const ACTIONS: ReadonlyMap<string, 'add' | 'delete' | 'from' | 'to'> = new Map([
  ['Add', 'add'],
  ['Delete', 'delete'],
  ['Revise from', 'from'],
  ['Revise to', 'to'],
]);
const LINE = /^(Add|Delete|Revise from|Revise to): *(?:([01]) )?([0-9A-Z]{3,7})(?: (.*))?$/;
const COUNT = /^\s*(\d+) (additions|deletions|revisions)\s*$/;

export function isAddendaLine(line: string): boolean {
  return LINE.test(line);
}

interface Counts {
  additions: number;
  deletions: number;
  revisions: number;
}

export function readAddenda({ text }: OfficialText, system: EditionSystem): ReadOfficial {
  const rows: Row[] = [];
  const counted = { v: noCounts(), h: noCounts() };
  /** What the block above the counts is about. */
  let about: 'v' | 'h' = 'v';
  let isEnd = false;
  for (const [line, number] of linesOf(text)) {
    const found = LINE.exec(line);
    if (found !== null && !isEnd) {
      const [, action = '', flag, code = '', rest = ''] = found;
      const kind = flag === '0' || (system === 'icd-10-pcs' && code.length === 3) ? 'h' : 'v';
      if (kind === 'v' && !hasForm(system, code))
        throw new OfficialFileFault(`"${code}" is no ${system} code`, number, line);
      const what = ACTIONS.get(action) ?? 'add';
      rows.push([code, what, kind, toTitle(longTitle(line, rest, flag, system))]);
      if (what === 'add') counted[kind].additions++;
      if (what === 'delete') counted[kind].deletions++;
      if (what === 'to') counted[kind].revisions++;
      continue;
    }
    const count = COUNT.exec(line);
    isEnd = true;
    if (/^\s*Headers/.test(line)) about = 'h';
    else if (/^\s*Codes/.test(line)) about = 'v';
    if (count === null) {
      if (/^\s*(?:Headers|Codes|of which|\d+ (?:headers|codes|revisions) .*)\s*$/.test(line)) continue;
      throw new OfficialFileFault(
        'this is no line of addenda: it begins with Add:, Delete:, Revise from: or Revise to:',
        number,
        line,
      );
    }
    const name = count[2] as keyof Counts;
    const said = Number(count[1]);
    if (counted[about][name] !== said)
      throw new OfficialFileFault(`it says ${said} ${name}, and ${counted[about][name]} lines say so`, number, line);
  }
  if (rows.length === 0) throw new OfficialFileFault('it changes nothing');
  return {
    kind: 'addenda',
    system,
    label: undefined,
    tables: oneTable(TABLES.addenda, rows),
    lines: rows.length,
    notes: [],
  };
}

/** In the columns of an order file a short title of 60 characters comes first. */
function longTitle(line: string, rest: string, flag: string | undefined, system: EditionSystem): string {
  if (flag !== undefined) return line.slice(84);
  return system === 'icd-10-pcs' ? line.slice(82) : rest;
}

function noCounts(): Counts {
  return { additions: 0, deletions: 0, revisions: 0 };
}
