/** Containers for the Markdown library: `:::name words` … `:::`, nested by more colons. */
import type { Token, TokenizerExtension } from 'marked';
import { findLineInParagraph, lexBlocks } from './extension.ts';

export interface ContainerToken {
  readonly type: 'container';
  readonly raw: string;
  readonly colons: number;
  readonly name: string;
  /** Offset of the name in `raw`. */
  readonly nameStart: number;
  readonly summary: string;
  readonly summaryStart: number;
  readonly summaryTokens: Token[];
  readonly text: string;
  readonly textStart: number;
  readonly tokens: Token[];
  readonly closed: boolean;
}

/** Colons alone on a line that close nothing. */
export interface StrayFenceToken {
  readonly type: 'strayFence';
  readonly raw: string;
}

const OPENING = /^( {0,3}(:{3,})[ \t]*)([A-Za-z][A-Za-z0-9-]*)([^\n]*)(?:\n|$)/;
const CLOSING = /^ {0,3}(:{3,})[ \t]*$/;

export const containerExtension: TokenizerExtension = {
  name: 'container',
  level: 'block',
  start: (text) => findLineInParagraph(text, /^ {0,3}:{3,}/m),
  tokenizer(text): ContainerToken | StrayFenceToken | undefined {
    const opening = OPENING.exec(text);
    if (opening === null) {
      const stray = /^ {0,3}:{3,}[ \t]*(?:\n|$)/.exec(text);
      return stray === null ? undefined : { type: 'strayFence', raw: stray[0] };
    }
    const [head, before = '', fence = '', name = '', words = ''] = opening;
    const summary = words.trim();
    const end = findEnd(text, head.length, fence.length);
    const inner = text.slice(head.length, end.textEnd);
    return {
      type: 'container',
      raw: text.slice(0, end.end),
      colons: fence.length,
      name,
      nameStart: before.length,
      summary,
      summaryStart: before.length + name.length + words.indexOf(summary),
      summaryTokens: this.lexer.inline(summary),
      text: inner,
      textStart: head.length,
      tokens: lexBlocks(this, inner),
      closed: end.closed,
    };
  },
};

/** The line that closes the container: equal colons close the innermost open one; code blocks are passed over. */
function findEnd(
  text: string,
  start: number,
  colons: number,
): { readonly textEnd: number; readonly end: number; readonly closed: boolean } {
  const open = [colons];
  let code: string | undefined;
  for (let position = start; position < text.length; ) {
    const newline = text.indexOf('\n', position);
    const lineEnd = newline === -1 ? text.length : newline;
    const line = text.slice(position, lineEnd);
    const fence = /^ {0,3}(`{3,}|~{3,})([^\n]*)$/.exec(line);
    if (code !== undefined) {
      if (fence?.[1]?.startsWith(code) === true && fence[2]?.trim() === '') code = undefined;
    } else if (fence !== null) code = fence[1];
    else {
      const closing = CLOSING.exec(line)?.[1]?.length;
      if (closing !== undefined) {
        const index = open.lastIndexOf(closing);
        if (index === 0) return { textEnd: position, end: Math.min(lineEnd + 1, text.length), closed: true };
        if (index > 0) open.length = index;
      } else {
        const nested = OPENING.exec(line)?.[2]?.length;
        if (nested !== undefined) open.push(nested);
      }
    }
    position = lineEnd + 1;
  }
  return { textEnd: text.length, end: text.length, closed: false };
}
