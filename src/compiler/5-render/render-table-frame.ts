/** Puts a table into a region that can be scrolled sideways and reached by keyboard, so that a page never scrolls sideways. */
import { element } from './html.ts';
import type { TextPlace } from './page-scope.ts';

/** Finished HTML of a table's parts; `caption` and `foot` may be empty. */
export interface TableParts {
  readonly caption: string;
  readonly head: string;
  readonly body: string;
  readonly foot: string;
  /** The caption as plain text. */
  readonly name: string;
}

/** The number makes each region's name its own, whatever the captions say. */
export function renderTableFrame(parts: TableParts, place: TextPlace, className = 'table'): string {
  const { scope } = place;
  scope.tables += 1;
  const number = scope.words.tableNumber({ number: scope.tables });
  const label = parts.name === '' ? number : `${number}: ${parts.name}`;
  const caption = parts.caption === '' ? '' : `<caption>${parts.caption}</caption>`;
  const foot = parts.foot === '' ? '' : `<tfoot>${parts.foot}</tfoot>`;
  const table = `<table>${caption}<thead>${parts.head}</thead><tbody>${parts.body}</tbody>${foot}</table>`;
  return element('div', { class: className, role: 'region', tabindex: 0, 'aria-label': label }, table);
}
