/**
 * Gives each item two buttons that move it up and down, says its new place, reads and marks the order. Buttons instead of dragging:
 * they work with every pointer, keyboard and screen reader alike (WCAG 2.2, 2.5.7). It must not know state or LMS.
 */
import type { ArrangedWords } from '../../shared/words/player-words.ts';
import type { AnswerFeedback, AnswerView, Announce } from '../answer-behavior.ts';
import { showMark, showWhy } from '../part/view.ts';
import type { OrderingAnswer } from './answer.ts';
import { findItemsInOrder } from './grading.ts';
import { neverRight } from './mix-items.ts';

interface Item {
  readonly id: string;
  readonly part: HTMLElement;
  readonly text: string;
  readonly up: HTMLButtonElement;
  readonly down: HTMLButtonElement;
}

function makeMove(hook: 'move-up' | 'move-down', label: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.cw = hook;
  button.setAttribute('aria-label', label);
  button.title = label;
  return button;
}

function readItem(part: HTMLElement, words: ArrangedWords): Item {
  const text = (part.querySelector('[data-cw="option-text"]')?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const up = makeMove('move-up', words.moveUp({ item: text }));
  const down = makeMove('move-down', words.moveDown({ item: text }));
  const moves = document.createElement('div');
  moves.dataset.cw = 'moves';
  moves.append(up, down);
  part.querySelector('[data-cw="part-label"]')?.after(moves);
  return { id: part.dataset.cwOption ?? '', part, text, up, down };
}

export function openOrdering(
  form: HTMLFormElement,
  answer: OrderingAnswer,
  words: ArrangedWords,
  announce: Announce,
): AnswerView {
  const list = form.querySelector<HTMLElement>('[data-cw="order"]');
  const items = new Map(
    [...form.querySelectorAll<HTMLElement>('[data-cw-option]')].map((part) => {
      const item = readItem(part, words);
      return [item.id, item] as const;
    }),
  );
  let start: readonly string[] = neverRight(answer.options, answer.key);
  let now: readonly string[] = start;
  /** The order that stands there at first is nobody's answer. */
  let isMoved = false;

  const show = (ids: readonly string[]): void => {
    now = ids;
    ids.forEach((id, index) => {
      const item = items.get(id);
      if (item === undefined) return;
      list?.append(item.part);
      // A button that is switched off would lose the focus of whoever pressed it.
      item.up.setAttribute('aria-disabled', String(index === 0));
      item.down.setAttribute('aria-disabled', String(index === ids.length - 1));
    });
  };
  const move = (item: Item, button: HTMLButtonElement, by: -1 | 1): void => {
    const from = now.indexOf(item.id);
    const to = from + by;
    if (to >= 0 && to < now.length) {
      const others = now.filter((id) => id !== item.id);
      isMoved = true;
      show([...others.slice(0, to), item.id, ...others.slice(to)]);
      button.focus();
      button.dispatchEvent(new Event('change', { bubbles: true }));
    }
    announce(words.movedTo({ item: item.text, place: now.indexOf(item.id) + 1, all: now.length }));
  };
  for (const item of items.values()) {
    item.up.addEventListener('click', () => move(item, item.up, -1));
    item.down.addEventListener('click', () => move(item, item.down, 1));
  }
  if (list !== null) list.dataset.cwLive = '';
  show(start);

  const markItem = (item: Item, feedback: AnswerFeedback | undefined, inOrder: readonly string[]): void => {
    showWhy(item.part, feedback?.whyHtml[item.id] ?? '');
    const place = answer.key.indexOf(item.id) + 1;
    if (feedback === undefined) showMark(item.part, undefined);
    else if (feedback.given.length === 0) showMark(item.part, { kind: 'key', text: words.rightPlace({ place }) });
    else if (inOrder.includes(item.id)) showMark(item.part, { kind: 'chosen-key', text: words.fixed.inOrder });
    else showMark(item.part, { kind: 'chosen-wrong', text: words.rightPlace({ place }) });
  };

  return {
    given: () => (isMoved ? now : []),
    give(ids) {
      isMoved = ids.length > 0;
      show(isMoved ? ids : start);
    },
    order(ids) {
      start = neverRight(ids, answer.key);
      if (!isMoved) show(start);
    },
    lock(locked) {
      for (const { up, down } of items.values()) {
        up.hidden = locked;
        down.hidden = locked;
      }
    },
    mark(feedback) {
      const inOrder = findItemsInOrder(feedback?.given ?? [], answer.key);
      for (const item of items.values()) markItem(item, feedback, inOrder);
    },
    gap: () => (isMoved ? undefined : words.fixed.orderFirst),
    focus: () => form.querySelector<HTMLElement>('[data-cw="move-down"]')?.focus(),
  };
}
