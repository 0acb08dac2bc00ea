/** Turns a resolved text into its words, for what is no page. Knows no HTML. */
import type { ResolvedBlock, ResolvedContent, ResolvedInline } from '../content.ts';

/** Blocks stand on lines of their own. */
export function toPlainText(content: ResolvedContent): string {
  return readBlocks(content.blocks).trim();
}

function readInlines(inlines: readonly ResolvedInline[]): string {
  return inlines.map(readInline).join('');
}

function readInline(inline: ResolvedInline): string {
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
    case 'strikethrough':
    case 'link':
      return readInlines(inline.content);
    case 'image':
      return inline.alt;
    case 'term':
      return inline.label;
    case 'medical-code':
      return inline.title === undefined ? inline.code : `${inline.code} ${inline.title}`;
    case 'inline-html':
      return withoutTags(inline.html);
  }
}

function readBlocks(blocks: readonly ResolvedBlock[]): string {
  return blocks
    .map(readBlock)
    .filter((text) => text !== '')
    .join('\n');
}

function readBlock(block: ResolvedBlock): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return readInlines(block.content);
    case 'list':
      return block.items.map((item) => readBlocks(item.blocks)).join('\n');
    case 'quote':
      return readBlocks(block.blocks);
    case 'callout':
      return [readInlines(block.title), readBlocks(block.blocks)].join('\n');
    case 'details':
      return [readInlines(block.summary), readBlocks(block.blocks)].join('\n');
    case 'code-block':
      return block.text;
    case 'table':
      return [block.head, ...block.rows]
        .map((row) => row.map(({ content }) => readInlines(content)).join(' '))
        .join('\n');
    case 'definition-list':
      return block.items
        .map(({ terms, definitions }) => [...terms.map(readInlines), ...definitions.map(readBlocks)].join('\n'))
        .join('\n');
    case 'figure':
      return block.alt;
    case 'media':
      return block.title;
    case 'block-html':
      return withoutTags(block.html);
    case 'rule':
    case 'check':
    case 'credential-table':
    case 'blueprint-table':
      return '';
  }
}

function withoutTags(html: string): string {
  return html.replace(/<[^>]*>/g, '');
}
