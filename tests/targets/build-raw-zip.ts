/** Writes zips byte by byte, so that tests can make the broken and hostile ones that no library writes. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface RawEntry {
  readonly name: string;
  readonly data: Uint8Array;
  /** 0 stored, 8 deflated (the default); any other number is only claimed. */
  readonly method?: number;
  /** General purpose bits; with bit 3 a descriptor follows the data. */
  readonly flags?: number;
  /** What the records claim instead of the truth. */
  readonly crc?: number;
  readonly size?: number;
  readonly localName?: string;
  readonly extra?: Uint8Array;
  /** Unix mode, with the file type. */
  readonly mode?: number;
  /** Bytes in front of this entry. */
  readonly gap?: Uint8Array;
}

export interface RawZip {
  readonly comment?: string;
  readonly trailing?: Uint8Array;
}

const HAS_DESCRIPTOR = 0x8;

export function buildRawZip(entries: readonly RawEntry[], options: RawZip = {}): Uint8Array {
  const body: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  const push = (...parts: readonly Uint8Array[]) => {
    for (const part of parts) {
      body.push(part);
      at += part.length;
    }
  };
  for (const entry of entries) {
    const method = entry.method ?? 8;
    const flags = entry.flags ?? 0;
    const packed = method === 8 ? deflateRawSync(entry.data) : entry.data;
    const name = Buffer.from(entry.name);
    const localName = Buffer.from(entry.localName ?? entry.name);
    const extra = entry.extra ?? new Uint8Array();
    const facts = [entry.crc ?? crc32(entry.data), packed.length, entry.size ?? entry.data.length];
    const hasDescriptor = (flags & HAS_DESCRIPTOR) !== 0;
    push(entry.gap ?? new Uint8Array());
    const start = at;
    const common = [u16(20), u16(flags), u16(method), u16(0), u16(0x41)];
    push(u32(0x04034b50), ...common, ...(hasDescriptor ? [0, 0, 0] : facts).map(u32));
    push(u16(localName.length), u16(extra.length), localName, extra, packed);
    if (hasDescriptor) push(u32(0x08074b50), ...facts.map(u32));
    directory.push(
      ...[u32(0x02014b50), u16(0x031e), ...common, ...facts.map(u32)],
      ...[u16(name.length), u16(extra.length), u16(0), u16(0), u16(0)],
      ...[u32(((entry.mode ?? 0o100644) << 16) >>> 0), u32(start), name, extra],
    );
  }
  const directoryBytes = Buffer.concat(directory);
  const comment = Buffer.from(options.comment ?? '');
  return Buffer.concat([
    ...body,
    directoryBytes,
    ...[u32(0x06054b50), u16(0), u16(0), u16(entries.length), u16(entries.length)],
    ...[u32(directoryBytes.length), u32(at), u16(comment.length), comment],
    options.trailing ?? new Uint8Array(),
  ]);
}

function u16(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff);
}

function u32(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, (value >>> 24) & 0xff);
}
