/**
 * Shows the rows of an ICD-10-PCS table that still fit a begun code, as a table that opens below the question.
 * It must not know grading, questions or state.
 */
import { pcsAxis } from '../../shared/pcs-axes.ts';
import { openRows, PCS_TABLE_LENGTH, type PcsExtract, placesOf, valueName } from '../../shared/pcs-tables.ts';
import type { CodedWords } from '../../shared/words/player-words.ts';

const PLACES = [4, 5, 6, 7] as const;

export interface OpenTable {
  /** Shows the rows that fit; fewer than three characters pick no table, and none is shown. */
  show(code: string): void;
}

/** @param place where the table is to stand; nothing happens without it */
export function openPcsTable(place: HTMLElement | null, extract: PcsExtract, words: CodedWords): OpenTable {
  const summary = document.createElement('summary');
  const region = document.createElement('div');
  region.className = 'table';
  region.setAttribute('role', 'region');
  region.tabIndex = 0;
  const box = document.createElement('details');
  box.className = 'more pcs-table';
  box.append(summary, region);
  place?.replaceChildren(box);
  return {
    show(code) {
      if (place === null) return;
      const table = code.slice(0, PCS_TABLE_LENGTH);
      place.hidden = code.length < PCS_TABLE_LENGTH;
      if (place.hidden) return;
      const title = words.pcsTable({ table });
      summary.textContent = title;
      region.setAttribute('aria-label', title);
      region.replaceChildren(makeTable(table, openRows(extract, code), extract, words));
    },
  };
}

function makeTable(table: string, rows: readonly string[], extract: PcsExtract, words: CodedWords): HTMLElement {
  const element = document.createElement('table');
  const head = element.createTHead().insertRow();
  for (const number of PLACES) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = words.pcsPlace({ number, axis: words.fixed[`axis-${pcsAxis(table, number)}`] });
    head.append(cell);
  }
  const body = element.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const [at, values] of placesOf(row).entries()) {
      line.insertCell().append(makeList(table, PLACES[at] ?? 0, values, extract));
    }
  }
  return element;
}

function makeList(table: string, number: number, values: string, extract: PcsExtract): HTMLElement {
  const list = document.createElement('ul');
  list.append(
    ...[...values].map((value) => {
      const item = document.createElement('li');
      // Names go by table and place; what stands between makes no difference.
      item.textContent = valueName(extract, `${table.padEnd(number - 1, ' ')}${value}`);
      return item;
    }),
  );
  return list;
}
