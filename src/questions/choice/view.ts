/**
 * Reads and marks the options of a choice in its form. Serves the question types that are choices.
 * It must not know grading, state or LMS, nor the words it shows.
 */
import type { AnswerData } from '../../shared/package-data.ts';

export type OptionMark = 'key' | 'chosen-wrong' | 'chosen-key' | 'missed-key';

export interface ChoiceView {
  /** Ids of the chosen options, sorted. */
  chosen(): readonly string[];
  choose(ids: readonly string[]): void;
  /** Orders the options as given. */
  order(ids: readonly string[]): void;
  /** Forbids or allows changes. */
  lock(locked: boolean): void;
  /** Shows each option's mark in words and its reason; `undefined` takes all marks away. */
  mark(feedback: ChoiceFeedback | undefined): void;
}

export interface ChoiceFeedback {
  readonly key: readonly string[];
  readonly chosen: readonly string[];
  readonly whyHtml: Readonly<Record<string, string>>;
  /** What to say beside an option. */
  readonly markText: (mark: OptionMark) => string;
}

function markOf(id: string, feedback: ChoiceFeedback): OptionMark | undefined {
  const key = feedback.key.includes(id);
  if (feedback.chosen.includes(id)) return key ? 'chosen-key' : 'chosen-wrong';
  if (!key) return undefined;
  return feedback.chosen.length === 0 ? 'key' : 'missed-key';
}

function optionsOf(form: HTMLFormElement): ReadonlyMap<string, HTMLElement> {
  const items = form.querySelectorAll<HTMLElement>('[data-cw-option]');
  return new Map([...items].map((item) => [item.dataset.cwOption ?? '', item]));
}

function markOption(item: HTMLElement, id: string, feedback: ChoiceFeedback | undefined): void {
  item.querySelector('[data-cw="mark-text"]')?.remove();
  const mark = feedback === undefined ? undefined : markOf(id, feedback);
  if (mark === undefined) delete item.dataset.cwMark;
  else item.dataset.cwMark = mark;
  if (mark !== undefined && feedback !== undefined) {
    const text = document.createElement('span');
    text.dataset.cw = 'mark-text';
    text.textContent = feedback.markText(mark);
    (item.querySelector('label') ?? item).append(' ', text);
  }
  const why = item.querySelector<HTMLElement>('[data-cw="why"]');
  if (why === null) return;
  const html = feedback?.whyHtml[id] ?? '';
  why.innerHTML = html;
  why.hidden = html === '';
}

export function openChoice(form: HTMLFormElement, answer: AnswerData): ChoiceView {
  const items = optionsOf(form);
  const inputOf = (id: string): HTMLInputElement | null => items.get(id)?.querySelector('input') ?? null;
  return {
    chosen: () => [...answer.options].filter((id) => inputOf(id)?.checked === true).sort(),
    choose(ids) {
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
    mark(feedback) {
      for (const [id, item] of items) markOption(item, id, feedback);
    },
  };
}
