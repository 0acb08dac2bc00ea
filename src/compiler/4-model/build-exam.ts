/** An exam of the outline, its blueprint and its banks -> its model. What it draws stands in `exam-plan.ts`. */
import type { CreditRule, RealExam } from '../../shared/exam-data.ts';
import type { CreditPolicy } from '../../shared/package-data.ts';
import { buildLookUp } from '../build-look-up.ts';
import { planExam, toCandidate } from '../exam-plan.ts';
import type { AuthoredCourse, AuthoredQuestion, ExamModel } from '../hand-over.ts';
import { findLookUpLines, lookUpWants } from '../look-up.ts';
import type { BlueprintSource } from '../source-format/blueprint.ts';
import { sumOfCases } from '../source-format/case-counts.ts';
import { joinPath } from '../source-format/course-paths.ts';
import type { ExamSource } from '../source-format/exam.ts';

/** Who teaches what: ids of the package's lessons by domain, and titles of those in other packages. */
export type ExamLessons = Pick<ExamModel, 'lessons' | 'lessonsElsewhere'>;

export function buildExam(
  exam: ExamSource,
  course: AuthoredCourse,
  blueprint: BlueprintSource | undefined,
  lessons: ExamLessons,
): ExamModel {
  const banks = exam.from.flatMap((path) => joinPath(course.folder, path) ?? []);
  const candidates = questionsOfBanks(course, banks).map(toCandidate);
  const { lookUpLines, data } = course;
  const looked = lookUpWants(exam).flatMap((want) => findLookUpLines(want, lookUpLines, data.editions ?? []));
  const { planned: _, problems: __, ...plan } = planExam({ exam, blueprint, candidates });
  return {
    kind: 'exam',
    id: exam.exam,
    title: exam.title,
    introduction: exam.introduction ?? '',
    ...plan,
    credit: buildCredit(exam, course.data),
    real: blueprint === undefined ? null : buildReal(blueprint),
    ...lessons,
    ...(looked.length === 0 ? {} : { lookUp: buildLookUp(exam.exam, looked) }),
  };
}

/** In the order of the course's files, as all draws see them. */
export function questionsOfBanks(course: AuthoredCourse, banks: readonly string[]): readonly AuthoredQuestion[] {
  const wanted = new Set(banks);
  return [...course.questions.values()].filter((question) => wanted.has(question.bank));
}

interface CreditFields {
  readonly credit?: CreditPolicy | undefined;
  readonly 'credit-by-type'?: Readonly<Record<string, CreditPolicy>> | undefined;
}

/** The rule of an activity: its own fields before those of its course. A rule of its own drops the course's exceptions. */
export function buildCredit(own: CreditFields, course: CreditFields): CreditRule {
  const byType = own['credit-by-type'] ?? (own.credit === undefined ? course['credit-by-type'] : undefined) ?? {};
  return {
    policy: own.credit ?? course.credit ?? 'all-or-nothing',
    byType: Object.fromEntries(Object.entries(byType).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function buildReal(blueprint: BlueprintSource): RealExam {
  const { title, minutes, pass, scenarios } = blueprint;
  return {
    title,
    items: blueprint['items-scored'],
    pretest: blueprint['items-pretest'] ?? 0,
    scenarios: sumOfCases(scenarios),
    ...(typeof scenarios === 'object' && {
      settings: {
        inpatient: scenarios.inpatient ?? 0,
        outpatient: scenarios.outpatient ?? 0,
        emergency: scenarios.emergency ?? 0,
      },
    }),
    minutes,
    pass: { kind: pass.kind, value: pass.value, scale: pass.scale ?? '' },
    openBook: blueprint['open-book'] ?? [],
  };
}
