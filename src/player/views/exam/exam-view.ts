/** An exam on its page: start, one question at a time, review, submission, result. */
import { type ExamEvent, type ExamPhase, isTimed, nextExamPhase, openingPhase } from '../../exam-machine.ts';
import type { LoadedPage } from '../../pages.ts';
import type { Exam } from '../../part.ts';
import { findHook, focusText, make, makeButton, setHidden } from '../dom.ts';
import type { Drafts } from '../drafts.ts';
import type { PageView } from '../player-context.ts';
import { createExamActs } from './exam-acts.ts';
import { makeExamAnswers } from './exam-answers.ts';
import { watchKeys } from './exam-keys.ts';
import { makeExamResult, showsKeys } from './exam-result.ts';
import { makeConfirm, makeReview, type ReviewActs } from './exam-review.ts';
import { type ExamContext, openRoom } from './exam-room.ts';
import { openRunning, type RunningView } from './exam-running.ts';
import { makeStart } from './exam-start.ts';
import { makeTimer } from './exam-timer.ts';
import { makeLookUp } from './look-up-panel.ts';
import { openShelf } from './question-shelf.ts';
import { createTimekeeper } from './timekeeper.ts';

export function openExam(context: ExamContext, exam: Exam, page: LoadedPage, drafts: Drafts): PageView {
  const { main, words } = context;
  const section = main.querySelector<HTMLElement>('[data-cw-exam]');
  const [head, tools, list, foot] = ['exam-head', 'exam-tools', 'questions', 'exam-foot'].map((hook) =>
    section === null ? undefined : findHook(section, hook),
  );
  if (section === null || !head || !tools || !list || !foot) return { close: () => undefined };
  const places = { head, tools, list, foot };
  const about = findHook(main, 'exam-about');
  const room = openRoom(context, exam, page);
  const shelf = openShelf(room, list, drafts, {
    answer(id, given) {
      acts.answer(id, given);
      running?.refresh();
    },
    hint: (id) => acts.hint(id),
  });
  let phase: ExamPhase = openingPhase(room.run().length === 0 ? undefined : room.attempt());
  let running: RunningView | undefined;
  /** Said above the result. */
  let ending = '';

  const tell = (text: string): void => {
    if (phase === 'running') running?.notice(text);
    else context.announce(text);
  };
  const keeper = createTimekeeper({
    room,
    onTick: () => {
      running?.tick();
      timer.refresh();
    },
    onNotice: (minutes) => tell(words.minutesLeft({ count: minutes })),
    onAllowanceOver: () => tell(words.fixed.allowanceOver),
    onTimeOver() {
      acts.submit();
      ending = words.fixed.timeOver;
      go('time-over');
      context.announce(ending);
    },
  });
  const timer = makeTimer(room, keeper);
  const acts = createExamActs(room, keeper, (id) => shelf.has(id) && page.questions.has(id));

  const lookUp = exam.lookUp === true ? makeLookUp(room) : undefined;
  if (lookUp !== undefined) section.append(lookUp.dialog);
  const keys = watchKeys(room, () => phase === 'running' && lookUp?.dialog.open !== true, {
    choose: (place) => running?.choose(place),
    next: () => running?.step(1),
    previous: () => running?.step(-1),
    flag: () => running?.flag(),
  });
  section.append(keys.dialog);

  const show = (parts: {
    head: readonly HTMLElement[];
    tools?: readonly HTMLElement[];
    foot?: readonly HTMLElement[];
  }) => {
    head.replaceChildren(...parts.head);
    tools.replaceChildren(...(parts.tools ?? []));
    foot.replaceChildren(...(parts.foot ?? []));
  };
  const move = (id: string): void => {
    acts.move(id);
    if (phase === 'running') running?.show(true);
    else go('to-question');
  };
  const reviewActs: ReviewActs = {
    onPick: move,
    onBack: () => go('to-question'),
    onAskSubmit: () => go('ask-submit'),
    onReview: () => go('review'),
    onSubmit() {
      acts.submit();
      go('submit');
    },
    onGiveUp() {
      acts.giveUp();
      go('give-up');
    },
  };
  const openRun = (): RunningView =>
    openRunning({
      room,
      keeper,
      places,
      keysButton: keys.button,
      lookUpButton: lookUp?.button,
      viewOf: (entry) => shelf.viewOf(entry, false),
      onMove: move,
      onFlag(id) {
        acts.flag(id);
        running?.refresh();
      },
      onConfidence: acts.setConfidence,
      onReview: () => go('review'),
      onPause: () => go('pause'),
    });
  const showResult = (): void => {
    const attempt = room.attempt();
    const run = room.run();
    if (attempt === undefined) return;
    shelf.clear();
    list.replaceChildren();
    const result = makeExamResult({ room, attempt, run, notice: ending, onToStart: () => go('new-attempt') });
    if (showsKeys(room, attempt, run)) {
      setHidden(list, false);
      show({
        head: [result],
        tools: makeExamAnswers({ room, run, list, viewOf: (entry) => shelf.viewOf(entry, true) }),
      });
      return;
    }
    const { keysHidden, keysHiddenUntilPassed } = words.fixed;
    show({ head: [result], tools: [make('p', {}, exam.feedback === 'never' ? keysHidden : keysHiddenUntilPassed)] });
  };
  const render = (): void => {
    section.dataset.cwPhase = phase;
    // Time may end while codes are looked up.
    lookUp?.dialog.close();
    setHidden(about, phase !== 'start');
    setHidden(list, true);
    running = undefined;
    switch (phase) {
      case 'start':
        shelf.clear();
        show({
          head: makeStart(room, (choice) => {
            if (!acts.begin(choice)) return;
            keeper.open();
            go('begin');
          }),
        });
        break;
      case 'running':
        running = openRun();
        break;
      case 'paused':
        show({
          head: [make('h2', { tabindex: '-1' }, words.fixed.paused), make('p', {}, words.fixed.pausedText)],
          foot: [makeButton('start-again', words.fixed.resume, () => go('resume'))],
        });
        break;
      case 'review':
        show(makeReview(room, timer, reviewActs));
        break;
      case 'confirm':
        show(makeConfirm(room, timer, reviewActs));
        break;
      case 'result':
        showResult();
        break;
    }
  };
  const go = (event: ExamEvent): void => {
    const next = nextExamPhase(phase, event);
    if (event === 'new-attempt' || event === 'begin') ending = '';
    if (event === 'begin') shelf.clear();
    phase = next;
    keeper.run(isTimed(phase));
    render();
    const heading = head.querySelector<HTMLElement>('h2');
    section.scrollIntoView({ block: 'start' });
    if (heading !== null) focusText(heading);
  };

  if (phase === 'running') keeper.open();
  render();
  keeper.run(isTimed(phase));
  timer.refresh();
  return {
    settle: keeper.settle,
    drafts: shelf.drafts,
    close() {
      keeper.close();
      keys.stop();
    },
  };
}
