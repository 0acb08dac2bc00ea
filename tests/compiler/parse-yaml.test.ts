import fc from 'fast-check';
import { dump, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { toFileOffset } from '../../src/compiler/syntax/text-map.ts';
import { mapScalar } from '../../src/compiler/syntax/yaml/map-scalar.ts';
import { parseYaml } from '../../src/compiler/syntax/yaml/parse-yaml.ts';
import { findNode, keySpanOf, spanOf, toPlainValue } from '../../src/compiler/syntax/yaml/query-yaml.ts';
import type { YamlNode, YamlScalar } from '../../src/compiler/syntax/yaml/yaml-tree.ts';
import { Report } from '../../src/diagnostics/report.ts';

function parse(text: string) {
  const report = new Report();
  const document = parseYaml('a.yaml', text, report);
  return { root: document.root, value: toPlainValue(document.root), problems: report.sorted() };
}

/** Code and marked text of each problem. */
function findProblems(text: string): readonly string[] {
  return parse(text).problems.map((d) => `${d.code} ${JSON.stringify(text.slice(d.span?.start, d.span?.end))}`);
}

function scalarsOf(node: YamlNode): readonly YamlScalar[] {
  if (node.kind === 'scalar') return [node];
  if (node.kind === 'list') return node.items.flatMap(scalarsOf);
  return node.entries.flatMap(({ key, value }) => [key, ...scalarsOf(value)]);
}

describe('values', () => {
  it('keeps every scalar as its text', () => {
    expect(parse('a: 0450\nb: 1E10\nc: E11.9\nd: true\ne:\nf: ~\ng: "null"\nh: [0, x]\n').value).toEqual({
      a: '0450',
      b: '1E10',
      c: 'E11.9',
      d: 'true',
      e: undefined,
      f: undefined,
      g: 'null',
      h: ['0', 'x'],
    });
  });

  it('reads block texts', () => {
    expect(parse('a: |\n  one\n   two\nb: >-\n  one\n  two\n').value).toEqual({ a: 'one\n two\n', b: 'one two' });
  });

  it('keeps keys that JavaScript has its own meaning for', () => {
    const { value } = parse('__proto__: a\nconstructor: b\n');
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
  });

  it('reads an empty file and a file of comments as nothing', () => {
    expect(parse('').root).toBeUndefined();
    expect(parse('# nothing\n').value).toBeUndefined();
  });

  it('follows references', () => {
    expect(parse('a: &x [1]\nb: *x\n')).toMatchObject({ value: { a: ['1'], b: ['1'] }, problems: [] });
  });
});

describe('places', () => {
  it('gives the place of values, keys and absent values', () => {
    const text = '# comment\na:\n  - b: one\n    c: "two"\nd:\ne: { f: g }\n';
    const { root } = parse(text);
    if (root === undefined) throw new Error('no root');
    const at = (path: readonly (string | number)[]) => {
      const span = spanOf('a.yaml', root, path);
      return text.slice(span.start, span.end);
    };
    expect(at(['a', 0, 'b'])).toBe('one');
    expect(at(['a', 0, 'c'])).toBe('"two"');
    expect(at(['a', 0])).toBe('b: one\n    c: "two"');
    expect(at(['a'])).toBe('- b: one\n    c: "two"');
    expect(at(['a', 0, 'missing', 'deeper'])).toBe('b: one\n    c: "two"');
    expect(at(['e'])).toBe('{ f: g }');
    expect(spanOf('a.yaml', root, ['d']).start).toBe(text.indexOf('d:') + 2);
    expect(keySpanOf('a.yaml', root, ['a', 0, 'c'])).toMatchObject({
      start: text.indexOf('c:'),
      end: text.indexOf('c:') + 1,
    });
  });

  it('gives offsets of the whole file for a part of it', () => {
    const text = '---\ntitle: Settings\ntitle: Again\n---\nText\n';
    const report = new Report();
    const { root } = parseYaml('a.md', text, report, { start: 4, end: text.indexOf('\n---\nText') + 1 });
    const node = findNode(root, ['title']);
    expect(text.slice(node?.start, node?.end)).toBe('Settings');
    expect(report.sorted()).toMatchObject([{ code: 'CW1011', span: { start: text.lastIndexOf('title') } }]);
  });

  it('maps each character of random scalars of any style to itself', () => {
    const words = fc.array(
      fc.constantFrom('word', 'x', ' ', '\n', '\n\n', "'", '"', '\\', ': ', ' #', '\t', 'é', '\u{1f600}', '-', '  y'),
      {
        maxLength: 12,
      },
    );
    const style = fc.constantFrom('dump', 'folded', 'literal', 'double', 'single');
    let compared = 0;
    fc.assert(
      fc.property(words, style, (parts, how) => {
        const value = parts.join('');
        const source = writeScalar(value, how);
        const { root } = parse(source);
        if (root === undefined) return;
        expect(toPlainValue(root)).toEqual(toStrings(load(source)));
        for (const scalar of scalarsOf(root)) {
          [...scalar.text].forEach((_, i) => {
            const expected = scalar.text.charAt(i);
            const offset = toFileOffset(scalar.map, i);
            const actual = source.charAt(offset);
            if (expected === '\n' || expected === ' ' || actual === '\\') return;
            expect(actual).toBe(expected);
            compared++;
          });
        }
      }),
      { numRuns: 3000, seed: 5 },
    );
    expect(compared).toBeGreaterThan(10_000);
  });

  it('maps what follows an escape', () => {
    const source = '"a\\u00e9\\U0001F600\\\n   b\\x41c\\n d"';
    const map = mapScalar(source, { valueStart: 1, valueEnd: source.length - 1, style: 3, indent: -1 }, 100);
    const text = 'aé\u{1f600}bAc\n d';
    for (const letter of ['b', 'c', 'd'])
      expect(toFileOffset(map, text.indexOf(letter))).toBe(100 + source.lastIndexOf(letter));
  });
});

function writeScalar(value: string, how: string): string {
  const indented = (lines: string) => lines.replace(/^(?=.)/gm, '    ');
  switch (how) {
    case 'folded':
      return `- a: >2\n${indented(value)}\n`;
    case 'literal':
      return `- a: |2\n${indented(value)}\n  b: c\n`;
    case 'double':
      return `- a: ${JSON.stringify(value).replaceAll(' ', '\n     ')}\n`;
    case 'single':
      return `- a: '${value.replaceAll("'", "''").replaceAll('\n', '\n    ')}'\n`;
    default:
      return dump([{ a: value, b: [value] }], { lineWidth: 20 });
  }
}

function toStrings(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toStrings);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, toStrings(child)]));
  }
  return value === null ? undefined : value;
}

