/** Footnotes for the Markdown library: `[^id]` in a text and `[^id]: note` with indented lines below it. */
import type { Token, TokenizerExtension } from 'marked';
import { findLineInParagraph, lexBlocks, readBody, startsBlock } from './extension.ts';

export interface FootnoteToken {
  readonly type: 'footnote';
  readonly raw: string;
  readonly id: string;
  /** Offset of the id in `raw`. */
  readonly idStart: number;
  readonly text: string;
  readonly tokens: Token[];
}

export interface FootnoteReferenceToken {
  readonly type: 'footnoteReference';
  readonly raw: string;
  readonly id: string;
}

export const footnoteExtension: TokenizerExtension = {
  name: 'footnote',
  level: 'block',
  start: (text) => findLineInParagraph(text, /^ {0,3}\[\^[^\]\s]+\]:/m),
  tokenizer(text): FootnoteToken | undefined {
    const found = /^( {0,3}\[\^)([^\]\s]+)\]:[ \t]*/.exec(text);
    if (found === null) return undefined;
    const [head, opening = '', id = ''] = found;
    const body = readBody(text, head.length, startsBlock);
    return {
      type: 'footnote',
      raw: text.slice(0, body.end),
      id,
      idStart: opening.length,
      text: body.text,
      tokens: lexBlocks(this, body.text),
    };
  },
};

export const footnoteReferenceExtension: TokenizerExtension = {
  name: 'footnoteReference',
  level: 'inline',
  start: (text) => text.indexOf('[^'),
  tokenizer(text): FootnoteReferenceToken | undefined {
    const found = /^\[\^([^\]\s]+)\]/.exec(text);
    return found === null ? undefined : { type: 'footnoteReference', raw: found[0], id: found[1] ?? '' };
  },
};
