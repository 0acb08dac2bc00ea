/** The first line of a callout for the Markdown library: `[!NOTE] words`, read apart so that any block may follow it. */
import type { Token, TokenizerExtension } from 'marked';

export interface CalloutMarkToken {
  readonly type: 'calloutMark';
  readonly raw: string;
  readonly name: string;
  /** Offset of the name in `raw`. */
  readonly nameStart: number;
  readonly title: string;
  readonly titleStart: number;
  readonly tokens: Token[];
}

export const calloutMarkExtension: TokenizerExtension = {
  name: 'calloutMark',
  level: 'block',
  tokenizer(text, tokens): CalloutMarkToken | undefined {
    if (tokens.length > 0) return undefined;
    const found = /^([ \t]*\[!)([A-Za-z]+)\](?![([])([^\n]*)(?:\n|$)/.exec(text);
    if (found === null) return undefined;
    const [raw, opening = '', name = '', words = ''] = found;
    const title = words.trim();
    return {
      type: 'calloutMark',
      raw,
      name,
      nameStart: opening.length,
      title,
      titleStart: opening.length + name.length + 1 + words.indexOf(title),
      tokens: this.lexer.inline(title),
    };
  },
};
