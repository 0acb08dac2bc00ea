/** Turns placed block tokens into block nodes. */
import type { Tokens } from 'marked';
import {
  misplacedDescription,
  missingSummary,
  strayFence,
  topHeading,
  unclosedContainer,
  unknownCallout,
  unknownContainer,
} from '../../../diagnostics/catalog/lessons.ts';
import { headingSkipped } from '../../../diagnostics/catalog/prose.ts';
import type { Span } from '../../../diagnostics/diagnostic.ts';
import { findNearestName } from '../../../diagnostics/nearest-name.ts';
import { type AuthoredBlock, type AuthoredInline, CALLOUT_TONES } from '../../content.ts';
import { alignLines } from '../align-text.ts';
import { type Area, deriveArea, sliceArea, spanIn } from './area.ts';
import type { CalloutMarkToken } from './callout-marks.ts';
import type { ContainerToken } from './containers.ts';
import { convertDirective, convertInlines, toPlainText } from './convert-inlines.ts';
import { convertTable } from './convert-table.ts';
import type { DefinitionListToken, DefinitionPart } from './definition-lists.ts';
import { findLinkParts } from './lex-markdown.ts';
import { makeAnchor, OWN_ANCHOR } from './make-anchor.ts';
import type { ParseContext } from './parse-context.ts';
import type { PlacedBlock } from './place-blocks.ts';

/** A container that belongs to the figure before it. */
const DESCRIPTION = 'description';
const CONTAINERS = ['details', DESCRIPTION];

export function convertBlocks(blocks: readonly PlacedBlock[], context: ParseContext): readonly AuthoredBlock[] {
  const nodes: AuthoredBlock[] = [];
  for (const block of blocks) {
    const { token } = block;
    if (token.type !== 'container' || token.name !== DESCRIPTION) nodes.push(...convertBlock(block, context));
    else nodes.push(...convertDescription(token, block, nodes.pop(), context));
  }
  return nodes;
}

function convertBlock(block: PlacedBlock, context: ParseContext): readonly AuthoredBlock[] {
  const { token, area, groups } = block;
  switch (token.type) {
    case 'heading':
      return [convertHeading(token, area, context)];
    case 'paragraph':
    case 'text':
      return convertParagraph(token, area, context);
    case 'list':
      return [
        {
          kind: 'list',
          ordered: token.ordered,
          start: token.start === '' ? 1 : token.start,
          items: token.items.map((item, index) => ({
            ...(item.task && item.checked !== undefined ? { done: item.checked } : {}),
            blocks: convertBlocks(groups[index] ?? [], context),
          })),
        },
      ];
    case 'blockquote':
      return [convertQuote(groups[0] ?? [], context)];
    case 'calloutMark':
      // Not the first line of a quote, so no callout.
      return [
        {
          kind: 'paragraph',
          content: [{ kind: 'text', text: `[!${token.name}] ` }, ...convertMark(token, area, context)],
        },
      ];
    case 'code':
      return [
        { kind: 'code-block', language: /^\S*/.exec(token.lang ?? '')?.[0] ?? '', text: token.text.replace(/\n$/, '') },
      ];
    case 'table':
      return [convertTable(token, area, context)];
    case 'hr':
      return [{ kind: 'rule' }];
    case 'html':
      return [{ kind: 'block-html', html: token.raw.trimEnd(), span: spanIn(area, 0, token.raw.trimEnd().length) }];
    case 'definitionList':
      return [convertDefinitionList(token, area, groups, context)];
    case 'container':
      return convertContainer(token, area, convertBlocks(groups[0] ?? [], context), context);
    case 'strayFence':
      context.report.add(strayFence, spanIn(area, 0, token.raw.trimEnd().length), {});
      return [];
    case 'blockDirective':
    case 'inlineDirective':
    case 'misplacedDirective': {
      const directive = convertDirective(token, area, context);
      return directive === undefined ? [] : [{ kind: 'block-directive', directive }];
    }
    case 'space':
    case 'def':
    case 'checkbox':
    case 'footnote':
      return [];
  }
}

function convertHeading(token: Tokens.Heading, area: Area, context: ParseContext): AuthoredBlock {
  const start = Math.max(0, area.text.indexOf(token.text));
  const own = OWN_ANCHOR.exec(token.text);
  const nodes = convertInlines(token.tokens, sliceArea(area, start, start + token.text.length), context);
  const content = own === null ? nodes : withoutEnd(nodes, own[0].length);
  if (token.depth === 1) context.report.add(topHeading, spanIn(area, 0, area.text.trimEnd().length), {});
  const level = Math.max(2, token.depth);
  const expected = context.headings.level + 1;
  if (level > expected)
    context.report.add(headingSkipped, spanIn(area, 0, area.text.trimEnd().length), { level, expected });
  context.headings.level = level;
  if (own === null)
    return { kind: 'heading', level, anchor: makeAnchor(toPlainText(content), context.anchors), content };
  return { kind: 'heading', level, anchor: own[1] ?? '', content };
}

/** The nodes without the last `count` characters of their text. */
function withoutEnd(nodes: readonly AuthoredInline[], count: number): readonly AuthoredInline[] {
  const last = nodes.at(-1);
  if (last?.kind !== 'text') return nodes;
  const text = last.text.slice(0, Math.max(0, last.text.length - count));
  return text === '' ? nodes.slice(0, -1) : [...nodes.slice(0, -1), { kind: 'text', text }];
}

