/**
 * What the player can do with a question: the table of behaviors by type, and the part of the player that brings each. Choices are
 * there from the start; a page whose questions need a part is shown only once the part is there.
 */
import type { Announce, AnswerBehavior, AnswerView, Grade, ResponseContent } from '../questions/answer-behavior.ts';
import type { AnyAnswer } from '../questions/answer-data.ts';
import { choiceBehavior } from '../questions/choice/behavior.ts';
import type { PlayerPart } from '../shared/package-files.ts';
import type { CreditPolicy } from '../shared/package-data.ts';
import type { PlayerWords } from '../shared/words/player-words.ts';

type AnswerType = AnyAnswer['type'];

/** A new type adds one row. */
export const PART_OF_TYPE = {
  'single-choice': 'base',
  'multiple-choice': 'base',
  'true-false': 'base',
  'fill-in': 'typed',
  numeric: 'typed',
  'code-entry': 'coded',
  'pcs-build': 'coded',
  case: 'coded',
  matching: 'arranged',
  ordering: 'arranged',
} as const satisfies Readonly<Record<AnswerType, PlayerPart | 'base'>>;

type TypesOf<Part extends PlayerPart | 'base'> = {
  [T in AnswerType]: (typeof PART_OF_TYPE)[T] extends Part ? T : never;
}[AnswerType];

/** A part that brings behaviors brings all of its types. */
export type BehaviorsOf<Part extends PlayerPart | 'base'> = {
  readonly [T in TypesOf<Part>]: AnswerBehavior<Extract<AnyAnswer, { readonly type: T }>>;
};

/** Parts that bring behaviors. */
export type AnswersPartName = Exclude<(typeof PART_OF_TYPE)[AnswerType], 'base'>;

const base: BehaviorsOf<'base'> = {
  'single-choice': choiceBehavior,
  'multiple-choice': choiceBehavior,
  'true-false': choiceBehavior,
};

const behaviors: Partial<Record<AnswerType, AnswerBehavior<AnyAnswer>>> = { ...base };

/** Called once per part, when its script has arrived. */
export function addBehaviors(more: { [Part in AnswersPartName]: BehaviorsOf<Part> }[AnswersPartName]): void {
  Object.assign(behaviors, more);
}

function behaviorOf({ type }: AnyAnswer): AnswerBehavior<AnyAnswer> {
  const behavior = behaviors[type];
  if (behavior === undefined) throw new Error(`no behavior for ${type}: its page was shown without the part`);
  return behavior;
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

/** @param words hold those of the behavior's part too: they arrived with it */
export function openAnswer(
  form: HTMLFormElement,
  answer: AnyAnswer,
  words: PlayerWords,
  announce: Announce,
): AnswerView {
  return behaviorOf(answer).open(form, answer, words, announce);
}
