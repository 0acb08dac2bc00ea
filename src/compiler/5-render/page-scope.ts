/**
 * What is counted and collected while one page is rendered: numbers of tables, references to notes, terms used.
 * Knows the words and the links of its page, nothing of templates.
 */
import type { PageWords } from '../../shared/words/page-words.ts';

/** A term that the page uses, for its list of terms. */
export interface UsedTerm {
  readonly id: string;
  readonly term: string;
  readonly definition: string;
}

/** Lives as long as one page is rendered. */
export interface PageScope {
  readonly words: PageWords;
  /** Name of an activity's page. */
  readonly pageOf: (activity: string) => string;
  /** HTML of a question that stands in a lesson. */
  readonly renderCheck: (question: string) => string;
  /** The term as its glossary spells it. */
  readonly termName: (id: string) => string | undefined;
  readonly terms: Map<string, UsedTerm>;
  /** References seen so far, by note. */
  readonly noteReferences: Map<string, number>;
  tables: number;
  codeBlocks: number;
  descriptions: number;
}

/** Where a text stands: its page, a prefix that keeps its ids apart, and whether buttons may stand in it (not in a label). */
export interface TextPlace {
  readonly scope: PageScope;
  /** Empty for the lesson's own text. */
  readonly prefix: string;
  readonly interactive: boolean;
}
