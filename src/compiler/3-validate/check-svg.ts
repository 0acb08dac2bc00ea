/**
 * Looks through the text of an SVG drawing for programs and for files it would load. A scan of tags and attributes, no
 * parser: what cannot be told from a script counts as one. Reports nothing by itself.
 */

export interface SvgFinding {
  readonly kind: 'active' | 'outside';
  readonly what: string;
}

export function scanSvg(source: string): readonly SvgFinding[] {
  // Names may be written with references, &#106;avascript:, and addresses with blanks in them.
  const text = decodeReferences(source.replace(/<!--[\s\S]*?-->/g, ' '));
  const found: SvgFinding[] = [];
  const active = (what: string) => found.push({ kind: 'active', what });
  const outside = (what: string) => found.push({ kind: 'outside', what });
  if (/<\s*(?:[\w.-]+:)?script\b/i.test(text)) active('a script');
  if (/<\s*(?:[\w.-]+:)?(?:foreignObject|iframe|embed|object)\b/i.test(text))
    active('a piece of a web page (foreignObject)');
  if (/<!ENTITY\b/i.test(text)) active('entity declarations');
  for (const tag of text.matchAll(/<([A-Za-z][\w:.-]*)((?:"[^"]*"|'[^']*'|[^<>"'])*)>?/g)) {
    const [, name = '', attributes = ''] = tag;
    for (const [, attribute = '', double, single, bare] of attributes.matchAll(ATTRIBUTE)) {
      readAttribute(name.toLowerCase(), attribute.toLowerCase(), double ?? single ?? bare ?? '', active, outside);
    }
  }
  if (/@import\b/i.test(text)) outside('another style sheet (@import)');
  const address = /url\(\s*['"]?\s*((?:https?:)?\/\/[^'")\s]+)/i.exec(text)?.[1];
  if (address !== undefined) outside(address);
  const seen = new Set<string>();
  return found.filter(({ what }) => !seen.has(what) && seen.add(what));
}

const ATTRIBUTE = /([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/g;

function readAttribute(
  tag: string,
  name: string,
  value: string,
  active: (what: string) => void,
  outside: (what: string) => void,
): void {
  if (/^on[a-z]+$/.test(name)) active(`the action ${name}`);
  const address = value.replace(/[\s\p{Cc}]+/gu, '');
  if (/^(?:javascript|vbscript|data:text\/html)/i.test(address)) active(`a program in ${name}`);
  else if (isAddress(name) && tag !== 'a' && !/^(?:#|data:image\/(?:png|jpe?g|gif)|data:font|$)/i.test(address)) {
    outside(address.length > 80 ? `${address.slice(0, 80)}…` : address);
  }
}

function isAddress(name: string): boolean {
  return name === 'href' || name.endsWith(':href') || name === 'src';
}

function decodeReferences(text: string): string {
  return text.replace(
    /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/gi,
    (all, hex: string | undefined, decimal: string | undefined) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}
