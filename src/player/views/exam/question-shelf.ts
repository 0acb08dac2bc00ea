/** The questions that an exam's page brought, off the page: one at a time comes back, as a fresh copy for each attempt and for its result. */
import type { ExamQuestion } from '../../exam-run.ts';
import { make } from '../dom.ts';
import { collectDrafts, type Drafts, NO_DRAFTS } from '../drafts.ts';
import type { ExamActs } from './exam-acts.ts';
import { type ExamQuestionView, openExamQuestion } from './exam-question.ts';
import type { ExamRoom } from './exam-room.ts';

export interface QuestionShelf {
  /** Whether the page has the question. */
  has(id: string): boolean;
  /** A question's own view, the same until `clear`. @param isClosed shows the answer and takes no other */
  viewOf(entry: ExamQuestion, isClosed: boolean): ExamQuestionView | undefined;
  /** Forgets the views: the next ones are fresh copies. */
  clear(): void;
  /** What was begun and is no answer yet. */
  drafts(): Drafts;
}

/**
 * @param list holds the questions and is emptied
 * @param begun on the page that stood here before
 */
export function openShelf(
  room: ExamRoom,
  list: HTMLElement,
  begun: Drafts,
  acts: Pick<ExamActs, 'answer' | 'hint'>,
): QuestionShelf {
  const items = [...list.children].map(
    (item) => [item.querySelector('form')?.dataset.cwQuestion ?? '', [...item.childNodes]] as const,
  );
  const bodies = new Map(items);
  const views = new Map<string, ExamQuestionView>();
  let waiting = begun;
  list.replaceChildren();
  return {
    has: (id) => bodies.has(id),
    clear() {
      views.clear();
      waiting = NO_DRAFTS;
    },
    drafts: () =>
      new Map([
        ...[...waiting].filter(([id]) => !views.has(id)),
        ...collectDrafts([...views].map(([id, { view }]) => [id, view] as const)),
      ]),
    viewOf(entry, isClosed) {
      const { id } = entry.facts;
      const known = views.get(id);
      const attempt = room.attempt();
      const body = bodies.get(id);
      if (known !== undefined || attempt === undefined || body === undefined) return known;
      const item = make('li', {}, ...body.map((node) => node.cloneNode(true)));
      const form = item.querySelector('form');
      if (form === null) return undefined;
      const view = openExamQuestion({
        room,
        item,
        form,
        entry,
        seed: attempt.seed,
        as: isClosed ? 'closed' : attempt.mode,
        onAnswer: (given) => acts.answer(id, given),
        onHint: () => acts.hint(id),
        draft: waiting.get(id),
      });
      views.set(id, view);
      return view;
    },
  };
}
