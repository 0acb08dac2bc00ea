import { describe, expect, it } from 'vitest';
import type { AuthoredBlock, AuthoredInline } from '../../src/compiler/content.ts';
import { parseMarkdown } from '../../src/compiler/syntax/markdown/parse-markdown.ts';
import { mapFrom } from '../../src/compiler/syntax/text-map.ts';
import { Report } from '../../src/diagnostics/report.ts';
import { collectSpanned } from './collect-spans.ts';

function parse(text: string) {
  const report = new Report();
  const content = parseMarkdown({ file: 'a.md', text, map: mapFrom(0) }, report);
  return { ...content, problems: report.sorted(), content };
}

/** Code and marked text of each problem. */
function findProblems(text: string): readonly string[] {
  return parse(text).problems.map((d) => `${d.code} ${text.slice(d.span?.start, d.span?.end)}`);
}

/** A short form of a tree, so that a test can be read. */
function show(blocks: readonly AuthoredBlock[]): readonly unknown[] {
  return blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return `h${block.level}#${block.anchor} ${words(block.content)}`;
      case 'paragraph':
        return words(block.content);
      case 'list':
        return {
          [block.ordered ? `list from ${block.start}` : 'list']: block.items.map((i) =>
            i.done === undefined ? show(i.blocks) : [i.done, ...show(i.blocks)],
          ),
        };
      case 'quote':
        return { quote: show(block.blocks) };
      case 'callout':
        return { [`${block.tone}: ${words(block.title)}`]: show(block.blocks) };
      case 'details':
        return { [`details: ${words(block.summary)}`]: show(block.blocks) };
      case 'code-block':
        return `\`\`\`${block.language} ${block.text}`;
      case 'table':
        return {
          [block.rowHeaders ? 'table with row headers' : 'table']: [block.head, ...block.rows].map((row) =>
            row.map((cell) => words(cell.content)),
          ),
          align: block.align,
        };
      case 'definition-list':
        return { definitions: block.items.map((i) => [...i.terms.map(words), ...i.definitions.map(show)]) };
      case 'rule':
        return '---';
      case 'figure':
        return block.description === undefined
          ? `figure ${block.source.value} (${block.alt}) ${words(block.caption)}`
          : { [`figure ${block.source.value}: ${words(block.description.summary)}`]: show(block.description.blocks) };
      case 'block-directive':
        return `::${block.directive.name.value} ${JSON.stringify(Object.fromEntries([...block.directive.attributes].map(([k, v]) => [k, v.value])))}`;
      case 'block-html':
        return block.html;
      default:
        return block satisfies never;
    }
  });
}

function words(nodes: readonly AuthoredInline[]): string {
  return nodes
    .map((node) => {
      switch (node.kind) {
        case 'text':
          return node.text;
        case 'emphasis':
          return `<em ${words(node.content)}>`;
        case 'strong':
          return `<b ${words(node.content)}>`;
        case 'strikethrough':
          return `<s ${words(node.content)}>`;
        case 'code-span':
          return `<code ${node.text}>`;
        case 'line-break':
          return '<br>';
        case 'footnote-reference':
          return `<note ${node.note} ${node.number}>`;
        case 'link':
          return `<a ${node.target.value}${node.title && ` "${node.title}"`} ${words(node.content)}>`;
        case 'image':
          return `<img ${node.source.value} ${node.alt}>`;
        case 'inline-directive': {
          const { name, label, attributes } = node.directive;
          return `<:${name.value} ${label?.value ?? '-'} ${[...attributes].map(([k, v]) => `${k}=${v.value}`).join(' ')}>`;
        }
        case 'inline-html':
          return node.html;
        default:
          return node satisfies never;
      }
    })
    .join('');
}

