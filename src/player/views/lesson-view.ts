/** A lesson on the page: its quick checks, and when it counts as done: end seen and every check answered. */
import { policyFor } from '../../shared/exam-data.ts';
import type { ActivityData } from '../../shared/package-data.ts';
import { answerCheck, isDone, markDone } from '../learning.ts';
import type { LoadedPage } from '../pages.ts';
import { make } from './dom.ts';
import { collectDrafts, type Drafts } from './drafts.ts';
import type { PageView, PlayerContext } from './player-context.ts';
import { openQuestion, type QuestionView } from './question-view.ts';

type Lesson = Extract<ActivityData, { kind: 'lesson' }>;

export function openLesson(context: PlayerContext, lesson: Lesson, page: LoadedPage, drafts: Drafts): PageView {
  const { session, words, main } = context;
  const views = new Map<string, QuestionView>();
  const retried = new Set<string>();
  const end = make('p', { 'data-cw': 'lesson-end' });
  main.append(end);
  let endSeen = false;

  const itemOf = (id: string) => {
    const tag = context.questionById.get(id)?.tag;
    return session.state().checks.find((item) => item.tag === tag);
  };
  const openChecks = (): number =>
    lesson.checks.filter((id) => views.has(id) && itemOf(id)?.answer === undefined).length;
  const settle = (): void => {
    if (endSeen && openChecks() === 0 && !isDone(session.state(), lesson.tag)) {
      session.update(markDone(session.state(), lesson.tag), 'later');
    }
  };
  const refresh = (): void => {
    for (const [id, view] of views) {
      const item = itemOf(id);
      const asks = retried.has(id);
      const changed = item !== undefined && item.answer === undefined;
      view.show({ answer: asks ? undefined : item?.answer, changed: changed && !asks, closed: false, mayRetry: true });
    }
    const left = openChecks();
    end.textContent = left > 0 && !isDone(session.state(), lesson.tag) ? words.checksLeft({ count: left }) : '';
  };

  for (const section of main.querySelectorAll<HTMLElement>('[data-cw-check]')) {
    const id = section.dataset.cwCheck ?? '';
    const question = page.questions.get(id);
    const facts = context.questionById.get(id);
    const form = section.querySelector('form');
    if (question === undefined || facts === undefined || form === null) {
      // The package was replaced while the learner is inside: its new page asks what the course's old data does not know.
      section.hidden = true;
      continue;
    }
    const onAnswer = (chosen: readonly string[]): void => {
      retried.delete(id);
      session.update(answerCheck(session.state(), facts, chosen), 'later');
      refresh();
      settle();
    };
    const onRetry = (): void => {
      retried.add(id);
      refresh();
    };
    const policy = policyFor(lesson.credit, question.answer.type);
    views.set(id, openQuestion({ context, form, question, policy, onAnswer, onRetry, draft: drafts.get(id) }));
  }
  refresh();

  const seeEnd = (): void => {
    endSeen = true;
    settle();
    refresh();
  };
  const observer =
    typeof IntersectionObserver === 'function'
      ? new IntersectionObserver((entries) => {
          if (entries.some((entry) => entry.isIntersecting)) seeEnd();
        })
      : undefined;
  if (observer === undefined) seeEnd();
  else observer.observe(end);
  return {
    drafts: () => collectDrafts(views),
    close: () => observer?.disconnect(),
  };
}
