/**
 * Sorted tables of text <-> one compact file in which a row is found without reading the rest: rows stand in packed blocks of
 * some 16 KB, and the head says with which key each block begins. Must not know what the tables mean.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** A key and what belongs to it. No part holds a tab or a line end. */
export type Row = readonly [key: string, ...fields: string[]];

/** Rows by the name of their table. */
export type Tables = ReadonlyMap<string, readonly Row[]>;

/** The file is not what it was when it was written. */
export class DamagedTableFile extends Error {}

const MAGIC = 'coursewright tables 1\n';
const LENGTH_BYTES = 4;
const BLOCK_CHARACTERS = 16_000;
/** No head needs more; a damaged length would. */
const MAX_HEAD_BYTES = 20_000_000;
/** Neighboring codes are asked for one after the other. */
const KEPT_BLOCKS = 24;

/** First key, offset from the end of the head, packed size, size, checksum. */
type BlockEntry = readonly [first: string, offset: number, packed: number, size: number, crc: number];

interface Head {
  readonly facts: unknown;
  readonly tables: Readonly<Record<string, { readonly rows: number; readonly blocks: readonly BlockEntry[] }>>;
}

/** @param facts plain JSON that comes back with the file */
export function encodeTables(facts: unknown, tables: Tables): Uint8Array {
  const pieces: Uint8Array[] = [];
  const index: Record<string, Head['tables'][string]> = {};
  let offset = 0;
  for (const name of [...tables.keys()].sort()) {
    const rows = [...(tables.get(name) ?? [])].sort(compareRows);
    const blocks: BlockEntry[] = [];
    for (const { first, text } of cutIntoBlocks(rows)) {
      const bytes = Buffer.from(text, 'utf8');
      const packed = deflateRawSync(bytes, { level: 9 });
      blocks.push([first, offset, packed.length, bytes.length, crc32(bytes)]);
      pieces.push(packed);
      offset += packed.length;
    }
    index[name] = { rows: rows.length, blocks };
  }
  const head = deflateRawSync(Buffer.from(JSON.stringify({ facts, tables: index } satisfies Head), 'utf8'), {
    level: 9,
  });
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(head.length);
  return Buffer.concat([Buffer.from(MAGIC, 'latin1'), length, head, ...pieces]);
}

function compareRows(a: Row, b: Row): number {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1;
  const left = a.join('\t');
  const right = b.join('\t');
  return left < right ? -1 : left > right ? 1 : 0;
}

function* cutIntoBlocks(rows: readonly Row[]): Generator<{ readonly first: string; readonly text: string }> {
  let first = '';
  let lines: string[] = [];
  let characters = 0;
  let last: string | undefined;
  for (const row of rows) {
    // Rows of one key stay together, so that one block answers for it.
    if (characters >= BLOCK_CHARACTERS && row[0] !== last) {
      yield { first, text: lines.join('\n') };
      lines = [];
      characters = 0;
    }
    if (lines.length === 0) first = row[0];
    const line = row.join('\t');
    lines.push(line);
    characters += line.length + 1;
    last = row[0];
  }
  if (lines.length > 0) yield { first, text: lines.join('\n') };
}

/** Where bytes come from: a handle on the disk, or memory. */
interface Source {
  read(position: number, length: number): Buffer;
  close(): void;
}

/** An open file. Close it. */
export class TableFile {
  readonly #source: Source;
  readonly #head: Head;
  readonly #start: number;
  /** Latest last. */
  readonly #kept = new Map<string, readonly Row[]>();

  private constructor(source: Source, head: Head, start: number) {
    this.#source = source;
    this.#head = head;
    this.#start = start;
  }