describe('problems', () => {
  it.each([
    ['stem: Which one: A or B?\n', 'CW1010 ":"', 'quotes'],
    ['a:\n\tb: 1\n', 'CW1010 "\\t"', 'spaces'],
    ['a: "x\nb: 1\n', 'CW1010 "\\"x"', 'close'],
    ["a: 'x\n", 'CW1010 "\'x"', 'close'],
    ['stem: "He said" then\n', 'CW1010 "then"', 'double quotes'],
    ["stem: 'It's wrong'\n", 'CW1010 "s wrong\'"', 'twice'],
    ['a: 1\nb:2\n', 'CW1010 ":"', 'space after'],
    ['- id: a\n  text: b\n why: c\n', 'CW1010 "why: c"', 'start every key'],
    ['a: @x\n', 'CW1010 "@"', 'quotes'],
    ['a: `x`\n', 'CW1010 "`"', 'quotes'],
    ['a: [1, 2\nb: 3\n', 'CW1010 "[1, 2"', 'close'],
    ['a: 1\n  b: 2\n', 'CW1010 "b: 2"', 'column'],
    ['a: 1\nfoo\n', 'CW1010 "foo"', 'indent'],
    ['- a\nb: 1\n', 'CW1010 "b: 1"', 'indent'],
    ['a: 1\na: 2\n', 'CW1011 "a"', 'keep one'],
    ['- { id: a, text: Excision, which takes a part }\n', 'CW1012 "which takes a part"', 'one key per line'],
    ['? [a, b]\n: 1\n', 'CW1013 "[a, b]"', undefined],
    ['a: 1\n---\nb: 2\n', 'CW1014 "---"', 'delete'],
    ['a: &name 1\nb: *nme\n', 'CW1015 "*nme"', 'did you mean "*name"?'],
  ])('says what is wrong in %j', (text, problem, hint) => {
    expect(findProblems(text)).toEqual([problem]);
    if (hint !== undefined) expect(parse(text).problems[0]?.hint).toContain(hint);
  });

  it('names the first of two equal keys', () => {
    expect(parse('a: 1\nb: 2\na: 3\n').problems[0]?.related).toEqual([
      { span: { file: 'a.yaml', start: 0, end: 1 }, message: 'it stands here first' },
    ]);
  });

  it('stops at references that would grow without end', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 20; i++) lines.push(`a${i}: &a${i} [${`*a${i - 1}, `.repeat(10)}]`);
    const { problems } = parse(lines.join('\n'));
    expect(new Set(problems.map((d) => d.code))).toEqual(new Set(['CW1016']));
  });

  it('stops at values that nest too deeply', () => {
    expect(findProblems('['.repeat(5000)).map((p) => p.slice(0, 6))).toEqual(['CW1010']);
    const chain = ['a0: &a0 [x]'];
    for (let i = 1; i < 500; i++) chain.push(`a${i}: &a${i} [*a${i - 1}]`);
    expect(parse(chain.join('\n')).problems[0]?.code).toBe('CW1016');
  });

  it('throws for no text at all and keeps places inside it', () => {
    const pieces = [
      'a',
      ': ',
      '- ',
      '\n',
      '\n  ',
      '\n    ',
      '\t',
      '[',
      ']',
      '{',
      '}',
      ', ',
      '"',
      "'",
      '|',
      '>',
      '&x ',
      '*x',
      '!t ',
      '#',
      '---\n',
      '...\n',
      '%',
      '? ',
      '\\',
      '\u0001',
      '\ud800',
      '~',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const { root, problems } = parse(text);
        const spans = [
          ...problems.flatMap((d) => (d.span ? [d.span] : [])),
          ...(root === undefined ? [] : scalarsOf(root)),
        ];
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 5000, seed: 6 },
    );
  });
});
