/** The style sheet of a package carries nothing that only its authors read, and loses nothing that a browser reads. */
import { expect, it } from 'vitest';
import { compactStyle } from '../../src/compiler/5-render/theme-style.ts';

it('takes out comments, empty lines and indentation', () => {
  expect(compactStyle('/* a\n comment */\n.a {\n  color: red; /* b */\n\n}\n')).toBe('.a {\ncolor: red; \n}\n');
});

it('leaves what looks like a comment inside a string or an address', () => {
  const style = `.a::before { content: "/* no */"; background: url(x/*y*/z.svg); quotes: '\\'/*' "*/" }`;
  expect(compactStyle(style)).toBe(style);
});

it('leaves a string that goes on in the next line', () => {
  const style = '.a::before { content: "one\\\n   two" }';
  expect(compactStyle(style)).toBe(style);
});
