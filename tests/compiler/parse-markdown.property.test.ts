import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/compiler/syntax/markdown/parse-markdown.ts';
import { mapFrom } from '../../src/compiler/syntax/text-map.ts';
import { parseYaml } from '../../src/compiler/syntax/yaml/parse-yaml.ts';
import { findNode } from '../../src/compiler/syntax/yaml/query-yaml.ts';
import { Report } from '../../src/diagnostics/report.ts';
import { collectSpanned } from './collect-spans.ts';
import { randomMarkdown } from './random-markdown.ts';

function targetsAt(spanned: ReturnType<typeof collectSpanned>, source: string) {
  for (const { value, span } of spanned) expect(source.slice(span.start, span.end)).toBe(value);
  return spanned.map(({ value }) => value).filter((value) => /^t\d+\.md$/.test(value));
}

describe('places of names in random documents', () => {
  it('finds every target at its place in a Markdown file', () => {
    fc.assert(
      fc.property(randomMarkdown, fc.nat(5), ({ text, targets }, offset) => {
        const source = ' '.repeat(offset) + text;
        const content = parseMarkdown({ file: 'a.md', text, map: mapFrom(offset) }, new Report());
        expect(new Set(targetsAt(collectSpanned(content), source)).size).toBe(targets);
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it.each([
    ['a literal block', (text: string) => `stem: |\n${text.replace(/^(?=.)/gm, '    ')}`],
    ['a double-quoted text', (text: string) => `stem: ${JSON.stringify(text)}\n`],
    [
      'a single-quoted text',
      (text: string) =>
        `stem: '${text
          .trimEnd()
          .replaceAll("'", "''")
          .replace(/\n+/g, (breaks) => `${breaks}\n  `)}'\n`,
    ],
  ])('finds every target at its place in %s', (_name, toYaml) => {
    fc.assert(
      fc.property(randomMarkdown, ({ text, targets }) => {
        const flat = _name.startsWith('a single') ? text.replace(/^[ \t]+|[ \t]+$/gm, '') : text;
        const source = toYaml(flat);
        const report = new Report();
        const node = findNode(parseYaml('a.yaml', source, report).root, ['stem']);
        if (node?.kind !== 'scalar') throw new Error('no scalar');
        expect(node.text.trim()).toBe(flat.trim());
        const content = parseMarkdown({ file: 'a.yaml', text: node.text, map: node.map }, report);
        const found = targetsAt(collectSpanned(content), source);
        if (flat === text) expect(new Set(found).size).toBe(targets);
      }),
      { numRuns: 100, seed: 2 },
    );
  });

  it('reads a plain sentence as it would among other blocks', () => {
    const pieces = [
      'word',
      ' ',
      '.',
      ',',
      ': ',
      '1',
      ')',
      '-',
      '+',
      '#',
      '=',
      '!',
      '"',
      "'",
      '/',
      'http',
      'a:b',
      '5. ',
      ' - ',
      '$',
      '%',
      '^',
      '(',
      '?',
      ';',
      'é',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }), (parts) => {
        const text = parts.join('');
        const alone = parseMarkdown({ file: 'a.md', text, map: mapFrom(0) }, new Report());
        const followed = parseMarkdown({ file: 'a.md', text: `${text}\n\n\\*`, map: mapFrom(0) }, new Report());
        expect(alone.blocks).toEqual(followed.blocks.slice(0, -1));
      }),
      { numRuns: 3000, seed: 4 },
    );
  });

  it('throws for no text at all', () => {
    const pieces = [
      '> ',
      '- ',
      '1. ',
      '    ',
      '\t',
      '\n',
      '\n\n',
      '[',
      ']',
      '(',
      ')',
      '![',
      '[^1]',
      '[^1]: ',
      ':',
      '::a',
      ':::details',
      ':::',
      '{',
      '}',
      '=',
      '"',
      '|',
      '|---|\n',
      '*',
      '**',
      '_',
      '~~',
      '`',
      '```',
      '<b',
      '>',
      '&amp;',
      '&#0;',
      '\\',
      '# ',
      '---',
      'word',
      '[!NOTE]',
      ': ',
      'https://a.b',
      '\u{1f600}',
      '\ud800',
      '\u2028',
      '\r',
      '\f',
      '\u00a0',
      '* ',
      '10) ',
      '~~~',
      '`` ',
      '<!--',
      '{#a}',
      '===',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const report = new Report();
        const content = parseMarkdown({ file: 'a.md', text, map: mapFrom(0) }, report);
        for (const { span } of [
          ...collectSpanned(content),
          ...report.sorted().flatMap((d) => (d.span ? [{ span: d.span }] : [])),
        ]) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 2000, seed: 3 },
    );
  });
});
