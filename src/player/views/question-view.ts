/** One question on a page: check the answer, show what was right and why. It must not know whether a quiz or a lesson holds it. */
import type { ChoiceView, OptionMark } from '../../questions/choice/view.ts';
import type { PlayerQuestion } from '../../shared/package-data.ts';
import type { PlayerWords } from '../../shared/words/player-words.ts';
import { gradeAnswer, openQuestionForm } from '../question-behavior.ts';
import { findHook, focusText, make, makeButton, setHidden } from './dom.ts';
import type { PlayerContext } from './player-context.ts';

export interface QuestionView {
  readonly form: HTMLFormElement;
  /** Shows a given answer with its feedback, or asks. */
  show(shown: ShownQuestion): void;
  order(optionIds: readonly string[]): void;
  number(text: string): void;
  /** Puts the focus where the question can be answered. */
  focus(): void;
}

export interface ShownQuestion {
  readonly answer: readonly string[] | undefined;
  /** The question changed under its answer: say so and ask again. */
  readonly changed: boolean;
  /** No more answers are taken. */
  readonly closed: boolean;
  readonly mayRetry: boolean;
}

function markText(words: PlayerWords, mark: OptionMark): string {
  switch (mark) {
    case 'key':
      return words.fixed.markKey;
    case 'chosen-key':
      return words.fixed.markChosenKey;
    case 'chosen-wrong':
      return words.fixed.markChosenWrong;
    case 'missed-key':
      return words.fixed.markMissedKey;
  }
}

function fillFeedback(box: HTMLElement, question: PlayerQuestion, right: boolean, words: PlayerWords): void {
  const verdict = right ? words.fixed.right : words.fixed.wrong;
  const rationale = make('div', { 'data-cw': 'rationale' });
  rationale.innerHTML = question.rationaleHtml;
  const guideline =
    question.guideline === ''
      ? []
      : [make('p', { 'data-cw': 'guideline' }, `${words.fixed.guideline} ${question.guideline}`)];
  box.replaceChildren(make('p', { 'data-cw': 'verdict' }, make('strong', {}, verdict)), rationale, ...guideline);
}

export interface QuestionViewParts {
  readonly context: PlayerContext;
  readonly form: HTMLFormElement;
  readonly question: PlayerQuestion;
  /** Takes a checked answer. */
  readonly onAnswer: (optionIds: readonly string[]) => void;
  readonly onRetry: () => void;
}

/** Why an answer cannot be checked yet; empty when it can. */
function findGap(question: PlayerQuestion, chosen: readonly string[], words: PlayerWords): string {
  const wanted = question.answer.select;
  if (wanted > 1 && chosen.length !== wanted) return words.chooseCount(wanted, chosen.length);
  return chosen.length === 0 ? words.fixed.chooseOne : '';
}

export function openQuestion({ context, form, question, onAnswer, onRetry }: QuestionViewParts): QuestionView {
  const { words } = context;
  const view: ChoiceView = openQuestionForm(form, question.answer);
  const feedback = findHook(form, 'feedback');
  const check = findHook(form, 'check-answer');
  const retry = makeButton('try-again', words.fixed.tryAgain, () => {
    onRetry();
    focusInput();
  });
  findHook(form, 'actions')?.append(retry);
  const focusInput = (): void => form.querySelector('input')?.focus();

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = view.chosen();
    const gap = findGap(question, chosen, words);
    if (gap !== '') {
      feedback?.replaceChildren(make('p', { 'data-cw': 'gap' }, gap));
      setHidden(feedback, false);
      context.announce(gap);
      return;
    }
    onAnswer(chosen);
    if (feedback !== undefined) focusText(feedback);
  });

  return {
    form,
    show({ answer, changed, closed, mayRetry }) {
      // An answer that names an option the question does not have cannot be shown as given.
      const known = answer?.every((id) => question.answer.options.includes(id)) === true ? answer : undefined;
      const decided = known !== undefined;
      view.choose(known ?? []);
      view.lock(decided || closed);
      setHidden(check, decided || closed);
      setHidden(retry, !(decided && mayRetry));
      delete form.dataset.cwResult;
      if (!decided && !closed) {
        view.mark(undefined);
        feedback?.replaceChildren(...(changed ? [make('p', { 'data-cw': 'changed' }, words.fixed.changed)] : []));
        setHidden(feedback, !changed);
        return;
      }
      const credit = gradeAnswer(question.answer, known ?? []);
      form.dataset.cwResult = credit >= 1 ? 'right' : credit > 0 ? 'partly' : 'wrong';
      const { key } = question.answer;
      view.mark({ key, chosen: known ?? [], whyHtml: question.whyHtml, markText: (mark) => markText(words, mark) });
      if (feedback !== undefined) fillFeedback(feedback, question, credit >= 1, words);
      setHidden(feedback, false);
    },
    order: (ids) => view.order(ids),
    number(text) {
      const place = findHook(form, 'number');
      if (place !== undefined) place.textContent = text;
    },
    focus: focusInput,
  };
}
