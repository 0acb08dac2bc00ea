/**
 * The text of an HTML or SVG file -> its start tags with attributes, and the text inside script and style elements.
 * One pass in linear time, so that a hostile page cannot hold up verification. Knows no rules.
 */

export interface HtmlTag {
  /** Lower case. */
  readonly name: string;
  /** Names in lower case, values with the common entities resolved. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Text of a script or style element; empty for others. */
  readonly content: string;
}

const NAME_END = /[\s/>]/g;
const ATTRIBUTE_START = /[^\s/]/g;
const ATTRIBUTE_NAME_END = /[\s/>=]/g;
const BARE_VALUE_END = /[\s>]/g;
const NOT_BLANK = /\S/g;

/** All start tags in order; comments are passed over. */
export function scanHtml(html: string): readonly HtmlTag[] {
  const tags: HtmlTag[] = [];
  let at = html.indexOf('<');
  while (at >= 0) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4);
      if (end < 0) break;
      at = html.indexOf('<', end + 3);
      continue;
    }
    if (!/[A-Za-z]/.test(html.charAt(at + 1))) {
      at = html.indexOf('<', at + 1);
      continue;
    }
    const read = readTag(html, at + 1);
    let content = '';
    let next = read.end;
    if (read.name === 'script' || read.name === 'style') {
      const close = findClosingTag(html, read.name, next);
      content = html.slice(next, close);
      next = close;
    }
    tags.push({ name: read.name, attributes: read.attributes, content });
    at = html.indexOf('<', next);
  }
  return tags;
}

/** Not `indexOf` in lower-case text: V8 moves that search in front of the test for the name and runs it for every tag. */
function findClosingTag(html: string, name: 'script' | 'style', start: number): number {
  const closing = name === 'script' ? /<\/script/gi : /<\/style/gi;
  closing.lastIndex = start;
  return closing.exec(html)?.index ?? html.length;
}

/** The start tag whose name begins at `start`; `end` is behind it. */
export function readTag(html: string, start: number) {
  let at = findNext(NAME_END, html, start);
  const name = html.slice(start, at).toLowerCase();
  const attributes = new Map<string, string>();
  for (;;) {
    at = findNext(ATTRIBUTE_START, html, at);
    if (at >= html.length || html.charAt(at) === '>') return { name, attributes, end: at + 1 };
    const attribute = readAttribute(html, at);
    if (!attributes.has(attribute.name)) attributes.set(attribute.name, attribute.value);
    at = attribute.end;
  }
}

function readAttribute(html: string, start: number) {
  const nameEnd = findNext(ATTRIBUTE_NAME_END, html, start + 1);
  const name = html.slice(start, nameEnd).toLowerCase();
  const after = findNext(NOT_BLANK, html, nameEnd);
  if (html.charAt(after) !== '=') return { name, value: '', end: nameEnd };
  const valueStart = findNext(NOT_BLANK, html, after + 1);
  const quote = html.charAt(valueStart);
  if (quote === '"' || quote === "'") {
    const close = html.indexOf(quote, valueStart + 1);
    const end = close < 0 ? html.length : close;
    return { name, value: toPlain(html.slice(valueStart + 1, end)), end: end + 1 };
  }
  const end = findNext(BARE_VALUE_END, html, valueStart);
  return { name, value: toPlain(html.slice(valueStart, end)), end };
}

/** The offset of the next such character, or the length of the text. One search is faster than a test of every character. */
function findNext(character: RegExp, html: string, from: number): number {
  character.lastIndex = from;
  return character.test(html) ? character.lastIndex - 1 : html.length;
}

/** Enough to know an address by its beginning. */
function toPlain(value: string): string {
  if (!value.includes('&')) return value.trim();
  return value
    .replaceAll('&colon;', ':')
    .replaceAll('&#58;', ':')
    .replaceAll('&#x3a;', ':')
    .replaceAll('&#47;', '/')
    .replaceAll('&amp;', '&')
    .trim();
}
