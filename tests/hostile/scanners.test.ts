/** A lesson may speak of code and of what hosts scan for; our own package must still pass verification without a word. */
import { appendFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { scriptJson } from '../../src/compiler/5-render/html.ts';
import { copyWorkspace } from './hostile-workspace.ts';

const PROSE = [
  'He said eval (x) and eval("y"); then new Function was called.',
  'atob(1) btoa (2) importScripts("https://example.com/x") fetch("https://example.com/x") fetch(\'//x\')',
  "navigator.serviceWorker, navigator . serviceWorker, addEventListener('unload'), window.onunload = f; x.src = 'https://example.com'",
  'onclick= onload="x" javascript:alert(1) <script src=https://example.com> url(https://example.com) @import "https://example.com"',
];

it('prose, code and titles full of scanned words make a package without a finding', async () => {
  const workspace = copyWorkspace();
  const lesson = workspace.at('first-course/lessons/01-start.md');
  appendFileSync(
    lesson,
    `\n\n${PROSE.map((text) => `\`${text}\``).join('\n\n')}\n\n~~~js\n${PROSE.join('\n')}\n~~~\n\n${PROSE.slice(0, 3).join('\n\n')}\n\n` +
      '![javascript:alert(1)](form.svg "javascript:alert(2)")\n\nA ![javascript:x](form.svg "javascript:y onclick=z") picture.\n',
  );
  const { result } = await workspace.build();
  const found = result.diagnostics.filter((d) => /^CW60/.test(d.code));
  expect(found.map((d) => `${d.code} ${d.message}`)).toEqual([]);
  expect(result.packages).toHaveLength(1);
});

it.each([...PROSE, '\\eval(', '"eval("', 'a\u2028b</script>', '\\u0065val('])(
  '%j comes back from its script as it was',
  (text) => {
    const json = scriptJson({ src: text, body: `${text}.src` });
    expect(JSON.parse(json)).toEqual({ src: text, body: `${text}.src` });
    expect(json).not.toMatch(/\beval\s*\(|new\s+Function|\batob\s*\(|<|\u2028/);
  },
);
