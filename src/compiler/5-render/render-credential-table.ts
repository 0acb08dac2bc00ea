/** Turns facts about credentials into a comparison: one row per fact, each value with its sources, doubts shown as doubts. */
import type { ResolvedBlock } from '../content.ts';
import type { FactSource } from '../source-format/credential.ts';
import { element, escapeHtml } from './html.ts';
import type { TextPlace } from './page-scope.ts';
import { renderTableFrame } from './render-table-frame.ts';
import { SourceNotes } from './source-notes.ts';

type CredentialTable = Extract<ResolvedBlock, { kind: 'credential-table' }>;

export function renderCredentialTable(table: CredentialTable, place: TextPlace): string {
  const { fixed } = place.scope.words;
  const notes = new SourceNotes(place);
  const head = [
    `<th scope="col">${escapeHtml(fixed.fact)}</th>`,
    ...table.credentials.map(
      ({ abbreviation, name }) =>
        `<th scope="col"><abbr title="${escapeHtml(name)}">${escapeHtml(abbreviation)}</abbr></th>`,
    ),
  ];
  const rows = table.rows.map(({ label, cells }) => {
    const values = cells.map((fact) => `<td>${renderFact(fact, notes, place)}</td>`);
    return `<tr><th scope="row">${escapeHtml(label)}</th>${values.join('')}</tr>`;
  });
  const names = table.credentials.map(({ abbreviation }) => abbreviation).join(' · ');
  const name = `${fixed.comparison}: ${names}`;
  const parts = { caption: escapeHtml(name), name, head: `<tr>${head.join('')}</tr>`, body: rows.join(''), foot: '' };
  const frame = renderTableFrame(parts, place);
  return `<div class="data-table">${frame}${notes.list()}</div>`;
}

function renderFact(fact: FactSource | undefined, notes: SourceNotes, place: TextPlace): string {
  if (fact === undefined) return `<span class="no-fact">${escapeHtml(place.scope.words.fixed.noFact)}</span>`;
  const marks = notes.marks(fact.sources, fact.checked);
  return `${escapeHtml(fact.value)}${marks}${renderDispute(fact.disputed, place)}`;
}

/** A doubt in words, never by color alone. */
export function renderDispute(sentence: string | undefined, place: TextPlace): string {
  if (sentence === undefined) return '';
  const word = `<span class="disputed-word">${escapeHtml(place.scope.words.fixed.disputed)}</span>`;
  return element('span', { class: 'disputed' }, `${word} ${escapeHtml(sentence)}`);
}
