/**
 * Rows of ICD-10-PCS tables with the names of their values, as a lock and a package carry them, and the questions one asks of them:
 * what may stand behind a beginning, what it is called, which rows are still open. Plain data and walks over it. Imports nothing.
 */

/** A code has so many characters; the first three pick its table. */
export const PCS_LENGTH = 7;
export const PCS_TABLE_LENGTH = 3;

export interface PcsMeaning {
  readonly definition: string;
  /** What the definition adds for coders; may be empty. */
  readonly explanation: string;
  /** What belongs to it, in one text; may be empty. */
  readonly includes: string;
}

export interface PcsExtract {
  /**
   * Rows by the first three characters: the values of places 4 to 7, a point before each place: `.123.04.Z.Z`. So no list of values
   * can be taken for a code of another code set.
   */
  readonly tables: Readonly<Record<string, readonly string[]>>;
  /** Names by scope, place and value: `0D 4J` in all tables that begin with 0D, `0DT 4J` in one table. The longer scope counts. */
  readonly names: Readonly<Record<string, string>>;
  /** By section, place and name: `0 3 Resection`. */
  readonly meanings: Readonly<Record<string, PcsMeaning>>;
}

/** The values of places 4 to 7 of a row. */
export function placesOf(row: string): readonly string[] {
  return row.slice(1).split('.');
}

export function writeRow(places: readonly string[]): string {
  return places.map((values) => `.${values}`).join('');
}

/** Rows of the table of a code that hold all of its places behind the third; all rows of a bare table. */
export function openRows({ tables }: PcsExtract, code: string): readonly string[] {
  const behind = [...code.slice(PCS_TABLE_LENGTH)];
  return (tables[code.slice(0, PCS_TABLE_LENGTH)] ?? []).filter((row) => {
    const places = placesOf(row);
    return behind.every((value, at) => places[at]?.includes(value) === true);
  });
}

/** What may stand behind a beginning of a code, in the order of the tables: digits first. */
export function nextValues(extract: PcsExtract, beginning: string): readonly string[] {
  const at = beginning.length;
  const values =
    at < PCS_TABLE_LENGTH
      ? Object.keys(extract.tables).flatMap((table) => (table.startsWith(beginning) ? [table.charAt(at)] : []))
      : openRows(extract, beginning).flatMap((row) => [...(placesOf(row)[at - PCS_TABLE_LENGTH] ?? '')]);
  return [...new Set(values)].sort();
}

/** Whether some code of the tables begins so. */
export function isBeginning(extract: PcsExtract, code: string): boolean {
  if (code.length > PCS_LENGTH) return false;
  if (code.length > PCS_TABLE_LENGTH) return openRows(extract, code).length > 0;
  return Object.keys(extract.tables).some((table) => table.startsWith(code));
}

/** What the last character of a beginning is called; empty where no name is known. */
export function nameOfLast({ names }: PcsExtract, beginning: string): string {
  const key = `${beginning.length}${beginning.slice(-1)}`;
  for (let length = PCS_TABLE_LENGTH; length > 0; length--) {
    const name = names[`${beginning.slice(0, length)} ${key}`];
    if (name !== undefined) return name;
  }
  return '';
}

/** `T Resection`; the character alone where it has no name. @param beginning ends with the character */
export function valueName(extract: PcsExtract, beginning: string): string {
  return `${beginning.slice(-1)} ${nameOfLast(extract, beginning)}`.trim();
}

/** What the definitions say of the last character of a beginning. */
export function meaningOfLast(extract: PcsExtract, beginning: string): PcsMeaning | undefined {
  return extract.meanings[meaningKey(beginning.charAt(0), beginning.length, nameOfLast(extract, beginning))];
}

export function meaningKey(section: string, place: number, name: string): string {
  return `${section} ${place} ${name}`;
}
