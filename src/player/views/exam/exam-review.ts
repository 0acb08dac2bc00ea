/** Before the submission: what is answered, open and flagged, then the question whether to submit. */
import type { ExamQuestion } from '../../exam-run.ts';
import { make, makeButton } from '../dom.ts';
import { makeNavigator } from './exam-navigator.ts';
import type { ExamRoom } from './exam-room.ts';
import type { ExamTimer } from './exam-timer.ts';

export interface ReviewActs {
  readonly onPick: (id: string) => void;
  readonly onBack: () => void;
  readonly onAskSubmit: () => void;
  readonly onSubmit: () => void;
  readonly onReview: () => void;
  readonly onGiveUp: () => void;
}

interface Phase {
  readonly head: readonly HTMLElement[];
  readonly foot: readonly HTMLElement[];
}

export function makeReview(room: ExamRoom, timer: ExamTimer, acts: ReviewActs): Phase {
  const { words } = room.context;
  const { fixed } = words;
  const run = room.run();
  const numbers = new Map(run.map((entry, at) => [entry, at + 1]));
  const makeList = (title: string, entries: readonly ExamQuestion[]): readonly HTMLElement[] => {
    const items = entries.map((entry) =>
      make(
        'li',
        {},
        makeButton('to-question', words.wrongQuestion({ number: numbers.get(entry) ?? 0 }), () =>
          acts.onPick(entry.facts.id),
        ),
      ),
    );
    const list = items.length === 0 ? make('p', {}, fixed.none) : make('ul', { 'data-cw': 'question-list' }, ...items);
    return [make('h3', {}, title), list];
  };
  const open = run.filter((entry) => entry.answer === undefined);
  const navigator = makeNavigator(words, acts.onPick);
  navigator.refresh(run, undefined);
  return {
    head: [
      make('h2', { tabindex: '-1' }, fixed.reviewTitle),
      make('p', { 'data-cw': 'answered' }, words.answered({ count: run.length - open.length, all: run.length })),
      ...makeList(fixed.unansweredList, open),
      ...makeList(
        fixed.flaggedList,
        run.filter((entry) => entry.flagged),
      ),
      make('h3', {}, fixed.allQuestions),
      navigator.element,
    ],
    foot: [
      make(
        'div',
        { 'data-cw': 'exam-bar' },
        makeButton('to-questions', fixed.backToQuestion, acts.onBack),
        timer.element,
        makeButton('finish-exam', fixed.askSubmit, acts.onAskSubmit),
      ),
    ],
  };
}

export function makeConfirm(room: ExamRoom, timer: ExamTimer, acts: ReviewActs): Phase {
  const { words } = room.context;
  const { fixed } = words;
  const run = room.run();
  const open = run.filter((entry) => entry.answer === undefined).length;
  const flagged = run.filter((entry) => entry.flagged).length;
  const isPractice = room.attempt()?.counts === false;
  const lines = [
    ...(open > 0 ? [words.confirmOpen({ count: open })] : []),
    ...(flagged > 0 ? [words.confirmFlagged({ count: flagged })] : []),
    fixed.confirmText,
    ...(isPractice ? [fixed.giveUpText] : []),
  ];
  return {
    head: [make('h2', { tabindex: '-1' }, fixed.confirmTitle), ...lines.map((line) => make('p', {}, line))],
    foot: [
      make(
        'div',
        { 'data-cw': 'exam-onward' },
        makeButton('finish-now', fixed.submitNow, acts.onSubmit),
        makeButton('to-review', fixed.backToReview, acts.onReview),
        ...(isPractice ? [makeButton('give-up', fixed.giveUp, acts.onGiveUp)] : []),
      ),
      make('div', { 'data-cw': 'exam-bar' }, timer.element),
    ],
  };
}
