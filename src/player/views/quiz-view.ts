/** A quiz on the page: start, one attempt with feedback at once, result. */

import { policyFor } from '../../shared/exam-data.ts';
import { toDay } from '../../shared/state-record.ts';
import { drawQuestions, shuffleOptions } from '../draw.ts';
import { answerQuestion, findAttempt, finishAttempt, startAttempt, takeHint } from '../learning.ts';
import { recordAnswer } from '../learning-record.ts';
import type { LoadedPage } from '../pages.ts';
import { gradeAnswer } from '../question-behavior.ts';
import { type AnswerTime, arrangeAttempt, type Quiz, type RunQuestion, recordRun, scoreRun } from '../quiz-run.ts';
import { findHook, focusText, make, makeButton, setHidden } from './dom.ts';
import { collectDrafts, type Drafts } from './drafts.ts';
import type { PageView, PlayerContext } from './player-context.ts';
import { openQuestion, type QuestionView } from './question-view.ts';
import { makeResult } from './result-view.ts';

export function openQuiz(context: PlayerContext, quiz: Quiz, page: LoadedPage, drafts: Drafts): PageView {
  const { session, words, clock, main } = context;
  const head = findHook(main, 'quiz-head');
  const foot = findHook(main, 'quiz-foot');
  const list = findHook(main, 'questions');
  const views = new Map<string, { readonly view: QuestionView; readonly item: HTMLElement }>();
  const times = new Map<string, AnswerTime>();
  let lastActAt = clock.ticks();

  const attemptNow = () => findAttempt(session.state(), quiz.tag);
  const runNow = (): readonly RunQuestion[] => {
    const attempt = attemptNow();
    return attempt === undefined ? [] : arrangeAttempt(quiz, attempt, context.questionById, page.questions);
  };
  const gone = (): number => session.reconciled().dropped.get(quiz.tag) ?? 0;

  const begin = (): void => {
    const seen = new Set(session.state().record.flatMap((entry) => context.questionByTag.get(entry.tag)?.id ?? []));
    const seed = context.newSeed();
    const ids = quiz.drawn ? drawQuestions(quiz.pool, quiz.draw, seen, seed) : quiz.pool;
    const drawn = ids.flatMap((id) => (views.has(id) ? (context.questionById.get(id) ?? []) : []));
    lastActAt = clock.ticks();
    times.clear();
    session.update(startAttempt(session.state(), quiz.tag, seed, drawn), 'later');
    render();
    focusHeading();
  };
  const answer = (id: string, chosen: readonly string[]): void => {
    const facts = context.questionById.get(id);
    const question = page.questions.get(id);
    if (facts === undefined || question === undefined) return;
    times.set(id, { at: clock.now(), latencyMs: clock.ticks() - lastActAt });
    lastActAt = clock.ticks();
    const right = gradeAnswer(question.answer, chosen, 'all-or-nothing').credit >= 1;
    const answered = answerQuestion(session.state(), quiz.tag, facts, chosen);
    session.update(recordAnswer(answered, facts.tag, right, toDay(clock.now())), 'later');
    // Only this question and the count are drawn anew: on a page of many questions the others stay as they are.
    const run = runNow();
    const entry = run.find((candidate) => candidate.facts.id === id);
    const attempt = attemptNow();
    if (entry !== undefined) showQuestion(entry, false);
    if (attempt !== undefined) renderRun(run, attempt.number);
  };
  const finish = (): void => {
    const run = runNow();
    const attempt = attemptNow();
    if (attempt === undefined || attempt.finished) return;
    const now = { at: clock.now(), latencyMs: 0 };
    // The score goes first and alone (R5); the answers follow in chunks (R11).
    const outcome = { score: scoreRun(run), day: toDay(clock.now()) };
    session.update(finishAttempt(session.state(), quiz.tag, outcome), 'now');
    session.report(
      quiz.tag,
      attempt.number,
      recordRun(quiz, attempt, run, (id) => times.get(id) ?? now),
    );
    render();
    focusHeading();
  };
  const askFinish = (): void => {
    const open = runNow().filter((entry) => entry.answer === undefined);
    const first = open[0];
    if (first === undefined) {
      finish();
      return;
    }
    const question = make(
      'div',
      { 'data-cw': 'unanswered' },
      make('p', { tabindex: '-1' }, words.unanswered({ count: open.length })),
      makeButton('to-unanswered', words.fixed.toUnanswered, () => goTo(first.facts.id)),
      makeButton('finish-anyway', words.fixed.finishAnyway, finish),
    );
    foot?.querySelector('[data-cw="unanswered"]')?.remove();
    foot?.append(question);
    const text = question.querySelector('p');
    if (text !== null) focusText(text);
  };

  const goTo = (id: string): void => {
    const found = views.get(id);
    if (found === undefined) return;
    found.item.scrollIntoView({ block: 'start' });
    const target = found.view.form.querySelector<HTMLElement>('legend') ?? found.view.form;
    focusText(target);
  };
  const focusHeading = (): void => {
    const heading = head?.querySelector<HTMLElement>('h2');
    if (heading === null || heading === undefined) return;
    heading.scrollIntoView({ block: 'start' });
    focusText(heading);
  };

  const renderStart = (): void => {
    const { data } = context;
    const result = session.state().results.find((entry) => entry.activity === quiz.tag);
    const graded = data.grade?.activities.some((activity) => activity.id === quiz.id) === true;
    const mark = session.passMark();
    const lines = [
      words.fixed.quizFeedback,
      ...(graded && mark !== null ? [words.passMark({ percent: mark })] : []),
      ...(result === undefined
        ? []
        : [words.bestScore({ percent: result.best }), words.lastScore({ percent: result.last })]),
      ...(gone() > 0 ? [words.questionsGone({ count: gone() })] : []),
    ];
    head?.replaceChildren(
      ...lines.map((line) => make('p', {}, line)),
      make('div', { 'data-cw': 'actions' }, makeButton('start-quiz', words.fixed.startQuiz, begin)),
    );
    foot?.replaceChildren();
    setHidden(list, true);
  };
  const showQuestion = ({ facts, answer: given, changed, hinted }: RunQuestion, closed: boolean): void => {
    views.get(facts.id)?.view.show({ answer: given, changed, closed, mayRetry: false, hinted });
  };
  const renderQuestions = (run: readonly RunQuestion[], finished: boolean, seed: number): void => {
    setHidden(list, false);
    const shown = new Set(run.map((entry) => entry.facts.id));
    for (const [id, { item }] of views) item.hidden = !shown.has(id);
    run.forEach((entry, index) => {
      const found = views.get(entry.facts.id);
      if (found === undefined) return;
      const { answer: key } = entry.question;
      list?.append(found.item);
      // True before false is what everybody expects (see AnswerData).
      const shuffles = quiz.shuffle && key.type !== 'true-false';
      found.view.order(shuffles ? shuffleOptions(key.options, key.pinned, entry.facts.id, seed) : key.options);
      found.view.number(words.questionNumber({ number: index + 1, all: run.length }));
      showQuestion(entry, finished);
    });
  };
  const renderRun = (run: readonly RunQuestion[], number: number): void => {
    if (head?.querySelector('[data-cw="attempt"]') === null || head?.dataset.cwAttempt !== String(number)) {
      const notes = [
        ...(run.some((entry) => entry.changed) ? [words.fixed.changedCourse] : []),
        ...(gone() > 0 ? [words.questionsGone({ count: gone() })] : []),
      ];
      head?.replaceChildren(
        make('h2', { 'data-cw': 'attempt', tabindex: '-1' }, words.attempt({ number })),
        ...notes.map((note) => make('p', { 'data-cw': 'note' }, note)),
      );
      if (head !== undefined) head.dataset.cwAttempt = String(number);
    }
    const count = run.filter((entry) => entry.answer !== undefined).length;
    foot?.replaceChildren(
      make('p', { 'data-cw': 'answered' }, words.answered({ count, all: run.length })),
      makeButton('finish-quiz', words.fixed.finishQuiz, askFinish),
    );
  };
  const render = (): void => {
    const attempt = attemptNow();
    const run = runNow();
    if (attempt === undefined || run.length === 0) {
      renderStart();
      return;
    }
    renderQuestions(run, attempt.finished, attempt.seed);
    if (!attempt.finished) {
      renderRun(run, attempt.number);
      return;
    }
    foot?.replaceChildren();
    const parts = { context, quiz, attempt, run, gone: gone(), onQuestion: goTo, onTryAgain: begin };
    head?.replaceChildren(makeResult(parts));
  };

  for (const form of main.querySelectorAll<HTMLFormElement>('[data-cw-quiz] form[data-cw-question]')) {
    const id = form.dataset.cwQuestion ?? '';
    const question = page.questions.get(id);
    const item = form.closest('li');
    if (question === undefined || item === null) continue;
    const view = openQuestion({
      context,
      form,
      question,
      policy: policyFor(quiz.credit, question.answer.type),
      onAnswer: (chosen) => answer(id, chosen),
      onRetry: () => undefined,
      draft: drafts.get(id),
      onHint() {
        const tag = context.questionById.get(id)?.tag ?? '';
        session.update(takeHint(session.state(), quiz.tag, tag), 'with-next');
      },
    });
    views.set(id, { view, item });
  }
  render();
  return {
    drafts: () => collectDrafts([...views].map(([id, { view }]) => [id, view] as const)),
    close: () => undefined,
  };
}
