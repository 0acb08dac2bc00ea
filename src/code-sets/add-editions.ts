/** Official files -> edition files in a store. Every file that is not what it claims is reported with its line; nothing is stored then. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import {
  editionUnknown,
  editionWithoutDays,
  officialFileContradicts,
  officialFileRefused,
  officialFileUnreadable,
  officialFileUnused,
  storeUnwritable,
} from '../diagnostics/catalog/code-sets.ts';
import { toReadReason, toWriteReason } from '../diagnostics/disk-faults.ts';
import type { Reporter } from '../diagnostics/report.ts';
import { checkAgainstCodes } from './check-against-codes.ts';
import { Edition, type EditionFacts, type EditionSource } from './edition.ts';
import {
  compareEditionNames,
  type EditionName,
  formatEditionName,
  officialDays,
  parseEditionName,
} from './edition-name.ts';
import { labelFromName } from './official/identify-file.ts';
import { OfficialFileFault, type ReadOfficial, TABLES } from './official/official-file.ts';
import { readOfficialFile } from './official/read-official-file.ts';
import { MAX_FILE_BYTES, type OfficialBytes, unpackFile } from './official/unpack-files.ts';
import { listEditions, storeEdition } from './store/edition-store.ts';
import { DamagedTableFile, encodeTables, type Row } from './store/table-file.ts';

export interface AddOptions {
  /** The folder of the store. */
  readonly store: string;
  readonly hidesFromGit: boolean;
  /** Where names and content say nothing of it: `icd-10-cm@2026`. */
  readonly edition?: string;
  /** First and last day, where the publisher's calendar does not hold. */
  readonly from?: string;
  readonly until?: string;
}

export interface AddedEdition {
  readonly edition: string;
  readonly from: string;
  readonly until: string;
  readonly path: string;
  readonly bytes: number;
  /** Of all files that it is made of now. */
  readonly sources: readonly EditionSource[];
  readonly codes: number;
  readonly notes: readonly string[];
}

/** A file that was read, and the edition it belongs to. */
interface Piece {
  readonly name: EditionName;
  readonly file: string;
  readonly read: ReadOfficial;
  readonly sha256: string;
}

/** Empty when anything was refused. */
export async function addEditions(
  paths: readonly string[],
  options: AddOptions,
  report: Reporter,
): Promise<readonly AddedEdition[]> {
  const pieces: Piece[] = [];
  let isRefused = false;
  for (const path of paths) {
    const file = basename(path);
    try {
      const bytes = readBytes(path, report);
      if (bytes === undefined) isRefused = true;
      for (const unpacked of bytes === undefined ? [] : await unpackFile(file, bytes)) {
        const piece = await readPiece(unpacked, options, report);
        if (piece === undefined) report.add(officialFileUnused, { file: unpacked.name }, {});
        else if (piece === 'refused') isRefused = true;
        else pieces.push(piece);
      }
    } catch (error) {
      if (!(error instanceof OfficialFileFault)) throw error;
      refuse(file, error, report);
      isRefused = true;
    }
  }
  if (isRefused) return [];
  const groups = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const edition = formatEditionName(piece.name);
    groups.set(edition, [...(groups.get(edition) ?? []), piece]);
  }
  const joined = [...groups.values()].map((group) => joinPieces(group, options, report));
  if (joined.includes(undefined)) return [];
  const editions = joined.flatMap((edition) => edition ?? []).sort((a, b) => compareEditionNames(a.name, b.name));
  return editions.flatMap((edition) => {
    const bytes = encodeTables(edition.facts, edition.tables);
    try {
      const { path } = storeEdition(options.store, edition.name, bytes, options.hidesFromGit);
      const codes = (edition.tables.get(TABLES.codes) ?? []).filter(([, kind]) => kind !== 'h').length;
      return [{ ...edition.facts, path, bytes: bytes.length, codes, notes: edition.notes }];
    } catch (error) {
      report.add(storeUnwritable, undefined, { reason: toWriteReason(error) });
      return [];
    }
  });
}

/** Undefined, and reported, for a file that cannot be read. */
function readBytes(path: string, report: Reporter): Uint8Array | undefined {
  try {
    if (statSync(path).size <= MAX_FILE_BYTES) return readFileSync(path);
    throw new OfficialFileFault(`it has more than ${MAX_FILE_BYTES / 1_000_000} MB`);
  } catch (error) {
    if (error instanceof OfficialFileFault) throw error;
    report.add(officialFileUnreadable, { file: basename(path) }, { reason: toReadReason(error) });
    return undefined;
  }
}

