/** An exam on the page. */
import type { ActivityData } from '../../shared/package-data.ts';
import type { LoadedPage } from '../pages.ts';
import type { PageView, PlayerContext } from './player-context.ts';

export type Exam = Extract<ActivityData, { kind: 'exam' }>;

export function openExam(_context: PlayerContext, _exam: Exam, _page: LoadedPage): PageView {
  return { close: () => undefined };
}
