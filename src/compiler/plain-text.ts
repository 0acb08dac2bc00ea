/**
 * Turns a text's tree, authored or resolved, into its words, as a reader or a screen reader meets them. Knows no Markdown, no
 * pages and no places.
 */
import type {
  AuthoredBlock,
  AuthoredContent,
  AuthoredInline,
  ResolvedBlock,
  ResolvedContent,
  ResolvedInline,
} from './content.ts';

type AnyBlock = AuthoredBlock | ResolvedBlock;
type AnyInline = AuthoredInline | ResolvedInline;
/** What becomes of words that stand out, bold or emphasized. */
type Strong = (text: string) => string;

const asItIs: Strong = (text) => text;

/** Blocks stand on lines of their own. */
export function toPlainText(content: AuthoredContent | ResolvedContent, strong: Strong = asItIs): string {
  return readBlocks(content.blocks, strong).trim();
}

export function inlineText(inlines: readonly AnyInline[], strong: Strong = asItIs): string {
  return inlines.map((inline) => readInline(inline, strong)).join('');
}

/** True when a reader finds nothing where the text should be. */
export function isBlank(content: AuthoredContent): boolean {
  const [first] = content.blocks;
  const start = first?.kind === 'paragraph' ? first.content[0] : undefined;
  if (start?.kind === 'text' && start.text.trim() !== '') return false;
  return toPlainText(content) === '';
}

function readInline(inline: AnyInline, strong: Strong): string {
  switch (inline.kind) {
    case 'text':
    case 'code-span':
      return inline.text;
    case 'line-break':
      return ' ';
    case 'footnote-reference':
      return '';
    case 'emphasis':
    case 'strong':
      return strong(inlineText(inline.content, strong));
    case 'strikethrough':
    case 'link':
      return inlineText(inline.content, strong);
    case 'image':
      return inline.alt;
    case 'inline-directive':
      return inline.directive.label?.value ?? '';
    case 'term':
      return inline.label;
    case 'medical-code':
      return inline.title === undefined ? inline.code : `${inline.code} ${inline.title}`;
    case 'inline-html':
      return withoutTags(inline.html);
  }
}

function readBlocks(blocks: readonly AnyBlock[], strong: Strong): string {
  return blocks
    .map((block) => readBlock(block, strong))
    .filter((text) => text !== '')
    .join('\n');
}

function readBlock(block: AnyBlock, strong: Strong): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return inlineText(block.content, strong);
    case 'list':
      return block.items.map((item) => readBlocks(item.blocks, strong)).join('\n');
    case 'quote':
      return readBlocks(block.blocks, strong);
    case 'callout':
      return [inlineText(block.title, strong), readBlocks(block.blocks, strong)].join('\n');
    case 'details':
      return [inlineText(block.summary, strong), readBlocks(block.blocks, strong)].join('\n');
    case 'code-block':
      return block.text;
    case 'table':
      return [block.head, ...block.rows]
        .map((row) => row.map(({ content }) => inlineText(content, strong)).join(' '))
        .join('\n');
    case 'definition-list':
      return block.items
        .flatMap(({ terms, definitions }) => [
          ...terms.map((term) => inlineText(term, strong)),
          ...definitions.map((definition) => readBlocks(definition, strong)),
        ])
        .join('\n');
    case 'figure':
      return [block.alt, readBlocks(block.description?.blocks ?? [], strong)].filter((text) => text !== '').join('\n');
    case 'media':
      return block.title;
    case 'block-html':
      return withoutTags(block.html);
    // What an author placed here is more than nothing, even where only its name is known.
    case 'block-directive':
      return block.directive.name.value;
    case 'rule':
    case 'check':
    case 'credential-table':
    case 'blueprint-table':
      return '';
  }
}

function withoutTags(html: string): string {
  return html.replace(/<!--[\s\S]*?(?:-->|$)/g, '').replace(/<[^>]*>/g, '');
}
