/** Makes and finds elements. It must not know the course. */

type Child = Node | string;

/** An element with `data-cw`, attributes and children. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export function makeButton(hook: string, text: string, press: () => void): HTMLButtonElement {
  const button = make('button', { type: 'button', 'data-cw': hook }, text);
  button.addEventListener('click', press);
  return button;
}

/** The first element below `root` with this `data-cw`. */
export function findHook(root: ParentNode, hook: string): HTMLElement | undefined {
  return root.querySelector<HTMLElement>(`[data-cw="${hook}"]`) ?? undefined;
}

export function setHidden(element: HTMLElement | undefined, hidden: boolean): void {
  if (element !== undefined) element.hidden = hidden;
}

/** Moves focus to something that is no control, for whoever reads by ear. */
export function focusText(element: HTMLElement): void {
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1;
  element.focus();
}
