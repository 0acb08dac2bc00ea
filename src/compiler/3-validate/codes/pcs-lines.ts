/**
 * The lines of a lock that hold ICD-10-PCS tables: a line per table with its rows, per place of a body system with the names of its
 * values, and per term with what the definitions say. Reads and writes them; knows no edition.
 */
import { meaningKey, type PcsExtract, type PcsMeaning, placesOf, writeRow } from '../../../shared/pcs-tables.ts';

/** Lines by what they are about, each as its text: `pcs-table 2026 0DT`. */
export type PcsLines = ReadonlyMap<string, string>;

/** How many parts say what a line of a kind is about, and how many it has. */
const FORMS = {
  /** Edition, table, edition of the tables file, rows. */
  'pcs-table': { about: 3, all: 5 },
  /** Edition, first characters, place, `value=name`. */
  'pcs-names': { about: 4, all: 5 },
  /** Edition, section, place, name, definition, explanation, what is included. */
  'pcs-term': { about: 5, all: 8 },
} as const;
type Kind = keyof typeof FORMS;

const VALUES = '[0-9A-HJ-NP-Z]+';
const ROW = new RegExp(`^(?:\\.${VALUES}){4}$`);
const NAME = /^[0-9A-HJ-NP-Z]=\S/;
const TABLE = /^[0-9A-HJ-NP-Z]{3}$/;
const SCOPE = /^[0-9A-HJ-NP-Z]{1,3}$/;
const PLACE = /^[1-7]$/;

export function isPcsKind(kind: string): kind is Kind {
  return Object.hasOwn(FORMS, kind);
}

/** What a line is about, by which it is found and must stand once; or what is wrong with it. */
export function readPcsLine(line: string): { readonly key: string } | { readonly problem: string } {
  const parts = line.split('\t');
  const [kind = '', label = '', third = '', fourth = '', fifth = ''] = parts;
  if (!isPcsKind(kind)) return { problem: `"${kind}" is no kind of line` };
  const { about, all } = FORMS[kind];
  if (parts.length !== all) return { problem: `it has ${parts.length} parts, not ${all}` };
  if (!/^\d{4}/.test(label)) return { problem: `"${label}" is no year of an edition` };
  const problem = kind === 'pcs-table' ? findTableProblem(third, fifth) : findNamesProblem(kind, third, fourth, fifth);
  return problem === undefined ? { key: parts.slice(0, about).join(' ') } : { problem };
}

function findTableProblem(table: string, rows: string): string | undefined {
  if (!TABLE.test(table)) return `"${table}" is no table of ICD-10-PCS`;
  const odd = rows.split('|').find((row) => !ROW.test(row));
  return odd === undefined
    ? undefined
    : `"${odd}" is no row: it has the values of four places, with a point before each`;
}

function findNamesProblem(kind: Kind, scope: string, place: string, rest: string): string | undefined {
  if (!SCOPE.test(scope)) return `"${scope}" is no beginning of a table of ICD-10-PCS`;
  if (!PLACE.test(place)) return `"${place}" is no place of a code, 1 to 7`;
  if (kind === 'pcs-term') return rest.trim() === '' ? 'the name is missing' : undefined;
  const odd = rest.split('|').find((name) => !NAME.test(name));
  return odd === undefined ? undefined : `"${odd}" is not a value and its name, such as J=Appendix`;
}

/** What separates things in a line cannot stand inside of one. */
function clean(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', '/').trim();
}

function makeLine(parts: readonly string[]): readonly [string, string] {
  const line = parts.join('\t');
  const read = readPcsLine(line);
  if ('problem' in read) throw new Error(`a line of a lock that cannot be read: ${read.problem}`);
  return [read.key, line];
}

export function tableLine(table: {
  readonly label: string;
  readonly key: string;
  readonly source: string;
  readonly rows: readonly (readonly string[])[];
}): readonly [string, string] {
  const rows = table.rows.map(writeRow).join('|');
  return makeLine(['pcs-table', table.label, table.key, table.source, rows]);
}

/** @param names in the order of their values */
export function namesLine(
  label: string,
  scope: string,
  place: number,
  names: readonly (readonly [value: string, name: string])[],
): readonly [string, string] {
  const text = names.map(([value, name]) => `${value}=${clean(name)}`).join('|');
  return makeLine(['pcs-names', label, scope, String(place), text]);
}

export function termLine(
  label: string,
  term: PcsMeaning & { readonly section: string; readonly place: number; readonly name: string },
): readonly [string, string] {
  const { section, place, name, definition, explanation, includes } = term;
  return makeLine(['pcs-term', label, section, String(place), ...[name, definition, explanation, includes].map(clean)]);
}

export interface LockedTables {
  readonly extract: PcsExtract;
  /** Labels of the editions whose tables files were used. */
  readonly sources: readonly string[];
}

/** What the lines say of tables that begin in one of these ways. */
export function extractTables(lines: Iterable<string>, label: string, beginnings: readonly string[]): LockedTables {
  const tables: Record<string, readonly string[]> = {};
  const names: Record<string, string> = {};
  const terms: (readonly [string, PcsMeaning])[] = [];
  const sources = new Set<string>();
  const all = [...lines].map((line) => line.split('\t')).filter((parts) => parts[1] === label);
  for (const [kind, , key = '', source = '', rows = ''] of all) {
    if (kind !== 'pcs-table' || !beginnings.some((beginning) => key.startsWith(beginning))) continue;
    tables[key] = rows.split('|');
    sources.add(source);
  }
  const keys = Object.keys(tables);
  for (const [kind, , scope = '', place = '', rest = '', ...more] of all) {
    if (kind === 'pcs-names' && keys.some((key) => key.startsWith(scope))) {
      for (const text of rest.split('|')) names[`${scope} ${place}${text.charAt(0)}`] = text.slice(2);
    }
    if (kind === 'pcs-term' && keys.some((key) => key.startsWith(scope))) {
      const [definition = '', explanation = '', includes = ''] = more;
      terms.push([meaningKey(scope, Number(place), rest), { definition, explanation, includes }]);
    }
  }
  const used = new Set(
    Object.entries(names).map(([key, name]) => `${key.charAt(0)} ${key.split(' ')[1]?.charAt(0) ?? ''} ${name}`),
  );
  const meanings = Object.fromEntries(terms.filter(([key]) => used.has(key)));
  return { extract: { tables, names: usedNames(names, tables), meanings }, sources: [...sources].sort() };
}

/** Names of values that stand in the tables; a body system has more. */
function usedNames(
  names: Readonly<Record<string, string>>,
  tables: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, string>> {
  const places = Object.entries(tables).map(([key, rows]) => {
    const values = rows.map(placesOf);
    return {
      key,
      at: (place: number) => (place < 4 ? key.charAt(place - 1) : values.map((row) => row[place - 4]).join('')),
    };
  });
  return Object.fromEntries(
    Object.entries(names).filter(([key]) => {
      const [scope = '', id = ''] = key.split(' ');
      return places.some(
        (table) => table.key.startsWith(scope) && table.at(Number(id.charAt(0))).includes(id.charAt(1)),
      );
    }),
  );
}
