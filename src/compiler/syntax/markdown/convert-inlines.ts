/** Turns the library's inline tokens into inline nodes with places. */
import type { MarkedToken, Token, Tokens } from 'marked';
import {
  brokenDirective,
  directiveNotAlone,
  missingAlt,
  unknownFootnote,
} from '../../../diagnostics/catalog/lessons.ts';
import { findNearestName } from '../../../diagnostics/nearest-name.ts';
import type { AuthoredInline, DirectiveSource, Spanned } from '../../content.ts';
import { alignCharacters } from '../align-text.ts';
import { type Area, deriveArea, locate, sliceArea, spanIn } from './area.ts';
import { decodeCharacterReferences } from './character-references.ts';
import type { DirectiveToken } from './directives.ts';
import type { FootnoteReferenceToken } from './footnotes.ts';
import { findLinkParts } from './lex-markdown.ts';
import { normalizeLabel, type ParseContext } from './parse-context.ts';
import type { Piece } from './read-directive.ts';

type InlineToken = MarkedToken | DirectiveToken | FootnoteReferenceToken;

/** @param area the text that the tokens were read from */
export function convertInlines(tokens: readonly Token[], area: Area, context: ParseContext): readonly AuthoredInline[] {
  const nodes: AuthoredInline[] = [];
  let position = 0;
  for (const generic of tokens) {
    // As in place-blocks: the library types tokens of extensions as anything.
    const token = generic as InlineToken;
    const start = locate(area, token.raw, position);
    position = Math.min(area.text.length, start + token.raw.length);
    const converted =
      token.type === 'text' ? convertText(token) : convertInline(token, sliceArea(area, start, position), context);
    for (const node of converted) {
      const last = nodes.at(-1);
      if (node.kind === 'text' && last?.kind === 'text')
        nodes[nodes.length - 1] = { kind: 'text', text: last.text + node.text };
      else nodes.push(node);
    }
  }
  return nodes;
}

/** The words of a text without its marks: an image's alternative text, the source of a heading's anchor. */
export function toPlainText(nodes: readonly AuthoredInline[]): string {
  return nodes.map(toPlainWords).join('');
}

function toPlainWords(node: AuthoredInline): string {
  switch (node.kind) {
    case 'text':
    case 'code-span':
      return node.text;
    case 'emphasis':
    case 'strong':
    case 'strikethrough':
    case 'link':
      return toPlainText(node.content);
    case 'image':
      return node.alt;
    case 'line-break':
      return ' ';
    case 'inline-directive':
      return node.directive.label?.value ?? '';
    case 'footnote-reference':
    case 'inline-html':
      return '';
  }
}

function convertInline(token: InlineToken, area: Area, context: ParseContext): readonly AuthoredInline[] {
  switch (token.type) {
    case 'text':
      return convertText(token);
    case 'escape':
      return [{ kind: 'text', text: token.text }];
    case 'strong':
      return [{ kind: 'strong', content: convertMarked(token, area, context) }];
    case 'em':
      return [{ kind: 'emphasis', content: convertMarked(token, area, context) }];
    case 'del':
      return [{ kind: 'strikethrough', content: convertMarked(token, area, context) }];
    case 'codespan':
      return [{ kind: 'code-span', text: token.text }];
    case 'br':
      return [{ kind: 'line-break' }];
    case 'link':
      return convertLink(token, area, context);
    case 'image':
      return [convertImage(token, area, context)];
    case 'html':
      return [{ kind: 'inline-html', html: token.raw, span: spanIn(area, 0, token.raw.length) }];
    case 'footnoteReference':
      return convertReference(token, area, context);
    case 'inlineDirective':
    case 'misplacedDirective': {
      const directive = convertDirective(token, area, context);
      return directive === undefined ? [] : [{ kind: 'inline-directive', directive }];
    }
    case 'checkbox':
      return [];
    default:
      return [{ kind: 'text', text: token.raw }];
  }
}

function convertText(token: Tokens.Text | Tokens.Tag): readonly AuthoredInline[] {
  return [{ kind: 'text', text: decodeCharacterReferences(token.raw) }];
}

/** The inside of `**…**`, `*…*` or `~~…~~`. */
function convertMarked(token: Tokens.Strong | Tokens.Em | Tokens.Del, area: Area, context: ParseContext) {
  const mark = Math.floor((token.raw.length - token.text.length) / 2);
  return convertInlines(token.tokens, sliceArea(area, mark, mark + token.text.length), context);
}

