/**
 * The tree of a text: what stands in a lesson, a stem or a reason, after Markdown is gone.
 * It has two forms. *Authored* content names things as the author wrote them, with positions;
 * *resolved* content holds the things themselves. Everything else is shared, by two type parameters.
 * Knows nothing of Markdown, HTML or files on disk.
 */
import type { Span } from '../diagnostics/diagnostic.ts';
import type { BlueprintSource } from './source-format/blueprint.ts';
import type { FactSource } from './source-format/credential.ts';

/** `B` and `I` are the block and inline nodes that only one of the two forms has. */
export type Block<B, I> =
  | B
  /** `anchor` is unique in its page. Levels 2 to 6; level 1 is reported and kept as 2. */
  | {
      readonly kind: 'heading';
      readonly level: number;
      readonly anchor: string;
      readonly content: readonly Inline<I>[];
    }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline<I>[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      /** First number of an ordered list. */
      readonly start: number;
      readonly items: readonly { readonly done?: boolean; readonly blocks: readonly Block<B, I>[] }[];
    }
  | { readonly kind: 'quote'; readonly blocks: readonly Block<B, I>[] }
  | {
      readonly kind: 'callout';
      readonly tone: CalloutTone;
      /** Empty: the tone's own word is the title. */
      readonly title: readonly Inline<I>[];
      readonly blocks: readonly Block<B, I>[];
    }
  | { readonly kind: 'details'; readonly summary: readonly Inline<I>[]; readonly blocks: readonly Block<B, I>[] }
  | { readonly kind: 'code-block'; readonly language: string; readonly text: string }
  | {
      readonly kind: 'table';
      readonly align: readonly ('left' | 'center' | 'right' | undefined)[];
      readonly head: readonly TableCell<I>[];
      readonly rows: readonly (readonly TableCell<I>[])[];
      /** True when every first cell of a body row is wholly bold: those cells are row headers. */
      readonly rowHeaders: boolean;
    }
  | {
      readonly kind: 'definition-list';
      readonly items: readonly {
        readonly terms: readonly (readonly Inline<I>[])[];
        readonly definitions: readonly (readonly Block<B, I>[])[];
      }[];
    }
  | { readonly kind: 'rule' };

export type Inline<I> =
  | I
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'emphasis' | 'strong' | 'strikethrough'; readonly content: readonly Inline<I>[] }
  | { readonly kind: 'code-span'; readonly text: string }
  | { readonly kind: 'line-break' }
  /** `note` is the footnote's id; `number` counts references' notes from 1 in reading order. */
  | { readonly kind: 'footnote-reference'; readonly note: string; readonly number: number };

/** What a figure shows, at length, for those who do not see it; opens on demand. */
export interface FigureDescription<B, I> {
  /** Empty: the words of the page's language. */
  readonly summary: readonly Inline<I>[];
  readonly blocks: readonly Block<B, I>[];
}

export interface TableCell<I> {
  readonly content: readonly Inline<I>[];
}

export type CalloutTone = 'note' | 'tip' | 'important' | 'warning' | 'caution' | 'example';
export const CALLOUT_TONES: readonly CalloutTone[] = ['note', 'tip', 'important', 'warning', 'caution', 'example'];

/** Blocks and notes of one text. Notes stand in order of first reference. */
export interface Content<B, I> {
  readonly blocks: readonly Block<B, I>[];
  readonly footnotes: readonly { readonly id: string; readonly blocks: readonly Block<B, I>[] }[];
}

// Authored form: names as written, each with its place.

/** A piece of text with its place. */
export interface Spanned {
  readonly value: string;
  readonly span: Span;
}

/** `:name[label]{key=value}` or `::name{key=value}`. */
export interface DirectiveSource {
  readonly name: Spanned;
  /** The text in brackets, raw; empty when there is none. */
  readonly label: Spanned | undefined;
  readonly attributes: ReadonlyMap<string, Spanned>;
  readonly span: Span;
}

