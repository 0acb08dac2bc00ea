/** Arbitrary Markdown documents whose link targets are numbered, so that a test can find each of them again. */
import fc from 'fast-check';

/** A document as lines, with the number of targets in it. Targets are `t0.md`, `t1.md` … in no special order. */
export interface RandomMarkdown {
  readonly text: string;
  readonly targets: number;
}

type Tree =
  | { readonly kind: 'paragraph' | 'heading' | 'figure' | 'directive'; readonly inline: readonly Inline[] }
  | { readonly kind: 'bullets' | 'numbers' | 'tasks' | 'loose'; readonly items: readonly (readonly Tree[])[] }
  | {
      readonly kind: 'quote' | 'callout' | 'details' | 'definition' | 'footnote';
      readonly inline: readonly Inline[];
      readonly blocks: readonly Tree[];
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Inline[])[] };

type Inline = 'link' | 'bold' | 'angle' | 'titled' | 'image' | 'term' | 'code' | 'pipe' | 'words' | 'break' | 'label';

const inline = fc.array(
  fc.constantFrom<Inline>(
    'link',
    'bold',
    'angle',
    'titled',
    'image',
    'term',
    'code',
    'pipe',
    'words',
    'break',
    'label',
  ),
  { minLength: 1, maxLength: 4 },
);

const tree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>((tie) => {
  const blocks = fc.array(tie('tree'), { minLength: 1, maxLength: 3 });
  return {
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({
        kind: fc.constantFrom('paragraph' as const, 'heading' as const, 'figure' as const, 'directive' as const),
        inline,
      }),
      fc.record({
        kind: fc.constantFrom('bullets' as const, 'numbers' as const, 'tasks' as const, 'loose' as const),
        items: fc.array(blocks, { minLength: 1, maxLength: 3 }),
      }),
      fc.record({
        kind: fc.constantFrom(
          'quote' as const,
          'callout' as const,
          'details' as const,
          'definition' as const,
          'footnote' as const,
        ),
        inline,
        blocks,
      }),
      fc.record({ kind: fc.constant('table' as const), rows: fc.array(inline, { minLength: 1, maxLength: 3 }) }),
    ),
  };
}).tree;

export const randomMarkdown: fc.Arbitrary<RandomMarkdown> = fc
  .tuple(fc.array(tree, { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([trees, tabs]) => {
    const writer = new Writer();
    const text = `${writer.writeAll(trees, 4).join('\n')}\n`;
    return {
      text: tabs ? text.replace(/^( {4})+/gm, (blanks) => '\t'.repeat(blanks.length / 4)) : text,
      targets: writer.targets,
    };
  });

/** Lives for one document. */
class Writer {
  targets = 0;
  #notes = 0;

  writeAll(trees: readonly Tree[], colons: number): string[] {
    return trees.flatMap((child, index) => [...(index === 0 ? [] : ['']), ...this.#write(child, colons + 1)]);
  }

  #target(): string {
    return `t${this.targets++}.md`;
  }

  #inline(parts: readonly Inline[], inTable: boolean): string {
    return parts.map((part) => this.#part(part, inTable)).join(' and ');
  }

  #part(part: Inline, inTable: boolean): string {
    switch (part) {
      case 'link':
        return `[text](${this.#target()})`;
      case 'bold':
        return `**bold *deep* [text](${this.#target()})**`;
      case 'angle':
        return `[a \\] b](<${this.#target()}>)`;
      case 'titled':
        return `[text](${this.#target()} "A title")`;
      case 'image':
        return `![alt](${this.#target()})`;
      case 'term':
        return `:term[words]{id=${this.#target()}}`;
      case 'code':
        return '`code [x](y)`';
      case 'pipe':
        return inTable ? `a \\| b [c \\| d](${this.#target()})` : 'a | b';
      case 'words':
        return 'plain words, 10:30 o’clock';
      case 'break':
        return inTable ? 'x' : 'line\nnext line';
      case 'label':
        return `[![alt](${this.#target()})](${this.#target()})`;
    }
  }

  #write(block: Tree, colons: number): string[] {
    switch (block.kind) {
      case 'paragraph':
        return this.#inline(block.inline, false).split('\n');
      case 'heading':
        return [`## ${this.#inline(block.inline, true)} ##`];
      case 'figure':
        return [`![alt](${this.#target()} "A caption with [link](${this.#target()})")`];
      case 'directive':
        return [`::video{src=${this.#target()} title="Two words"}`];
      case 'bullets':
        return block.items.flatMap((item) => indent(this.writeAll(item, colons), '- ', '  '));
      case 'loose':
        return block.items.flatMap((item) => [...indent(this.writeAll(item, colons), '*   ', '    '), '']);
      case 'numbers':
        return block.items.flatMap((item, index) => indent(this.writeAll(item, colons), `${index + 1}. `, '   '));
      case 'tasks':
        return block.items.flatMap((item) =>
          indent([`task [text](${this.#target()})`, '', ...this.writeAll(item, colons)], '- [x] ', '  '),
        );
      case 'quote':
        return indent(this.writeAll(block.blocks, colons), '> ', '> ');
      case 'callout':
        return indent(
          [`[!TIP] ${this.#inline(block.inline, true)}`, ...this.writeAll(block.blocks, colons)],
          '> ',
          '> ',
        );
      case 'details': {
        const inner = this.writeAll(block.blocks, colons);
        const fence = ':'.repeat(Math.max(3, 30 - colons));
        return [`${fence}details ${this.#inline(block.inline, true)}`, ...inner, fence];
      }
      case 'definition':
        return [
          `Term ${this.#inline(block.inline, true)}`,
          ...indent(['meaning', '', ...this.writeAll(block.blocks, colons)], ': ', '    '),
        ];
      case 'footnote': {
        const note = `n${this.#notes++}`;
        return [
          `word[^${note}]`,
          '',
          ...indent(['note', '', ...this.writeAll(block.blocks, colons)], `[^${note}]: `, '    '),
        ];
      }
      case 'table':
        return [
          '| Head | Other |',
          '|---|:-:|',
          ...block.rows.map((row) => `| ${this.#inline(row, true)} | [x](${this.#target()}) |`),
        ];
    }
  }
}

function indent(lines: readonly string[], first: string, rest: string): string[] {
  return lines.map((line, index) => (index === 0 ? first : line === '' ? rest.trimEnd() : rest) + line);
}
