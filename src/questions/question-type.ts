/**
 * What every question type offers to the compiler, and the union of them all. A new type adds a folder, a line in the
 * unions below and a row in `question-types.ts`; the compiler's exhaustive switches then say what is missing.
 * This file belongs to the Node side; the browser side of a type is its `grading.ts` and `view.ts`.
 */
import type { z } from 'zod';
import type { ResolvedContent } from '../compiler/content.ts';
import type { QuestionReference } from '../compiler/pcs-drill.ts';
import type { Span } from '../diagnostics/diagnostic.ts';
import type { Reporter } from '../diagnostics/report.ts';
import type { AnswerSize } from '../shared/package-data.ts';
import type { PageWords } from '../shared/words/page-words.ts';
import type { AnyAnswer } from './answer-data.ts';
import type { MultipleChoiceBody, SingleChoiceBody, TrueFalseBody } from './choice/body.ts';
import type { CaseBody } from './case/body.ts';
import type { CaseSource } from './case/source.ts';
import type { CodeEntryBody } from './code-entry/body.ts';
import type { CodeEntrySource } from './code-entry/source.ts';
import type { FillInBody } from './fill-in/body.ts';
import type { FillInSource } from './fill-in/source.ts';
import type { MatchingBody } from './matching/body.ts';
import type { MatchingSource } from './matching/source.ts';
import type { MultipleChoiceSource } from './multiple-choice/source.ts';
import type { NumericBody } from './numeric/body.ts';
import type { NumericSource } from './numeric/source.ts';
import type { OrderingBody } from './ordering/body.ts';
import type { OrderingSource } from './ordering/source.ts';
import type { PartialViews } from './partial-views.ts';
import type { PcsBuildBody } from './pcs-build/body.ts';
import type { PcsBuildSource } from './pcs-build/source.ts';
import type { SingleChoiceSource } from './single-choice/source.ts';
import type { TrueFalseSource } from './true-false/source.ts';

/** A question as its author wrote it, validated. */
export type QuestionSource =
  | SingleChoiceSource
  | MultipleChoiceSource
  | TrueFalseSource
  | FillInSource
  | NumericSource
  | MatchingSource
  | OrderingSource
  | CodeEntrySource
  | PcsBuildSource
  | CaseSource;

/** What is special to a type, ready to render. `C` is the form of its texts. */
export type QuestionBody<C> =
  | SingleChoiceBody<C>
  | MultipleChoiceBody<C>
  | TrueFalseBody<C>
  | FillInBody<C>
  | NumericBody<C>
  | MatchingBody<C>
  | OrderingBody<C>
  | CodeEntryBody<C>
  | PcsBuildBody<C>
  | CaseBody<C>;

/** A body with its texts resolved for one package. */
export type ResolvedBody = QuestionBody<ResolvedContent>;

/** Turns a path inside a question (`options`, 0, `text`) into a place in the author's file. */
export type Locate = (path: readonly (string | number)[]) => Span;

/** One question type, seen by the compiler. */
export interface QuestionType<S extends QuestionSource, B extends ResolvedBody = ResolvedBody> {
  readonly type: S['type'];
  readonly schema: z.ZodType<S>;
  /** Reports what the schema cannot say: no key, several keys, `select` that does not match … */
  check(source: S, locate: Locate, report: Reporter): void;
  /** Paths of all Markdown fields in the source, joined with dots, in reading order: `stem`, `options.0.text` … */
  markdownPaths(source: S): readonly string[];
  /** Paths of texts that learners may see and that are no Markdown, such as accepted answers; absent where there are none. */
  plainPaths?(source: S): readonly string[];
  /** Builds the body from the source, its Markdown fields by path, and what the course knows of codes. */
  buildBody(source: S, content: (path: string) => ResolvedContent, reference: QuestionReference): B;
  /**
   * What an answer depends on (type, option ids, key), as text: two versions of a question whose basis is equal can share answers.
   * Independent of wording, order and place.
   */
  answerBasis(source: S): string;
  /** What the package carries of the answer: ids, codes and numbers, no Markdown. */
  answerData(body: B): AnyAnswer;
  /** The longest answer that can be saved, for the worst case of the state. */
  answerSize(body: B): AnswerSize;
  /** Reasons by the part they explain: an option's id, a prompt's id, a code … */
  reasons(body: B): readonly (readonly [part: string, why: ResolvedContent])[];
  /** What its partial (`question-<type>.hbs`) sees beside id, stem and words. */
  partialView(body: B, texts: QuestionTexts): PartialViews[B['type']];
  /** Marks inside the question's markup that the player looks for, beside those of every question. */
  hooks(body: B): readonly QuestionHook[];
  /** What an LMS's report may show of an answer and what each of it means, for whoever reads such a report. */
  sheetRows(body: B, texts: SheetTexts): readonly SheetRow[];
}

/** One thing that a report may show: an option's id, a pair, a typed text. */
export interface SheetRow {
  readonly shown: string;
  /** What it stands for; empty where it speaks for itself. */
  readonly text: string;
  /** True for what is right, alone or together with the other right rows. */
  readonly right: boolean;
}

/** Turns the texts of a question's body into plain ones. */
export interface SheetTexts {
  readonly words: PageWords;
  plain(content: ResolvedContent): string;
}

/** Renders the texts of a question's body. */
export interface QuestionTexts {
  readonly words: PageWords;
  /** Without a paragraph of its own, without links and buttons: for what stands inside a label. */
  label(content: ResolvedContent, part: string): string;
  /** Whole blocks. */
  block(content: ResolvedContent, part: string): string;
}

/** An attribute that must stand in a question's markup so many times. */
export interface QuestionHook {
  readonly attribute: string;
  readonly times: number;
}