export type AuthoredInline = Inline<AuthoredInlineNode>;
export type AuthoredInlineNode =
  | {
      readonly kind: 'link';
      readonly target: Spanned;
      readonly title: string;
      readonly content: readonly AuthoredInline[];
      readonly span: Span;
    }
  | {
      readonly kind: 'image';
      readonly source: Spanned;
      readonly alt: string;
      readonly title: string;
      readonly span: Span;
    }
  /** `:code[…]`, `:term[…]` or an unknown name, which 3-validate reports. */
  | { readonly kind: 'inline-directive'; readonly directive: DirectiveSource }
  | { readonly kind: 'inline-html'; readonly html: string; readonly span: Span };

export type AuthoredBlock = Block<AuthoredBlockNode, AuthoredInlineNode>;
export type AuthoredBlockNode =
  /** An image alone in a paragraph. */
  | {
      readonly kind: 'figure';
      readonly source: Spanned;
      readonly alt: string;
      readonly caption: readonly AuthoredInline[];
      readonly description: FigureDescription<AuthoredBlockNode, AuthoredInlineNode> | undefined;
      readonly span: Span;
    }
  /** `::credentials`, `::blueprint`, `::check`, `::video`, `::audio` or an unknown name. */
  | { readonly kind: 'block-directive'; readonly directive: DirectiveSource }
  | { readonly kind: 'block-html'; readonly html: string; readonly span: Span };

export type AuthoredContent = Content<AuthoredBlockNode, AuthoredInlineNode>;

// Resolved form: the things themselves. Nothing in it is missing or unknown.

export type ResolvedInline = Inline<ResolvedInlineNode>;
export type ResolvedInlineNode =
  | {
      readonly kind: 'link';
      readonly to: LinkTarget;
      readonly title: string;
      readonly content: readonly ResolvedInline[];
    }
  | { readonly kind: 'image'; readonly file: string; readonly alt: string; readonly title: string }
  | { readonly kind: 'term'; readonly label: string; readonly id: string; readonly definition: string }
  | {
      readonly kind: 'medical-code';
      /** Canonical form, with the dot where the system has one. */
      readonly code: string;
      readonly system: string;
      /** The official title, unchanged; undefined when the code is in no lock or the author asked for the code alone. */
      readonly title: string | undefined;
      /** An example of a code that is not valid. */
      readonly invalid: boolean;
    }
  /** Already sanitized. */
  | { readonly kind: 'inline-html'; readonly html: string };

export type LinkTarget =
  /** `activity` is the id of a lesson or quiz of the same package; `anchor` may be empty. */
  | { readonly kind: 'activity'; readonly activity: string; readonly anchor: string }
  | { readonly kind: 'anchor'; readonly anchor: string }
  /** A file of the package, such as a PDF: its name in the package. */
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'web'; readonly url: string };

export type ResolvedBlock = Block<ResolvedBlockNode, ResolvedInlineNode>;
export type ResolvedBlockNode =
  | {
      readonly kind: 'figure';
      readonly file: string;
      readonly alt: string;
      readonly caption: readonly ResolvedInline[];
      readonly description: FigureDescription<ResolvedBlockNode, ResolvedInlineNode> | undefined;
    }
  | {
      readonly kind: 'media';
      readonly medium: 'video' | 'audio';
      readonly file: string;
      readonly captions: string;
      readonly language: string;
      readonly title: string;
    }
  | {
      readonly kind: 'credential-table';
      readonly credentials: readonly { readonly id: string; readonly name: string; readonly abbreviation: string }[];
      /** One row per fact; a cell is undefined where a credential has no such fact. */
      readonly rows: readonly {
        readonly id: string;
        readonly label: string;
        readonly cells: readonly (FactSource | undefined)[];
      }[];
    }
  | { readonly kind: 'blueprint-table'; readonly blueprint: BlueprintSource }
  /** A question shown inside a lesson, with feedback, not graded. */
  | { readonly kind: 'check'; readonly question: string }
  /** Already sanitized. */
  | { readonly kind: 'block-html'; readonly html: string };

export type ResolvedContent = Content<ResolvedBlockNode, ResolvedInlineNode>;