function convertParagraph(
  token: Tokens.Paragraph | Tokens.Text | Tokens.Tag,
  area: Area,
  context: ParseContext,
): readonly AuthoredBlock[] {
  const tokens = 'tokens' in token && token.tokens !== undefined ? token.tokens : [];
  const inner = deriveArea(area, token.text, alignLines(token.text, area.text));
  const content = trimEnds(convertInlines(tokens, inner, context));
  const [only, ...others] = content;
  if (only?.kind === 'image' && others.length === 0) {
    const image = tokens.find((part) => part.type === 'image');
    const caption = image === undefined ? [] : convertCaption(image.raw, inner, context);
    return [{ kind: 'figure', source: only.source, alt: only.alt, caption, description: undefined, span: only.span }];
  }
  return content.length === 0 ? [] : [{ kind: 'paragraph', content }];
}

function convertCaption(raw: string, area: Area, context: ParseContext): readonly AuthoredInline[] {
  const parts = findLinkParts(raw);
  if (parts?.title === undefined) return [];
  const start = Math.max(0, area.text.indexOf(raw)) + parts.titleStart;
  const title = parts.title;
  return convertInlines(context.lexed.lexInline(title), sliceArea(area, start, start + title.length), context);
}

/** Blanks and line ends at the ends of a paragraph mean nothing. */
function trimEnds(nodes: readonly AuthoredInline[]): readonly AuthoredInline[] {
  const first = nodes[0];
  const last = nodes.at(-1);
  const startsBlank = first?.kind === 'text' && /^[ \t\n]/.test(first.text);
  const endsBlank = last?.kind === 'text' && /[ \t\n]/.test(last.text.charAt(last.text.length - 1));
  if (!startsBlank && !endsBlank) return nodes;
  return nodes.flatMap((node): readonly AuthoredInline[] => {
    if (node.kind !== 'text' || (node !== first && node !== last)) return [node];
    let text = node.text;
    if (node === first) text = text.replace(/^[ \t\n]+/, '');
    if (node === last) text = text.replace(/[ \t\n]+$/, '');
    return text === '' ? [] : [{ kind: 'text', text }];
  });
}

function convertQuote(blocks: readonly PlacedBlock[], context: ParseContext): AuthoredBlock {
  const [first, ...rest] = blocks;
  if (first?.token.type !== 'calloutMark') return { kind: 'quote', blocks: convertBlocks(blocks, context) };
  const { token, area } = first;
  const name = token.name.toLowerCase();
  const tone = CALLOUT_TONES.find((known) => known === name);
  if (tone === undefined) {
    const span = spanIn(area, token.nameStart, token.nameStart + token.name.length);
    context.report.add(unknownCallout, span, { name: token.name, nearest: findNearestName(name, CALLOUT_TONES) });
  }
  return {
    kind: 'callout',
    tone: tone ?? 'note',
    title: convertMark(token, area, context),
    blocks: convertBlocks(rest, context),
  };
}

function convertMark(token: CalloutMarkToken, area: Area, context: ParseContext): readonly AuthoredInline[] {
  return convertInlines(
    token.tokens,
    sliceArea(area, token.titleStart, token.titleStart + token.title.length),
    context,
  );
}

function convertDefinitionList(
  token: DefinitionListToken,
  area: Area,
  groups: PlacedBlock['groups'],
  context: ParseContext,
): AuthoredBlock {
  let group = 0;
  const convertTerm = (part: DefinitionPart) =>
    convertInlines(part.tokens, sliceArea(area, part.start, part.end), context);
  return {
    kind: 'definition-list',
    items: token.items.map((item) => ({
      terms: item.terms.map(convertTerm),
      definitions: item.definitions.map(() => convertBlocks(groups[group++] ?? [], context)),
    })),
  };
}

function convertContainer(
  token: ContainerToken,
  area: Area,
  blocks: readonly AuthoredBlock[],
  context: ParseContext,
): readonly AuthoredBlock[] {
  const { name } = token;
  const span = readName(token, area, context);
  if (!CONTAINERS.includes(name)) {
    context.report.add(unknownContainer, span, { name, nearest: findNearestName(name, CONTAINERS) });
    return blocks;
  }
  if (token.summary === '') context.report.add(missingSummary, span, {});
  return [{ kind: 'details', summary: convertSummary(token, area, context), blocks }];
}

/** The node before the description, which takes it where it is a figure. */
function convertDescription(
  token: ContainerToken,
  { area, groups }: PlacedBlock,
  before: AuthoredBlock | undefined,
  context: ParseContext,
): readonly AuthoredBlock[] {
  const span = readName(token, area, context);
  const blocks = convertBlocks(groups[0] ?? [], context);
  const summary = convertSummary(token, area, context);
  const described = before?.kind === 'figure' ? before : undefined;
  if (described !== undefined && described.description === undefined && blocks.length > 0)
    return [{ ...described, description: { summary, blocks } }];
  const problem = blocks.length === 0 ? 'empty' : described === undefined ? 'no-figure' : 'second';
  context.report.add(misplacedDescription, span, { problem });
  return [...(before === undefined ? [] : [before]), ...blocks];
}

/** The place of the container's name; reports a container without an end. */
function readName(token: ContainerToken, area: Area, context: ParseContext): Span {
  const { name, nameStart, colons } = token;
  const span = spanIn(area, nameStart, nameStart + name.length);
  if (!token.closed) context.report.add(unclosedContainer, span, { name, colons });
  return span;
}

function convertSummary(token: ContainerToken, area: Area, context: ParseContext): readonly AuthoredInline[] {
  const { summary, summaryStart, summaryTokens } = token;
  return convertInlines(summaryTokens, sliceArea(area, summaryStart, summaryStart + summary.length), context);
}
