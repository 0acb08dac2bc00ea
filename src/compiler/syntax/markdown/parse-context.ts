/** What the conversion of one text needs to know beside the token at hand: its definitions, notes and anchors so far. */
import type { Span } from '../../../diagnostics/diagnostic.ts';
import type { Reporter } from '../../../diagnostics/report.ts';
import type { LexedMarkdown } from './lex-markdown.ts';
import type { PlacedBlock } from './place-blocks.ts';

export interface Note {
  readonly id: string;
  readonly span: Span;
  readonly blocks: readonly PlacedBlock[];
}

/** Lives while one text is converted. */
export interface ParseContext {
  readonly report: Reporter;
  readonly lexed: LexedMarkdown;
  /** Where the address of a reference definition stands, by its normalized label. */
  readonly addresses: ReadonlyMap<string, Span>;
  readonly notes: ReadonlyMap<string, Note>;
  /** Ids of notes in order of their first reference. */
  readonly referenced: string[];
  /** Anchors that are taken: the author's own, then those given so far. */
  readonly anchors: Map<string, number>;
  /** Level of the heading before; the title of the page is 1. */
  readonly headings: { level: number };
}

/** The form in which the library compares reference labels. */
export function normalizeLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase().toLowerCase();
}