  /** Reads the head alone; blocks when they are asked for. @throws DamagedTableFile, or the disk's own error */
  static open(path: string): TableFile {
    const handle = openSync(path, 'r');
    return TableFile.#from({
      read: (position, length) => readAt(handle, position, length),
      close: () => closeSync(handle),
    });
  }

  /** A file whose bytes are at hand; it holds no handle. @throws DamagedTableFile */
  static of(bytes: Uint8Array): TableFile {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return TableFile.#from({
      read(position, length) {
        if (position + length > buffer.length) throw new DamagedTableFile('it is cut off');
        return buffer.subarray(position, position + length);
      },
      close: () => undefined,
    });
  }

  static #from(source: Source): TableFile {
    try {
      const intro = source.read(0, MAGIC.length + LENGTH_BYTES);
      if (intro.subarray(0, MAGIC.length).toString('latin1') !== MAGIC)
        throw new DamagedTableFile('its first line is another');
      const length = intro.readUInt32LE(MAGIC.length);
      if (length > MAX_HEAD_BYTES) throw new DamagedTableFile('its head is too large');
      const packed = source.read(intro.length, length);
      return new TableFile(source, parseHead(packed), intro.length + length);
    } catch (error) {
      source.close();
      throw error;
    }
  }

  get facts(): unknown {
    return this.#head.facts;
  }

  has(table: string): boolean {
    return Object.hasOwn(this.#head.tables, table);
  }

  count(table: string): number {
    return this.#head.tables[table]?.rows ?? 0;
  }

  /** All rows with this key. */
  find(table: string, key: string): readonly Row[] {
    const blocks = this.#head.tables[table]?.blocks ?? [];
    const at = lastBlockUpTo(blocks, key);
    return at === -1 ? [] : this.#readBlock(table, at).filter((row) => row[0] === key);
  }

  /** All rows whose key begins so, in the order of keys. An empty prefix gives every row. */
  *withPrefix(table: string, prefix: string): Generator<Row> {
    const blocks = this.#head.tables[table]?.blocks ?? [];
    for (let at = Math.max(0, lastBlockUpTo(blocks, prefix)); at < blocks.length; at++) {
      const first = blocks[at]?.[0] ?? '';
      if (first > prefix && !first.startsWith(prefix)) return;
      for (const row of this.#readBlock(table, at)) if (row[0].startsWith(prefix)) yield row;
    }
  }

  close(): void {
    this.#source.close();
    this.#kept.clear();
  }

  #readBlock(table: string, at: number): readonly Row[] {
    const name = `${table} ${at}`;
    const kept = this.#kept.get(name);
    if (kept !== undefined) return kept;
    const entry = this.#head.tables[table]?.blocks[at];
    if (entry === undefined) return [];
    const [, offset, packed, size, crc] = entry;
    const bytes = inflate(this.#source.read(this.#start + offset, packed), size);
    if (bytes.length !== size || crc32(bytes) !== crc) throw new DamagedTableFile('a block of it has changed');
    const rows = bytes.toString('utf8').split('\n').map(toRow);
    this.#kept.set(name, rows);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT_BLOCKS && oldest !== undefined) this.#kept.delete(oldest);
    return rows;
  }
}

function toRow(line: string): Row {
  const [key = '', ...fields] = line.split('\t');
  return [key, ...fields];
}

/** The last block that begins with the key or before it; -1 where none does. */
function lastBlockUpTo(blocks: readonly BlockEntry[], key: string): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const first = blocks[middle]?.[0] ?? '';
    if (first <= key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function readAt(handle: number, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const count = readSync(handle, buffer, done, length - done, position + done);
    if (count === 0) throw new DamagedTableFile('it is cut off');
    done += count;
  }
  return buffer;
}

function inflate(packed: Uint8Array, size: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw new DamagedTableFile('a block of it cannot be unpacked');
  }
}

function parseHead(packed: Uint8Array): Head {
  let head: unknown;
  try {
    head = JSON.parse(inflateRawSync(packed, { maxOutputLength: MAX_HEAD_BYTES }).toString('utf8'));
  } catch {
    throw new DamagedTableFile('its head cannot be read');
  }
  if (typeof head !== 'object' || head === null || !('tables' in head) || !('facts' in head))
    throw new DamagedTableFile('its head is not whole');
  return head as Head;
}
