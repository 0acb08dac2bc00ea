/** The list of the course's calls to the LMS: plain words beside each, what was refused marked, filter, search, clear. */
import { button, element, select } from './elements.ts';
import { FILTERS, PAGE_WORDS } from './page-words.ts';
import type { LmsCall } from './practice-lms.ts';

export interface CallList {
  readonly field: HTMLElement;
  add(call: LmsCall): void;
  /** A line between visits. */
  startVisit(): void;
}

/** Older ones are dropped: a long exam makes over a thousand. */
const MOST = 2000;
/** Longer texts are folded. */
const LONG = 140;

interface Line {
  readonly item: HTMLLIElement;
  /** Undefined for the line between visits. */
  readonly call: LmsCall | undefined;
  readonly text: string;
}

function shorten(text: string): Node {
  if (text.length <= LONG) return element('code', {}, text);
  return element(
    'details',
    {},
    element('summary', {}, element('code', {}, `${text.slice(0, LONG)}…`)),
    element('code', {}, text),
  );
}

function drawCall(call: LmsCall): HTMLLIElement {
  const words = PAGE_WORDS.calls;
  const refused = call.error !== '';
  return element(
    'li',
    { 'data-kind': call.kind, 'data-refused': refused },
    element('p', { class: 'words' }, call.words),
    element(
      'div',
      { class: 'call' },
      shorten(call.call),
      element('span', {}, ` ${words.answers} `),
      shorten(JSON.stringify(call.answer)),
    ),
    ...(refused ? [element('p', { class: 'refused' }, element('strong', {}, words.refused), ` ${call.error}`)] : []),
  );
}

export function createCallList(tell: (text: string) => void): CallList {
  const words = PAGE_WORDS.calls;
  let lines: Line[] = [];
  let filter = 'all';
  let search = '';
  let visits = 0;
  let scheduled = false;
  const list = element('ol', { class: 'calls', 'aria-label': words.list });
  const empty = element('p', { class: 'empty' }, words.empty);
  const shown = element('span', { class: 'count' });

  const passes = ({ call, text }: Line): boolean => {
    if (call === undefined) return filter === 'all' && search === '';
    const kinds = filter === 'write' || filter === 'read' || filter === 'save' ? FILTERS[filter] : undefined;
    if (kinds !== undefined && !kinds.includes(call.kind)) return false;
    if (filter === 'error' && call.error === '') return false;
    return search === '' || text.includes(search);
  };
  const count = (): void => {
    scheduled = false;
    const calls = lines.filter(({ call }) => call !== undefined);
    const visible = calls.filter(({ item }) => !item.hidden).length;
    shown.textContent = words.shown(visible, calls.length);
    empty.hidden = visible > 0;
  };
  const countSoon = (): void => {
    if (scheduled) return;
    scheduled = true;
    window.setTimeout(count, 100);
  };
  const apply = (): void => {
    for (const line of lines) line.item.hidden = !passes(line);
    count();
  };
  const append = (line: Line): void => {
    line.item.hidden = !passes(line);
    const follows = list.scrollTop + list.clientHeight >= list.scrollHeight - 40;
    lines.push(line);
    list.append(line.item);
    if (lines.length > MOST) for (const old of lines.splice(0, lines.length - MOST)) old.item.remove();
    if (follows) list.scrollTop = list.scrollHeight;
    countSoon();
  };

  const kinds = Object.entries(words.kinds).map(([value, text]) => ({ value, text }));
  const chosen = select(words.filter, kinds, filter, (value) => {
    filter = value;
    apply();
  });
  const input = element('input', { type: 'search', 'aria-label': words.search, placeholder: words.search });
  input.addEventListener('input', () => {
    search = input.value.trim().toLowerCase();
    apply();
  });
  const clear = button(words.clear, () => {
    lines = [];
    list.replaceChildren();
    count();
    tell(PAGE_WORDS.told.cleared);
  });
  // A list that scrolls must be reachable by keyboard.
  list.tabIndex = 0;
  count();
  return {
    field: element(
      'div',
      { class: 'call-list' },
      element('div', { class: 'bar' }, chosen.field, input, clear, shown),
      empty,
      list,
    ),
    add(call) {
      append({ item: drawCall(call), call, text: `${call.call} ${call.words} ${call.error}`.toLowerCase() });
    },
    startVisit() {
      visits++;
      append({ item: element('li', { class: 'visit' }, words.visit(visits)), call: undefined, text: '' });
    },
  };
}
