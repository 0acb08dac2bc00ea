/**
 * What the compiler tells the player about a package: the versioned contract between the two. Plain JSON.
 * Imports types of its own folder alone, so that both sides can hold to it.
 */
import type { CreditRule, ExamFacts } from './exam-data.ts';
import type { GuideFacts } from './guide-data.ts';

/** Raised when a player could not read older data. */
export const PACKAGE_DATA_VERSION = 1;

/** Stands in `course-data.js` as `coursewright.data = {…}`. */
export interface PackageData {
  readonly version: typeof PACKAGE_DATA_VERSION;
  /** Package name, constant for ever: `cpc-exam-prep` or `cpc-exam-prep-mock-exam`. Keys the browser's local mirror. */
  readonly name: string;
  readonly title: string;
  /** The course's own version, such as 1.4.0, and the tool's. */
  readonly courseVersion: string;
  readonly toolVersion: string;
  readonly language: string;
  readonly editions: readonly string[];
  /** Who reviewed the course; empty while nobody did. */
  readonly reviewed: string;
  readonly modules: readonly { readonly id: string; readonly title: string; readonly activities: readonly string[] }[];
  /** In reading order. */
  readonly activities: readonly ActivityData[];
  readonly domains: readonly { readonly id: string; readonly title: string }[];
  /** Every question of the package, sorted by tag; without keys, which come with the pages. */
  readonly questions: readonly QuestionData[];
  readonly completion: readonly string[];
  readonly grade: {
    readonly activities: readonly { readonly id: string; readonly weight: number }[];
    readonly attempt: 'best' | 'last';
    /** Percent; null for a course without a pass mark. */
    readonly pass: number | null;
  } | null;
  readonly report: 'when-earned' | 'when-finished';
  /** The package has a script of codes (`codes.js`), which pages with typed codes load. */
  readonly codes?: true;
}

interface ActivityFacts {
  readonly id: string;
  /** Short name in the saved state, hashed from the id; unique in the package. */
  readonly tag: string;
  readonly title: string;
  /** The complete page, such as `settings.html`, and the script that registers its body, `settings.page.js`. */
  readonly page: string;
  readonly script: string;
  /** Minutes; 0 where unknown. */
  readonly minutes: number;
}

/** Without a rule of credit an answer counts when nothing in it is wrong or missing. */
export type ActivityData =
  | (ActivityFacts & { readonly kind: 'lesson'; readonly checks: readonly string[]; readonly credit?: CreditRule })
  | (ActivityFacts & {
      readonly kind: 'quiz';
      readonly pool: readonly string[];
      readonly draw: number;
      readonly drawn: boolean;
      readonly shuffle: boolean;
      readonly credit?: CreditRule;
    })
  | (ActivityFacts & ExamFacts)
  | (ActivityFacts & GuideFacts);

/** What the state and the reports must know of a question without opening its page. */
export interface QuestionData {
  readonly id: string;
  /** Short name in the saved state, hashed from the id; unique in the course. */
  readonly tag: string;
  /** A few bits hashed from what the answer depends on: a changed question has another. */
  readonly check: string;
  readonly domain: string;
  /** The longest answer it can have: the worst case of what is saved of it. */
  readonly answer: AnswerSize;
  /** Shown in exams and not scored; absent means scored. */
  readonly pretest?: true;
  /** Learners may ask for a hint; absent means that there is none. */
  readonly hints?: true;
}

/** What an answer can grow to, by the form in which it is saved: option ids, codes of a medical code set, or typed text. */
export type AnswerSize =
  | { readonly form: 'ids'; readonly most: number }
  /** At most so many entries of so many characters (A-Z, 0-9). */
  | { readonly form: 'codes'; readonly most: number; readonly length: number }
  /** Bytes of UTF-8 altogether. */
  | { readonly form: 'text'; readonly bytes: number };

/**
 * What a page's script registers: `coursewright.page({…})`. The body is the same HTML as in the complete page.
 * `questions` is scrambled (shared/scramble.ts) JSON of `readonly PlayerQuestion[]`.
 */
export interface PageData {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly questions: string;
}

/** A question with key and feedback, as the player holds it after unscrambling. `A` is what its type carries of the answer. */
export interface PlayerQuestion<A extends AnswerData = AnswerData> {
  readonly id: string;
  readonly answer: A;
  /** Reasons by the part they explain (an option's id, a code …), as finished HTML. */
  readonly whyHtml: Readonly<Record<string, string>>;
  /** Hints in the order in which they are shown; absent where there are none, or where the page never shows any. */
  readonly hintsHtml?: readonly string[];
  readonly rationaleHtml: string;
  readonly guideline: string;
}

/** What every question carries of its answer; the types' folders (`src/questions/`) add fields of their own. */
export interface AnswerData {
  readonly type: string;
  /** Ids that can be chosen, paired or ordered, in the author's order; empty where answers are typed. */
  readonly options: readonly string[];
  /** Option ids that shuffling leaves where they stand. */
  readonly pinned: readonly string[];
  /** The right answer in the type's own form. */
  readonly key: readonly string[];
  /** How many to choose or to enter; 1 where that means nothing. */
  readonly select: number;
}

/** How much an answer earns that is right in part; an activity's rule, stated to the learner. */
export type CreditPolicy = 'all-or-nothing' | 'partial';
