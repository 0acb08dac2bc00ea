/**
 * Reads and marks the options of a choice in its form. Serves the question types that are choices.
 * It must not know grading, state or LMS.
 */
import type { PlayerWords } from '../../shared/words/player-words.ts';
import type { AnswerFeedback, AnswerView } from '../answer-behavior.ts';
import type { ChoiceAnswer } from './answer.ts';

type OptionMark = 'key' | 'chosen-wrong' | 'chosen-key' | 'missed-key';

function markOf(id: string, key: readonly string[], given: readonly string[]): OptionMark | undefined {
  const isKey = key.includes(id);
  if (given.includes(id)) return isKey ? 'chosen-key' : 'chosen-wrong';
  if (!isKey) return undefined;
  return given.length === 0 ? 'key' : 'missed-key';
}

function markText({ fixed }: PlayerWords, mark: OptionMark): string {
  switch (mark) {
    case 'key':
      return fixed.markKey;
    case 'chosen-key':
      return fixed.markChosenKey;
    case 'chosen-wrong':
      return fixed.markChosenWrong;
    case 'missed-key':
      return fixed.markMissedKey;
  }
}

function optionsOf(form: HTMLFormElement): ReadonlyMap<string, HTMLElement> {
  const items = form.querySelectorAll<HTMLElement>('[data-cw-option]');
  return new Map([...items].map((item) => [item.dataset.cwOption ?? '', item]));
}

/** Shows an option's mark in words and its reason. */
function markOption(item: HTMLElement, mark: OptionMark | undefined, whyHtml: string, words: PlayerWords): void {
  item.querySelector('[data-cw="mark-text"]')?.remove();
  if (mark === undefined) delete item.dataset.cwMark;
  else {
    item.dataset.cwMark = mark;
    const text = document.createElement('span');
    text.dataset.cw = 'mark-text';
    text.textContent = markText(words, mark);
    (item.querySelector('label') ?? item).append(' ', text);
  }
  const why = item.querySelector<HTMLElement>('[data-cw="why"]');
  if (why === null) return;
  why.innerHTML = whyHtml;
  why.hidden = whyHtml === '';
}

/** Why what is chosen cannot be checked yet. */
function findGap({ select }: ChoiceAnswer, count: number, words: PlayerWords): string | undefined {
  if (select > 1 && count !== select) return words.chooseCount({ wanted: select, chosen: count });
  return count === 0 ? words.fixed.chooseOne : undefined;
}

export function openChoice(form: HTMLFormElement, answer: ChoiceAnswer, words: PlayerWords): AnswerView {
  const items = optionsOf(form);
  const inputOf = (id: string): HTMLInputElement | null => items.get(id)?.querySelector('input') ?? null;
  const given = (): readonly string[] => [...answer.options].filter((id) => inputOf(id)?.checked === true).sort();
  return {
    given,
    give(ids) {
      for (const id of answer.options) {
        const input = inputOf(id);
        if (input !== null) input.checked = ids.includes(id);
      }
    },
    order(ids) {
      for (const id of ids) {
        const item = items.get(id);
        item?.parentElement?.append(item);
      }
    },
    lock(locked) {
      for (const id of answer.options) {
        const input = inputOf(id);
        if (input !== null) input.disabled = locked;
      }
    },
    mark(feedback: AnswerFeedback | undefined) {
      for (const [id, item] of items) {
        const mark = feedback === undefined ? undefined : markOf(id, answer.key, feedback.given);
        markOption(item, mark, feedback?.whyHtml[id] ?? '', words);
      }
    },
    gap: () => findGap(answer, given().length, words),
    focus: () => form.querySelector('input')?.focus(),
  };
}
