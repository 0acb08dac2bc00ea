/** Turns the inline nodes of resolved content into HTML. Escapes all text; only sanitized HTML passes as it is. */
import type { LinkTarget, ResolvedInline } from '../content.ts';
import { element, escapeHtml } from './html.ts';
import type { TextPlace } from './page-scope.ts';

export function renderInlines(nodes: readonly ResolvedInline[], place: TextPlace): string {
  return nodes.map((node) => renderInline(node, place)).join('');
}

function renderInline(node: ResolvedInline, place: TextPlace): string {
  switch (node.kind) {
    case 'text':
      return escapeHtml(node.text);
    case 'emphasis':
      return `<em>${renderInlines(node.content, place)}</em>`;
    case 'strong':
      return `<strong>${renderInlines(node.content, place)}</strong>`;
    case 'strikethrough':
      return `<s>${renderInlines(node.content, place)}</s>`;
    case 'code-span':
      return `<code>${escapeHtml(node.text)}</code>`;
    case 'line-break':
      return '<br>';
    case 'footnote-reference':
      return renderNoteReference(node, place);
    case 'link':
      return renderLink(node, place);
    case 'image':
      return `<img${imageAttributes(node.file, node.alt, node.title)}>`;
    case 'term':
      return renderTerm(node, place);
    case 'medical-code':
      return renderMedicalCode(node, place);
    case 'inline-html':
      return node.html;
    default:
      return unknownNode(node);
  }
}

function imageAttributes(file: string, alt: string, title: string): string {
  const titleHtml = title === '' ? '' : ` title="${escapeHtml(title)}"`;
  return ` src="${escapeHtml(file)}" alt="${escapeHtml(alt)}"${titleHtml} decoding="async"`;
}

function renderNoteReference(node: ResolvedInline & { kind: 'footnote-reference' }, place: TextPlace): string {
  const id = noteId(place.prefix, node.note);
  const { noteReferences, words } = place.scope;
  const count = (noteReferences.get(id) ?? 0) + 1;
  noteReferences.set(id, count);
  const link = element(
    'a',
    {
      href: `#${id}`,
      id: noteReferenceId(id, count),
      role: 'doc-noteref',
      'aria-label': words.noteNumber({ number: node.number }),
    },
    String(node.number),
  );
  return `<sup class="note-ref">${link}</sup>`;
}

/** Id of a note; every id that the compiler invents starts with `cw-`, so that no heading's anchor meets it. */
export function noteId(prefix: string, note: string): string {
  return `cw-fn-${prefix}${note.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

export function noteReferenceId(id: string, count: number): string {
  return `${id}-ref-${count}`;
}

function renderLink(node: ResolvedInline & { kind: 'link' }, place: TextPlace): string {
  const inner = renderInlines(node.content, place);
  const title = node.title === '' ? undefined : node.title;
  const attributes = linkAttributes(node.to, place);
  if (attributes === undefined) return inner;
  const opensTab = node.to.kind === 'web' || node.to.kind === 'file';
  return element('a', { ...attributes, title }, opensTab ? inner + newTabHtml(place) : inner);
}

function linkAttributes(to: LinkTarget, place: TextPlace): Record<string, string> | undefined {
  switch (to.kind) {
    case 'activity': {
      const anchor = to.anchor === '' ? '' : `#${to.anchor}`;
      return {
        href: place.scope.pageOf(to.activity) + anchor,
        'data-cw-activity': to.activity,
        'data-cw-anchor': to.anchor,
      };
    }
    case 'anchor':
      return { href: `#${to.anchor}`, 'data-cw-anchor': to.anchor };
    case 'file':
      return { href: to.file, target: '_blank', rel: 'noopener' };
    case 'web':
      return webAttributes(to.url);
    default:
      return unknownNode(to);
  }
}

/** Outside links open in a tab of their own: to leave the page would end the LMS session. Only https gets out. */
function webAttributes(url: string): Record<string, string> | undefined {
  return /^https:\/\//i.test(url)
    ? { href: url, class: 'web', target: '_blank', rel: 'noopener noreferrer external' }
    : undefined;
}

function newTabHtml(place: TextPlace): string {
  return `<span class="unseen"> ${escapeHtml(place.scope.words.fixed.newTab)}</span>`;
}

/** A link to a published source, or its title alone when the address is not https. */
export function renderWebLink(url: string, text: string, place: TextPlace): string {
  const attributes = webAttributes(url);
  return attributes === undefined ? escapeHtml(text) : element('a', attributes, escapeHtml(text) + newTabHtml(place));
}

/** A native popover shows the definition without script; the page's list of terms says it too. */
function renderTerm(node: ResolvedInline & { kind: 'term' }, place: TextPlace): string {
  const { scope } = place;
  if (!scope.terms.has(node.id)) {
    scope.terms.set(node.id, {
      id: node.id,
      term: scope.termName(node.id) ?? node.label,
      definition: node.definition,
    });
  }
  // A label may hold no second control, so a term inside an option stays text.
  if (!place.interactive) return escapeHtml(node.label);
  return element(
    'button',
    { type: 'button', class: 'term', popovertarget: termPopoverId(node.id) },
    escapeHtml(node.label),
  );
}

export function termPopoverId(id: string): string {
  return `cw-term-${id}`;
}

function renderMedicalCode(node: ResolvedInline & { kind: 'medical-code' }, place: TextPlace): string {
  const code = `<code>${escapeHtml(node.code)}</code>`;
  if (node.invalid) {
    const flag = `<span class="code-flag">${escapeHtml(place.scope.words.fixed.notValidCode)}</span>`;
    return `<span class="medical-code invalid-code">${code} ${flag}</span>`;
  }
  if (node.title === undefined) return `<span class="medical-code">${code}</span>`;
  return `<span class="medical-code">${code} <span class="code-title">${escapeHtml(node.title)}</span></span>`;
}

/** For nodes that the types rule out. */
export function unknownNode(node: never): never {
  throw new Error(`unknown node: ${JSON.stringify(node)}`);
}
