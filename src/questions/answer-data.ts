/** The union of what packages carry of their questions' answers, one member per question type. Types only. */
import type { PlayerQuestion } from '../shared/package-data.ts';
import type { ChoiceAnswer } from './choice/answer.ts';
import type { CaseAnswer } from './case/answer.ts';
import type { CodeEntryAnswer } from './code-entry/answer.ts';
import type { FillInAnswer } from './fill-in/answer.ts';
import type { MatchingAnswer } from './matching/answer.ts';
import type { NumericAnswer } from './numeric/answer.ts';
import type { OrderingAnswer } from './ordering/answer.ts';
import type { PcsBuildAnswer } from './pcs-build/answer.ts';

export type AnyAnswer =
  | ChoiceAnswer
  | FillInAnswer
  | NumericAnswer
  | MatchingAnswer
  | OrderingAnswer
  | CodeEntryAnswer
  | PcsBuildAnswer
  | CaseAnswer;

/** A question as the player holds it, of any type. */
export type AnyPlayerQuestion = PlayerQuestion<AnyAnswer>;
