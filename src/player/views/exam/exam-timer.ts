/** Shows an attempt's time, where the learner wants to see it. */
import { clockText } from '../../exam-clock.ts';
import { make, makeButton, setHidden } from '../dom.ts';
import type { ExamRoom } from './exam-room.ts';
import type { Timekeeper } from './timekeeper.ts';

export interface ExamTimer {
  readonly element: HTMLElement;
  refresh(): void;
}

export function makeTimer({ context, desk }: ExamRoom, keeper: Timekeeper): ExamTimer {
  const { fixed } = context.words;
  const label = make('span', { 'data-cw': 'timer-label' });
  const text = make('span', { 'data-cw': 'timer-text' });
  const shown = make('span', { role: 'timer' }, label, ' ', text);
  const toggle = makeButton('timer-toggle', '', () => {
    desk.setWanted('timer', !desk.wants('timer'));
    refresh();
  });
  const refresh = (): void => {
    const left = keeper.secondsLeft();
    const wanted = desk.wants('timer');
    setHidden(shown, !wanted);
    const name = wanted ? fixed.hideTimer : fixed.showTimer;
    if (toggle.textContent !== name) toggle.textContent = name;
    label.textContent = left === undefined ? fixed.timeSpent : fixed.timeLeft;
    text.textContent = clockText(left ?? keeper.spentSeconds());
  };
  refresh();
  return { element: make('div', { 'data-cw': 'exam-timer' }, shown, toggle), refresh };
}
