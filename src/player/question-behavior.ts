/** What the player can do with a question: the table of behaviors by type. A new type adds one row. */
import type { Announce, AnswerBehavior, AnswerView, Grade, ResponseContent } from '../questions/answer-behavior.ts';
import type { AnyAnswer } from '../questions/answer-data.ts';
import { caseBehavior } from '../questions/case/behavior.ts';
import { choiceBehavior } from '../questions/choice/behavior.ts';
import { codeEntryBehavior } from '../questions/code-entry/behavior.ts';
import { fillInBehavior } from '../questions/fill-in/behavior.ts';
import { matchingBehavior } from '../questions/matching/behavior.ts';
import { numericBehavior } from '../questions/numeric/behavior.ts';
import { orderingBehavior } from '../questions/ordering/behavior.ts';
import type { CreditPolicy } from '../shared/package-data.ts';
import type { PlayerWords } from '../shared/words/player-words.ts';

type BehaviorTable = {
  readonly [T in AnyAnswer['type']]: AnswerBehavior<Extract<AnyAnswer, { readonly type: T }>>;
};

const table: BehaviorTable = {
  'single-choice': choiceBehavior,
  'multiple-choice': choiceBehavior,
  'true-false': choiceBehavior,
  'fill-in': fillInBehavior,
  'code-entry': codeEntryBehavior,
  numeric: numericBehavior,
  matching: matchingBehavior,
  ordering: orderingBehavior,
  case: caseBehavior,
};

function behaviorOf({ type }: AnyAnswer): AnswerBehavior<AnyAnswer> {
  return table[type];
}

/** Credit from 0 to 1, and what kinds of miss there are. */
export function gradeAnswer(answer: AnyAnswer, given: readonly string[], policy: CreditPolicy): Grade {
  return behaviorOf(answer).grade(answer, given, policy);
}

export function toResponse(answer: AnyAnswer, given: readonly string[]): ResponseContent {
  return behaviorOf(answer).toResponse(answer, given);
}

/** Whether a saved answer can be shown as given. */
export function isKnownAnswer(answer: AnyAnswer, given: readonly string[]): boolean {
  return behaviorOf(answer).isKnown(answer, given);
}

export function openAnswer(
  form: HTMLFormElement,
  answer: AnyAnswer,
  words: PlayerWords,
  announce: Announce,
): AnswerView {
  return behaviorOf(answer).open(form, answer, words, announce);
}
