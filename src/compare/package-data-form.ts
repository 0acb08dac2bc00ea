/**
 * The form of what a package says of itself, for packages that come from anywhere: JSON -> checked package data and pages.
 * Follows `shared/package-data.ts`. Fields that are not known are passed over.
 */
import { z } from 'zod';
import { TIME_FACTORS } from '../shared/exam-data.ts';
import type { ActivityData, PackageData } from '../shared/package-data.ts';
import { PACKAGE_DATA_VERSION } from '../shared/package-data.ts';

/** Characters that would move a terminal's cursor or turn the direction of writing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g;

/** A text that can be printed. */
export function toPrintable(text: string): string {
  return text.replace(UNPRINTABLE, ' ');
}

const line = z.string().transform(toPrintable);
const lines = z.array(line);
const count = z.number().int().min(0).max(100_000);

const activityFacts = { id: line, tag: line, title: line, page: line, script: line, minutes: z.number() };

const policy = z.enum(['all-or-nothing', 'partial']);
const credit = z.object({ policy, byType: z.record(z.string(), policy) });
const factor = z.union(TIME_FACTORS.map((known) => z.literal(known)));

/** A kind that is missing here does not compile. */
const ACTIVITY_FORMS = {
  lesson: z.object({ kind: z.literal('lesson'), ...activityFacts, checks: lines, credit: credit.exactOptional() }),
  quiz: z.object({
    kind: z.literal('quiz'),
    ...activityFacts,
    pool: lines,
    draw: count,
    drawn: z.boolean(),
    shuffle: z.boolean(),
    credit: credit.exactOptional(),
  }),
  exam: z.object({
    kind: z.literal('exam'),
    ...activityFacts,
    pool: lines,
    draws: z.array(z.object({ count, of: count })),
    draw: count,
    groups: z.array(lines),
    limitMinutes: count,
    factors: z.array(factor),
    modes: z.array(z.enum(['study', 'exam'])),
    feedback: z.enum(['end', 'passed', 'never']),
    attempts: count,
    sets: z.array(z.union([z.enum(['domain', 'missed', 'flagged', 'unseen', 'due']), count])),
    shuffle: z.boolean(),
    credit,
    real: z
      .object({
        title: line,
        items: count,
        pretest: count,
        scenarios: count,
        settings: z.object({ inpatient: count, outpatient: count, emergency: count }).exactOptional(),
        minutes: count,
        pass: z.object({ kind: z.enum(['percent', 'scaled']), value: z.number(), scale: line }),
        openBook: lines,
      })
      .nullable(),
    lessons: z.record(z.string(), lines),
    lessonsElsewhere: z.record(z.string(), lines),
    lookUp: z.literal(true).exactOptional(),
  }),
  guide: z.object({
    kind: z.literal('guide'),
    ...activityFacts,
    checks: lines,
    asks: lines,
    outcomes: lines,
    rules: z.array(z.object({ when: z.record(z.string(), lines), suggests: line, weight: count })),
    otherwise: line,
  }),
} satisfies Readonly<Record<ActivityData['kind'], z.ZodType>>;

const answerSize = z.discriminatedUnion('form', [
  z.object({ form: z.literal('ids'), most: count }),
  z.object({ form: z.literal('codes'), most: count, length: count }),
  z.object({ form: z.literal('text'), bytes: count }),
]);
const pretest = z.literal(true).exactOptional();
const hints = z.literal(true).exactOptional();

export const packageDataForm: z.ZodType<PackageData> = z.object({
  version: z.literal(PACKAGE_DATA_VERSION),
  name: line,
  title: line,
  courseVersion: line,
  toolVersion: line,
  language: line,
  editions: lines,
  reviewed: line,
  modules: z.array(z.object({ id: line, title: line, activities: lines })),
  activities: z.array(
    z.discriminatedUnion('kind', [
      ACTIVITY_FORMS.lesson,
      ACTIVITY_FORMS.quiz,
      ACTIVITY_FORMS.exam,
      ACTIVITY_FORMS.guide,
    ]),
  ),
  domains: z.array(z.object({ id: line, title: line })),
  questions: z.array(z.object({ id: line, tag: line, check: line, domain: line, answer: answerSize, pretest, hints })),
  completion: lines,
  grade: z
    .object({
      activities: z.array(z.object({ id: line, weight: z.number() })),
      attempt: z.enum(['best', 'last']),
      pass: z.number().nullable(),
    })
    .nullable(),
  report: z.enum(['when-earned', 'when-finished']),
  codes: z.literal(true).exactOptional(),
});

/** Enough of any version's data to tell who made it. */
export const anyPackageDataForm = z.object({ version: z.number(), toolVersion: line.optional() });

export const pageForm = z.object({ id: line, body: z.string(), questions: z.string() });

/** Of any type, so that a type added later is still compared. */
export const playerQuestionsForm = z.array(
  z.object({
    id: line,
    answer: z.object({ type: line, options: lines, pinned: lines, key: lines, select: count }),
    whyHtml: z.record(z.string(), z.string()),
    rationaleHtml: z.string(),
    guideline: line,
  }),
);
