/**
 * What each template sees: finished words and finished HTML, nothing to compute. No field is ever missing: what a page lacks is
 * an empty text, an empty list or null. Fields that hold HTML end in `Html`. The list is versioned (templates/README.md).
 */
import type { PartialViews } from '../../questions/partial-views.ts';
import type { FixedPageWords } from '../../shared/words/page-words.ts';

/** What every page shows. */
export interface SiteView {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly courseTitle: string;
  readonly organization: string;
  readonly logo: { readonly file: string; readonly alt: string } | null;
  readonly words: FixedPageWords;
}

export interface OutlineEntryView {
  readonly id: string;
  readonly kind: 'lesson' | 'quiz' | 'exam' | 'guide';
  /** `Lesson`, `Quiz`, `Exam` or `Guide`. */
  readonly kindWord: string;
  readonly title: string;
  readonly page: string;
  /** `12 min`, `4 hours` for an exam, or empty. */
  readonly minutes: string;
}

export interface OutlineModuleView {
  readonly id: string;
  readonly title: string;
  /** `2 lessons, 1 quiz, 1 exam`. */
  readonly summary: string;
  readonly activities: readonly OutlineEntryView[];
}

/** `pages/launch.hbs`: the title page and the frame in which the player shows all others. */
export interface LaunchView extends SiteView {
  readonly description: string;
  /** `Version 1.0.0`. */
  readonly version: string;
  readonly modules: readonly OutlineModuleView[];
  readonly start: OutlineEntryView;
  /** Rows of "About this course". */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** One sentence each on grade and completion. */
  readonly grading: string;
  readonly completion: string;
  /** Empty once somebody has reviewed the course. */
  readonly sample: string;
}

/** `pages/page.hbs`: a complete page around the body of an activity. */
export interface PageView extends SiteView {
  readonly title: string;
  readonly launchPage: string;
  readonly bodyHtml: string;
  readonly previous: { readonly title: string; readonly page: string } | null;
  readonly next: { readonly title: string; readonly page: string } | null;
}

interface BodyView {
  readonly id: string;
  readonly title: string;
  readonly moduleTitle: string;
  readonly minutes: string;
  readonly terms: readonly TermView[];
  readonly words: FixedPageWords;
}

export interface TermView {
  readonly term: string;
  readonly definition: string;
  /** Id of the popover that the term's button opens. */
  readonly popover: string;
}

/** `pages/lesson.hbs`: the body of a lesson. */
export interface LessonView extends BodyView {
  readonly objectives: readonly string[];
  readonly guideline: string;
  /** What answers to its checks earn that are right in part, where that is not the usual nothing. */
  readonly credit: string;
  readonly contentHtml: string;
}

/** `pages/quiz.hbs`: the body of a quiz. */
export interface QuizView extends BodyView {
  readonly introduction: string;
  /** `10 of 18 questions, drawn anew for each attempt.` */
  readonly amount: string;
  /** What answers earn that are right in part; empty where no question can be. */
  readonly credit: string;
  readonly questions: readonly { readonly questionHtml: string }[];
}

/** `pages/exam.hbs`: the body of an exam, and what stands in its place on the page that is opened outside the course. */
export interface ExamView extends QuizView {
  /** Why no questions are shown; empty inside the course. */
  readonly alone: string;
  /** What each attempt draws, section by section; empty where the exam has no sections. */
  readonly plan: readonly { readonly title: string; readonly count: string }[];
}

/** `pages/guide.hbs`: the body of a decision guide. Without the player every outcome stands there with all of its reasons. */
export interface GuideView extends BodyView {
  readonly introductionHtml: string;
  readonly questions: readonly {
    readonly id: string;
    readonly text: string;
    readonly help: string;
    /** The element id of the help; empty without one. */
    readonly helpId: string;
    readonly answers: readonly {
      readonly id: string;
      readonly text: string;
      /** Name of the group of choices, and the help's element id. */
      readonly name: string;
      readonly helpId: string;
    }[];
  }[];
  readonly outcomes: readonly {
    readonly id: string;
    readonly title: string;
    readonly textHtml: string;
    readonly reasons: readonly {
      /** Place of the rule among all rules of the guide. */
      readonly rule: number;
      readonly reasonHtml: string;
    }[];
    readonly plan: readonly { readonly stepHtml: string }[];
  }[];
}

/** What the partial of every question sees; each type adds fields of its own (`src/questions/partial-views.ts`). */
export interface QuestionView {
  readonly id: string;
  readonly stemHtml: string;
  readonly words: FixedPageWords;
}

/** The view of each template that the compiler renders, by its name. */
export interface TemplateViews extends QuestionPartialViews {
  readonly launch: LaunchView;
  readonly page: PageView;
  readonly lesson: LessonView;
  readonly quiz: QuizView;
  readonly guide: GuideView;
  readonly exam: ExamView;
}

/** `partials/question-<type>.hbs` and what each sees. */
type QuestionPartialViews = {
  readonly [T in keyof PartialViews as `question-${T}`]: QuestionView & PartialViews[T];
};

export type PageTemplate = keyof TemplateViews;
