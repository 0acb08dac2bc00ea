/**
 * A decision guide on the page: questions, then the one outcome that the learner's answers lead to, with the reasons that hold,
 * those that speak against it, and the study plan. It gives no score. It must not know how rules are weighed.
 */
import { type GuideAnswers, recommend } from '../../shared/guide-data.ts';
import type { GuideWords } from '../../shared/words/player-words.ts';
import { answerCheck, isDone, markDone } from '../learning.ts';
import type { Guide } from '../part.ts';
import { findHook, focusText, make, makeButton, setHidden } from './dom.ts';
import type { PageView, PlayerContext } from './player-context.ts';

/** The player's context with the words that came with this part. */
interface GuideContext extends PlayerContext {
  readonly words: GuideWords;
}

export function openGuide(context: GuideContext, guide: Guide): PageView {
  const { session, words, main } = context;
  const form = main.querySelector<HTMLFormElement>('form[data-cw="guide-questions"]');
  const actions = findHook(main, 'guide-actions');
  const outcomes = findHook(main, 'guide-outcomes');
  const heading = findHook(main, 'guide-heading');
  const asks = guide.asks.flatMap((id, index) => {
    const facts = context.questionById.get(guide.checks[index] ?? '');
    const fieldset = main.querySelector<HTMLFieldSetElement>(`[data-cw-ask="${CSS.escape(id)}"]`);
    return facts === undefined || fieldset === null ? [] : [{ id, facts, fieldset }];
  });
  const objections = make('div', { 'data-cw': 'guide-objections' });
  const note = make('p', { 'data-cw': 'gap', role: 'presentation' });

  /** Answers that are still among the choices: a guide may have been edited since. */
  const answersNow = (): GuideAnswers =>
    new Map(
      asks.flatMap(({ id, facts, fieldset }) => {
        const kept = session.state().checks.find((check) => check.tag === facts.tag)?.answer?.[0];
        const isChoice = [...fieldset.querySelectorAll('input')].some((input) => input.value === kept);
        return kept === undefined || !isChoice ? [] : [[id, kept] as const];
      }),
    );

  const showOutcome = (answers: GuideAnswers): void => {
    const { outcome, reasons, objections: against } = recommend(guide, answers);
    for (const section of main.querySelectorAll<HTMLElement>('[data-cw-outcome]')) {
      const isChosen = section.dataset.cwOutcome === outcome;
      section.hidden = !isChosen;
      if (isChosen) section.append(objections);
    }
    const texts: Node[] = [];
    for (const item of main.querySelectorAll<HTMLElement>('[data-cw-rule]')) {
      const rule = Number(item.dataset.cwRule);
      item.hidden = !reasons.includes(rule);
      if (against.includes(rule)) texts.push(make('li', {}, ...[...item.cloneNode(true).childNodes]));
    }
    for (const box of main.querySelectorAll<HTMLElement>('[data-cw="guide-reasons"]')) {
      box.hidden = box.querySelector('li:not([hidden])') === null;
    }
    objections.replaceChildren(
      ...(texts.length === 0 ? [] : [make('h4', {}, words.fixed.guideObjections), make('ul', {}, ...texts)]),
    );
    if (heading !== undefined) heading.textContent = words.fixed.guideRecommendation;
    setHidden(outcomes, false);
  };

  const render = (): void => {
    const answers = answersNow();
    for (const { id, fieldset } of asks) {
      for (const input of fieldset.querySelectorAll('input')) input.checked = input.value === answers.get(id);
    }
    note.textContent = '';
    const isWhole = answers.size === asks.length;
    setHidden(outcomes, !isWhole || !isDone(session.state(), guide.tag));
    if (isWhole && isDone(session.state(), guide.tag)) showOutcome(answers);
  };

  const onChange = (event: Event): void => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement)) return;
    const asked = asks.find(({ fieldset }) => fieldset.contains(input));
    if (asked === undefined) return;
    session.update(answerCheck(session.state(), asked.facts, [input.value]), 'later');
    note.textContent = '';
    // A recommendation that no longer follows from the answers must not stand there.
    setHidden(outcomes, true);
  };
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const answers = answersNow();
    const open = asks.filter(({ id }) => !answers.has(id));
    const first = open[0];
    if (first !== undefined) {
      note.textContent = words.unanswered({ count: open.length });
      context.announce(note.textContent);
      const legend = first.fieldset.querySelector<HTMLElement>('legend');
      if (legend !== null) focusText(legend);
      return;
    }
    if (!isDone(session.state(), guide.tag)) session.update(markDone(session.state(), guide.tag), 'now');
    showOutcome(answers);
    if (heading !== undefined) {
      heading.scrollIntoView({ block: 'start' });
      focusText(heading);
    }
  };
  form?.addEventListener('change', onChange);
  form?.addEventListener('submit', onSubmit);
  actions?.replaceChildren(
    note,
    make('button', { type: 'submit', 'data-cw': 'show-recommendation' }, words.fixed.showRecommendation),
  );
  const foot = make(
    'div',
    { 'data-cw': 'actions' },
    makeButton('change-answers', words.fixed.changeAnswers, () => {
      const legend = asks[0]?.fieldset.querySelector<HTMLElement>('legend');
      legend?.scrollIntoView({ block: 'start' });
      if (legend !== undefined && legend !== null) focusText(legend);
    }),
    makeButton('print', words.fixed.print, () => window.print()),
  );
  outcomes?.append(foot);
  render();
  return { close: () => undefined };
}
