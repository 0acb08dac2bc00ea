/** Turns the model of a package into what the player must know of it: ids, tags, rules. Texts and keys travel with the pages. */
import { compareText } from '../../diagnostics/compare-text.ts';
import { questionTypeOf } from '../../questions/question-types.ts';
import { type CreditRule, isUsualCredit } from '../../shared/exam-data.ts';
import type { ActivityData, PackageData, QuestionData } from '../../shared/package-data.ts';
import { PACKAGE_DATA_VERSION } from '../../shared/package-data.ts';
import { checkOf, tagOf } from '../../shared/tags.ts';
import type { ActivityModel, PackageModel, QuestionModel } from '../hand-over.ts';
import { pageName, pageScriptName } from './activity-files.ts';

export function buildPackageData(model: PackageModel, toolVersion: string): PackageData {
  const { grade } = model;
  return {
    version: PACKAGE_DATA_VERSION,
    name: model.name,
    title: model.title,
    courseVersion: model.version,
    toolVersion,
    language: model.language,
    editions: model.editions,
    reviewed: model.reviewed,
    modules: model.modules.map(({ id, title, activities }) => ({ id, title, activities })),
    activities: model.activities.map(activityData),
    domains: model.domains.map(({ id, title }) => ({ id, title })),
    questions: [...[...model.questions.values()].map(questionData), ...guideQuestions(model)].sort((a, b) =>
      compareText(a.tag, b.tag),
    ),
    completion: model.completion,
    grade:
      grade === undefined ? null : { activities: grade.activities, attempt: grade.attempt, pass: grade.pass ?? null },
    report: model.report,
    ...(hasCodes(model) ? { codes: true } : {}),
  };
}

/** Whether the package carries codes around those that are typed. */
export function hasCodes({ codes }: PackageModel): boolean {
  return codes !== undefined && codes.figures.categories > 0;
}

function activityData(activity: ActivityModel): ActivityData {
  const { id, title } = activity;
  const facts = { id, tag: tagOf(id), title, page: pageName(id), script: pageScriptName(id) };
  switch (activity.kind) {
    case 'lesson':
      return { kind: 'lesson', ...facts, minutes: activity.minutes, checks: activity.checks, ...creditOf(activity) };
    case 'quiz': {
      const { pool, draw, drawn, shuffle } = activity;
      return { kind: 'quiz', ...facts, minutes: 0, pool, draw, drawn, shuffle, ...creditOf(activity) };
    }
    case 'exam': {
      const { introduction: _, lookUp, ...exam } = activity;
      const own = lookUp === undefined ? {} : ({ lookUp: true } as const);
      return { ...exam, ...facts, minutes: activity.limitMinutes, ...own };
    }
    case 'guide': {
      const { questions, outcomes, rules, otherwise } = activity;
      return {
        kind: 'guide',
        ...facts,
        minutes: 0,
        checks: questions.map((question) => question.id),
        asks: questions.map(({ ask }) => ask),
        outcomes: outcomes.map((outcome) => outcome.id),
        rules: rules.map(({ when, suggests, weight }) => ({ when, suggests, weight })),
        otherwise,
      };
    }
    default:
      return activity satisfies never;
  }
}

/** The usual rule goes without saying. */
function creditOf({ credit }: { readonly credit: CreditRule }): { readonly credit?: CreditRule } {
  return isUsualCredit(credit) ? {} : { credit };
}

/** A guide's questions are kept like quick checks; a change of the choices asks again. They belong to no domain. */
function guideQuestions(model: PackageModel): readonly QuestionData[] {
  return model.activities.flatMap((activity) =>
    activity.kind !== 'guide'
      ? []
      : activity.questions.map(({ id, answers }) => ({
          id,
          tag: tagOf(id),
          check: checkOf(
            `guide\n${answers
              .map((answer) => answer.id)
              .sort()
              .join('')}`,
          ),
          domain: '',
          answer: { form: 'ids', most: 1 } as const,
        })),
  );
}

function questionData(question: QuestionModel): QuestionData {
  return {
    id: question.id,
    tag: tagOf(question.id),
    check: checkOf(`${question.answerBasis}\n${question.revision}`),
    domain: question.domain,
    answer: questionTypeOf(question.body).answerSize(question.body),
    ...(question.pretest ? { pretest: true } : {}),
    ...(question.hints.length > 0 ? { hints: true } : {}),
  };
}
