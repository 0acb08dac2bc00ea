/**
 * The bytes of any `imsmanifest.xml` -> a plain tree of elements, or why it cannot be read. Owns XML reading.
 * Expands no entities of a document type, fetches nothing, and knows no rule of SCORM.
 */
import { XMLParser, XMLValidator } from 'fast-xml-parser';

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** Empty for the default namespace. */
  readonly prefix: string;
  /** By name as written, prefix included. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, entities resolved, not trimmed. */
  readonly text: string;
  /** The same text in the pieces between entities, in which an XML reader hands it out. */
  readonly pieces: readonly string[];
}

/** Something about the file as a whole that importers stumble over. */
export interface XmlOddity {
  readonly kind: 'encoding' | 'doctype';
  readonly what: string;
}

export interface ReadXml {
  /** Undefined when there is a failure. */
  readonly root: XmlElement | undefined;
  readonly failure: string;
  readonly oddities: readonly XmlOddity[];
}

/** A manifest of the largest package stays far below. */
const MAX_BYTES = 5_000_000;
const MAX_DEPTH = 100;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: MAX_DEPTH,
});

/** Reads the bytes. Never throws. */
export function readManifest(bytes: Uint8Array): ReadXml {
  const oddities: XmlOddity[] = [];
  const fail = (failure: string): ReadXml => ({ root: undefined, failure, oddities });
  if (bytes.length > MAX_BYTES) return fail(`it has more than ${MAX_BYTES / 1_000_000} MB`);
  const decoded = decode(bytes, oddities);
  if (decoded === undefined) return fail('its bytes are not text in the encoding it names');
  const visible = withoutCommentsAndCdata(decoded);
  if (/<\?xml-stylesheet/.test(visible)) oddities.push({ kind: 'doctype', what: 'a style sheet' });
  if (/<!(DOCTYPE|ENTITY)/i.test(visible)) {
    oddities.push({ kind: 'doctype', what: 'a document type' });
    return fail('it has a document type, and was not read further for safety');
  }
  if (/&#/.test(visible)) oddities.push({ kind: 'doctype', what: 'a numeric character reference' });
  try {
    const checked = XMLValidator.validate(decoded);
    if (checked !== true) return fail(`line ${checked.err.line}: ${toOneLine(checked.err.msg)}`);
    if (UNKNOWN_ENTITY.test(visible)) return fail('it uses an entity that XML does not know');
    const [root, second] = toElements(parser.parse(decoded)).elements;
    if (root === undefined || second !== undefined) return fail('it does not have exactly one root element');
    return { root, failure: '', oddities };
  } catch {
    return fail('its elements are nested too deeply or have names that are not allowed');
  }
}

/** By hand, because a pattern would take quadratic time over many comments that never end. */
function withoutCommentsAndCdata(text: string): string {
  const kept: string[] = [];
  const opening = /<!--|<!\[CDATA\[/g;
  let at = 0;
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    kept.push(text.slice(at, found.index));
    const close = found[0] === '<!--' ? '-->' : ']]>';
    const end = text.indexOf(close, opening.lastIndex);
    if (end < 0) return kept.join('');
    at = end + close.length;
    opening.lastIndex = at;
  }
  return `${kept.join('')}${text.slice(at)}`;
}

function decode(bytes: Uint8Array, oddities: XmlOddity[]): string | undefined {
  const encoding = (what: string) => oddities.push({ kind: 'encoding', what });
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (hasMark) encoding('starts with a byte order mark');
  if (isUtf16) {
    encoding('is encoded in UTF-16');
    return decodeAs(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be', bytes);
  }
  const head = Buffer.from(bytes.subarray(hasMark ? 3 : 0, 200)).toString('latin1');
  const declared = /^<\?xml\s[^>]*?encoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1];
  if (declared === undefined) {
    encoding('does not declare its encoding');
    return decodeAs('utf-8', bytes);
  }
  if (declared.toLowerCase() === 'utf-8') return decodeAs('utf-8', bytes);
  encoding(`is declared as ${declared}`);
  return decodeAs(declared, bytes);
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The parser's ordered form: one record per node, its name as key, attributes under `:@`. */
function toElements(nodes: unknown): { readonly elements: readonly XmlElement[]; readonly pieces: readonly string[] } {
  const elements: XmlElement[] = [];
  const pieces: string[] = [];
  for (const node of Array.isArray(nodes) ? nodes : []) {
    if (!isRecord(node)) continue;
    for (const [name, value] of Object.entries(node)) {
      if (name === ':@') continue;
      if (name === '#text') for (const piece of splitAtEntities(String(value))) pieces.push(piece);
      else elements.push(toElement(name, value, node[':@']));
    }
  }
  return { elements, pieces };
}

function toElement(qualified: string, children: unknown, attributes: unknown): XmlElement {
  const colon = qualified.indexOf(':');
  const content = toElements(children);
  const pairs = isRecord(attributes) ? Object.entries(attributes) : [];
  return {
    name: qualified.slice(colon + 1),
    prefix: qualified.slice(0, Math.max(0, colon)),
    attributes: new Map(pairs.map(([key, value]) => [key, splitAtEntities(String(value)).join('')])),
    children: content.elements,
    text: content.pieces.join(''),
    pieces: content.pieces,
  };
}

const UNKNOWN_ENTITY = /&(?!#|amp;|lt;|gt;|quot;|apos;)/;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Each entity is a piece of its own. An unknown one stays as it is written. */
function splitAtEntities(raw: string): readonly string[] {
  return raw
    .split(/(&(?:#x?[0-9A-Fa-f]{1,6}|[a-z]+);)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const entity = /^&(?:#(x?)([0-9A-Fa-f]+)|([a-z]+));$/.exec(piece);
      if (entity === null) return piece;
      const [, hex, digits, name] = entity;
      if (name !== undefined) return ENTITIES[name] ?? piece;
      const point = Number.parseInt(digits ?? '', hex === 'x' ? 16 : 10);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : piece;
    });
}

/** Messages of the validator may quote the whole file. */
function toOneLine(message: string): string {
  const line = message.replace(/\s+/g, ' ').replace(/\.$/, '');
  return line.length > 120 ? `${line.slice(0, 120)} …` : line;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
