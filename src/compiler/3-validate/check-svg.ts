/**
 * Looks through the bytes of an SVG drawing for programs and for files it would load. Reads comments, sections and tags as
 * XML has them, because a browser does; what cannot be told from a program counts as one. Reports nothing by itself.
 */

export interface SvgFinding {
  readonly kind: 'active' | 'outside';
  readonly what: string;
}

export function scanSvg(bytes: Uint8Array): readonly SvgFinding[] {
  const text = new TextDecoder().decode(bytes);
  const found: SvgFinding[] = [];
  const seen = new Set<string>();
  const add = (kind: SvgFinding['kind'], what: string): void => {
    if (!seen.has(what)) found.push({ kind, what });
    seen.add(what);
  };
  if (!isPlainText(text)) add('active', 'text in another encoding than UTF-8');
  let style = '';
  let at = 0;
  for (const { 0: token, index, groups = {} } of text.matchAll(TOKEN)) {
    style += text.slice(at, index);
    at = index + token.length;
    const { section, instruction, subset, tag, attributes = '' } = groups;
    if (section !== undefined) style += section;
    if (instruction?.toLowerCase() === 'xml-stylesheet')
      add('active', 'a style sheet of another file (xml-stylesheet)');
    if (subset !== undefined) add('active', 'entity declarations or others in its DOCTYPE');
    if (tag === undefined) continue;
    const name = localName(tag);
    if (name === 'script') add('active', 'a script');
    if (WEB_PAGE.includes(name)) add('active', 'a piece of a web page (foreignObject)');
    for (const [, attribute = '', double, single, bare] of attributes.matchAll(ATTRIBUTE)) {
      const value = decodeReferences(double ?? single ?? bare ?? '');
      readAttribute(name, attribute.toLowerCase(), value, add);
      style += ` ${value} `;
    }
  }
  readStyle(decodeStyle(style + text.slice(at)), add);
  return found;
}

type Add = (kind: SvgFinding['kind'], what: string) => void;

/**
 * What XML 1.0 has between its texts: comments (2.5), CDATA sections (2.7), instructions (2.6), the DOCTYPE (2.8) up to its own
 * declarations, and tags (3.1), whose names may hold nearly any character. One that does not end goes to the end of the file.
 */
const TOKEN = new RegExp(
  [
    String.raw`<!--[\s\S]*?(?:-->|$)`,
    String.raw`<!\[CDATA\[(?<section>[\s\S]*?)(?:\]\]>|$)`,
    String.raw`<\?(?<instruction>[^\s?]*)[\s\S]*?(?:\?>|$)`,
    String.raw`<![A-Z](?:"[^"]*"|'[^']*'|[^>"'[])*(?<subset>\[)?`,
    String.raw`<\/?(?<tag>[^\s<>/!?][^\s<>/]*)(?<attributes>(?:"[^"]*"|'[^']*'|[^>"'])*)>?`,
  ].join('|'),
  'gi',
);
const ATTRIBUTE = /([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/g;
/** Local names, in lower case, of what brings HTML into a drawing. */
const WEB_PAGE: readonly string[] = ['foreignobject', 'iframe', 'embed', 'object'];
const XHTML = 'http://www.w3.org/1999/xhtml';

/** In UTF-8 or a code page that agrees with it on the signs of XML. UTF-16 has a NUL in each of them. */
function isPlainText(text: string): boolean {
  const declared = /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([^"']*)/i.exec(text)?.[1];
  return (
    !text.includes('\0') &&
    (declared === undefined || /^(?:utf-?8|us-ascii|iso-8859-\d+|windows-125\d)$/i.test(declared))
  );
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1).toLowerCase();
}

function readAttribute(tag: string, name: string, value: string, add: Add): void {
  const local = localName(name);
  if (/^on[a-z]+$/.test(name)) add('active', `the action ${name}`);
  if (/^xmlns(?:$|:)/.test(name) && value.trim() === XHTML) add('active', 'a piece of a web page (XHTML)');
  const addresses = value.replace(/[\s\p{Cc}]+/gu, '');
  // An animation sets an address too: <set attributeName="href" to="…"/>, values="…;…".
  const isAnimated = /^(?:to|from|by|values)$/.test(name) && /^(?:set|animate)/.test(tag);
  if (/(?:^|;)(?:javascript:|vbscript:|data:text\/html)/i.test(addresses)) add('active', `a program in ${name}`);
  else if (isAnimated && /(?:^|;)(?:https?:)?\/\//i.test(addresses)) add('outside', shorten(addresses));
  else if (isAddress(local) && tag !== 'a' && !INSIDE.test(addresses)) add('outside', shorten(addresses));
}

const INSIDE = /^(?:#|data:image\/(?:png|jpe?g|gif)|data:font|$)/i;

function isAddress(local: string): boolean {
  return local === 'href' || local === 'src';
}

function readStyle(style: string, add: Add): void {
  if (/@import\b/i.test(style)) add('outside', 'another style sheet (@import)');
  const address = /(?:url\(\s*['"]?|image-set\(\s*['"])\s*((?:https?:)?\/\/[^'")\s]+)/i.exec(style)?.[1];
  if (address !== undefined) add('outside', shorten(address));
}

function shorten(address: string): string {
  return address.length > 80 ? `${address.slice(0, 80)}…` : address;
}

/** Names may be written with references: `&#106;avascript:`. */
function decodeReferences(text: string): string {
  return text.replace(
    /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/gi,
    (all, hex: string | undefined, decimal: string | undefined) =>
      characterOf(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)) ?? all,
  );
}

/** References of XML, then escapes of CSS: `\75rl(…)`. */
function decodeStyle(text: string): string {
  return decodeReferences(text).replace(
    /\\([0-9a-f]{1,6})\s?/gi,
    (all, hex: string) => characterOf(Number.parseInt(hex, 16)) ?? all,
  );
}

function characterOf(code: number): string | undefined {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
