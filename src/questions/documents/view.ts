/**
 * Turns the documents of a record, which stand below each other, into tabs: one shown at a time, arrow keys between them.
 * On paper and without script they stay below each other. It must not know questions or state.
 */

interface DocumentTab {
  readonly panel: HTMLElement;
  readonly tab: HTMLButtonElement;
}

/** Nothing happens where there is one document alone. */
export function openDocuments(record: HTMLElement | null): void {
  const panels = record === null ? [] : [...record.querySelectorAll<HTMLElement>('[data-cw-document]')];
  const first = panels[0];
  if (record === null || first === undefined || panels.length < 2) return;
  const list = document.createElement('div');
  list.setAttribute('role', 'tablist');
  const name = record.getAttribute('aria-label');
  if (name !== null) list.setAttribute('aria-label', name);
  const tabs = panels.map((panel, index): DocumentTab => ({ panel, tab: makeTab(panel, index) }));
  list.append(...tabs.map(({ tab }) => tab));
  first.before(list);
  const show = (shown: DocumentTab): void => {
    for (const entry of tabs) {
      const isShown = entry === shown;
      entry.tab.setAttribute('aria-selected', String(isShown));
      entry.tab.tabIndex = isShown ? 0 : -1;
      // Not `hidden`: paper shows all of them.
      entry.panel.dataset.cwShown = String(isShown);
    }
  };
  for (const [index, entry] of tabs.entries()) {
    entry.tab.addEventListener('click', () => show(entry));
    entry.tab.addEventListener('keydown', (event) => {
      const next = tabs[placeFor(event.key, index, tabs.length, getComputedStyle(list).direction === 'rtl')];
      if (next === undefined) return;
      event.preventDefault();
      show(next);
      next.tab.focus();
    });
  }
  const [start] = tabs;
  if (start !== undefined) show(start);
}

function makeTab(panel: HTMLElement, index: number): DocumentTab['tab'] {
  const title = panel.querySelector<HTMLElement>('[data-cw="document-title"]');
  const tab = document.createElement('button');
  tab.type = 'button';
  tab.setAttribute('role', 'tab');
  tab.textContent = title?.textContent ?? String(index + 1);
  const id = panel.id === '' ? `cw-document-${index}` : panel.id;
  panel.id = id;
  tab.id = `${id}-tab`;
  tab.setAttribute('aria-controls', id);
  panel.setAttribute('role', 'tabpanel');
  panel.setAttribute('aria-labelledby', tab.id);
  panel.tabIndex = 0;
  return tab;
}

/** The tab that a key leads to; -1 for any other key. */
function placeFor(key: string, index: number, count: number, isRightToLeft: boolean): number {
  switch (key) {
    case isRightToLeft ? 'ArrowLeft' : 'ArrowRight':
      return (index + 1) % count;
    case isRightToLeft ? 'ArrowRight' : 'ArrowLeft':
      return (index + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}
