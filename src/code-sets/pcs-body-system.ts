/**
 * An edition of ICD-10-PCS and two characters -> all tables of that body system as the edition's own codes have them, with the names of
 * their values. An edition without a tables file takes names and the pattern of rows from the nearest edition that has one.
 */
import type { CodeSets } from './code-sets.ts';
import type { Edition } from './edition.ts';
import { formatEditionName } from './edition-name.ts';
import type { PcsRow, PcsTable } from './pcs-table.ts';
import { fitRows, type RowValues } from './pcs-rows.ts';

export interface BodySystemTable {
  readonly rows: readonly RowValues[];
  /** By place and value, such as `4J`; places 1 to 7. Values without a name are not in it. */
  readonly names: ReadonlyMap<string, string>;
  /** Of the operation, by the tables; empty where none is given. */
  readonly definition: string;
  /** Values that no table at hand names, such as `7B`. */
  readonly nameless: readonly string[];
}

export interface BodySystem {
  /** By their three characters, sorted. */
  readonly tables: ReadonlyMap<string, BodySystemTable>;
  /** The edition that names and pattern come from. */
  readonly source: Edition;
}

/** One table of another edition may give a value a name of its own in each row. */
const OR = ' / ';
/** The places that pick the table. */
const PLACES_BEFORE_ROWS = 3;

/** The edition whose tables file serves another: its own, else the latest before it, else the first after it. */
export function findTablesEdition(sets: CodeSets, edition: Edition): Edition | undefined {
  if (edition.knows('pcsTables')) return edition;
  const others = sets.ofSystem('icd-10-pcs').filter((other) => other.knows('pcsTables'));
  return others.filter(({ facts }) => facts.from < edition.facts.from).at(-1) ?? others[0];
}

/** Undefined where no tables file is at hand. @throws DamagedEdition */
export function readBodySystem(sets: CodeSets, edition: Edition, prefix: string): BodySystem | undefined {
  const source = findTablesEdition(sets, edition);
  if (source === undefined) return undefined;
  const known = new Map(source.pcsTablesBelow(prefix));
  const siblings = namesByPlace([...known.values()]);
  const tables = new Map<string, BodySystemTable>();
  const keys = edition.knows('codes') ? codesByTable(edition, prefix) : undefined;
  for (const key of [...new Set(keys === undefined ? known.keys() : keys.keys())].sort()) {
    const table = known.get(key);
    const pattern = table?.rows.map(toValues) ?? [];
    const titles = keys?.get(key);
    const header = edition.find(key)?.title;
    const rows = titles === undefined ? pattern : fitRows(new Set(titles.keys()), pattern);
    tables.set(key, { ...nameValues(key, rows, { table, siblings, titles: titles ?? new Map(), header }), rows });
  }
  return { tables, source };
}

/** Ends of valid codes with their titles, by table. */
function codesByTable(edition: Edition, prefix: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const { code, kind, title } of edition.withPrefix(prefix)) {
    if (kind !== 'valid') continue;
    const table = code.slice(0, 3);
    const ends = found.get(table) ?? new Map<string, string>();
    ends.set(code.slice(3), title);
    found.set(table, ends);
  }
  return found;
}

function toValues(row: PcsRow): RowValues {
  const at = (place: number) => (row[place]?.labels ?? []).map(({ code }) => code).join('');
  return [at(0), at(1), at(2), at(3)];
}

/** Every name of a value in these tables, by place and value. */
function namesByPlace(tables: readonly PcsTable[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { head, rows } of tables) {
    const axes = [
      ...head.map((axis, at) => [axis, at + 1] as const),
      ...rows.flatMap((row) => row.map((axis, at) => [axis, at + 4] as const)),
    ];
    for (const [{ labels }, place] of axes)
      for (const { code, title } of labels) {
        const key = `${place}${code}`;
        found.set(key, (found.get(key) ?? new Set()).add(title));
      }
  }
  return found;
}

interface NameSources {
  readonly table: PcsTable | undefined;
  readonly siblings: ReadonlyMap<string, ReadonlySet<string>>;
  /** Official titles of the table's codes by their ends. */
  readonly titles: ReadonlyMap<string, string>;
  /** The official title of the table itself. */
  readonly header: string | undefined;
}

/**
 * The table's own names. A table that is new takes the name of its operation from its header; a value that is new, the one name that its
 * body system has for it, where the official titles of all codes with that value bear it out.
 */
function nameValues(
  key: string,
  rows: readonly RowValues[],
  { table, siblings, titles, header }: NameSources,
): Pick<BodySystemTable, 'names' | 'definition' | 'nameless'> {
  const own = namesByPlace(table === undefined ? [] : [table]);
  const names = new Map<string, string>();
  const nameless: string[] = [];
  for (const [place, value] of placesOf(key, rows)) {
    const id = `${place}${value}`;
    const found = own.get(id) ?? (place === 3 ? fromHeader(header) : proven(siblings.get(id), place, value, titles));
    if (found === undefined) nameless.push(id);
    else names.set(id, [...found].join(OR));
  }
  return { names, definition: table?.definition ?? '', nameless };
}

/** Every place, 1 to 7, with every value that may stand there. */
function placesOf(key: string, rows: readonly RowValues[]): readonly (readonly [place: number, value: string])[] {
  const behind = [0, 1, 2, 3].flatMap((at) => {
    const values = new Set(rows.flatMap((row) => [...(row[at] ?? '')]));
    return [...values].sort().map((value) => [at + 4, value] as const);
  });
  return [...[...key].map((value, at) => [at + 1, value] as const), ...behind];
}

/** `Mouth and Throat, Bypass` ends with the operation. */
function fromHeader(title: string | undefined): readonly string[] | undefined {
  const name = title?.split(', ').at(-1);
  return name === undefined ? undefined : [name];
}

function proven(
  names: ReadonlySet<string> | undefined,
  place: number,
  value: string,
  titles: ReadonlyMap<string, string>,
): readonly string[] | undefined {
  const [name] = names ?? [];
  if (names?.size !== 1 || name === undefined) return undefined;
  // Titles say neither section and body system nor what is not there (Z).
  if (place < PLACES_BEFORE_ROWS || value === 'Z') return [name];
  const spoken = name.replace(/^(.*), (.*)$/, '$2 $1');
  const own = [...titles].filter(([end]) => end.charAt(place - 1 - PLACES_BEFORE_ROWS) === value);
  const isProven = own.length > 0 && own.every(([, title]) => title.includes(name) || title.includes(spoken));
  return isProven ? [name] : undefined;
}

/** `2025` of `icd-10-pcs@2025`. */
export function labelOf(edition: Edition): string {
  return formatEditionName(edition.name).split('@')[1] ?? '';
}
