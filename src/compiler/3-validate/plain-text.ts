/** Turns a text's tree into its words, as a reader or a screen reader meets them. Knows no Markdown and no places. */
import type { AuthoredBlock, AuthoredContent, AuthoredInline } from '../content.ts';

/** @param strong what becomes of words that stand out, bold or emphasized */
export function toPlainText(content: AuthoredContent, strong: (text: string) => string = (text) => text): string {
  return content.blocks
    .map((block) => readBlock(block, strong))
    .filter((text) => text !== '')
    .join('\n')
    .trim();
}

export function inlineText(
  inlines: readonly AuthoredInline[],
  strong: (text: string) => string = (text) => text,
): string {
  return inlines.map((inline) => readInline(inline, strong)).join('');
}

/** True when a reader finds nothing where the text should be. */
export function isBlank(content: AuthoredContent): boolean {
  const [first] = content.blocks;
  const start = first?.kind === 'paragraph' ? first.content[0] : undefined;
  if (start?.kind === 'text' && start.text.trim() !== '') return false;
  return toPlainText(content) === '';
}

function readInline(inline: AuthoredInline, strong: (text: string) => string): string {
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
    case 'inline-html':
      return withoutTags(inline.html);
  }
}

function readBlock(block: AuthoredBlock, strong: (text: string) => string): string {
  const blocks = (inner: readonly AuthoredBlock[]) => inner.map((child) => readBlock(child, strong)).join('\n');
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return inlineText(block.content, strong);
    case 'list':
      return block.items.map((item) => blocks(item.blocks)).join('\n');
    case 'quote':
      return blocks(block.blocks);
    case 'callout':
      return [inlineText(block.title, strong), blocks(block.blocks)].join('\n');
    case 'details':
      return [inlineText(block.summary, strong), blocks(block.blocks)].join('\n');
    case 'code-block':
      return block.text;
    case 'table':
      return [block.head, ...block.rows]
        .map((row) => row.map((cell) => inlineText(cell.content, strong)).join(' '))
        .join('\n');
    case 'definition-list':
      return block.items
        .map((item) =>
          [...item.terms.map((term) => inlineText(term, strong)), ...item.definitions.map(blocks)].join('\n'),
        )
        .join('\n');
    case 'rule':
      return '';
    case 'figure':
      return block.alt;
    case 'block-directive':
      return block.directive.name.value;
    case 'block-html':
      return withoutTags(block.html);
  }
}

function withoutTags(html: string): string {
  return html.replace(/<!--[\s\S]*?(?:-->|$)/g, '').replace(/<[^>]*>/g, '');
}
