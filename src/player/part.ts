/** What each part of the player brings: the contract between the script that is always there and those that come when a page needs them. */
import type { AnyPlayerQuestion } from '../questions/answer-data.ts';
import type { ActivityData, QuestionData } from '../shared/package-data.ts';
import type { PlayerPart } from '../shared/package-files.ts';
import type { SavedAttempt } from '../shared/state-record.ts';
import type { LoadedPage } from './pages.ts';
import type { AnswersPartName, BehaviorsOf } from './question-behavior.ts';
import type { RunQuestion } from './quiz-run.ts';
import type { Drafts } from './views/drafts.ts';
import type { PageView, PlayerContext } from './views/player-context.ts';

export type Exam = Extract<ActivityData, { kind: 'exam' }>;
export type Guide = Extract<ActivityData, { kind: 'guide' }>;

/** The context that a part is given has the part's words, which arrived with it. */
export interface ExamPart {
  open(context: PlayerContext, exam: Exam, page: LoadedPage, drafts: Drafts): PageView;
  /** The questions of an attempt as they stand, for the report. */
  run(
    exam: Exam,
    attempt: SavedAttempt,
    questions: ReadonlyMap<string, QuestionData>,
    keys: ReadonlyMap<string, AnyPlayerQuestion>,
  ): readonly RunQuestion[];
}

export interface GuidePart {
  open(context: PlayerContext, guide: Guide): PageView;
}

export interface AnswersPart<Name extends AnswersPartName> {
  readonly answers: BehaviorsOf<Name>;
}

export type PartContent = {
  readonly [Part in PlayerPart]: Part extends 'exam'
    ? ExamPart
    : Part extends 'guide'
      ? GuidePart
      : Part extends AnswersPartName
        ? AnswersPart<Part>
        : never;
};
