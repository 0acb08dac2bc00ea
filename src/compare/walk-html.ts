/**
 * HTML -> its start tags, end tags and texts in order, with the depth of each element. One pass in linear time, whatever the
 * nesting, because a package may come from anywhere. Knows no meaning of any tag.
 */
import { readTag } from '../targets/scorm12/verify/scan-html.ts';

export interface HtmlVisitor {
  /** @param depth how many elements are open around it */
  open(name: string, attributes: ReadonlyMap<string, string>, depth: number): void;
  /** An element ends; also where the end tag is missing. */
  close(name: string, depth: number): void;
  /** Entities resolved, blanks as written. */
  text(text: string): void;
}

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

export function walkHtml(html: string, visitor: HtmlVisitor): void {
  const stack: string[] = [];
  const openCount = new Map<string, number>();
  const count = (name: string, by: number): void => {
    openCount.set(name, (openCount.get(name) ?? 0) + by);
  };
  const closeTop = (): string => {
    const name = stack.pop() ?? '';
    count(name, -1);
    visitor.close(name, stack.length);
    return name;
  };
  let at = 0;
  while (at < html.length) {
    const next = nextTag(html, at);
    if (next > at) visitor.text(toPlainText(html.slice(at, next)));
    if (next >= html.length) break;
    if (html.startsWith('<!', next)) {
      at = endOfMarkup(html, next);
      continue;
    }
    const isEnd = html.charAt(next + 1) === '/';
    const tag = readTag(html, next + (isEnd ? 2 : 1));
    at = tag.end;
    if (isEnd) {
      // An end tag without its start is passed over; one that leaves others open ends them as well.
      if ((openCount.get(tag.name) ?? 0) > 0) while (closeTop() !== tag.name);
      continue;
    }
    visitor.open(tag.name, tag.attributes, stack.length);
    if (VOID.has(tag.name)) visitor.close(tag.name, stack.length);
    else {
      stack.push(tag.name);
      count(tag.name, 1);
      if (tag.name === 'script' || tag.name === 'style') at = endOfRawText(html, at, tag.name);
    }
  }
  while (stack.length > 0) closeTop();
}

/** Where the next start tag, end tag or comment begins; the end of the text when there is none. */
function nextTag(html: string, from: number): number {
  for (let at = html.indexOf('<', from); at >= 0; at = html.indexOf('<', at + 1)) {
    if (/[A-Za-z!/]/.test(html.charAt(at + 1))) return at;
  }
  return html.length;
}

function endOfMarkup(html: string, start: number): number {
  const isComment = html.startsWith('<!--', start);
  const end = html.indexOf(isComment ? '-->' : '>', start);
  return end < 0 ? html.length : end + (isComment ? 3 : 1);
}

function endOfRawText(html: string, start: number, name: string): number {
  const end = html.indexOf(`</${name}`, start);
  return end < 0 ? html.length : end;
}

function toPlainText(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|([a-z]{2,5}));/g, (entity, digits: string | undefined, name: string) => {
    if (digits === undefined) return ENTITIES[name] ?? entity;
    const point = Number(digits);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : entity;
  });
}
