/** Makes elements. Text always becomes a text node, so that nothing an author or a course wrote is read as HTML. */

export type Child = Node | string;

type Attributes = Readonly<Record<string, string | number | boolean>>;

/** @param attributes `true` sets an empty attribute, `false` leaves it out */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(key, value === true ? '' : String(value));
  }
  made.append(...children);
  return made;
}

export function button(text: string, onPress: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button' }, text);
  made.addEventListener('click', onPress);
  return made;
}

export interface Choice {
  readonly value: string;
  readonly text: string;
}

let lists = 0;

/** A labelled list to choose from. */
export function select(
  label: string,
  choices: readonly Choice[],
  chosen: string,
  onChange: (value: string) => void,
): { readonly field: HTMLElement; readonly control: HTMLSelectElement } {
  lists++;
  const id = `list-${lists}`;
  const control = element(
    'select',
    { id },
    ...choices.map(({ value, text }) => element('option', { value, selected: value === chosen }, text)),
  );
  control.addEventListener('change', () => onChange(control.value));
  return { field: element('div', { class: 'field' }, element('label', { for: id }, label), control), control };
}

export function checkbox(label: string, checked: boolean, onChange: (checked: boolean) => void): HTMLElement {
  const control = element('input', { type: 'checkbox', checked });
  control.addEventListener('change', () => onChange(control.checked));
  return element('label', { class: 'check' }, control, element('span', {}, label));
}

/** Several choices of which one is pressed, as radio buttons in a group. */
export function radios(
  legend: string,
  name: string,
  choices: readonly Choice[],
  chosen: string,
  onChange: (value: string) => void,
): HTMLFieldSetElement {
  return element(
    'fieldset',
    { class: 'radios' },
    element('legend', {}, legend),
    ...choices.map(({ value, text }) => {
      const control = element('input', { type: 'radio', name, value, checked: value === chosen });
      control.addEventListener('change', () => onChange(value));
      return element('label', {}, control, element('span', {}, text));
    }),
  );
}

/** A table with column heads; the first cell of a row is its head. */
export function table(caption: string, columns: readonly string[], rows: readonly (readonly string[])[]): HTMLElement {
  const head = element('tr', {}, ...columns.map((text) => element('th', { scope: 'col' }, text)));
  const body = rows.map(([first = '', ...rest]) =>
    element('tr', {}, element('th', { scope: 'row' }, first), ...rest.map((text) => element('td', {}, text))),
  );
  return element(
    'table',
    {},
    element('caption', {}, caption),
    element('thead', {}, head),
    element('tbody', {}, ...body),
  );
}
