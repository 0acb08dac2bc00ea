/** What the extensions of the Markdown library share: finding their starts inside a paragraph, reading blocks inside them. */
import type { Token, TokenizerThis } from 'marked';

/** Blocks inside blocks of ours, per run of the library. */
const depths = new WeakMap<object, number>();
const MAX_DEPTH = 100;

/**
 * Reads blocks inside a block. The library forgets whether it was inside a list, so that is kept here.
 * @throws RangeError when blocks nest too deeply, as the library does
 */
export function lexBlocks(self: TokenizerThis, text: string): Token[] {
  const { state } = self.lexer;
  const depth = (depths.get(self.lexer) ?? 0) + 1;
  if (depth > MAX_DEPTH) throw new RangeError('blocks nest too deeply');
  depths.set(self.lexer, depth);
  const { top } = state;
  state.top = true;
  const tokens = self.lexer.blockTokens(text, []);
  state.top = top;
  depths.set(self.lexer, depth - 1);
  return tokens;
}

/**
 * Offset of the first line that starts with `pattern` and may interrupt the paragraph; lines after the paragraph are not searched,
 * because the library asks again at each one.
 * @param pattern has the flag `m` and starts with `^`
 */
export function findLineInParagraph(text: string, pattern: RegExp): number | undefined {
  const end = text.search(/\n[ \t]*\n/);
  const firstLine = text.indexOf('\n') + 1;
  if (firstLine === 0) return undefined;
  const found = pattern.exec(text.slice(firstLine, end === -1 ? undefined : end));
  return found === null ? undefined : firstLine + found.index;
}

/** Lines that belong to a note or a definition: lazy lines at once, indented ones after an empty line. */
export function readBody(
  text: string,
  start: number,
  endsBody: (line: string, next: string) => boolean,
): { readonly text: string; readonly end: number } {
  const lines: string[] = [];
  let end = start;
  let position = start;
  let empty = 0;
  while (position < text.length) {
    const newline = text.indexOf('\n', position);
    const lineEnd = newline === -1 ? text.length : newline;
    const line = text.slice(position, lineEnd);
    const isFirst = position === start;
    const isIndented = /^(?: {2}|\t)/.test(line);
    if (!isFirst && line.trim() === '') empty++;
    else {
      const nextEnd = text.indexOf('\n', lineEnd + 1);
      const next = text.slice(lineEnd + 1, nextEnd === -1 ? undefined : nextEnd);
      if (!isFirst && !isIndented && (empty > 0 || endsBody(line, next))) break;
      for (; empty > 0; empty--) lines.push('');
      lines.push(isFirst ? line : line.replace(/^(?: {1,4}|\t)/, ''));
      end = Math.min(lineEnd + 1, text.length);
    }
    position = lineEnd + 1;
  }
  return { text: lines.join('\n'), end };
}

/** True for lines that start a block of their own and so cannot continue a paragraph. */
export function startsBlock(line: string): boolean {
  return /^ {0,3}(?:[-*+][ \t]|\d{1,9}[.)][ \t]|>|#{1,6}[ \t]|\||`{3}|~{3}|:{2,}|\[\^[^\]\s]+\]:)/.test(line);
}