function refuse(file: string, { message, line, lineText }: OfficialFileFault, report: Reporter): void {
  report.add(officialFileRefused, { file }, { problem: message, line, text: lineText.trim().slice(0, 120) });
}

async function readPiece(
  file: OfficialBytes,
  options: AddOptions,
  report: Reporter,
): Promise<Piece | 'refused' | undefined> {
  let read: ReadOfficial | undefined;
  try {
    read = await readOfficialFile(file);
  } catch (error) {
    if (!(error instanceof OfficialFileFault)) throw error;
    refuse(file.name, error, report);
    return 'refused';
  }
  if (read === undefined) return undefined;
  const { system } = read;
  const named = options.edition === undefined ? undefined : parseEditionName(options.edition);
  const fromName = labelFromName(file.name, system);
  const label = (named?.system === system ? named.label : undefined) ?? fromName ?? read.label;
  if (label === undefined) {
    report.add(editionUnknown, { file: file.name }, { system });
    return 'refused';
  }
  if (read.label !== undefined && !label.startsWith(read.label)) {
    report.add(
      officialFileContradicts,
      { file: file.name },
      { said: `${system}@${label}`, inside: `${system}@${read.label}` },
    );
    return 'refused';
  }
  return {
    name: { system, label },
    file: file.name,
    read,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
  };
}

interface JoinedEdition {
  readonly name: EditionName;
  readonly facts: EditionFacts;
  readonly tables: Map<string, readonly Row[]>;
  readonly notes: readonly string[];
}

/** Joins files of one edition with what the store has of it already; undefined when they contradict each other. */
function joinPieces(pieces: readonly Piece[], options: AddOptions, report: Reporter): JoinedEdition | undefined {
  const [first] = pieces;
  if (first === undefined) return undefined;
  const { name } = first;
  const edition = formatEditionName(name);
  const { facts: before, tables } = readStored(name, options.store);
  const sources = new Map<string, EditionSource>(before?.sources.map((source) => [source.kind, source]));
  const given = new Set<string>();
  for (const { file, read, sha256 } of pieces) {
    if (given.has(read.kind) && sources.get(read.kind)?.sha256 !== sha256 && read.kind !== 'addenda') {
      report.add(
        officialFileRefused,
        { file },
        { problem: `two files are given for the ${read.kind} of ${edition}`, line: 0, text: '' },
      );
      return undefined;
    }
    given.add(read.kind);
    sources.set(read.kind, { kind: read.kind, file, sha256, lines: read.lines });
  }
  const has = (kind: string) => sources.has(kind);
  for (const { read } of pieces) {
    // An order file says all that a list of codes says, and order addenda all that addenda of codes say.
    if (read.kind === 'codes' && has('order')) continue;
    for (const [table, rows] of read.tables) {
      const known = read.kind === 'addenda' ? (tables.get(table) ?? []) : [];
      if (known.length < rows.length) tables.set(table, rows);
    }
  }
  const contradiction = pieces
    .map((piece) => checkAgainstCodes(piece.file, piece.read, tables))
    .find((found) => found !== undefined);
  if (contradiction !== undefined) {
    report.add(
      officialFileRefused,
      { file: contradiction.file },
      { problem: contradiction.problem, line: 0, text: '' },
    );
    return undefined;
  }
  const days = {
    ...officialDays(name),
    ...(before ?? {}),
    ...(options.from === undefined ? {} : { from: options.from }),
    ...(options.until === undefined ? {} : { until: options.until }),
  };
  if (days.from === undefined || days.until === undefined) {
    report.add(editionWithoutDays, { file: first.file }, { edition });
    return undefined;
  }
  const sorted = [...sources.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1));
  return {
    name,
    facts: { edition, from: days.from, until: days.until, sources: sorted },
    tables,
    notes: pieces.flatMap(({ read }) => read.notes),
  };
}

function readStored(
  name: EditionName,
  store: string,
): { readonly facts: EditionFacts | undefined; readonly tables: Map<string, readonly Row[]> } {
  const stored = listEditions(store).find((found) => formatEditionName(found.name) === formatEditionName(name));
  const tables = new Map<string, readonly Row[]>();
  if (stored === undefined) return { facts: undefined, tables };
  let edition: Edition;
  try {
    edition = Edition.open(stored.path, name);
  } catch (error) {
    // A damaged file is made anew.
    if (error instanceof DamagedTableFile) return { facts: undefined, tables };
    throw error;
  }
  try {
    for (const table of Object.keys(TABLES) as (keyof typeof TABLES)[]) {
      if (edition.knows(table)) tables.set(TABLES[table], edition.rows(table));
    }
    return { facts: edition.facts, tables };
  } finally {
    edition.close();
  }
}
