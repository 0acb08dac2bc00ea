/**
 * One question on a page: check the answer, show what was right and why; or, in an exam, take each edit and tell nothing. It must not
 * know whether a quiz, a lesson or an exam holds it.
 */
import type { AnyPlayerQuestion } from '../../questions/answer-data.ts';
import type { CreditPolicy } from '../../shared/package-data.ts';
import type { PlayerWords } from '../../shared/words/player-words.ts';
import { gradeAnswer, isKnownAnswer, openAnswer } from '../question-behavior.ts';
import { findHook, focusText, make, makeButton, setHidden } from './dom.ts';
import { type Draft, readDraft, writeDraft } from './drafts.ts';
import { type HintsView, openHints } from './hints-view.ts';
import type { PlayerContext } from './player-context.ts';

export interface QuestionView {
  readonly form: HTMLFormElement;
  /** Shows a given answer with its feedback, or asks. */
  show(shown: ShownQuestion): void;
  order(ids: readonly string[]): void;
  number(text: string): void;
  /** Puts the focus where the question can be answered. */
  focus(): void;
  /** What was begun and is no answer yet; undefined where there is nothing of the kind. */
  draft(): Draft | undefined;
}

export interface ShownQuestion {
  readonly answer: readonly string[] | undefined;
  /** The question changed under its answer: say so and ask again. */
  readonly changed: boolean;
  /** No more answers are taken. */
  readonly closed: boolean;
  readonly mayRetry: boolean;
  /** Whether a hint was asked for, where that is kept; else the page itself remembers. */
  readonly hinted?: boolean;
}

interface Verdict {
  readonly credit: number;
  readonly hinted: boolean;
}

function fillFeedback(
  box: HTMLElement,
  question: AnyPlayerQuestion,
  { credit, hinted }: Verdict,
  words: PlayerWords,
): void {
  const verdict = credit >= 1 ? words.fixed.right : credit > 0 ? words.fixed.partly : words.fixed.wrong;
  const rationale = make('div', { 'data-cw': 'rationale' });
  rationale.innerHTML = question.rationaleHtml;
  const guideline =
    question.guideline === ''
      ? []
      : [make('p', { 'data-cw': 'guideline' }, `${words.fixed.guideline} ${question.guideline}`)];
  const withHint = hinted ? [' ', make('span', { 'data-cw': 'with-hint' }, words.fixed.withHint)] : [];
  const first = make('p', { 'data-cw': 'verdict' }, make('strong', {}, verdict), ...withHint);
  box.replaceChildren(first, rationale, ...guideline);
}

export interface QuestionViewParts {
  readonly context: PlayerContext;
  readonly form: HTMLFormElement;
  readonly question: AnyPlayerQuestion;
  readonly policy: CreditPolicy;
  /** Takes a checked answer. */
  readonly onAnswer: (given: readonly string[]) => void;
  readonly onRetry: () => void;
  /** A hint was asked for. */
  readonly onHint?: () => void;
  /** Takes the answer as it stands after each edit; with it nothing is checked and nothing told until the question is closed. */
  readonly onEdit?: (given: readonly string[]) => void;
  /** Whether the saved state has room for an answer; without it everything fits. */
  readonly fits?: (given: readonly string[]) => boolean;
  /** Begun before the page was built anew; it comes back where the question is still asked. */
  readonly draft?: Draft | undefined;
}

