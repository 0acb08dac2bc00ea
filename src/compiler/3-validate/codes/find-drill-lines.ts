/**
 * The drills of a course and the editions at hand -> the lines of its lock that hold their tables. The lines of a body system are the
 * same whichever drill asks for it, so that locks of two branches merge well.
 */
import { type BodySystem, type BodySystemTable, labelOf, readBodySystem } from '../../../code-sets/pcs-body-system.ts';
import type { CodeSets } from '../../../code-sets/code-sets.ts';
import type { Edition } from '../../../code-sets/edition.ts';
import type { PcsTerm } from '../../../code-sets/pcs-table.ts';
import { missCodes, offeredBeginnings, rightCodes } from '../../../questions/pcs-build/offered-tables.ts';
import type { PcsBuildSource } from '../../../questions/pcs-build/source.ts';
import { namesLine, type PcsLines, readPcsLine, tableLine, termLine } from './pcs-lines.ts';

const BODY_SYSTEM_LENGTH = 2;
/** Where operations and approaches stand: every one that can be chosen is explained, elsewhere those of the question's own codes. */
const EXPLAINED_PLACES = [3, 5];
/** Sections without definitions of approaches use those of Medical and Surgical. */
const MEDICAL_SECTION = '0';
const PLACES = [1, 2, 3, 4, 5, 6, 7];

export interface DrillLines {
  readonly lines: PcsLines;
  /** Beginnings that no table of the edition has. */
  readonly unknown: readonly string[];
}

/** Undefined where the edition or a tables file is not at hand. @throws DamagedEdition */
export function findDrillLines(
  source: PcsBuildSource,
  edition: string | undefined,
  sets: CodeSets | undefined,
): DrillLines | undefined {
  const open = edition === undefined ? undefined : sets?.find(edition);
  if (sets === undefined || open === undefined) return undefined;
  const lines = new Map<string, string>();
  const unknown: string[] = [];
  for (const beginning of offeredBeginnings(source)) {
    const system = readKnownSystem(sets, open, beginning.slice(0, BODY_SYSTEM_LENGTH));
    if (system === undefined) return undefined;
    const tables = [...system.tables].filter(([key]) => key.startsWith(beginning));
    if (tables.length === 0) unknown.push(beginning);
    for (const [key, line] of systemLines(open, system, tables)) lines.set(key, line);
    const terms = findTerms(sets, open, { tables, codes: [...rightCodes(source), ...missCodes(source)] });
    for (const [key, line] of terms) lines.set(key, line);
  }
  return { lines, unknown };
}

/** The lines of a lock that a drill needs, by what they are about. */
export function keptDrillLines(
  source: PcsBuildSource,
  lines: readonly string[],
  edition: string | undefined,
): PcsLines {
  const beginnings = offeredBeginnings(source);
  const needs = ([, label, about = '']: readonly string[]): boolean =>
    label === edition?.split('@')[1] &&
    beginnings.some((beginning) => beginning.startsWith(about) || about.startsWith(beginning));
  return new Map(
    lines.flatMap((line) => {
      const read = readPcsLine(line);
      return 'key' in read && needs(line.split('\t')) ? [[read.key, line] as const] : [];
    }),
  );
}

/** Looked up by every drill of a run: read once. */
const known = new WeakMap<Edition, Map<string, BodySystem | undefined>>();

function readKnownSystem(sets: CodeSets, edition: Edition, prefix: string): BodySystem | undefined {
  const systems = known.get(edition) ?? new Map<string, BodySystem | undefined>();
  known.set(edition, systems);
  if (!systems.has(prefix)) systems.set(prefix, readBodySystem(sets, edition, prefix));
  return systems.get(prefix);
}

type Tables = readonly (readonly [key: string, table: BodySystemTable])[];

/** Rows of the tables; names for the whole body system where its tables agree, else for each table. */
function systemLines(edition: Edition, { tables: all, source }: BodySystem, tables: Tables): PcsLines {
  const label = labelOf(edition);
  const lines = new Map<string, string>();
  for (const [key, { rows }] of tables) lines.set(...tableLine({ label, key, source: labelOf(source), rows }));
  for (const place of PLACES) {
    const shared = new Map<string, Set<string>>();
    for (const [value, name] of [...all.values()].flatMap((table) => namesAt(table, place))) {
      shared.set(value, (shared.get(value) ?? new Set()).add(name));
    }
    const agreed = [...shared].flatMap(([value, [name, ...others]]) =>
      name === undefined || others.length > 0 ? [] : [[value, name] as const],
    );
    const scope = [...all.keys()][0]?.slice(0, place === 1 ? 1 : BODY_SYSTEM_LENGTH) ?? '';
    if (agreed.length > 0 && scope !== '') lines.set(...namesLine(label, scope, place, sorted(agreed)));
    for (const [key, table] of tables) {
      const own = namesAt(table, place).filter(([value]) => (shared.get(value)?.size ?? 0) > 1);
      if (own.length > 0) lines.set(...namesLine(label, key, place, sorted(own)));
    }
  }
  return lines;
}

function namesAt({ names }: BodySystemTable, place: number): readonly (readonly [string, string])[] {
  return [...names].flatMap(([id, name]) => (id.startsWith(String(place)) ? [[id.slice(1), name] as const] : []));
}

function sorted(names: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  return [...names].sort(([a], [b]) => (a < b ? -1 : 1));
}

interface TermRequest {
  readonly tables: Tables;
  /** The question's own codes. */
  readonly codes: readonly string[];
}

function findTerms(sets: CodeSets, edition: Edition, { tables, codes }: TermRequest): PcsLines {
  const terms = findTermsEdition(sets, edition);
  const lines = new Map<string, string>();
  for (const [key, table] of tables) {
    const section = key.charAt(0);
    for (const [id, name] of table.names) {
      const place = Number(id.charAt(0));
      const isExplained = EXPLAINED_PLACES.includes(place);
      const isNamed = codes.some((code) => code.startsWith(key) && code.charAt(place - 1) === id.charAt(1));
      if (!isExplained && !isNamed) continue;
      const term = findTerm(terms, section, place, name);
      const definition = term?.definition || (place === 3 ? table.definition : '');
      const includes = isExplained ? '' : (term?.includes ?? []).join('; ');
      const explanation = term?.explanation ?? '';
      if (definition === '' && explanation === '' && includes === '') continue;
      lines.set(...termLine(labelOf(edition), { section, place, name, definition, explanation, includes }));
    }
  }
  return lines;
}

/** The edition's own definitions, else the latest ones before it, else the first after it. */
function findTermsEdition(sets: CodeSets, edition: Edition): Edition | undefined {
  if (edition.knows('pcsTerms')) return edition;
  const others = sets.ofSystem('icd-10-pcs').filter((other) => other.knows('pcsTerms'));
  return others.filter(({ facts }) => facts.from < edition.facts.from).at(-1) ?? others[0];
}

function findTerm(terms: Edition | undefined, section: string, place: number, name: string): PcsTerm | undefined {
  const own = terms?.pcsTerm(section, place, name);
  return own ?? (place === 5 ? terms?.pcsTerm(MEDICAL_SECTION, place, name) : undefined);
}