describe('blocks', () => {
  it.each<[string, string, readonly unknown[]]>([
    ['paragraphs', 'One\ntwo  \nthree\n\nFour', ['One\ntwo<br>three', 'Four']],
    [
      'headings with anchors as on GitHub',
      '## Who reports *what*?\n## Who reports what\n### `A` & B',
      ['h2#who-reports-what Who reports <em what>?', 'h2#who-reports-what-1 Who reports what', 'h3#a--b <code A> & B'],
    ],
    ['an own anchor that another heading would get', '## Fees\n## Money {#fees}', ['h2#fees-1 Fees', 'h2#fees Money']],
    ['an own anchor', '## Fees and dates {#fees}\n', ['h2#fees Fees and dates']],
    [
      'lists',
      '3. a\n4. b\n\n- [x] done\n- [ ] *open*\n',
      [
        { 'list from 3': [['a'], ['b']] },
        {
          list: [
            [true, 'done'],
            [false, '<em open>'],
          ],
        },
      ],
    ],
    ['a list that starts at zero', '0. a', [{ 'list from 0': [['a']] }]],
    ['code', '```yaml title=x\na: 1\n```\n\n    b\n', ['```yaml a: 1', '``` b']],
    [
      'tables',
      '|a|b|\n|:-|-:|\n|**x**|y \\| z|\n|**w**|\n',
      [
        {
          'table with row headers': [
            ['a', 'b'],
            ['<b x>', 'y | z'],
            ['<b w>', ''],
          ],
          align: ['left', 'right'],
        },
      ],
    ],
    [
      'tables without row headers',
      '|a|b|\n|-|:-:|\n|**x** y|z|\n',
      [
        {
          table: [
            ['a', 'b'],
            ['<b x> y', 'z'],
          ],
          align: [undefined, 'center'],
        },
      ],
    ],
    [
      'callouts',
      '> [!NOTE] Read *this*\n> Text\n>\n> - item\n',
      [{ 'note: Read <em this>': ['Text', { list: [['item']] }] }],
    ],
    [
      'callouts with any first block',
      '> [!tip]\n> ## Head\n> [!not a mark] x',
      [{ 'tip: ': ['h2#head Head', '[!not a mark] x'] }],
    ],
    [
      'a callout with a definition list',
      '> [!EXAMPLE]\n> Term\n> : Meaning\n',
      [{ 'example: ': [{ definitions: [['Term', ['Meaning']]] }] }],
    ],
    ['quotes', '> said\nlazily\n', [{ quote: ['said\nlazily'] }]],
    [
      'definition lists',
      'A\nB\n: one\n: two\nlazy\n\nC\n: three\n\n  - four\n\nEnd',
      [
        {
          definitions: [
            ['A', 'B', ['one'], ['two\nlazy']],
            ['C', ['three', { list: [['four']] }]],
          ],
        },
        'End',
      ],
    ],
    [
      'definition lists without empty lines',
      'A\n: one\nB\n: two\n',
      [
        {
          definitions: [
            ['A', ['one']],
            ['B', ['two']],
          ],
        },
      ],
    ],
    ['no definition list without a term', ': one\n: two\n\n: three', [': one\n: two', ': three']],
    [
      'details',
      ':::details Long *words*\ntext\n\n- a\n:::\nafter',
      [{ 'details: Long <em words>': ['text', { list: [['a']] }] }, 'after'],
    ],
    [
      'a description of the figure before it',
      '![A](a.svg)\n:::description\ntext\n\n- a\n:::\nafter\n\n![B](b.svg)\n\n\n:::description The *way*\nb\n:::\n',
      [{ 'figure a.svg: ': ['text', { list: [['a']] }] }, 'after', { 'figure b.svg: The <em way>': ['b'] }],
    ],
    [
      'nested details',
      '::::details A\n:::details B\nb\n:::\na\n::::\n',
      [{ 'details: A': [{ 'details: B': ['b'] }, 'a'] }],
    ],
    [
      'details with equal colons',
      ':::details A\n:::details B\nb\n:::\na\n:::\n',
      [{ 'details: A': [{ 'details: B': ['b'] }, 'a'] }],
    ],
    [
      'details around code that looks like an end',
      ':::details A\n```\n:::\n```\n:::\n',
      [{ 'details: A': ['``` :::'] }],
    ],
    ['a figure with a caption', '![What it shows](a.svg "One *stay*")', ['figure a.svg (What it shows) One <em stay>']],
    ['no figure inside a sentence', 'See ![x](a.svg "t")', ['See <img a.svg x>']],
    [
      'block directives',
      'text\n::credentials{of="cpc ccs" facts=\'a b\' x=y}\nmore',
      ['text', '::credentials {"of":"cpc ccs","facts":"a b","x":"y"}', 'more'],
    ],
    ['a rule', 'a\n\n---\n', ['a', '---']],
    ['HTML', '<div class="x">\na\n</div>\n\nb <kbd>C</kbd>', ['<div class="x">\na\n</div>', 'b <kbd>C</kbd>']],
  ])('reads %s', (_name, text, expected) => {
    const { blocks, problems } = parse(text);
    expect(show(blocks)).toEqual(expected);
    expect(problems).toEqual([]);
  });
});

