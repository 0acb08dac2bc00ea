/** What is left on the page after Exit: the session is finished and the page can be closed. */
import type { SessionPhase } from '../session/session-machine.ts';
import { downloadAnswers } from './chrome-view.ts';
import { make, makeButton } from './dom.ts';
import type { PlayerContext } from './player-context.ts';

/** @param before the phase the session was in when Exit was pressed */
export function makeFarewell(context: PlayerContext, before: SessionPhase): HTMLElement {
  const { session, words } = context;
  const { fixed } = words;
  const exitReview = session.keepsPractice() ? fixed.exitReviewKept : fixed.exitReview;
  const failed = session.sign().kind === 'failed' || before === 'held';
  const text = failed
    ? fixed.exitFailed
    : before === 'untracked'
      ? fixed.exitUntracked
      : before === 'reading'
        ? exitReview
        : fixed.exitSent;
  const cleared = make('p', { role: 'status' });
  const clear = makeButton('clear-browser', fixed.clearBrowser, () => {
    session.clearMirror();
    cleared.textContent = fixed.cleared;
  });
  const save = makeButton('download', fixed.download, () => downloadAnswers(context));
  const acts = make('div', { 'data-cw': 'actions' }, ...(failed ? [save] : []), clear);
  return make(
    'div',
    { 'data-cw': 'farewell' },
    make('h1', { tabindex: '-1' }, failed ? fixed.exitFailedTitle : fixed.exitTitle),
    make('p', {}, text),
    acts,
    cleared,
  );
}
