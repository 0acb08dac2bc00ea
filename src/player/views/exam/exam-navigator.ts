/** All questions of an attempt as a grid of numbers that says in signs and words which are answered, flagged, current, not seen. */
import type { ExamWords } from '../../../shared/words/player-words.ts';
import type { ExamQuestion } from '../../exam-run.ts';
import { make, makeButton } from '../dom.ts';

export interface ExamNavigator {
  readonly element: HTMLElement;
  refresh(run: readonly ExamQuestion[], at: string | undefined): void;
}

type Mark = 'answered' | 'open' | 'unseen';

function markOf(entry: ExamQuestion, isCurrent: boolean): Mark {
  if (entry.answer !== undefined) return 'answered';
  return entry.seconds > 0 || isCurrent ? 'open' : 'unseen';
}

function markWord({ fixed }: ExamWords, mark: Mark): string {
  switch (mark) {
    case 'answered':
      return fixed.answeredMark;
    case 'open':
      return fixed.openMark;
    case 'unseen':
      return fixed.unseenMark;
  }
}

/** What each sign means, for eyes. */
function makeLegend(words: ExamWords): HTMLElement {
  const sample = (attributes: Readonly<Record<string, string>>, text: string): HTMLElement =>
    make('li', {}, make('span', { 'data-cw': 'grid-sample', 'aria-hidden': 'true', ...attributes }), ` ${text}`);
  return make(
    'ul',
    { 'data-cw': 'grid-legend' },
    sample({ 'data-cw-grid': 'answered' }, words.fixed.answeredMark),
    sample({ 'data-cw-grid': 'open' }, words.fixed.openMark),
    sample({ 'data-cw-grid': 'unseen' }, words.fixed.unseenMark),
    sample({ 'data-cw-grid': 'open', 'data-cw-flagged': '' }, words.fixed.flagged),
    sample({ 'data-cw-grid': 'open', 'data-cw-current': '' }, words.fixed.currentMark),
  );
}

export function makeNavigator(words: ExamWords, onPick: (id: string) => void): ExamNavigator {
  const grid = make('ol', { 'data-cw': 'grid' });
  let buttons: ReadonlyMap<string, HTMLButtonElement> = new Map();
  const build = (run: readonly ExamQuestion[]): void => {
    buttons = new Map(
      run.map(({ facts }, index) => [facts.id, makeButton('grid-button', String(index + 1), () => onPick(facts.id))]),
    );
    grid.replaceChildren(...[...buttons.values()].map((button) => make('li', {}, button)));
  };
  return {
    element: make('div', { 'data-cw': 'navigator' }, grid, makeLegend(words)),
    refresh(run, at) {
      if (run.length !== buttons.size || run.some(({ facts }) => !buttons.has(facts.id))) build(run);
      run.forEach((entry, index) => {
        const button = buttons.get(entry.facts.id);
        if (button === undefined) return;
        const isCurrent = entry.facts.id === at;
        const mark = markOf(entry, isCurrent);
        const marks = [markWord(words, mark), ...(entry.flagged ? [words.fixed.flagged] : [])];
        const name = words.gridButton({ number: index + 1, marks: marks.join(', ') });
        if (button.getAttribute('aria-label') !== name) button.setAttribute('aria-label', name);
        button.dataset.cwGrid = mark;
        button.toggleAttribute('data-cw-flagged', entry.flagged);
        button.toggleAttribute('data-cw-current', isCurrent);
        if (isCurrent) button.setAttribute('aria-current', 'true');
        else button.removeAttribute('aria-current');
      });
    },
  };
}
