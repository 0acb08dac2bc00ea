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

export function collectNodes(content: AuthoredContent): TextNodes {
  const nodes: (AuthoredBlockNode | AuthoredInlineNode)[] = [];
  const anchors: string[] = [];

  const visitInlines = (inlines: readonly AuthoredInline[]): void => {
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
          visitInlines(inline.content);
          break;
        case 'link':
          nodes.push(inline);
          visitInlines(inline.content);
          break;
        case 'image':
        case 'inline-directive':
        case 'inline-html':
          nodes.push(inline);
          break;
      }
    }
  };

  const visitBlocks = (blocks: readonly AuthoredBlock[]): void => {
    for (const block of blocks) visitBlock(block);
  };

  const visitBlock = (block: AuthoredBlock): void => {
    switch (block.kind) {
      case 'heading':
        anchors.push(block.anchor);
        visitInlines(block.content);
        break;
      case 'paragraph':
        visitInlines(block.content);
        break;
      case 'list':
        for (const item of block.items) visitBlocks(item.blocks);
        break;
      case 'quote':
        visitBlocks(block.blocks);
        break;
      case 'callout':
        visitInlines(block.title);
        visitBlocks(block.blocks);
        break;
      case 'details':
        visitInlines(block.summary);
        visitBlocks(block.blocks);
        break;
      case 'table':
        for (const cell of [...block.head, ...block.rows.flat()]) visitInlines(cell.content);
        break;
      case 'definition-list':
        for (const item of block.items) {
          for (const term of item.terms) visitInlines(term);
          for (const definition of item.definitions) visitBlocks(definition);
        }
        break;
      case 'code-block':
      case 'rule':
        break;
      case 'figure':
        nodes.push(block);
        visitInlines(block.caption);
        break;
      case 'block-directive':
      case 'block-html':
        nodes.push(block);
        break;
    }
  };

  visitBlocks(content.blocks);
  for (const note of content.footnotes) visitBlocks(note.blocks);
  return { nodes, anchors };
}
