/**
 * Reads and marks the options of a choice in its form. Serves the question types that are choices.
 * It must not know grading, state or LMS.
 */
import type { PlayerWords } from '../../shared/words/player-words.ts';
import type { AnswerFeedback, AnswerView } from '../answer-behavior.ts';
import { type PartMark, showMark, showWhy } from '../part/view.ts';
import type { ChoiceAnswer } from './answer.ts';

function markOf(id: string, key: readonly string[], given: readonly string[]): PartMark | undefined {
  const isKey = key.includes(id);
  if (given.includes(id)) return isKey ? 'chosen-key' : 'chosen-wrong';
  if (!isKey) return undefined;
  return given.length === 0 ? 'key' : 'missed-key';
}

function markText({ fixed }: PlayerWords, mark: PartMark): string {
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
        showMark(item, mark === undefined ? undefined : { kind: mark, text: markText(words, mark) });
        showWhy(item, feedback?.whyHtml[id] ?? '');
      }
    },
    gap: () => findGap(answer, given().length, words),
    focus: () => form.querySelector('input')?.focus(),
  };
}
