/**
 * Cleans HTML that an author wrote inside Markdown and reports what was taken out. The only owner of sanitize-html,
 * which runs only where Markdown holds raw HTML.
 */
import sanitizeHtml from 'sanitize-html';
import { removedHtml } from '../../diagnostics/catalog/model.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';
import type { Reporter } from '../../diagnostics/report.ts';

// biome-ignore format: a list of names reads better in lines
const TAGS = [
  'abbr', 'b', 'bdi', 'bdo', 'blockquote', 'br', 'caption', 'cite', 'code', 'col', 'colgroup', 'dd', 'del', 'details', 'dfn', 'div', 'dl', 'dt',
  'em', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'ins', 'kbd', 'li', 'mark', 'ol', 'p', 'pre', 'q', 's', 'samp', 'small', 'span', 'strong', 'sub',
  'summary', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'time', 'tr', 'u', 'ul', 'var', 'wbr',
];
const VOID_TAGS = ['br', 'col', 'hr', 'wbr'];
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  '*': ['lang', 'dir', 'title'],
  bdo: ['dir'],
  col: ['span'],
  colgroup: ['span'],
  details: ['open'],
  ol: ['start', 'reversed', 'type'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope', 'abbr'],
  time: ['datetime'],
};

function isAllowedAttribute(tag: string, name: string): boolean {
  return (ATTRIBUTES['*'] ?? []).includes(name) || (ATTRIBUTES[tag] ?? []).includes(name);
}

/** Safe HTML. A removed tag or attribute is one warning each, at the place of the whole piece. */
export function sanitizeAuthorHtml(html: string, span: Span, report: Reporter): string {
  const removed = new Set<string>();
  const clean = sanitizeHtml(html, {
    allowedTags: TAGS,
    allowedAttributes: Object.fromEntries(Object.entries(ATTRIBUTES).map(([tag, names]) => [tag, [...names]])),
    allowedSchemes: [],
    disallowedTagsMode: 'discard',
    onOpenTag: (tag, attributes) => {
      if (!TAGS.includes(tag)) removed.add(`<${tag}>`);
      for (const name of Object.keys(attributes)) {
        if (TAGS.includes(tag) && !isAllowedAttribute(tag, name)) removed.add(`the attribute ${name} of <${tag}>`);
      }
    },
  });
  for (const what of removed) report.add(removedHtml, span, { what });
  return clean;
}

/** What a single tag inside a paragraph is, once cleaned. */
export type InlineTag =
  | { readonly kind: 'open'; readonly tag: string; readonly html: string }
  | { readonly kind: 'close'; readonly tag: string }
  | { readonly kind: 'whole'; readonly html: string };

/** Markdown gives each inline tag alone; whoever joins them closes what stays open. */
export function sanitizeInlineTag(html: string, span: Span, report: Reporter): InlineTag {
  const closing = /^<\/([a-zA-Z][a-zA-Z0-9]*)\s*>$/.exec(html)?.[1]?.toLowerCase();
  if (closing !== undefined)
    return TAGS.includes(closing) ? { kind: 'close', tag: closing } : { kind: 'whole', html: '' };
  const clean = sanitizeAuthorHtml(html, span, report);
  const opening = /^<([a-zA-Z][a-zA-Z0-9]*)/.exec(clean)?.[1]?.toLowerCase();
  if (opening === undefined || VOID_TAGS.includes(opening)) return { kind: 'whole', html: clean };
  return { kind: 'open', tag: opening, html: clean.replace(new RegExp(`</${opening}>$`), '') };
}
