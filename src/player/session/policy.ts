/**
 * Decides score, status and objectives from the learner's state and the course's rules (lms-rules R5, R6, R12). Pure.
 * A pass mark asks for the score and for everything in `completion:`, because most LMSs reopen a passed course for review only.
 */
import type { LmsStart, ObjectiveRecord, ReportedStatus } from '../../shared/lms-session.ts';
import type { PackageData } from '../../shared/package-data.ts';
import type { SavedState } from '../../shared/state-record.ts';
import { isDone } from '../learning.ts';

export interface CourseRules {
  readonly data: PackageData;
  /** Percent; the LMS's own pass mark comes before the course's (R3). */
  readonly passMark: number | null;
}

/** How many activities are done, of how many the course asks for. */
export function countDone(data: PackageData, state: SavedState): { readonly done: number; readonly all: number } {
  const needed = data.activities.filter((activity) => data.completion.includes(activity.id));
  return { done: needed.filter((activity) => isDone(state, activity.tag)).length, all: needed.length };
}

/** Weighted mean in percent over the graded quizzes, one not tried counting 0; null before the first attempt. */
export function courseScore(data: PackageData, state: SavedState): number | null {
  const grade = data.grade;
  if (grade === null) return null;
  const tags = new Map(data.activities.map((activity) => [activity.id, activity.tag]));
  const results = new Map(state.results.map((result) => [result.activity, result]));
  let total = 0;
  let weights = 0;
  let tried = false;
  for (const { id, weight } of grade.activities) {
    const result = results.get(tags.get(id) ?? '');
    tried = tried || result !== undefined;
    total += weight * (result === undefined ? 0 : grade.attempt === 'best' ? result.best : result.last);
    weights += weight;
  }
  return tried && weights > 0 ? Math.round((total / weights) * 100) / 100 : null;
}

const RANK: Readonly<Record<ReportedStatus, number>> = { incomplete: 0, failed: 1, completed: 2, passed: 3 };

export function higherStatus(a: ReportedStatus, b: ReportedStatus): ReportedStatus {
  return RANK[b] > RANK[a] ? b : a;
}

/** Whether a graded activity can still be taken for a better score. Only exams can be limited. */
function hasTryLeft(data: PackageData, state: SavedState): boolean {
  const graded = new Set(data.grade?.activities.map(({ id }) => id));
  return data.activities.some((activity) => {
    if (!graded.has(activity.id)) return false;
    if (activity.kind !== 'exam' || activity.attempts === 0) return true;
    const done = state.results.find((result) => result.activity === activity.tag)?.attempts ?? 0;
    return done < activity.attempts;
  });
}

/** Updates what is earned: completion, score and status rise and never fall; `attempt: last` lets the score fall until passed. */
export function settleOutcome(rules: CourseRules, state: SavedState): SavedState {
  const { data, passMark } = rules;
  const { done, all } = countDone(data, state);
  const completed = state.completed || (all > 0 && done === all);
  const computed = courseScore(data, state);
  const keepsBest = data.grade?.attempt !== 'last' || state.status === 'passed';
  const score =
    computed === null ? state.score : keepsBest && state.score !== null ? Math.max(state.score, computed) : computed;
  const mark = passMark ?? data.grade?.pass ?? null;
  // Below the mark the course stays incomplete while another try is left: `failed` locks Moodle's learners out (R6).
  const earned: ReportedStatus = !completed
    ? 'incomplete'
    : data.grade === null || mark === null
      ? 'completed'
      : (score ?? 0) >= mark
        ? 'passed'
        : hasTryLeft(data, state)
          ? 'incomplete'
          : 'failed';
  return { ...state, completed, score, status: higherStatus(state.status, earned) };
}

export function isEarned(status: LmsStart['status']): status is 'completed' | 'passed' {
  return status === 'completed' || status === 'passed';
}

/** What is earned, unless it is withheld until "Finish and report"; never below what the LMS holds (R6). */
export function statusToReport(state: SavedState, held: LmsStart['status'], withheld: boolean): ReportedStatus {
  if (isEarned(held)) return higherStatus(held, state.status);
  return withheld ? 'incomplete' : state.status;
}

/** Null while there is nothing to report: some LMSs take any score for the end of the course. */
export function scoreToReport(
  data: PackageData,
  state: SavedState,
  held: Pick<LmsStart, 'score' | 'status'>,
): number | null {
  if (data.grade === null || state.score === null) return null;
  const keepsBest = data.grade.attempt === 'best' || isEarned(held.status);
  return keepsBest ? Math.max(state.score, held.score ?? 0) : state.score;
}

/** Share of right answers per domain, over the last answer to every quiz question seen. */
export function domainObjectives(data: PackageData, state: SavedState): readonly ObjectiveRecord[] {
  const right = new Map(state.record.map((entry) => [entry.tag, entry.right]));
  const pool = new Set(data.activities.flatMap((activity) => ('pool' in activity ? activity.pool : [])));
  return data.domains.flatMap((domain) => {
    const questions = data.questions.filter((question) => question.domain === domain.id && pool.has(question.id));
    const seen = questions.filter((question) => right.has(question.tag));
    if (seen.length === 0) return [];
    const score = (seen.filter((question) => right.get(question.tag) === true).length / seen.length) * 100;
    const status = seen.length === questions.length ? ('completed' as const) : ('incomplete' as const);
    return [{ id: domain.id, score: Math.round(score * 100) / 100, status }];
  });
}
