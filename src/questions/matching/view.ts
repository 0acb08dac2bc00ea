/**
 * Gives each prompt a list to choose its option from, reads and marks what is chosen. The options stand below with their letters,
 * so that long ones can be read where the list shows their beginning only. It must not know state or LMS.
 */
import type { ArrangedWords } from '../../shared/words/player-words.ts';
import type { AnswerFeedback, AnswerView } from '../answer-behavior.ts';
import { type PartMark, showMark, showWhy } from '../part/view.ts';
import type { MatchingAnswer } from './answer.ts';
import { optionOf } from './grading.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function partsOf(form: HTMLFormElement, attribute: 'prompt' | 'option'): ReadonlyMap<string, HTMLElement> {
  const parts = form.querySelectorAll<HTMLElement>(`[data-cw-${attribute}]`);
  return new Map([...parts].map((part) => [part.getAttribute(`data-cw-${attribute}`) ?? '', part]));
}

function textOf(part: HTMLElement | undefined, hook: string): string {
  return (part?.querySelector(`[data-cw="${hook}"]`)?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

function makeSelect(prompt: HTMLElement, name: string): HTMLSelectElement {
  const select = document.createElement('select');
  select.name = name;
  const text = prompt.querySelector<HTMLElement>('[data-cw="prompt-text"]');
  if (text !== null) {
    text.id = `cw-prompt-${name}`;
    select.setAttribute('aria-labelledby', text.id);
  }
  prompt.querySelector('[data-cw="match"]')?.replaceChildren(select);
  return select;
}

function kindOf(chosen: string | undefined, right: string | undefined, isAnswered: boolean): PartMark {
  if (chosen === undefined) return isAnswered ? 'missed-key' : 'key';
  return chosen === right ? 'chosen-key' : 'chosen-wrong';
}

export function openMatching(form: HTMLFormElement, answer: MatchingAnswer, words: ArrangedWords): AnswerView {
  const prompts = partsOf(form, 'prompt');
  const options = partsOf(form, 'option');
  const question = form.dataset.cwQuestion ?? '';
  const selects = new Map([...prompts].map(([id, prompt]) => [id, makeSelect(prompt, `${question}-${id}`)]));
  let shown: readonly string[] = answer.options;
  const nameOf = (id: string): string =>
    `${LETTERS.charAt(shown.indexOf(id))}. ${textOf(options.get(id), 'option-text')}`;
  const fill = (): void => {
    for (const select of selects.values()) {
      const { value } = select;
      const entries = shown.map((id) => new Option(nameOf(id), id));
      select.replaceChildren(new Option(words.fixed.chooseMatch, ''), ...entries);
      select.value = value;
    }
  };
  const choiceOf = (id: string): string => selects.get(id)?.value ?? '';
  const chosen = (): readonly string[] => answer.prompts.filter((id) => choiceOf(id) !== '');
  fill();

  const markPrompt = (id: string, prompt: HTMLElement, feedback: AnswerFeedback | undefined): void => {
    showWhy(prompt, feedback?.whyHtml[id] ?? '');
    if (feedback === undefined) {
      showMark(prompt, undefined);
      return;
    }
    const right = optionOf(answer.key, id);
    const kind = kindOf(optionOf(feedback.given, id), right, feedback.given.length > 0);
    const text =
      kind === 'chosen-key'
        ? words.fixed.markChosenKey
        : words.acceptedAnswers({ count: 1, texts: nameOf(right ?? '') });
    showMark(prompt, { kind, text });
  };

  return {
    given: () =>
      chosen()
        .map((id) => `${id}${choiceOf(id)}`)
        .sort(),
    give(pairs) {
      for (const [id, select] of selects) select.value = optionOf(pairs, id) ?? '';
    },
    order(ids) {
      shown = ids;
      for (const id of ids) {
        const option = options.get(id);
        option?.parentElement?.append(option);
      }
      fill();
    },
    lock(locked) {
      for (const select of selects.values()) select.disabled = locked;
    },
    mark(feedback) {
      for (const [id, prompt] of prompts) markPrompt(id, prompt, feedback);
    },
    gap() {
      const count = answer.prompts.length - chosen().length;
      if (count > 0) return words.matchesLeft({ count });
      const ids = chosen().map(choiceOf);
      const twice = answer.reuse ? undefined : ids.find((id, index) => ids.indexOf(id) !== index);
      return twice === undefined ? undefined : words.matchedTwice({ option: nameOf(twice) });
    },
    focus: () => form.querySelector('select')?.focus(),
  };
}
