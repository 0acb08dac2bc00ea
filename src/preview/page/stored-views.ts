/** Shows what the LMS holds, and what a gradebook makes of it. */
import { element, table } from './elements.ts';
import { PAGE_WORDS } from './page-words.ts';
import type { PracticeLms, Stored } from './practice-lms.ts';

export function drawHeld(lms: PracticeLms, stored: Stored): readonly HTMLElement[] {
  const held = lms.describe(stored);
  const { list, empty, columns } = PAGE_WORDS.held;
  if (held.length === 0) return [element('p', { class: 'empty' }, empty)];
  return [
    table(
      list,
      columns,
      held.map(({ name, value, words }) => [name, value, words]),
    ),
  ];
}

export function drawGradebook(lms: PracticeLms, stored: Stored): readonly HTMLElement[] {
  const { facts, tables } = lms.gradebook(stored);
  return [
    element(
      'dl',
      { class: 'facts' },
      ...facts.map(({ name, value }) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
    ),
    ...tables.filter(({ rows }) => rows.length > 0).map(({ title, columns, rows }) => table(title, columns, rows)),
  ];
}
