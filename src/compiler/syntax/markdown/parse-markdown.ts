/**
 * Turns Markdown into the tree of a text with the place of every name in it, however deep it stands.
 * Must not know what directives and links mean, nor read files; never throws for what an author wrote.
 */
import {
  duplicateAnchor,
  duplicateFootnote,
  unreadableText,
  unusedFootnote,
} from '../../../diagnostics/catalog/lessons.ts';
import type { Span } from '../../../diagnostics/diagnostic.ts';
import type { Reporter } from '../../../diagnostics/report.ts';
import type { AuthoredContent } from '../../content.ts';
import { type TextMap, toFileSpan } from '../text-map.ts';
import { type Area, spanIn } from './area.ts';
import { checkExtent } from './check-extent.ts';
import { convertBlocks } from './convert-blocks.ts';
import { lexMarkdown } from './lex-markdown.ts';
import { OWN_ANCHOR } from './make-anchor.ts';
import type { Note, ParseContext } from './parse-context.ts';
import { type PlacedBlock, placeBlocks } from './place-blocks.ts';

export interface MarkdownSource {
  readonly file: string;
  /** The Markdown, with LF line ends. */
  readonly text: string;
  /** From offsets in `text` to offsets in the file. */
  readonly map: TextMap;
}

/** Characters and beginnings that may mean something in Markdown; more than do. */
const MARKUP = /[\\`*_[\]<>&~|{}\n\t@]|:\/\/|::|www\.|^ {4}|^ *(?:[-+#=:]|\d{1,9}[.)])/i;

export function parseMarkdown(source: MarkdownSource, report: Reporter): AuthoredContent {
  // Most options and reasons are a plain sentence, and a large bank has tens of thousands of them.
  const plain = source.text.trimEnd();
  if (plain !== '' && !MARKUP.test(plain)) {
    return { blocks: [{ kind: 'paragraph', content: [{ kind: 'text', text: plain.trimStart() }] }], footnotes: [] };
  }
  try {
    return parse(source, report);
  } catch (error) {
    // The library follows nesting with the call stack and has no limit of its own.
    if (!(error instanceof RangeError)) throw error;
    report.add(unreadableText, toFileSpan(source.file, source.map, 0, Math.min(source.text.length, 80)), {});
    return { blocks: [], footnotes: [] };
  }
}

function parse(source: MarkdownSource, report: Reporter): AuthoredContent {
  // A carriage return can only come out of an escape in YAML; the library would count it differently.
  const area: Area = { ...source, text: source.text.replaceAll('\r', '\n') };
  if (!checkExtent(area, report)) return { blocks: [], footnotes: [] };
  const lexed = lexMarkdown(area.text);
  const placed = placeBlocks(lexed.tokens, area);
  const addresses = new Map<string, Span>();
  const notes = new Map<string, Note>();
  const anchors = new Map<string, number>();
  collectDefinitions(placed, { addresses, notes, anchors, report });
  const context: ParseContext = { report, lexed, addresses, notes, referenced: [], anchors, headings: { level: 1 } };
  const blocks = convertBlocks(placed, context);
  const footnotes: { readonly id: string; readonly blocks: AuthoredContent['blocks'] }[] = [];
  // Converting a note may add references to further notes.
  for (let i = 0; i < context.referenced.length; i++) {
    const note = notes.get(context.referenced[i] ?? '');
    if (note !== undefined) footnotes.push({ id: note.id, blocks: convertBlocks(note.blocks, context) });
  }
  for (const note of notes.values()) {
    if (!context.referenced.includes(note.id)) report.add(unusedFootnote, note.span, { note: note.id });
  }
  return { blocks, footnotes };
}

interface Definitions {
  readonly addresses: Map<string, Span>;
  readonly notes: Map<string, Note>;
  readonly anchors: Map<string, number>;
  readonly report: Reporter;
}

/** Notes, reference definitions and the author's own anchors serve the whole text, wherever they stand in it. */
function collectDefinitions(blocks: readonly PlacedBlock[], definitions: Definitions): void {
  for (const { token, area, groups } of blocks) {
    if (token.type === 'def' && !definitions.addresses.has(token.tag)) {
      const address = /^\s*\[(?:\\[\s\S]|[^\]\\])*\]:\s*<?/.exec(token.raw)?.[0].length ?? 0;
      const length = /^[^\s>]*/.exec(token.raw.slice(address))?.[0].length ?? 0;
      definitions.addresses.set(token.tag, spanIn(area, address, address + length));
    } else if (token.type === 'footnote') {
      const span = spanIn(area, token.idStart, token.idStart + token.id.length);
      const first = definitions.notes.get(token.id);
      if (first === undefined) definitions.notes.set(token.id, { id: token.id, span, blocks: groups[0] ?? [] });
      else {
        const related = [{ span: first.span, message: 'it is defined here first' }];
        definitions.report.add(duplicateFootnote, span, { note: token.id }, { related });
      }
    }
    if (token.type === 'heading') collectAnchor(token.text, area, definitions);
    for (const group of groups) collectDefinitions(group, definitions);
  }
}

function collectAnchor(heading: string, area: Area, { anchors, report }: Definitions): void {
  const anchor = OWN_ANCHOR.exec(heading)?.[1];
  if (anchor === undefined) return;
  if (anchors.has(anchor)) {
    const start = area.text.lastIndexOf(`{#${anchor}}`) + 2;
    report.add(duplicateAnchor, spanIn(area, start, start + anchor.length), { anchor });
  }
  anchors.set(anchor, 1);
}
