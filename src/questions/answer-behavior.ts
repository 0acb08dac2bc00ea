/**
 * What every question type offers to the player: grading, the record for reports, and the enhancement of its markup.
 * Each type's folder holds one behavior; the player's table (`player/question-behavior.ts`) names them all.
 * An answer is a list of texts whose meaning is the type's own, in a canonical form: equal answers are equal lists.
 */
import type { ResponseRecord } from '../shared/lms-session.ts';
import type { Miss } from '../shared/misses.ts';
import type { AnswerData, CreditPolicy } from '../shared/package-data.ts';
import type { PlayerWords } from '../shared/words/player-words.ts';

export interface Grade {
  /** 0 to 1; 1 only when nothing is wrong. */
  readonly credit: number;
  /** Each kind once; empty when nothing is wrong. */
  readonly misses: readonly Miss[];
}

/** What a record says of the answer itself. */
export type ResponseContent = Pick<ResponseRecord, 'type' | 'response' | 'correct'>;

export interface AnswerBehavior<A extends AnswerData> {
  grade(answer: A, given: readonly string[], policy: CreditPolicy): Grade;
  toResponse(answer: A, given: readonly string[]): ResponseContent;
  /** Whether the answer can be shown as given: it names nothing that the question does not have. */
  isKnown(answer: A, given: readonly string[]): boolean;
  open(form: HTMLFormElement, answer: A, words: PlayerWords, announce: Announce): AnswerView;
}

/** Says a sentence in the page's one live region. */
export type Announce = (text: string) => void;

/** A question's form, brought to life. It reports edits as `input` or `change` events that bubble from the form. */
export interface AnswerView {
  /** The answer as it stands, canonical; empty while there is none. */
  given(): readonly string[];
  give(answer: readonly string[]): void;
  /** Orders what shuffling may order, by id; does nothing where there is nothing to order. */
  order(ids: readonly string[]): void;
  /** Forbids or allows changes. */
  lock(locked: boolean): void;
  /** Shows marks and reasons; `undefined` takes them away. */
  mark(feedback: AnswerFeedback | undefined): void;
  /** Why the answer cannot be checked yet, as a sentence for the learner; undefined when it can. */
  gap(): string | undefined;
  /** Puts the focus where the answer is given. */
  focus(): void;
}

export interface AnswerFeedback {
  readonly given: readonly string[];
  /** Reasons by part (an option's id, a prompt's id, a code …), as finished HTML. */
  readonly whyHtml: Readonly<Record<string, string>>;
  readonly policy: CreditPolicy;
}
