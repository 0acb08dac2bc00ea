/** The only file that sets up the Markdown library: its dialect and our extensions. */
import { Marked, type Token } from 'marked';
import { calloutMarkExtension } from './callout-marks.ts';
import { containerExtension } from './containers.ts';
import { definitionListExtension } from './definition-lists.ts';
import { blockDirectiveExtension, inlineDirectiveExtension } from './directives.ts';
import { footnoteExtension, footnoteReferenceExtension } from './footnotes.ts';

const marked = new Marked({
  gfm: true,
  // The library asks the last one first.
  extensions: [
    definitionListExtension,
    footnoteExtension,
    blockDirectiveExtension,
    containerExtension,
    calloutMarkExtension,
    inlineDirectiveExtension,
    footnoteReferenceExtension,
  ],
});

const LINK = marked.Lexer.rules.inline.gfm.link;

export interface LexedMarkdown {
  readonly tokens: readonly Token[];
  /** Reads a text outside the blocks, such as a caption. Knows the reference definitions of the whole text. */
  lexInline(text: string): readonly Token[];
}

export function lexMarkdown(text: string): LexedMarkdown {
  const lexer = new marked.Lexer(marked.defaults);
  const tokens = lexer.lex(text);
  return { tokens, lexInline: (inline) => lexer.inlineTokens(inline) };
}

export interface LinkParts {
  readonly label: string;
  /** As written, `< >` taken off. */
  readonly target: string;
  /** Offset in the link's source. */
  readonly targetStart: number;
  /** As written, without its quotes; undefined when there is none. */
  readonly title: string | undefined;
  readonly titleStart: number;
}

/** Takes `[label](target "title")` or the image of that form apart; undefined for another form. */
export function findLinkParts(raw: string): LinkParts | undefined {
  const found = LINK.exec(raw);
  if (found === null) return undefined;
  const [, label = '', written = '', quoted] = found;
  const labelStart = raw.startsWith('!') ? 2 : 1;
  const afterLabel = labelStart + label.length + 2;
  const blanks = /^[ \t\n]*/.exec(raw.slice(afterLabel))?.[0].length ?? 0;
  const isAngled = written.startsWith('<');
  const titleAt = quoted === undefined ? -1 : raw.lastIndexOf(quoted);
  return {
    label,
    target: isAngled ? written.slice(1, -1) : written,
    targetStart: afterLabel + blanks + (isAngled ? 1 : 0),
    title: quoted?.slice(1, -1),
    titleStart: titleAt + 1,
  };
}
