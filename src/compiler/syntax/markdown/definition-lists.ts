/** Definition lists for the Markdown library: a term on a line, then `: its meaning` on the next. */
import type { Token, TokenizerExtension, TokenizerThis } from 'marked';
import { lexBlocks, readBody, startsBlock } from './extension.ts';

export interface DefinitionListToken {
  readonly type: 'definitionList';
  readonly raw: string;
  readonly items: readonly {
    readonly terms: readonly DefinitionPart[];
    readonly definitions: readonly DefinitionPart[];
  }[];
}

/** A term or a definition; `start` and `end` are offsets in the token's `raw`. */
export interface DefinitionPart {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly tokens: Token[];
}

/** Of one meaning. More lines are a paragraph; without a limit each of its lines would be asked again. */
const MAX_TERMS = 20;

const MEANING = /^ {0,3}:[ \t]+(?=\S)/;

export const definitionListExtension: TokenizerExtension = {
  name: 'definitionList',
  level: 'block',
  tokenizer(text): DefinitionListToken | undefined {
    const items: DefinitionListToken['items'][number][] = [];
    let position = 0;
    for (;;) {
      const item = readItem(this, text, position);
      if (item === undefined) break;
      items.push(item);
      position = item.end;
    }
    return items.length === 0 ? undefined : { type: 'definitionList', raw: text.slice(0, position), items };
  },
};

type Item = DefinitionListToken['items'][number] & { readonly end: number };

function readItem(self: TokenizerThis, text: string, start: number): Item | undefined {
  const termLines = readTermLines(text, start);
  if (termLines === undefined) return undefined;
  let position = termLines.end;
  const terms = termLines.terms.map((place) => {
    const term = text.slice(place.start, place.end);
    return { ...place, text: term, tokens: self.lexer.inline(term) };
  });
  const definitions: DefinitionPart[] = [];
  for (;;) {
    const meaning = MEANING.exec(text.slice(position, position + 1000));
    if (meaning === null) break;
    const body = readBody(text, position + meaning[0].length, endsDefinition);
    definitions.push({ start: position, end: body.end, text: body.text, tokens: lexBlocks(self, body.text) });
    position = body.end;
  }
  return { terms, definitions, end: position };
}

/** Lines up to the first meaning, or undefined where no meaning follows. */
function readTermLines(text: string, start: number) {
  const terms: { readonly start: number; readonly end: number }[] = [];
  let position = start + (start === 0 ? 0 : (/^(?:[ \t]*\n)*/.exec(text.slice(start))?.[0].length ?? 0));
  for (;;) {
    const newline = text.indexOf('\n', position);
    if (newline === -1) return undefined;
    const line = text.slice(position, newline);
    if (line.trim() === '' || /^(?: {4}|\t)/.test(line) || startsBlock(line) || MEANING.test(line)) return undefined;
    const termStart = position + line.length - line.trimStart().length;
    if (terms.length === MAX_TERMS) return undefined;
    terms.push({ start: termStart, end: position + line.trimEnd().length });
    position = newline + 1;
    if (MEANING.test(text.slice(position, position + 1000))) return { terms, end: position };
  }
}

/** A line before a meaning is the next term, even without an empty line between. */
function endsDefinition(line: string, next: string): boolean {
  return MEANING.test(line) || startsBlock(line) || MEANING.test(next);
}