export function openQuestion(parts: QuestionViewParts): QuestionView {
  const { context, form, question, policy, onAnswer, onRetry, onEdit } = parts;
  const { words } = context;
  const view = openAnswer(form, question.answer, words, context.announce);
  const feedback = findHook(form, 'feedback');
  const check = findHook(form, 'check-answer');
  const retry = makeButton('try-again', words.fixed.tryAgain, () => {
    onRetry();
    view.focus();
  });
  /** Hints are for where each answer is checked at once. */
  const hints: HintsView | undefined =
    onEdit === undefined && question.hintsHtml !== undefined
      ? openHints({ form, words, hints: question.hintsHtml, onHint: () => parts.onHint?.() })
      : undefined;
  findHook(form, 'actions')?.append(retry);
  /** What the form shows as decided; undefined while it asks, so that half an answer survives a redrawing. */
  let decided: readonly string[] | undefined;
  let begun = parts.draft;

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (onEdit !== undefined) return;
    const gap = view.gap();
    if (gap !== undefined) {
      feedback?.replaceChildren(make('p', { 'data-cw': 'gap' }, gap));
      setHidden(feedback, false);
      context.announce(gap);
      return;
    }
    onAnswer(view.given());
    if (feedback !== undefined) focusText(feedback);
  });

  const emptyGap = view.gap();
  let openGap = '';
  /** What cannot be an answer, such as three options where two are asked for, is kept as none, and stays on the page as it is. */
  const edited = (): void => {
    const given = view.given();
    const isAnswer = given.length > 0 && parts.fits?.(given) !== false && isKnownAnswer(question.answer, given);
    decided = isAnswer ? given : undefined;
    onEdit?.(decided ?? []);
  };
  const showGap = (): void => {
    const gap = view.gap();
    openGap = gap === undefined || gap === emptyGap ? '' : gap;
    feedback?.replaceChildren(...(openGap === '' ? [] : [make('p', { 'data-cw': 'gap' }, openGap)]));
    setHidden(feedback, openGap === '');
  };
  if (onEdit !== undefined) {
    form.addEventListener('input', edited);
    form.addEventListener('change', () => {
      edited();
      showGap();
    });
  }
  /** Shows an answer that may still be changed; one that the form has given itself is left as it is, because somebody may be typing. */
  const showOpen = (answer: readonly string[] | undefined, changed: boolean): void => {
    if (answer?.join('\n') !== decided?.join('\n')) view.give(answer ?? []);
    decided = answer;
    setHidden(check, true);
    setHidden(retry, true);
    const notes = changed
      ? [make('p', { 'data-cw': 'changed' }, words.fixed.changed)]
      : openGap === ''
        ? []
        : [make('p', { 'data-cw': 'gap' }, openGap)];
    feedback?.replaceChildren(...notes);
    setHidden(feedback, notes.length === 0);
  };

  /** Once, where the question is asked. */
  const restore = (asks: boolean): void => {
    const draft = begun;
    begun = undefined;
    if (draft !== undefined && asks) writeDraft(form, draft, view.give);
  };

  return {
    form,
    show({ answer, changed, closed, mayRetry, hinted }) {
      const known = answer !== undefined && isKnownAnswer(question.answer, answer) ? answer : undefined;
      if (onEdit !== undefined && !closed) {
        showOpen(known, changed);
        restore(known === undefined);
        return;
      }
      restore(known === undefined && !closed);
      const asked = decided === undefined && form.dataset.cwResult === undefined;
      if (known !== undefined || decided !== undefined || closed) view.give(known ?? []);
      decided = known;
      view.lock(known !== undefined || closed);
      setHidden(check, known !== undefined || closed);
      setHidden(retry, !(known !== undefined && mayRetry));
      delete form.dataset.cwResult;
      if (hinted === false) hints?.clear();
      hints?.refresh(known === undefined && !closed);
      if (known === undefined && !closed) {
        view.mark(undefined);
        // What is missing stays said when the page around the question changes.
        if (asked && findHook(form, 'gap') !== undefined) return;
        feedback?.replaceChildren(...(changed ? [make('p', { 'data-cw': 'changed' }, words.fixed.changed)] : []));
        setHidden(feedback, !changed);
        return;
      }
      const { credit } = gradeAnswer(question.answer, known ?? [], policy);
      form.dataset.cwResult = credit >= 1 ? 'right' : credit > 0 ? 'partly' : 'wrong';
      view.mark({ given: known ?? [], whyHtml: question.whyHtml, policy });
      const verdict = { credit, hinted: hinted ?? hints?.areShown() === true };
      if (feedback !== undefined) fillFeedback(feedback, question, verdict, words);
      setHidden(feedback, false);
    },
    order: (ids) => view.order(ids),
    number(text) {
      const place = findHook(form, 'number');
      if (place !== undefined) place.textContent = text;
    },
    focus: () => view.focus(),
    draft: () =>
      decided === undefined && form.dataset.cwResult === undefined ? readDraft(form, view.given()) : undefined,
  };
}
