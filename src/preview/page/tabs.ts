/** Tabs with the keys of the ARIA pattern: arrows move between them, Home and End go to the first and last. */
import { element } from './elements.ts';

export interface Tab {
  readonly name: string;
  readonly title: string;
  readonly content: HTMLElement;
  /** Called when it is brought to the front. */
  readonly onShow?: () => void;
}

export interface Tabs {
  readonly field: HTMLElement;
  /** Name of the one in front. */
  shown(): string;
}

export function createTabs(label: string, tabs: readonly Tab[]): Tabs {
  let current = tabs[0]?.name ?? '';
  const heads = tabs.map(({ name, title }) =>
    element('button', { type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': `panel-${name}` }, title),
  );
  const bodies = tabs.map(({ name, content }) =>
    element('div', { role: 'tabpanel', id: `panel-${name}`, 'aria-labelledby': `tab-${name}`, tabindex: 0 }, content),
  );
  const show = (at: number): void => {
    const tab = tabs[at];
    if (tab === undefined) return;
    current = tab.name;
    for (const [other, head] of heads.entries()) {
      head.setAttribute('aria-selected', String(other === at));
      head.tabIndex = other === at ? 0 : -1;
    }
    for (const [other, body] of bodies.entries()) body.hidden = other !== at;
    tab.onShow?.();
  };
  for (const [at, head] of heads.entries()) {
    head.addEventListener('click', () => show(at));
    head.addEventListener('keydown', ({ key }) => {
      const steps: Readonly<Record<string, number>> = {
        ArrowRight: (at + 1) % heads.length,
        ArrowLeft: (at + heads.length - 1) % heads.length,
        Home: 0,
        End: heads.length - 1,
      };
      const next = steps[key];
      if (next === undefined) return;
      show(next);
      heads[next]?.focus();
    });
  }
  const field = element(
    'div',
    { class: 'tabs' },
    element('div', { role: 'tablist', 'aria-label': label }, ...heads),
    ...bodies,
  );
  show(0);
  return { field, shown: () => current };
}
