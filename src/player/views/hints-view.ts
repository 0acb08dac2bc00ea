/** The hints of one question: a button that shows them one after the other, above the buttons. It must not know who keeps that one was asked for. */
import type { PlayerWords } from '../../shared/words/player-words.ts';
import { findHook, focusText, make, makeButton, setHidden } from './dom.ts';

export interface HintsView {
  /** Whether one is shown. */
  areShown(): boolean;
  /** Takes the shown ones away. */
  clear(): void;
  /** @param open whether the question still asks; what is shown stays, but there is no more */
  refresh(open: boolean): void;
}

export interface HintsParts {
  readonly form: HTMLFormElement;
  readonly words: PlayerWords;
  /** Finished HTML, in order. */
  readonly hints: readonly string[];
  readonly onHint: () => void;
}

export function openHints({ form, words, hints, onHint }: HintsParts): HintsView {
  const list = make('div', { 'data-cw': 'hints', hidden: '' });
  const showNext = (): void => {
    const at = list.childElementCount;
    const html = hints[at];
    if (html === undefined) return;
    const title = hints.length === 1 ? words.fixed.hint : words.hintOf({ number: at + 1, all: hints.length });
    const text = make('div', { 'data-cw': 'hint-text' });
    text.innerHTML = html;
    const shown = make('div', { 'data-cw': 'given-hint' }, make('p', {}, make('strong', {}, title)), text);
    list.append(shown);
    list.hidden = false;
    refresh(true);
    onHint();
    // Whoever reads by ear hears it, and whoever uses the keys goes on to the buttons below.
    focusText(shown);
  };
  const button = makeButton('show-hint', words.fixed.hint, showNext);
  const refresh = (open: boolean): void => {
    button.textContent = list.childElementCount === 0 ? words.fixed.hint : words.fixed.anotherHint;
    setHidden(button, !open || list.childElementCount >= hints.length);
  };
  const actions = findHook(form, 'actions');
  actions?.before(list);
  actions?.append(button);
  refresh(true);
  return {
    areShown: () => list.childElementCount > 0,
    clear() {
      list.replaceChildren();
      list.hidden = true;
    },
    refresh,
  };
}