describe('inline text', () => {
  it.each([
    ['*a* **b** ~~c~~ `d`', '<em a> <b b> <s c> <code d>'],
    ['[a *b*](c.md#d "e")', '<a c.md#d "e" a <em b>>'],
    ['[a][ref] and [ref]\n\n[ref]: c.md', '<a c.md a> and <a c.md ref>'],
    ['<https://a.org/x> https://b.org/y.', '<a https://a.org/x https://a.org/x> <a https://b.org/y https://b.org/y>.'],
    ['www.example.com a@b.org http://c.org', 'www.example.com a@b.org http://c.org'],
    ['<a@b.org>', '<a mailto:a@b.org a@b.org>'],
    ['a &amp; b &mdash; &#233; &unknown; \\&', 'a & b — é &unknown; &'],
    [
      ':term[present on admission], :term[POA]{id=present-on-admission}',
      '<:term present on admission >, <:term POA id=present-on-admission>',
    ],
    ['**:code[E11.9]{show=code}** [:code[I10]](x.md)', '<b <:code E11.9 show=code>> <a x.md <:code I10 >>'],
    ['10:30 a:b[c] ratio 3:1{x} :smile: ::', '10:30 a:b[c] ratio 3:1{x} :smile: ::'],
    ['\\:term[x] and `:term[x]`', ':term[x] and <code :term[x]>'],
    ['$425 < $500 & *so on', '$425 < $500 & *so on'],
  ])('reads %s', (text, expected) => {
    const { blocks, problems } = parse(text);
    const [first] = blocks;
    expect(first?.kind === 'paragraph' ? words(first.content) : first).toBe(expected);
    expect(problems).toEqual([]);
  });
});

describe('footnotes', () => {
  it('numbers notes in order of their first reference, notes inside notes included', () => {
    const { blocks, footnotes, problems } = parse('a[^x] b[^y] c[^x]\n\n[^y]: Y [^z]\n[^x]: X\n\n    more\n[^z]: Z\n');
    expect(show(blocks)).toEqual(['a<note x 1> b<note y 2> c<note x 1>']);
    expect(footnotes.map((note) => [note.id, ...show(note.blocks)])).toEqual([
      ['x', 'X', 'more'],
      ['y', 'Y <note z 3>'],
      ['z', 'Z'],
    ]);
    expect(problems).toEqual([]);
  });
});

describe('places', () => {
  it('are exact inside a list in a callout, a table cell, a footnote and their like', () => {
    const text = [
      '> [!NOTE] See [title](t1.md)',
      '>',
      '> - item',
      '>   more [x](t2.md "t")',
      '>   1. deep :code[t3.md]{system=t4.md}',
      '',
      '| a | [b](t5.md) |',
      '|---|---|',
      '| `\\|` c \\| **[d](t6.md)** | ![e](<t7.md>) |',
      '',
      'word[^1] [ref]',
      '',
      '[^1]: note',
      '',
      '    - [f](t8.md)',
      '',
      'Term [g](t9.md)',
      ': meaning [h](t10.md)',
      '',
      ':::details [i](t11.md)',
      '![j](t12.md "caption [k](t13.md)")',
      ':::',
      '',
      '[ref]: t14.md',
    ].join('\n');
    const { content, problems } = parse(text);
    expect(problems).toEqual([]);
    const spanned = collectSpanned(content);
    for (const { value, span } of spanned) expect(text.slice(span.start, span.end)).toBe(value);
    const targets = spanned.map(({ value }) => value).filter((value) => value.startsWith('t'));
    expect(new Set(targets).size).toBe(14);
  });
});

