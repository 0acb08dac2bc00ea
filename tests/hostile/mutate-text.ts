/** Breaks the bytes and lines of a file, as editors, merges, transfers and bad disks do. */
import type { SeededSource } from './seeded-source.ts';

/** A change and what it was, for the report of a failure. */
export interface Mutation {
  readonly what: string;
  readonly bytes: Uint8Array;
}

const NASTY_BYTES: readonly (readonly number[])[] = [
  [0],
  [0xff],
  [0xc3],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xef, 0xbb, 0xbf],
  [0xe2, 0x80, 0xa8],
  [0xe2, 0x80, 0xae],
  [0xc2, 0x85],
  [0x0d],
  [0x0d, 0x0a],
  [0x1b, 0x5b, 0x33, 0x31, 0x6d],
  [0x0b],
  [0x0c],
  [0x7f],
  [0xf0, 0x9f, 0xa9, 0xba],
];

/** What means something to Markdown, YAML, HTML, our directives, or to a program that forgets to escape. */
export const FRAGMENTS: readonly string[] = [
  '# Top',
  '####### seven',
  '### {#a}',
  '## Twice {#twice}\n\n## Twice {#twice}',
  '[^1]',
  '[^x]: note [^x]',
  '[^a b]: no',
  '[a](b.md#c)',
  '[a](../../../../etc/passwd)',
  '[a](javascript:alert(1))',
  '[a]( <data:text/html,x> "t")',
  '[a](lesson:start#x)',
  '[a](%E0%A4%A)',
  '[a](//host/x)',
  '[a]: b "c"',
  '[a][b]',
  '![](x.png)',
  '![alt](form.svg "caption :term[payer]")',
  '![a](http://x/y.png)',
  '<b>',
  '</b>',
  '<script>alert(1)</script>',
  '<!-- ',
  '-->',
  '<img src=x onerror=alert(1)>',
  '<details><summary>x',
  '<!doctype html>',
  '<![CDATA[',
  '<?x',
  '</main></article></body>',
  ':::details x',
  ':::',
  '::::',
  ':::details',
  '> [!NOTE] x',
  '> [!NOPE]',
  '[!TIP] x',
  '::check{question=q-1}',
  '::check{}',
  '::check{question="',
  '::video{src=intro.mp4 captions=intro.vtt title="T"}',
  '::video{src=. captions=.. title=""}',
  '::blueprint{of=cpc-2026}',
  '::credentials{of="cpc cpc"}',
  '::credentials{of=cpc facts=nothing}',
  ':term[payer]',
  ':term[]{id=payer}',
  ':term[nothing]',
  ':code[E11.9]',
  ':code[]{system=cpt}',
  ':code[99213]{system=cpt}',
  ':a[',
  ':a{b=c b=d}',
  '| a | b |\n|---|---|\n| c |',
  '|---|',
  '| \\| | `|` |\n|:-:|--:|\n| x | y | z |',
  'term\n: meaning\n: another',
  ': alone',
  '```js\nx',
  '```',
  '~~~',
  '    code',
  '\tcode',
  '- a\n  - b\n\n    c',
  '1. a\n1) b',
  '999999999. a',
  '- [ ] task\n- [x] done',
  '***',
  '---',
  '...',
  '===',
  '&nbsp;&#0;&#x110000;&unknown;',
  '\\',
  '\\`*_{}[]<>()#+-.!|',
  '**',
  '*a **b* c**',
  '~~x~~',
  '``` ` ```',
  '<https://example.com>',
  'https://example.com/)',
  'http://example.com',
  'a@example.com',
  '{{title}}',
  '{{{bodyHtml}}}',
  '{{#each modules}}',
  '{{> outline}}',
  '{{/if}}',
  '\u0024{x}',
  '%s %d',
  '$& $1 $$',
  '__proto__: x',
  'constructor: y',
  'toString: []',
  'hasOwnProperty',
  '? [a, b]',
  '? a\n: b',
  '&a [*a]',
  '*unknown',
  '&a x',
  '!!binary x',
  '!!js/function x',
  '<<: *a',
  '%YAML 1.3',
  '--- |',
  '--- # x',
  'key: value: more',
  "key: 'open",
  'key: "open \\q',
  '- - - -',
  '[[[[',
  '{a: {b: {c',
  '{ id: a, text: one, two }',
  ': ',
  '- ',
  '@x',
  '`x',
  '"\\u0000"',
  '"\\ud800"',
  '"\\x1b[31m"',
  '1e999',
  '-0',
  '0x10',
  '~',
  'null',
  'true',
  '2026-02-30',
  '<<<<<<< HEAD',
  '=======',
  '>>>>>>> branch',
  '\u202e\u2066',
  '\u0301'.repeat(20),
  '\u{1F469}\u200d\u{1F4BB}',
];

