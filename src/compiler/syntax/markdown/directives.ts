/** Directives for the Markdown library: `:name[label]{key=value}` in a text, `::name{key=value}` on a line of its own. */
import type { TokenizerExtension } from 'marked';
import { findLineInParagraph } from './extension.ts';
import { type DirectiveParts, readDirective } from './read-directive.ts';

export interface DirectiveToken {
  readonly type: 'inlineDirective' | 'blockDirective' | 'misplacedDirective';
  readonly raw: string;
  /** Offsets are offsets in `raw`. */
  readonly parts: DirectiveParts;
}

export const inlineDirectiveExtension: TokenizerExtension = {
  name: 'inlineDirective',
  level: 'inline',
  start: (text) => {
    const at = text.search(/:[A-Za-z][A-Za-z0-9-]*[[{]/);
    return at > 0 && text.charAt(at - 1) === ':' ? at - 1 : at;
  },
  tokenizer(text, tokens): DirectiveToken | undefined {
    const colons = text.startsWith('::') ? 2 : 1;
    // A colon inside a word or a time is no directive.
    if (!text.startsWith(':') || /[\p{L}\p{N}:]$/u.test(tokens.at(-1)?.raw ?? '')) return undefined;
    const parts = readDirective(text, colons);
    if (parts === undefined || parts.end === parts.name.end) return undefined;
    return {
      type: colons === 2 ? 'misplacedDirective' : 'inlineDirective',
      raw: text.slice(0, parts.end),
      parts,
    };
  },
};

export const blockDirectiveExtension: TokenizerExtension = {
  name: 'blockDirective',
  level: 'block',
  start: (text) => findLineInParagraph(text, /^ {0,3}::[A-Za-z]/m),
  tokenizer(text): DirectiveToken | undefined {
    const opening = /^ {0,3}::(?=[A-Za-z])/.exec(text);
    if (opening === null) return undefined;
    const newline = text.indexOf('\n');
    const line = newline === -1 ? text : text.slice(0, newline);
    const parts = readDirective(line, opening[0].length);
    if (parts === undefined) return undefined;
    const rest = line.slice(parts.end).trim();
    const problem = parts.problem ?? (rest === '' ? undefined : `"${shorten(rest)}" follows it on the same line`);
    return { type: 'blockDirective', raw: newline === -1 ? line : `${line}\n`, parts: { ...parts, problem } };
  },
};

function shorten(text: string): string {
  return text.length <= 30 ? text : `${text.slice(0, 29)}…`;
}
