/**
 * Gives every block token its place: tokens follow each other in their text, and the text of a quote, a list item or a note
 * is aligned with the lines it was taken from.
 */
import type { MarkedToken, Token, Tokens } from 'marked';
import { alignLines } from '../align-text.ts';
import { type Area, deriveArea, locate, sliceArea } from './area.ts';
import type { CalloutMarkToken } from './callout-marks.ts';
import type { ContainerToken, StrayFenceToken } from './containers.ts';
import type { DefinitionListToken, DefinitionPart } from './definition-lists.ts';
import type { DirectiveToken } from './directives.ts';
import type { FootnoteToken } from './footnotes.ts';

export type BlockToken =
  | Exclude<MarkedToken, { type: InlineType }>
  | CalloutMarkToken
  | ContainerToken
  | StrayFenceToken
  | DefinitionListToken
  | DirectiveToken
  | FootnoteToken;

type InlineType = 'br' | 'codespan' | 'del' | 'em' | 'escape' | 'image' | 'link' | 'strong' | 'list_item';

export interface PlacedBlock {
  readonly token: BlockToken;
  /** The token's source. */
  readonly area: Area;
  /** Blocks inside: of a quote, note or container one group, of a list one per item, of a definition list one per definition. */
  readonly groups: readonly (readonly PlacedBlock[])[];
}

/** How deep blocks may nest. The library itself stops only where the call stack ends, and that differs between machines. */
const MAX_DEPTH = 100;

/**
 * @param area the text that the tokens were read from
 * @throws RangeError when blocks nest too deeply, as the library does
 */
export function placeBlocks(tokens: readonly Token[], area: Area, depth = 0): readonly PlacedBlock[] {
  if (depth > MAX_DEPTH) throw new RangeError('blocks nest too deeply');
  let position = 0;
  return tokens.map((generic) => {
    // The library types tokens of extensions as anything; these are all that there are.
    const token = generic as BlockToken;
    const start = locate(area, token.raw, position);
    position = Math.min(area.text.length, start + token.raw.length);
    const own = sliceArea(area, start, position);
    return { token, area: own, groups: placeInside(token, own, depth + 1) };
  });
}

function placeInside(token: BlockToken, area: Area, depth: number): PlacedBlock['groups'] {
  switch (token.type) {
    case 'blockquote':
    case 'footnote':
      return [placeBlocks(token.tokens, deriveArea(area, token.text, alignLines(token.text, area.text)), depth)];
    case 'container':
      return [placeBlocks(token.tokens, sliceArea(area, token.textStart, token.textStart + token.text.length), depth)];
    case 'list':
      return placeItems(token, area, depth);
    case 'definitionList':
      return token.items.flatMap((item) =>
        item.definitions.map((definition) => placeDefinition(definition, area, depth)),
      );
    default:
      return [];
  }
}

function placeItems(list: Tokens.List, area: Area, depth: number): PlacedBlock['groups'] {
  let position = 0;
  return list.items.map((item) => {
    const start = locate(area, item.raw, position);
    position = Math.min(area.text.length, start + item.raw.length);
    const own = sliceArea(area, start, position);
    // The library takes a task's box out of the text and puts it back as a token.
    const box = item.task ? (/^[^[]*(\[[ xX]\] )/.exec(item.raw)?.[1] ?? '') : '';
    const text = item.text.startsWith(box) ? item.text : box + item.text;
    return placeBlocks(item.tokens, deriveArea(own, text, alignLines(text, own.text)), depth);
  });
}

function placeDefinition(definition: DefinitionPart, area: Area, depth: number): readonly PlacedBlock[] {
  const own = sliceArea(area, definition.start, definition.end);
  return placeBlocks(definition.tokens, deriveArea(own, definition.text, alignLines(definition.text, own.text)), depth);
}
