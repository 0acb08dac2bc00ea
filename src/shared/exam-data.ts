/**
 * What the compiler tells the player about an exam: which questions may be drawn and how many, the time, the modes and the
 * rules of feedback, attempts and credit. Plain JSON. Knows neither the author's file nor a page.
 */
import type { CreditPolicy } from './package-data.ts';

/**
 * Every time factor there is, for ever in this order: a saved attempt keeps the place of its factor in this list, so that an
 * edited exam cannot give it another. 0 stands for no limit.
 */
export const TIME_FACTORS = [1, 1.5, 2, 0] as const;
export type TimeFactor = (typeof TIME_FACTORS)[number];

/** Minutes of a full attempt with the factor that stands first, which may be the only one; 0 is no limit. */
export function firstMinutes({ limitMinutes, factors }: Pick<ExamFacts, 'limitMinutes' | 'factors'>): number {
  return limitMinutes * (factors[0] ?? 1);
}

/** How much answers earn that are right in part: for every type of question, but for those named. */
export interface CreditRule {
  readonly policy: CreditPolicy;
  /** By question type, such as `multiple-choice`. */
  readonly byType: Readonly<Record<string, CreditPolicy>>;
}

/** Exactly `count` questions of the next `of` in the exam's pool. */
export interface ExamDraw {
  readonly count: number;
  readonly of: number;
}

/** Smaller sets a learner may choose for practice. A number is so many questions in the exam's proportions. */
export type PracticeSet = 'domain' | 'missed' | 'flagged' | 'unseen' | 'due' | number;

/** What an exam has beside the facts of every activity. */
export interface ExamFacts {
  readonly kind: 'exam';
  /** Every question that may be drawn, draw by draw; within a draw in bank order. */
  readonly pool: readonly string[];
  /** Parts of the pool in its order. A percent range of the blueprint is a count by now. */
  readonly draws: readonly ExamDraw[];
  /** Most questions of one attempt: the sum of the draws' counts. */
  readonly draw: number;
  /** Questions that are drawn together or not at all and stand together in this order, such as a case and its questions. Each lies inside one draw. */
  readonly groups: readonly (readonly string[])[];
  /** Time budget of a full attempt in minutes; smaller sets have their share of it. 0 is no limit. */
  readonly limitMinutes: number;
  /** Factors a learner may choose from, the first one at the start. */
  readonly factors: readonly TimeFactor[];
  /** `study`: feedback at once, pause, hints. `exam`: one submission. The first one at the start. */
  readonly modes: readonly ('study' | 'exam')[];
  /** When a submitted exam shows keys and reasons: always, once the pass mark is reached, or never. */
  readonly feedback: 'end' | 'passed' | 'never';
  /** Attempts that count; 0 is no limit. Practice sets are not counted. */
  readonly attempts: number;
  readonly sets: readonly PracticeSet[];
  /** Whether options are shuffled. */
  readonly shuffle: boolean;
  readonly credit: CreditRule;
  /** The real exam, as far as its blueprint says; null where the exam names no blueprint. */
  readonly real: RealExam | null;
  /** Lessons of this package that teach a domain: ids of activities by id of the domain. */
  readonly lessons: Readonly<Record<string, readonly string[]>>;
  /** Titles of the lessons in the course's other packages that teach a domain, where there are any. */
  readonly lessonsElsewhere: Readonly<Record<string, readonly string[]>>;
  /** Codes may be looked up while it runs; they stand in a script of their own (`lookUpScriptName`). */
  readonly lookUp?: true;
}

/** What of the real exam this one does and does not copy. */
export interface RealExam {
  readonly title: string;
  /** Scored and unscored items, scenarios, minutes. */
  readonly items: number;
  readonly pretest: number;
  readonly scenarios: number;
  /** Of these, those of each setting; absent where the blueprint does not say. */
  readonly settings?: Readonly<Record<'inpatient' | 'outpatient' | 'emergency', number>>;
  readonly minutes: number;
  /** A scaled score cannot be computed from right answers. */
  readonly pass: { readonly kind: 'percent' | 'scaled'; readonly value: number; readonly scale: string };
  readonly openBook: readonly string[];
}

/** Whether answers to the activity's questions are checked at once, at least where the learner chooses so: hints are for there. */
export function isStudied(
  activity: { readonly kind: 'lesson' | 'quiz' | 'guide' } | Pick<ExamFacts, 'kind' | 'modes'>,
): boolean {
  return activity.kind !== 'exam' || activity.modes.includes('study');
}

/** True for the rule that holds where none is stated. */
export function isUsualCredit({ policy, byType }: CreditRule): boolean {
  return policy === 'all-or-nothing' && Object.values(byType).every((own) => own === 'all-or-nothing');
}

/** The policy for a question of some type; an activity without a rule gives no credit for parts. */
export function policyFor(rule: CreditRule | undefined, type: string): CreditPolicy {
  if (rule === undefined) return 'all-or-nothing';
  return Object.hasOwn(rule.byType, type) ? (rule.byType[type] ?? rule.policy) : rule.policy;
}
