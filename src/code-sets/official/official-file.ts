/** What a reader makes of one official file, and how it says that a file is not what it claims to be. Knows no single form. */
import type { EditionSystem } from '../edition-name.ts';
import type { Row, Tables } from '../store/table-file.ts';

/** A text as published: decoded, line ends as LF. */
export interface OfficialText {
  /** File name, or the name of the zip and of the file in it. */
  readonly name: string;
  readonly text: string;
}

export type OfficialKind =
  | 'order'
  | 'codes'
  | 'addenda'
  | 'conversion'
  | 'poa-exempt'
  | 'pcs-tables'
  | 'pcs-definitions'
  | 'hcpcs'
  | 'ms-drg'
  | 'guidelines';

export interface ReadOfficial {
  readonly kind: OfficialKind;
  readonly system: EditionSystem;
  /** What the content itself says of its edition; most files say nothing. */
  readonly label: string | undefined;
  readonly tables: Tables;
  /** Lines of the file that hold data. */
  readonly lines: number;
  /** Sentences about what was left out. */
  readonly notes: readonly string[];
}

/** The file is not what it claims; the line shows it. */
export class OfficialFileFault extends Error {
  readonly line: number;
  readonly lineText: string;

  /** @param line counted from 1; 0 where no single line shows it */
  constructor(problem: string, line = 0, lineText = '') {
    super(problem);
    this.line = line;
    this.lineText = lineText;
  }
}

/** Names of the tables of an edition file. */
export const TABLES = {
  /** code, `v`alid or `h`eader or `m`odifier, official order, title, more of it by system. */
  codes: 'codes',
  /** Codes that are exempt from POA reporting. */
  poaExempt: 'poa-exempt',
  /** old code, new code, first day, what the table says. */
  successors: 'successors',
  /** new code, first day, what the table says. */
  origins: 'origins',
  /** code, `add` or `delete` or `from` or `to`, `v` or `h`, title. */
  addenda: 'addenda',
  /** First three characters, a `PcsTable` as JSON. */
  pcsTables: 'pcs-tables',
  /** section, position, title; a `PcsTerm` as JSON. */
  pcsTerms: 'pcs-terms',
  /** Number such as `I.C.1.a.2`, heading. */
  guidelines: 'guidelines',
} as const;

/** Lines with their number from 1, empty ones left out. */
export function* linesOf(text: string): Generator<readonly [line: string, number: number]> {
  let number = 0;
  for (const line of text.split('\n')) {
    number++;
    if (line.trim() !== '') yield [line, number];
  }
}

/** A title on one line, as it stands in the file. */
export function toTitle(text: string): string {
  return text.replaceAll('\t', ' ').trim();
}

export function oneTable(name: string, rows: readonly Row[]): Tables {
  return new Map([[name, rows]]);
}
