/** Reports links whose words say nothing about where they lead. */
import { bareAddress, vagueLinkText } from '../../diagnostics/catalog/prose.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { AuthoredInline } from '../content.ts';
import { inlineText } from '../plain-text.ts';

// biome-ignore format: a list of words reads better in lines
const VAGUE = new Set([
  'here', 'click here', 'click', 'click this', 'this', 'this link', 'this page', 'this site', 'this website', 'this document', 'this file', 'link', 'the link',
  'page', 'website', 'web site', 'site', 'file', 'document', 'pdf', 'download', 'download here', 'more', 'read more', 'learn more', 'see more', 'see here',
  'find out more', 'more information', 'more info', 'details', 'go', 'go here', 'start', 'open', 'source', 'read', 'read this', 'see this', 'it',
]);

export function checkLinkText(
  link: { readonly content: readonly AuthoredInline[]; readonly span: Span },
  report: Reporter,
): void {
  const text = inlineText(link.content).replace(/\s+/g, ' ').trim();
  if (isVague(text)) report.add(vagueLinkText, link.span, { text });
  else if (isAddress(text))
    report.add(bareAddress, link.span, { text: text.length > 60 ? `${text.slice(0, 60)}…` : text });
}

export function isVague(text: string): boolean {
  const words = text
    .toLowerCase()
    .replace(/[.,;:!?…»→>"“”]+/g, '')
    .trim();
  return words === '' || VAGUE.has(words);
}

/** A host alone, `cms.gov`, is a name that people know it by. */
export function isAddress(text: string): boolean {
  return /^(?:https?:\/\/|www\.)\S+$/i.test(text);
}
