/** Puts a table into a region that can be scrolled sideways and reached by keyboard, so that a page never scrolls sideways. */
import { element, escapeHtml } from './html.ts';
import type { TextPlace } from './page-scope.ts';

/** Finished HTML of a table's parts; `caption` and `foot` may be empty. */
export interface TableParts {
  readonly caption: string;
  readonly head: string;
  readonly body: string;
  readonly foot: string;
}

export function renderTableFrame(parts: TableParts, place: TextPlace, className = 'table'): string {
  const { scope } = place;
  scope.tables += 1;
  const number = scope.words.tableNumber(scope.tables);
  const captionId = `cw-${place.prefix}table-${scope.tables}`;
  const name = parts.caption === '' ? { 'aria-label': number } : { 'aria-labelledby': captionId };
  const caption = parts.caption === '' ? '' : `<caption id="${escapeHtml(captionId)}">${parts.caption}</caption>`;
  const foot = parts.foot === '' ? '' : `<tfoot>${parts.foot}</tfoot>`;
  const table = `<table>${caption}<thead>${parts.head}</thead><tbody>${parts.body}</tbody>${foot}</table>`;
  return element('div', { class: className, role: 'region', tabindex: 0, ...name }, table);
}
