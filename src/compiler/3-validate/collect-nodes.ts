/** Lists what a text names: its links, images, figures and directives in reading order, and the anchors of its headings. */
import type {
  AuthoredBlock,
  AuthoredBlockNode,
  AuthoredContent,
  AuthoredInline,
  AuthoredInlineNode,
} from '../content.ts';

export interface TextNodes {
  readonly nodes: readonly (AuthoredBlockNode | AuthoredInlineNode)[];
  readonly anchors: readonly string[];
}

/** What has been found so far. */
interface Found {
  readonly nodes: (AuthoredBlockNode | AuthoredInlineNode)[];
  readonly anchors: string[];
}

export function collectNodes(content: AuthoredContent): TextNodes {
  const found: Found = { nodes: [], anchors: [] };
  visitBlocks(content.blocks, found);
  for (const note of content.footnotes) visitBlocks(note.blocks, found);
  return found;
}

function visitInlines(inlines: readonly AuthoredInline[], found: Found): void {
  for (const inline of inlines) {
    switch (inline.kind) {
      case 'text':
      case 'code-span':
      case 'line-break':
      case 'footnote-reference':
        break;
      case 'emphasis':
      case 'strong':
      case 'strikethrough':
        visitInlines(inline.content, found);
        break;
      case 'link':
        found.nodes.push(inline);
        visitInlines(inline.content, found);
        break;
      case 'image':
      case 'inline-directive':
      case 'inline-html':
        found.nodes.push(inline);
        break;
    }
  }
}

function visitBlocks(blocks: readonly AuthoredBlock[], found: Found): void {
  for (const block of blocks) visitBlock(block, found);
}

function visitBlock(block: AuthoredBlock, found: Found): void {
  switch (block.kind) {
    case 'heading':
      found.anchors.push(block.anchor);
      visitInlines(block.content, found);
      break;
    case 'paragraph':
      visitInlines(block.content, found);
      break;
    case 'list':
      for (const item of block.items) visitBlocks(item.blocks, found);
      break;
    case 'quote':
      visitBlocks(block.blocks, found);
      break;
    case 'callout':
      visitInlines(block.title, found);
      visitBlocks(block.blocks, found);
      break;
    case 'details':
      visitInlines(block.summary, found);
      visitBlocks(block.blocks, found);
      break;
    case 'table':
      for (const cell of [...block.head, ...block.rows.flat()]) visitInlines(cell.content, found);
      break;
    case 'definition-list':
      for (const item of block.items) {
        for (const term of item.terms) visitInlines(term, found);
        for (const definition of item.definitions) visitBlocks(definition, found);
      }
      break;
    case 'code-block':
    case 'rule':
      break;
    case 'figure':
      found.nodes.push(block);
      visitInlines(block.caption, found);
      visitInlines(block.description?.summary ?? [], found);
      visitBlocks(block.description?.blocks ?? [], found);
      break;
    case 'block-directive':
    case 'block-html':
      found.nodes.push(block);
      break;
  }
}
