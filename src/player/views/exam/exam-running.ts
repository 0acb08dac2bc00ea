/** One question at a time: its place, its tools, previous and next, the time, and the grid of all questions. */
import type { Confidence } from '../../../shared/state-record.ts';
import type { ExamQuestion } from '../../exam-run.ts';
import { focusText, make, makeButton, setHidden } from '../dom.ts';
import { makeAnswerTools } from './answer-tools.ts';
import { makeNavigator } from './exam-navigator.ts';
import type { ExamQuestionView } from './exam-question.ts';
import type { ExamRoom } from './exam-room.ts';
import { makeTimer } from './exam-timer.ts';
import type { Timekeeper } from './timekeeper.ts';

export interface RunningParts {
  readonly room: ExamRoom;
  readonly keeper: Timekeeper;
  readonly places: ExamPlaces;
  /** Opens the list of keys. */
  readonly keysButton: HTMLButtonElement;
  /** Opens the codes to look up, where the exam has some. */
  readonly lookUpButton: HTMLButtonElement | undefined;
  /** The view of a question of this attempt. */
  readonly viewOf: (entry: ExamQuestion) => ExamQuestionView | undefined;
  readonly onMove: (id: string) => void;
  readonly onFlag: (id: string) => void;
  readonly onConfidence: (id: string, confidence: Confidence) => void;
  readonly onReview: () => void;
  readonly onPause: () => void;
}

/** The places on the page that the template offers. */
export interface ExamPlaces {
  readonly head: HTMLElement;
  readonly tools: HTMLElement;
  readonly list: HTMLElement;
  readonly foot: HTMLElement;
}

export interface RunningView {
  /** Shows the question that the attempt stands at. */
  show(focus: boolean): void;
  /** After an answer or a flag. */
  refresh(): void;
  tick(): void;
  notice(text: string): void;
  /** Moves by so many questions. */
  step(by: number): void;
  flag(): void;
  choose(place: number): void;
}

export function openRunning(parts: RunningParts): RunningView {
  const { room, keeper, places, onMove, onReview } = parts;
  const { context } = room;
  const { words } = context;
  const { fixed } = words;
  const attempt = room.attempt();
  let shown: string | undefined;
  let view: ExamQuestionView | undefined;

  const current = (): ExamQuestion | undefined => {
    const run = room.run();
    const at = room.attempt()?.at;
    return run.find((entry) => entry.facts.tag === at) ?? run[0];
  };
  const step = (by: number): void => {
    const run = room.run();
    const at = run.findIndex((entry) => entry.facts.id === shown);
    const target = run[at + by];
    if (target !== undefined) onMove(target.facts.id);
    else if (by > 0) onReview();
  };
  const flag = (): void => {
    if (shown !== undefined) parts.onFlag(shown);
  };

  const place = make('h2', { 'data-cw': 'exam-place', tabindex: '-1' });
  const terms = [
    attempt?.counts === true ? words.attempt({ number: attempt.number }) : fixed.practiceShort,
    attempt?.mode === 'study' ? fixed.modeStudyShort : fixed.modeExamShort,
  ].join(' · ');
  const notes = [
    ...(room.run().some((entry) => entry.changed) ? [fixed.changedCourse] : []),
    ...(room.gone() > 0 ? [words.questionsGone({ count: room.gone() })] : []),
  ].map((note) => make('p', { 'data-cw': 'note' }, note));
  places.head.replaceChildren(place, make('p', { 'data-cw': 'exam-terms' }, terms), ...notes);

  const flagButton = makeButton('flag', fixed.flag, flag);
  const highlight = makeButton('highlight-selection', fixed.highlight, () => {
    const done = view?.highlightSelection() === true;
    hint.textContent = done ? '' : fixed.highlightHint;
    if (!done) context.announce(fixed.highlightHint);
    refresh();
  });
  // A press would take the selection away before the click can read it.
  highlight.addEventListener('mousedown', (event) => event.preventDefault());
  const hint = make('span', { 'data-cw': 'hint' });
  const clear = makeButton('clear-highlights', fixed.clearHighlights, () => {
    view?.clearHighlights();
    highlight.focus();
    refresh();
  });
  const hasHighlights = (): boolean => view?.hasHighlights() === true;
  const navigator = makeNavigator(words, (id) => {
    grid.open = false;
    onMove(id);
  });
  const answered = make('span', { 'data-cw': 'answered' });
  const grid = make(
    'details',
    { 'data-cw': 'all-questions' },
    make('summary', {}, fixed.allQuestions, ' ', answered),
    navigator.element,
  );
  const pause = attempt?.mode === 'study' ? [makeButton('pause', fixed.pause, parts.onPause)] : [];
  const lookUp = parts.lookUpButton === undefined ? [] : [parts.lookUpButton];
  places.tools.replaceChildren(
    make('div', { 'data-cw': 'exam-acts' }, flagButton, highlight, clear, ...lookUp, ...pause, parts.keysButton, hint),
    grid,
  );

  const answerTools = makeAnswerTools(room, (confidence) => {
    if (shown !== undefined) parts.onConfidence(shown, confidence);
  });
  const timer = makeTimer(room, keeper);
  const notice = make('p', { 'data-cw': 'exam-notice', hidden: '' });
  const previous = makeButton('previous-question', fixed.previousQuestion, () => step(-1));
  const next = makeButton('next-question', fixed.nextQuestion, () => step(1));
  const review = makeButton('review', fixed.toReview, onReview);
  places.foot.replaceChildren(
    answerTools.element,
    make('div', { 'data-cw': 'exam-onward' }, review),
    make('div', { 'data-cw': 'exam-bar' }, notice, previous, timer.element, next),
  );

  const refresh = (): void => {
    const entry = current();
    const run = room.run();
    if (entry === undefined) return;
    view?.show(entry, false);
    flagButton.setAttribute('aria-pressed', String(entry.flagged));
    setHidden(clear, !hasHighlights());
    answered.textContent = words.answered({
      count: run.filter((one) => one.answer !== undefined).length,
      all: run.length,
    });
    navigator.refresh(run, entry.facts.id);
  };
  const show = (focus: boolean): void => {
    const run = room.run();
    const entry = current();
    view = entry === undefined ? undefined : parts.viewOf(entry);
    if (entry === undefined || view === undefined) return;
    const at = run.indexOf(entry);
    shown = entry.facts.id;
    place.textContent = words.questionNumber({ number: at + 1, all: run.length });
    places.list.replaceChildren(view.item);
    setHidden(places.list, false);
    previous.disabled = at === 0;
    next.textContent = at === run.length - 1 ? fixed.toReview : fixed.nextQuestion;
    setHidden(review, at === run.length - 1);
    hint.textContent = '';
    notice.hidden = true;
    answerTools.show(shown, entry.confidence);
    refresh();
    if (!focus) return;
    place.scrollIntoView({ block: 'start' });
    focusText(place);
  };
  show(false);
  return {
    show,
    refresh,
    tick: timer.refresh,
    notice(text) {
      notice.textContent = text;
      notice.hidden = false;
      context.announce(text);
    },
    step,
    flag,
    choose: (at) => view?.choose(at),
  };
}
