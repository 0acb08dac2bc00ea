/** What is special to questions that are answered by choosing options, ready to render. `C` is the form of their texts. */

/** One option of a choice. */
export interface ChoiceOption<C> {
  readonly id: string;
  readonly content: C;
  readonly why: C;
  /** Shuffling leaves it where it stands. */
  readonly pinned: boolean;
}

export interface SingleChoiceBody<C> {
  readonly type: 'single-choice';
  readonly options: readonly ChoiceOption<C>[];
  readonly key: string;
}

export interface MultipleChoiceBody<C> {
  readonly type: 'multiple-choice';
  readonly options: readonly ChoiceOption<C>[];
  readonly key: readonly string[];
  /** How many options are right; the learner is told. */
  readonly select: number;
}

export interface TrueFalseBody<C> {
  readonly type: 'true-false';
  readonly key: boolean;
  readonly whyTrue: C;
  readonly whyFalse: C;
}
