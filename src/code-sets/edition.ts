/** One edition of a code set, open: finds codes, their neighbors and what else its files say, without reading all of it. */
import type { EditionName } from './edition-name.ts';
import { toPlainCode } from './official/code-forms.ts';
import { type OfficialKind, TABLES } from './official/official-file.ts';
import type { PcsTable, PcsTerm } from './pcs-table.ts';
import { DamagedTableFile, type Row, TableFile } from './store/table-file.ts';

/** An official file that an edition was made from. */
export interface EditionSource {
  readonly kind: OfficialKind;
  /** As its file was called. */
  readonly file: string;
  /** Of the file as unpacked. */
  readonly sha256: string;
  /** Lines of data. */
  readonly lines: number;
}

/** What stands at the head of an edition file. */
export interface EditionFacts {
  readonly edition: string;
  /** First and last day in force, `YYYY-MM-DD`. */
  readonly from: string;
  readonly until: string;
  /** By kind. */
  readonly sources: readonly EditionSource[];
}

export interface CodeEntry {
  /** Without its dot. */
  readonly code: string;
  readonly kind: 'valid' | 'header' | 'modifier';
  /** Official order, as text that sorts. */
  readonly order: string;
  readonly title: string;
  /** HCPCS: last day it may be used, `YYYY-MM-DD`, or empty. */
  readonly ended: string;
}

/** A line of a conversion table. */
export interface Conversion {
  readonly from: string;
  readonly to: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** All that stands in the column of previous codes. */
  readonly previous: string;
}

export interface AddendaLine {
  readonly code: string;
  readonly action: 'add' | 'delete' | 'from' | 'to';
  readonly kind: 'valid' | 'header';
  readonly title: string;
}

/** Close it. */
export class Edition {
  readonly name: EditionName;
  readonly facts: EditionFacts;
  readonly #file: TableFile;

  private constructor(name: EditionName, facts: EditionFacts, file: TableFile) {
    this.name = name;
    this.facts = facts;
    this.#file = file;
  }

  /** @throws DamagedTableFile, or the disk's own error */
  static open(path: string, name: EditionName): Edition {
    return Edition.#from(TableFile.open(path), name);
  }

  /** @param bytes of the whole file */
  static of(bytes: Uint8Array, name: EditionName): Edition {
    return Edition.#from(TableFile.of(bytes), name);
  }

  static #from(file: TableFile, name: EditionName): Edition {
    if (isFacts(file.facts)) return new Edition(name, file.facts, file);
    file.close();
    throw new DamagedTableFile('its head is not that of an edition');
  }

  /** True when the official file of this kind is part of the edition. */
  knows(table: keyof typeof TABLES): boolean {
    return this.#file.has(TABLES[table]);
  }

  /** True where categories are listed beside codes; a list of codes alone has none. */
  get knowsHeaders(): boolean {
    return this.name.system === 'hcpcs' || this.facts.sources.some(({ kind }) => kind === 'order');
  }

  count(table: keyof typeof TABLES): number {
    return this.#file.count(TABLES[table]);
  }

  /** @param code with or without its dot, in any case */
  find(code: string): CodeEntry | undefined {
    const [row] = this.#file.find(TABLES.codes, toPlainCode(code));
    return row === undefined ? undefined : toEntry(row);
  }

  /** Codes and headers that begin so, in the order of their text. */
  *withPrefix(prefix: string): Generator<CodeEntry> {
    for (const row of this.#file.withPrefix(TABLES.codes, toPlainCode(prefix))) yield toEntry(row);
  }

  /** Undefined where the list of exempt codes is not part of the edition. */
  isPoaExempt(code: string): boolean | undefined {
    return this.knows('poaExempt') ? this.#file.find(TABLES.poaExempt, toPlainCode(code)).length > 0 : undefined;
  }

  /** Codes that came out of this one, whenever, by the conversion table. */
  successorsOf(code: string): readonly Conversion[] {
    return this.#file
      .find(TABLES.successors, toPlainCode(code))
      .map(([from, to = '', day = '', previous = '']) => ({ from, to, day, previous }));
  }

  /** What this code was made from: `to` is the code, `previous` the words of the table. */
  originOf(code: string): Conversion | undefined {
    const [row] = this.#file.find(TABLES.origins, toPlainCode(code));
    if (row === undefined) return undefined;
    const [to, day = '', previous = ''] = row;
    return { from: '', to, day, previous };
  }

  addendaOf(code: string): readonly AddendaLine[] {
    return this.#file.find(TABLES.addenda, toPlainCode(code)).map(([of, action = '', kind, title = '']) => ({
      code: of,
      action: action as AddendaLine['action'],
      kind: kind === 'h' ? 'header' : 'valid',
      title,
    }));
  }

  /** The table that the first three characters pick. */
  pcsTable(code: string): PcsTable | undefined {
    const [row] = this.#file.find(TABLES.pcsTables, toPlainCode(code).slice(0, 3));
    return row?.[1] === undefined ? undefined : (JSON.parse(row[1]) as PcsTable);
  }

  /** Tables that begin so, by their three characters. */
  *pcsTablesBelow(prefix: string): Generator<readonly [string, PcsTable]> {
    for (const [key, json] of this.#file.withPrefix(TABLES.pcsTables, toPlainCode(prefix))) {
      if (json !== undefined) yield [key, JSON.parse(json) as PcsTable];
    }
  }

  /** What the definitions say of a value of an axis. Terms of the medical and surgical section stand in for others. */
  pcsTerm(section: string, position: number, title: string): PcsTerm | undefined {
    const [row] = this.#file.find(TABLES.pcsTerms, `${section} ${position} ${title}`);
    return row?.[1] === undefined ? undefined : (JSON.parse(row[1]) as PcsTerm);
  }

  /** Heading of a guideline by its number, such as `I.C.1.a.2`. */
  guideline(number: string): string | undefined {
    return this.#file.find(TABLES.guidelines, number)[0]?.[1];
  }

  /** All numbers and headings. */
  *guidelines(): Generator<readonly [number: string, heading: string]> {
    for (const [number, heading = ''] of this.#file.withPrefix(TABLES.guidelines, '')) yield [number, heading];
  }

  /** Everything, for a new file of the same edition. */
  rows(table: keyof typeof TABLES): readonly Row[] {
    return [...this.#file.withPrefix(TABLES[table], '')];
  }

  close(): void {
    this.#file.close();
  }
}

const KINDS: Readonly<Record<string, CodeEntry['kind']>> = { v: 'valid', h: 'header', m: 'modifier' };

function toEntry([code, kind = 'v', order = '', title = '', , , ended = '']: Row): CodeEntry {
  return { code, kind: KINDS[kind] ?? 'valid', order, title, ended };
}

function isFacts(value: unknown): value is EditionFacts {
  return (
    typeof value === 'object' &&
    value !== null &&
    'edition' in value &&
    typeof value.edition === 'string' &&
    'from' in value &&
    typeof value.from === 'string' &&
    'until' in value &&
    typeof value.until === 'string' &&
    'sources' in value &&
    Array.isArray(value.sources)
  );
}
