/** Numbers the published sources of one table and lists them below it, each with the day somebody checked it. */
import type { SourceReference } from '../source-format/fields.ts';
import { element, escapeHtml } from './html.ts';
import type { TextPlace } from './page-scope.ts';
import { renderWebLink } from './render-inline.ts';

/** Lives as long as one table is rendered. */
export class SourceNotes {
  readonly #place: TextPlace;
  readonly #prefix: string;
  readonly #notes = new Map<string, { readonly source: SourceReference; readonly checked: string }>();

  constructor(place: TextPlace) {
    this.#place = place;
    // The table's own number is one more than the tables so far: its frame counts it afterwards.
    this.#prefix = `cw-${place.prefix}source-${place.scope.tables + 1}-`;
  }

  /** The marks of a cell: one link per source. */
  marks(sources: readonly SourceReference[], checked: string): string {
    const { words } = this.#place.scope;
    const numbers = [...new Set(sources.map((source) => this.#numberOf(source, source.checked ?? checked)))].sort(
      (a, b) => a - b,
    );
    const links = numbers.map((number) =>
      element('a', { href: `#${this.#prefix}${number}`, 'aria-label': words.sourceNumber({ number }) }, String(number)),
    );
    return links.length === 0 ? '' : `<sup class="note-ref">${links.join(' ')}</sup>`;
  }

  #numberOf(source: SourceReference, checked: string): number {
    const key = `${source.url}\n${source.title}\n${checked}`;
    if (!this.#notes.has(key)) this.#notes.set(key, { source, checked });
    return [...this.#notes.keys()].indexOf(key) + 1;
  }

  /** The list below the table. */
  list(): string {
    if (this.#notes.size === 0) return '';
    const { words } = this.#place.scope;
    const items = [...this.#notes.values()].map(({ source, checked }, index) => {
      const date = checked === '' ? '' : `, ${escapeHtml(words.sourceChecked({ date: words.date(checked) }))}`;
      return element(
        'li',
        { id: `${this.#prefix}${index + 1}` },
        renderWebLink(source.url, source.title, this.#place) + date,
      );
    });
    return `<div class="sources"><p class="sources-title">${escapeHtml(words.fixed.sources)}</p><ol>${items.join('')}</ol></div>`;
  }
}