describe('problems', () => {
  it.each([
    ['# Top\n', ['CW2011 # Top']],
    ['## A {#x}\n## B {#x}\n', ['CW2013 x']],
    ['![](a.png)\n', ['CW2010 ![](a.png)']],
    ['see ![ ](a.png)\n', ['CW2010 ![ ](a.png)']],
    ['> [!INFO]\n> text\n', ['CW2006 INFO']],
    ['a[^one]\n\n[^two]: x\n', ['CW2020 one', 'CW2021 two']],
    ['a[^1]\n\n[^1]: x\n[^1]: y\n', ['CW2022 1']],
    ['> :::details A\n> text\n', ['CW2003 details']],
    ['::::details A\ntext\n:::\n', ['CW2003 details', 'CW2007 :::']],
    [':::detials A\ntext\n:::\n', ['CW2004 detials']],
    [':::details\ntext\n:::\n', ['CW2005 details']],
    ['text\n\n:::description\nb\n:::\n', ['CW2016 description']],
    ['![A](a.svg)\n\n:::description\n:::\n', ['CW2016 description']],
    ['![A](a.svg)\n\n:::description\na\n:::\n:::description\nb\n:::\n', ['CW2016 description']],
    ['![A](a.svg)\n\n:::description\na\n', ['CW2003 description']],
    ['::video{src=a.mp4 title=The first minute}\n', ['CW2001 ::video{src=a.mp4 title=The first minute}']],
    ['::video{src="a.mp4}\n', ['CW2001 ::video{src="a.mp4}']],
    ['::video{src=a.mp4 src=b.mp4}\n', ['CW2001 ::video{src=a.mp4 src=b.mp4}']],
    ['::check{question=a} now\n', ['CW2001 ::check{question=a} now']],
    ['a :term[b]{id} c\n', ['CW2001 :term[b]{id}']],
    ['a :term[b c\n', ['CW2001 :term[']],
    ['See: ::check{question=a}\n', ['CW2002 ::check{question=a}']],
  ])('says what is wrong in %j', (text, expected) => {
    expect(findProblems(text)).toEqual(expected);
  });

  it('names what was probably meant', () => {
    expect(parse('> [!NOTES]\n').problems[0]?.hint).toBe('did you mean "NOTE"?');
    expect(parse(':::detials A\n:::\n').problems[0]?.hint).toBe('did you mean ":::details"?');
    expect(parse('a[^feee]\n\n[^fee]: x').problems[0]?.hint).toBe('did you mean "[^fee]"?');
  });

  it('keeps the text of what it does not know', () => {
    expect(show(parse(':::box A\ntext\n:::\n').blocks)).toEqual(['text']);
    expect(show(parse('before\n\n:::description\ntext\n:::\n').blocks)).toEqual(['before', 'text']);
    expect(show(parse('> [!INFO] A\n> text\n').blocks)).toEqual([{ 'note: A': ['text'] }]);
  });

  it('stops at blocks that nest too deeply, wherever the call stack ends', () => {
    for (const depth of [150, 1900]) expect(findProblems('>'.repeat(depth))).toEqual([`CW2012 ${'>'.repeat(80)}`]);
    expect(findProblems('>'.repeat(90))).toEqual([]);
  });

  it('survives marks without end', () => {
    for (const mark of ['- ', '*a ', '[', '[^', '[a](b ', ':a{b ', ':::a\n', '|a', 'a\n: ']) {
      expect(() => parse(mark.repeat(500))).not.toThrow();
    }
  });
});
