/**
 * Authored content -> resolved content: links, images, terms, codes and data directives become the things they name.
 * What cannot be resolved has been reported by 3-validate; here it is left out, and the gate after this stage stops the build.
 */
import type { Reporter } from '../../diagnostics/report.ts';
import type {
  AuthoredBlock,
  AuthoredBlockNode,
  AuthoredContent,
  AuthoredInline,
  AuthoredInlineNode,
  Block,
  DirectiveSource,
  Inline,
  ResolvedBlock,
  ResolvedBlockNode,
  ResolvedContent,
  ResolvedInline,
  ResolvedInlineNode,
  TableCell,
} from '../content.ts';
import { readTarget } from '../source-format/course-paths.ts';
import { DEFAULT_CODE_SYSTEM } from '../source-format/medical-codes.ts';
import type { PackageScope } from './package-scope.ts';
import { sanitizeAuthorHtml, sanitizeInlineTag } from './sanitize-author-html.ts';

/** Where a text stands. */
interface TextPlace {
  readonly file: string;
  readonly scope: PackageScope;
  readonly report: Reporter;
}

/** Resolves a whole text; files, terms and checks it uses are noted in the scope. */
/** What a text that was not written comes to. */
export const EMPTY_CONTENT: ResolvedContent = { blocks: [], footnotes: [] };

export function resolveContent(
  content: AuthoredContent,
  file: string,
  scope: PackageScope,
  report: Reporter,
): ResolvedContent {
  const place: TextPlace = { file, scope, report };
  return {
    blocks: resolveBlocks(content.blocks, place),
    footnotes: content.footnotes.map((note) => ({ id: note.id, blocks: resolveBlocks(note.blocks, place) })),
  };
}

function resolveBlocks(blocks: readonly AuthoredBlock[], place: TextPlace): readonly ResolvedBlock[] {
  return blocks.flatMap((block) => resolveBlock(block, place) ?? []);
}

function isText(inline: AuthoredInline): inline is Extract<AuthoredInline, { kind: 'text' }> {
  return inline.kind === 'text';
}

/** Tags that the author opened in a run of text are closed in that run, so that they cannot reach into the page. */
function resolveInlines(content: readonly AuthoredInline[], place: TextPlace): readonly ResolvedInline[] {
  // Most runs of a large bank are one piece of text, which names nothing.
  if (content.every(isText)) return content;
  const open: string[] = [];
  const html = (text: string): ResolvedInline => ({ kind: 'inline-html', html: text });
  const closeUpTo = (depth: number) =>
    open
      .splice(depth)
      .reverse()
      .map((tag) => html(`</${tag}>`));
  const resolved = content.flatMap((inline): readonly ResolvedInline[] => {
    if (inline.kind !== 'inline-html') return resolveInline(inline, place);
    const tag = sanitizeInlineTag(inline.html, inline.span, place.report);
    if (tag.kind === 'whole') return [html(tag.html)];
    if (tag.kind === 'open') {
      open.push(tag.tag);
      return [html(tag.html)];
    }
    const depth = open.lastIndexOf(tag.tag);
    return depth === -1 ? [] : closeUpTo(depth);
  });
  return [...resolved, ...closeUpTo(0)];
}

function resolveCells(
  cells: readonly TableCell<AuthoredInlineNode>[],
  place: TextPlace,
): readonly TableCell<ResolvedInlineNode>[] {
  return cells.map((cell) => ({ content: resolveInlines(cell.content, place) }));
}

function resolveBlock(
  block: Block<AuthoredBlockNode, AuthoredInlineNode>,
  place: TextPlace,
): Block<ResolvedBlockNode, ResolvedInlineNode> | undefined {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, content: resolveInlines(block.content, place) };
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, blocks: resolveBlocks(item.blocks, place) })) };
    case 'quote':
      return { ...block, blocks: resolveBlocks(block.blocks, place) };
    case 'callout':
      return { ...block, title: resolveInlines(block.title, place), blocks: resolveBlocks(block.blocks, place) };
    case 'details':
      return { ...block, summary: resolveInlines(block.summary, place), blocks: resolveBlocks(block.blocks, place) };
    case 'table':
      return {
        ...block,
        head: resolveCells(block.head, place),
        rows: block.rows.map((row) => resolveCells(row, place)),
      };
    case 'definition-list':
      return {
        ...block,
        items: block.items.map((item) => ({
          terms: item.terms.map((term) => resolveInlines(term, place)),
          definitions: item.definitions.map((definition) => resolveBlocks(definition, place)),
        })),
      };
    case 'code-block':
    case 'rule':
      return block;
    case 'figure': {
      const file = place.scope.shipFile(place.file, block.source.value);
      return file === undefined
        ? undefined
        : {
            kind: 'figure',
            file,
            alt: block.alt,
            caption: resolveInlines(block.caption, place),
            description: block.description && {
              summary: resolveInlines(block.description.summary, place),
              blocks: resolveBlocks(block.description.blocks, place),
            },
          };
    }
    case 'block-html':
      return { kind: 'block-html', html: sanitizeAuthorHtml(block.html, block.span, place.report) };
    case 'block-directive':
      return resolveBlockDirective(block.directive, place);
  }
}

