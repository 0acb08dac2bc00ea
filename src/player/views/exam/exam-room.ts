/** What the parts of an exam's page share: the exam, the attempt and its questions as the state has them now. */
import type { ExamWords } from '../../../shared/words/player-words.ts';
import { type SavedAttempt, type SavedState, toDay } from '../../../shared/state-record.ts';
import { type ExamDesk, openDesk } from '../../exam-desk.ts';
import type { Learned } from '../../exam-draw.ts';
import { type ExamQuestion, learnedOf, runExam } from '../../exam-run.ts';
import { findAttempt } from '../../learning.ts';
import type { LoadedPage } from '../../pages.ts';
import type { Exam } from '../../part.ts';
import type { PlayerContext } from '../player-context.ts';

/** The player's context with the words that came with this part. */
export interface ExamContext extends PlayerContext {
  readonly words: ExamWords;
}

export interface ExamRoom {
  readonly context: ExamContext;
  readonly exam: Exam;
  readonly page: LoadedPage;
  readonly desk: ExamDesk;
  attempt(): SavedAttempt | undefined;
  /** The attempt's questions in the order shown; none without an attempt. */
  run(): readonly ExamQuestion[];
  learned(): Learned;
  /** Attempts that count and were finished. */
  attemptsDone(): number;
  /** Percent to reach; null where there is no mark, or only one on a scale that cannot be computed. */
  mark(): number | null;
  /** Questions of the attempt that are no longer part of the course. */
  gone(): number;
  domainOf(id: string): string | undefined;
}

export function openRoom(context: ExamContext, exam: Exam, page: LoadedPage): ExamRoom {
  const { session, questionById, data } = context;
  /** Grading a whole exam takes a while: once per state is enough. */
  let graded: { readonly state: SavedState; readonly run: readonly ExamQuestion[] } | undefined;
  const attempt = (): SavedAttempt | undefined => findAttempt(session.state(), exam.tag);
  return {
    context,
    exam,
    page,
    desk: openDesk(session.desk(), exam.id),
    attempt,
    run() {
      const state = session.state();
      const now = attempt();
      if (now === undefined) return [];
      if (graded?.state !== state) {
        graded = { state, run: runExam(exam, now, questionById, page.questions, state.flags) };
      }
      return graded.run;
    },
    learned: () => learnedOf(exam.pool, questionById, session.state(), toDay(context.clock.now())),
    attemptsDone: () => session.state().results.find((entry) => entry.activity === exam.tag)?.attempts ?? 0,
    mark() {
      const isGraded = data.grade?.activities.some((activity) => activity.id === exam.id) === true;
      const own = isGraded ? session.passMark() : null;
      return own ?? (exam.real?.pass.kind === 'percent' ? exam.real.pass.value : null);
    },
    gone: () => session.reconciled().dropped.get(exam.tag) ?? 0,
    domainOf: (id) => questionById.get(id)?.domain,
  };
}