export function mutateBytes(bytes: Uint8Array, source: SeededSource): Mutation {
  const at = source.below(bytes.length + 1);
  const length = 1 + source.below(Math.min(40, bytes.length + 1));
  switch (source.below(6)) {
    case 0: {
      const changed = Uint8Array.from(bytes);
      const index = Math.min(at, Math.max(0, bytes.length - 1));
      if (bytes.length > 0) changed[index] = (bytes[index] ?? 0) ^ (1 << source.below(8));
      return { what: `flip a bit at ${index}`, bytes: changed };
    }
    case 1:
      return { what: `drop ${length} bytes at ${at}`, bytes: join(bytes.subarray(0, at), bytes.subarray(at + length)) };
    case 2:
      return {
        what: `repeat ${length} bytes at ${at}`,
        bytes: join(bytes.subarray(0, at + length), bytes.subarray(at)),
      };
    case 3:
      return { what: `cut off at ${at}`, bytes: bytes.subarray(0, at) };
    case 4: {
      const nasty = source.pick(NASTY_BYTES);
      return {
        what: `insert ${nasty.map((byte) => byte.toString(16)).join(' ')} at ${at}`,
        bytes: join(bytes.subarray(0, at), Uint8Array.from(nasty), bytes.subarray(at)),
      };
    }
    default: {
      const fragment = source.pick(FRAGMENTS);
      return {
        what: `insert ${JSON.stringify(fragment)} at byte ${at}`,
        bytes: join(bytes.subarray(0, at), new TextEncoder().encode(fragment), bytes.subarray(at)),
      };
    }
  }
}

export function mutateLines(bytes: Uint8Array, source: SeededSource): Mutation {
  const lines = new TextDecoder().decode(bytes).split('\n');
  const at = source.below(lines.length);
  const line = lines[at] ?? '';
  const other = source.below(lines.length);
  const done = (what: string): Mutation => ({
    what: `${what} at line ${at + 1}`,
    bytes: new TextEncoder().encode(lines.join('\n')),
  });
  switch (source.below(9)) {
    case 0:
      lines.splice(at, 1 + source.below(3));
      return done('delete');
    case 1:
      lines.splice(at, 0, line);
      return done('repeat');
    case 2:
      lines[at] = lines[other] ?? '';
      lines[other] = line;
      return done(`swap with ${other + 1}`);
    case 3:
      lines[at] = `${' '.repeat(1 + source.below(6))}${line}`;
      return done('indent');
    case 4:
      lines[at] = line.replace(/^ {1,2}/, source.pick(['', '\t', ' ']));
      return done('change the indentation');
    case 5:
      lines.splice(at, 2, line + (lines[at + 1] ?? ''));
      return done('join');
    case 6: {
      const fragment = source.pick(FRAGMENTS);
      const indent = /^\s*/.exec(line)?.[0] ?? '';
      const text = source.chance(0.5) ? fragment : fragment.replace(/^/gm, indent);
      lines.splice(at, 0, ...(source.chance(0.3) ? ['', text, ''] : [text]));
      return done(`insert ${JSON.stringify(fragment)}`);
    }
    case 7: {
      const fragment = source.pick(FRAGMENTS);
      const column = source.below(line.length + 1);
      lines[at] = line.slice(0, column) + fragment + line.slice(column);
      return done(`insert ${JSON.stringify(fragment)} at column ${column + 1}`);
    }
    default: {
      const count = 2 + source.below(400);
      const piece = source.pick([line, ...FRAGMENTS]);
      lines.splice(at, 0, ...Array.from({ length: count }, () => piece));
      return done(`insert ${count} times ${JSON.stringify(piece.slice(0, 60))}`);
    }
  }
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}
