/**
 * One question of an exam with what a learner may do to it beside answering: options carry letters and can be struck out, text can
 * be highlighted. What is struck and highlighted stays in this browser.
 */
import { shuffleOptions } from '../../draw.ts';
import type { ExamQuestion } from '../../exam-run.ts';
import { findHook, make, makeButton } from '../dom.ts';
import type { Draft } from '../drafts.ts';
import { openQuestion, type QuestionView } from '../question-view.ts';
import type { ExamRoom } from './exam-room.ts';
import { selectedStretch, showHighlights } from './text-highlights.ts';

export interface ExamQuestionView {
  readonly item: HTMLElement;
  show(entry: ExamQuestion, closed: boolean): void;
  number(text: string): void;
  /** Chooses the option at a place, as a click would. */
  choose(place: number): void;
  /** False when nothing is selected in the question's text. */
  highlightSelection(): boolean;
  clearHighlights(): void;
  hasHighlights(): boolean;
  readonly view: QuestionView;
}

export interface ExamQuestionParts {
  readonly room: ExamRoom;
  /** The question's own list item; nobody else uses it. */
  readonly item: HTMLElement;
  readonly form: HTMLFormElement;
  readonly entry: ExamQuestion;
  readonly seed: number;
  /** `study` checks at once, `exam` takes edits, `closed` only shows. */
  readonly as: 'study' | 'exam' | 'closed';
  readonly onAnswer: (given: readonly string[]) => void;
  readonly draft: Draft | undefined;
  readonly onHint: () => void;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export function openExamQuestion(parts: ExamQuestionParts): ExamQuestionView {
  const { room, item, form, entry, seed, as, onAnswer, onHint } = parts;
  const { context, exam, desk } = room;
  const { words } = context;
  const { id, answer: size } = entry.facts;
  const { answer: key } = entry.question;
  const view = openQuestion({
    context,
    form,
    question: entry.question,
    policy: entry.policy,
    onAnswer,
    onRetry: () => undefined,
    draft: parts.draft,
    onHint,
    fits: (given) => size.form === 'text' || given.length <= size.most,
    ...(as === 'exam' ? { onEdit: onAnswer } : {}),
  });
  // True before false is what everybody expects (see AnswerData).
  const shuffles = exam.shuffle && key.type !== 'true-false';
  view.order(shuffles ? shuffleOptions(key.options, key.pinned, id, seed) : key.options);

  /** Options that are chosen, in the order shown. */
  const options = [...form.querySelectorAll<HTMLElement>('[data-cw-option]')].filter(
    (option) => option.querySelector('input:is([type="radio"], [type="checkbox"])') !== null,
  );
  const strikes = new Map<string, HTMLButtonElement>();
  const showStruck = (): void => {
    const struck = new Set(desk.marks(id).struck);
    for (const option of options) {
      const own = option.dataset.cwOption ?? '';
      option.toggleAttribute('data-cw-struck', struck.has(own));
      strikes.get(own)?.setAttribute('aria-pressed', String(struck.has(own)));
    }
  };
  const strike = (option: string): void => {
    const marks = desk.marks(id);
    const struck = marks.struck.includes(option)
      ? marks.struck.filter((other) => other !== option)
      : [...marks.struck, option];
    desk.setMarks(id, { ...marks, struck });
    showStruck();
  };
  options.forEach((option, at) => {
    const letter = LETTERS[at] ?? '';
    const own = option.dataset.cwOption ?? '';
    const label = option.querySelector('label');
    label?.querySelector('input')?.after(make('span', { 'data-cw': 'letter', 'aria-hidden': 'true' }, letter));
    if (as === 'closed' || options.length < 3) return;
    const button = makeButton('strike', '', () => strike(own));
    button.setAttribute('aria-label', words.strikeOut({ letter }));
    button.title = words.strikeOut({ letter });
    strikes.set(own, button);
    label?.after(button);
  });

  const showMarks = (): void => showHighlights(form, desk.marks(id).highlights);
  showStruck();
  showMarks();
  return {
    item,
    view,
    show({ answer, changed, hinted }, closed) {
      view.show({ answer, changed, closed, mayRetry: false, hinted });
      for (const button of strikes.values()) button.hidden = closed || (as === 'study' && answer !== undefined);
    },
    number: (text) => view.number(text),
    choose: (place) => options[place]?.querySelector('input')?.click(),
    highlightSelection() {
      const stretch = selectedStretch(form);
      if (stretch === undefined) return false;
      const marks = desk.marks(id);
      desk.setMarks(id, { ...marks, highlights: [...marks.highlights, stretch] });
      document.getSelection()?.removeAllRanges();
      showMarks();
      return true;
    },
    clearHighlights() {
      desk.setMarks(id, { ...desk.marks(id), highlights: [] });
      showMarks();
    },
    hasHighlights: () => findHook(form, 'highlight') !== undefined,
  };
}