function convertLink(token: Tokens.Link, area: Area, context: ParseContext): readonly AuthoredInline[] {
  const span = spanIn(area, 0, token.raw.length);
  if (token.autolink === true) {
    const isAngled = token.raw.startsWith('<');
    // Addresses that were not meant as links stay text: e-mail addresses, www.example.com.
    if (!isAngled && !token.href.startsWith('https://')) return [{ kind: 'text', text: token.raw }];
    const start = isAngled ? 1 : 0;
    const target = { value: token.href, span: spanIn(area, start, token.raw.length - start) };
    return [{ kind: 'link', target, title: '', content: [{ kind: 'text', text: token.text }], span }];
  }
  const { target, label } = placeLink(token, area, context);
  const content = convertInlines(token.tokens, label, context);
  return [{ kind: 'link', target, title: decodeCharacterReferences(token.title ?? ''), content, span }];
}

function convertImage(
  token: Tokens.Image,
  area: Area,
  context: ParseContext,
): Extract<AuthoredInline, { readonly kind: 'image' }> {
  const span = spanIn(area, 0, token.raw.length);
  const { target, label } = placeLink(token, area, context);
  const alt = toPlainText(convertInlines(token.tokens, label, context)).trim();
  if (alt === '') context.report.add(missingAlt, span, { source: target.value });
  return { kind: 'image', source: target, alt, title: decodeCharacterReferences(token.title ?? ''), span };
}

/** Where the address and the label of a link or an image stand. */
function placeLink(
  token: Tokens.Link | Tokens.Image,
  area: Area,
  context: ParseContext,
): { readonly target: Spanned; readonly label: Area } {
  const value = decodeCharacterReferences(token.href);
  const parts = findLinkParts(token.raw);
  const labelStart = token.raw.startsWith('!') ? 2 : 1;
  const written = parts?.label ?? token.raw.slice(labelStart, labelStart + endOfLabel(token.raw.slice(labelStart)));
  const labelArea = sliceArea(area, labelStart, labelStart + written.length);
  const label = deriveArea(labelArea, token.text, alignCharacters(token.text, written));
  if (parts !== undefined) {
    return { target: { value, span: spanIn(area, parts.targetStart, parts.targetStart + parts.target.length) }, label };
  }
  const reference = /\[((?:\\[\s\S]|[^[\]\\])+)\]$/.exec(token.raw)?.[1] ?? written;
  const span = context.addresses.get(normalizeLabel(reference)) ?? spanIn(area, 0, token.raw.length);
  return { target: { value, span }, label };
}

function endOfLabel(text: string): number {
  let depth = 1;
  for (let i = 0; i < text.length; i++) {
    const ch = text.charAt(i);
    if (ch === '\\') i++;
    else if (ch === '[') depth++;
    else if (ch === ']' && --depth === 0) return i;
  }
  return text.length;
}

function convertReference(token: FootnoteReferenceToken, area: Area, context: ParseContext): readonly AuthoredInline[] {
  const note = token.id;
  if (!context.notes.has(note)) {
    const nearest = findNearestName(note, context.notes.keys());
    context.report.add(unknownFootnote, spanIn(area, 2, 2 + note.length), { note, nearest });
    return [{ kind: 'text', text: token.raw }];
  }
  if (!context.referenced.includes(note)) context.referenced.push(note);
  return [{ kind: 'footnote-reference', note, number: context.referenced.indexOf(note) + 1 }];
}

/** Undefined when the directive cannot be read or stands in the wrong place, which is reported. */
export function convertDirective(
  token: DirectiveToken,
  area: Area,
  context: ParseContext,
): DirectiveSource | undefined {
  const { parts } = token;
  const span = spanIn(area, token.raw.length - token.raw.trimStart().length, token.raw.trimEnd().length);
  if (token.type === 'misplacedDirective') {
    context.report.add(directiveNotAlone, span, { name: parts.name.value });
    return undefined;
  }
  if (parts.problem !== undefined) {
    context.report.add(brokenDirective, span, { name: parts.name.value, problem: parts.problem });
    return undefined;
  }
  const place = (piece: Piece): Spanned => ({ value: piece.value, span: spanIn(area, piece.start, piece.end) });
  return {
    name: place(parts.name),
    label: parts.label === undefined ? undefined : place(parts.label),
    attributes: new Map(parts.attributes.map(({ key, value }) => [key, place(value)])),
    span,
  };
}
