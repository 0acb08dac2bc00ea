/** The codes that may be looked up while an exam runs: a dialog with a search and the list by its categories. It saves nothing. */
import { editionName } from '../../../shared/edition-names.ts';
import type { LookUpContent, LookUpRow } from '../../../shared/look-up.ts';
import { lookUpScriptName } from '../../../shared/package-files.ts';
import type { ExamWords } from '../../../shared/words/player-words.ts';
import { depthOf, isHeader, type LookUpCategory, searchRows, toCategories } from '../../look-up-search.ts';
import { createScriptLoader } from '../../scripts.ts';
import { make, makeButton, setHidden } from '../dom.ts';
import type { ExamRoom } from './exam-room.ts';

export interface LookUpPanel {
  readonly button: HTMLButtonElement;
  readonly dialog: HTMLDialogElement;
}

/** So many rows are read at a glance and drawn at once. */
const SHOWN = 100;

export function makeLookUp({ context, exam }: ExamRoom): LookUpPanel {
  const { words } = context;
  const { fixed } = words;
  const loadScript = createScriptLoader();
  let content: LookUpContent | undefined;
  const search = make('input', { type: 'search', id: 'cw-look-up', autocomplete: 'off', spellcheck: 'false' });
  const status = make('p', { 'data-cw': 'look-up-status', role: 'status' });
  const place = make('div', { 'data-cw': 'look-up-list', tabindex: '0', role: 'group', 'aria-label': fixed.lookUp });
  const dash = make('p', { 'data-cw': 'look-up-note' }, fixed.lookUpDash);
  const dialog = make(
    'dialog',
    { 'data-cw': 'look-up-dialog', 'aria-labelledby': 'cw-look-up-title' },
    make(
      'div',
      { 'data-cw': 'look-up-head' },
      make('h2', { id: 'cw-look-up-title' }, fixed.lookUp),
      makeButton('look-up-close', fixed.close, () => dialog.close()),
    ),
    make('p', {}, make('label', { for: 'cw-look-up' }, fixed.lookUpSearch), search),
    status,
    place,
    dash,
  );

  const show = (): void => {
    if (content === undefined) return;
    place.scrollTop = 0;
    if (search.value.trim() === '') {
      const count = content.lists.flatMap(({ rows }) => rows).filter((row) => !isHeader(row)).length;
      status.textContent = words.lookUpAll({ count });
      place.replaceChildren(
        ...content.lists.flatMap(({ edition, rows }) => [
          make('h3', {}, editionName(edition)),
          make('ul', {}, ...toCategories(rows).map((category) => makeCategory(category, words))),
        ]),
      );
      return;
    }
    const found = content.lists.map(({ edition, rows }) => ({ edition, rows: searchRows(rows, search.value) }));
    const count = found.reduce((sum, { rows }) => sum + rows.length, 0);
    status.textContent =
      count === 0
        ? fixed.lookUpNone
        : count > SHOWN
          ? words.lookUpFirst({ count, shown: SHOWN })
          : words.lookUpFound({ count });
    let left = SHOWN;
    place.replaceChildren(
      ...found.flatMap(({ edition, rows }) => {
        const shown = rows.slice(0, left);
        left -= shown.length;
        return shown.length === 0 ? [] : [make('h3', {}, editionName(edition)), makeTable(shown, words)];
      }),
    );
  };
  search.addEventListener('input', show);

  const open = async (): Promise<void> => {
    dialog.showModal();
    search.focus();
    if (content !== undefined) return;
    window.coursewright ??= {};
    window.coursewright.lookUp = (arrived) => {
      if (arrived.id === exam.id) content = arrived;
    };
    await loadScript(lookUpScriptName(exam.id));
    const isHere = content !== undefined;
    setHidden(place, !isHere);
    setHidden(dash, !isHere);
    if (isHere) show();
    else status.textContent = fixed.lookUpMissing;
  };
  return { button: makeButton('look-up', fixed.lookUp, () => void open()), dialog };
}

function makeCategory({ head, rows }: LookUpCategory, words: ExamWords): HTMLElement {
  const [code, title] = head;
  const label = [make('b', {}, code), ' ', title];
  if (rows.length === 0) return make('li', {}, make('p', {}, ...label));
  const inside = words.lookUpInside({ count: rows.filter((row) => !isHeader(row)).length });
  const details = make('details', {}, make('summary', {}, ...label, ' ', make('span', {}, inside)));
  // Thousands of rows that nobody looks at are not drawn.
  details.addEventListener('toggle', () => {
    if (details.open && details.children.length === 1) details.append(makeTable(rows, words, depthOf));
  });
  return make('li', {}, details);
}

function makeTable(rows: readonly LookUpRow[], words: ExamWords, depth: (row: LookUpRow) => number = () => 1) {
  const { lookUpCode, lookUpTitle } = words.fixed;
  const columns = [lookUpCode, lookUpTitle].map((name) => make('th', { scope: 'col' }, name));
  const lines = rows.map((row) => {
    const [code, title] = row;
    const line = make(
      'tr',
      isHeader(row) ? { 'data-cw-header': '' } : {},
      make('th', { scope: 'row' }, code),
      make('td', {}, title),
    );
    line.style.setProperty('--cw-depth', String(depth(row) - 1));
    return line;
  });
  return make('table', {}, make('thead', {}, make('tr', {}, ...columns)), make('tbody', {}, ...lines));
}