function attribute(directive: DirectiveSource, name: string): string {
  return directive.attributes.get(name)?.value ?? '';
}

function words(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}

function resolveBlockDirective(directive: DirectiveSource, place: TextPlace): ResolvedBlockNode | undefined {
  const { scope } = place;
  switch (directive.name.value) {
    case 'credentials':
      return buildCredentialTable(words(attribute(directive, 'of')), words(attribute(directive, 'facts')), scope);
    case 'blueprint': {
      const blueprint = scope.findBlueprint(attribute(directive, 'of'));
      return blueprint === undefined ? undefined : { kind: 'blueprint-table', blueprint };
    }
    case 'check': {
      const question = attribute(directive, 'question');
      return scope.noteCheck(question) ? { kind: 'check', question } : undefined;
    }
    case 'video':
    case 'audio': {
      const file = scope.shipFile(place.file, attribute(directive, 'src'));
      const captions = scope.shipFile(place.file, attribute(directive, 'captions'));
      if (file === undefined || captions === undefined) return undefined;
      return {
        kind: 'media',
        medium: directive.name.value,
        file,
        captions,
        language: attribute(directive, 'language') || scope.language,
        title: attribute(directive, 'title'),
      };
    }
    default:
      return undefined;
  }
}

/** One row per fact that any of the credentials has, in the order of the author's list or of the first credential that has it. */
function buildCredentialTable(
  ids: readonly string[],
  wanted: readonly string[],
  scope: PackageScope,
): ResolvedBlockNode {
  const credentials = ids.flatMap((id) => scope.findCredential(id) ?? []);
  const factIds = wanted.length > 0 ? wanted : [...new Set(credentials.flatMap((c) => c.facts.map((fact) => fact.id)))];
  const rows = factIds.flatMap((id) => {
    const cells = credentials.map((credential) => credential.facts.find((fact) => fact.id === id));
    const label = cells.find((cell) => cell !== undefined)?.label;
    return label === undefined ? [] : [{ id, label, cells }];
  });
  return {
    kind: 'credential-table',
    credentials: credentials.map(({ id, name, abbreviation }) => ({ id, name, abbreviation })),
    rows,
  };
}

function resolveInline(
  inline: Exclude<Inline<AuthoredInlineNode>, { kind: 'inline-html' }>,
  place: TextPlace,
): readonly ResolvedInline[] {
  switch (inline.kind) {
    case 'text':
    case 'code-span':
    case 'line-break':
    case 'footnote-reference':
      return [inline];
    case 'emphasis':
    case 'strong':
    case 'strikethrough':
      return [{ ...inline, content: resolveInlines(inline.content, place) }];
    case 'link':
      return resolveLink(inline, place);
    case 'image': {
      const file = place.scope.shipFile(place.file, inline.source.value);
      return file === undefined ? [] : [{ kind: 'image', file, alt: inline.alt, title: inline.title }];
    }
    case 'inline-directive':
      return resolveInlineDirective(inline.directive, place);
  }
}

type AuthoredLink = Extract<AuthoredInlineNode, { kind: 'link' }>;

function resolveLink(link: AuthoredLink, place: TextPlace): readonly ResolvedInline[] {
  const { scope } = place;
  const content = resolveInlines(link.content, place);
  const target = readTarget(scope.folder, place.file, link.target.value);
  const to = (destination: Extract<ResolvedInlineNode, { kind: 'link' }>['to']): readonly ResolvedInline[] => [
    { kind: 'link', to: destination, title: link.title, content },
  ];
  switch (target.kind) {
    case 'web':
      return to(target);
    case 'anchor':
      return to({ kind: 'anchor', anchor: target.anchor });
    case 'outside':
      return content;
    case 'activity-id':
      return scope.hasActivity(target.id, link.target.span, place.report)
        ? to({ kind: 'activity', activity: target.id, anchor: target.anchor })
        : content;
    case 'file': {
      const lesson = scope.findLessonByFile(target.candidates);
      if (lesson !== undefined) {
        return scope.hasActivity(lesson, link.target.span, place.report)
          ? to({ kind: 'activity', activity: lesson, anchor: target.anchor })
          : content;
      }
      const file = scope.shipFile(place.file, link.target.value);
      return file === undefined ? content : to({ kind: 'file', file });
    }
  }
}

function resolveInlineDirective(directive: DirectiveSource, place: TextPlace): readonly ResolvedInline[] {
  const label = directive.label?.value ?? '';
  switch (directive.name.value) {
    case 'term': {
      const term = place.scope.useTerm(attribute(directive, 'id'), label);
      return term === undefined
        ? [{ kind: 'text', text: label }]
        : [{ kind: 'term', label, id: term.id, definition: term.definition }];
    }
    case 'code': {
      const system = attribute(directive, 'system') || DEFAULT_CODE_SYSTEM;
      const locked = place.scope.findCode(system, label);
      const showTitle = attribute(directive, 'show') !== 'code';
      return [
        {
          kind: 'medical-code',
          code: locked?.code ?? label.trim().toUpperCase(),
          system,
          title: showTitle ? locked?.title : undefined,
          invalid: attribute(directive, 'invalid') === 'true',
        },
      ];
    }
    default:
      return [];
  }
}
