/**
 * What every question type offers to the compiler, and the union of them all. A new type adds a folder, a line in the
 * unions below and a row in `question-types.ts`; the compiler's exhaustive switches then say what is missing.
 * This file belongs to the Node side; the browser side of a type is its `grading.ts` and `view.ts`.
 */
import type { z } from 'zod';
import type { Span } from '../diagnostics/diagnostic.ts';
import type { Reporter } from '../diagnostics/report.ts';
import type { MultipleChoiceSource } from './multiple-choice/source.ts';
import type { SingleChoiceSource } from './single-choice/source.ts';
import type { TrueFalseSource } from './true-false/source.ts';

/** A question as its author wrote it, validated. */
export type QuestionSource = SingleChoiceSource | MultipleChoiceSource | TrueFalseSource;

/** One option of a choice. `C` is the form of its texts. */
export interface ChoiceOption<C> {
  readonly id: string;
  readonly content: C;
  readonly why: C;
  /** Shuffling leaves it where it stands. */
  readonly pinned: boolean;
}

/** What is special to a type, ready to render. `C` is the form of its texts. */
export type QuestionBody<C> =
  | { readonly type: 'single-choice'; readonly options: readonly ChoiceOption<C>[]; readonly key: string }
  | {
      readonly type: 'multiple-choice';
      readonly options: readonly ChoiceOption<C>[];
      readonly key: readonly string[];
      readonly select: number;
    }
  | { readonly type: 'true-false'; readonly key: boolean; readonly whyTrue: C; readonly whyFalse: C };

/** Turns a path inside a question (`options`, 0, `text`) into a place in the author's file. */
export type Locate = (path: readonly (string | number)[]) => Span;

/** One question type, seen by the compiler. */
export interface QuestionType<S extends QuestionSource> {
  readonly type: S['type'];
  readonly schema: z.ZodType<S>;
  /** Reports what the schema cannot say: no key, several keys, `select` that does not match … */
  check(source: S, locate: Locate, report: Reporter): void;
  /** Paths of all Markdown fields in the source, joined with dots, in reading order: `stem`, `options.0.text` … */
  markdownPaths(source: S): readonly string[];
  /** Builds the body from the source and its Markdown fields by path. */
  buildBody<C>(source: S, content: (path: string) => C): QuestionBody<C>;
  /**
   * What an answer depends on (type, option ids, key), as text: two versions of a question whose basis is equal can share answers.
   * Independent of wording, order and place.
   */
  answerBasis(source: S): string;
}
