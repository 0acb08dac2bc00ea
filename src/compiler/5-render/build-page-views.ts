/** Turns the model of a package into the views of its templates. Finishes every sentence; knows no HTML. */
import { compareText } from '../../diagnostics/compare-text.ts';
import { firstMinutes } from '../../shared/exam-data.ts';
import { editionName } from '../../shared/edition-names.ts';
import { type CreditRule, policyFor } from '../../shared/exam-data.ts';
import { LAUNCH_PAGE } from '../../shared/package-files.ts';
import type { PageWords } from '../../shared/words/page-words.ts';
import type { ActivityModel, ExamModel, PackageModel, QuestionModel } from '../hand-over.ts';
import { pageName } from './activity-files.ts';
import { sampleLabel } from './labels.ts';
import type { UsedTerm } from './page-scope.ts';
import type { ExamView, LaunchView, OutlineEntryView, PageView, SiteView, TermView } from './page-views.ts';
import { termPopoverId } from './render-inline.ts';

function siteView(model: PackageModel, words: PageWords): SiteView {
  const { logo, organization } = model.theme;
  return {
    language: model.language,
    direction: model.direction,
    courseTitle: model.title,
    organization,
    logo: logo === undefined ? null : logo,
    words: words.fixed,
  };
}

export function launchView(model: PackageModel, words: PageWords): LaunchView {
  const entries = new Map(model.activities.map((activity) => [activity.id, outlineEntry(activity, words)]));
  const modules = model.modules.map(({ id, title, activities }) => {
    const own = activities.flatMap((activity) => entries.get(activity) ?? []);
    return { id, title, summary: contentsOf(own, words), activities: own };
  });
  const first = model.activities[0];
  if (first === undefined) throw new Error(`package ${model.name} has no activity`);
  return {
    ...siteView(model, words),
    description: model.description,
    version: words.version({ version: model.version }),
    modules,
    start: outlineEntry(first, words),
    facts: courseFacts(model, words),
    grading: gradingSentence(model, words),
    completion: words.completion(model.completion.length, model.activities.length),
    sample: sampleLabel(model, words),
  };
}

const KIND_WORDS = { lesson: 'lesson', quiz: 'quiz', exam: 'exam', guide: 'guide' } as const;

function contentsOf(activities: readonly { readonly kind: ActivityModel['kind'] }[], words: PageWords): string {
  const countOf = (wanted: ActivityModel['kind']) => activities.filter(({ kind }) => kind === wanted).length;
  const [lessons, quizzes, exams, guides] = [countOf('lesson'), countOf('quiz'), countOf('exam'), countOf('guide')];
  return words.joined([
    lessons > 0 ? words.lessonCount({ count: lessons }) : '',
    quizzes > 0 ? words.quizCount({ count: quizzes }) : '',
    exams > 0 ? words.examCount({ count: exams }) : '',
    guides > 0 ? words.guideCount({ count: guides }) : '',
  ]);
}

function outlineEntry(activity: ActivityModel, words: PageWords): OutlineEntryView {
  const { id, kind, title } = activity;
  return {
    id,
    kind,
    kindWord: words.fixed[KIND_WORDS[kind]],
    title,
    page: pageName(id),
    minutes: minutesOf(activity, words),
  };
}

export function minutesOf(activity: ActivityModel, words: PageWords): string {
  if (activity.kind === 'exam') {
    const time = firstMinutes(activity);
    return time > 0 ? words.duration(Math.ceil(time)) : '';
  }
  return activity.kind === 'lesson' && activity.minutes > 0 ? words.shortMinutes({ count: activity.minutes }) : '';
}

function courseFacts(model: PackageModel, words: PageWords): LaunchView['facts'] {
  const { fixed } = words;
  const lessons = model.activities.filter((activity) => activity.kind === 'lesson');
  const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
  const facts = [
    {
      label: fixed.contentsShort,
      value: contentsOf(model.activities, words),
    },
    { label: fixed.time, value: minutes === 0 ? '' : words.readingTime({ time: words.duration(minutes) }) },
    { label: fixed.edition, value: words.listed(model.editions.map(editionName)) },
    { label: fixed.courseVersion, value: model.version },
    { label: fixed.review, value: model.reviewed === '' ? '' : words.reviewed({ by: model.reviewed }) },
  ];
  return facts.filter(({ value }) => value !== '');
}

function gradingSentence(model: PackageModel, words: PageWords): string {
  const { grade } = model;
  if (grade === undefined) return words.fixed.notGraded;
  const titleOf = (id: string) => model.activities.find((activity) => activity.id === id)?.title ?? id;
  const [first, ...rest] = grade.activities;
  return words.grade({
    titles: grade.activities.map(({ id }) => titleOf(id)),
    weighted: rest.some(({ weight }) => weight !== first?.weight),
    attempt: grade.attempt,
    pass: grade.pass,
  });
}

/** Types whose answers are right or wrong as a whole. */
const WHOLE_ANSWERS: ReadonlySet<string> = new Set(['single-choice', 'true-false', 'fill-in', 'numeric']);

const TYPE_WORDS: Readonly<Record<string, keyof PageWords['fixed']>> = {
  'multiple-choice': 'multipleChoiceQuestions',
  matching: 'matchingQuestions',
  ordering: 'orderingQuestions',
  'code-entry': 'codeEntryQuestions',
  'pcs-build': 'pcsBuildQuestions',
  case: 'caseQuestions',
};

/** Empty where no question can be right in part. */
export function creditSentence(rule: CreditRule, questions: readonly QuestionModel[], words: PageWords): string {
  const types = [...new Set(questions.map(({ body }): string => body.type))].filter((type) => !WHOLE_ANSWERS.has(type));
  const partial = types.filter((type) => policyFor(rule, type) === 'partial');
  if (types.length === 0) return '';
  if (partial.length === 0) return words.fixed.noPartialCredit;
  if (partial.length === types.length) return words.fixed.partialCredit;
  const names = partial.sort().map((type) => {
    const word = TYPE_WORDS[type];
    return word === undefined ? type : words.fixed[word];
  });
  return words.partialCreditFor({ types: words.listed(names) });
}

/** What each attempt draws, domain by domain, cases of all settings together; empty for a draw over all domains. */
export function examPlan(exam: ExamModel, model: PackageModel, words: PageWords): ExamView['plan'] {
  const titles = new Map(model.domains.map(({ id, title }) => [id, title]));
  const rows = new Map<string, number>();
  let at = 0;
  for (const { count, of } of exam.draws) {
    const questions = exam.pool.slice(at, at + of).flatMap((id) => model.questions.get(id) ?? []);
    at += of;
    const domains = [...new Set(questions.map(({ domain }) => domain))];
    const title = questions.some(({ pretest }) => pretest)
      ? words.fixed.pretest
      : questions.some(({ body }) => (body.type as string) === 'case')
        ? words.fixed.cases
        : domains.length === 1
          ? (titles.get(domains[0] ?? '') ?? '')
          : words.fixed.allSections;
    rows.set(title, (rows.get(title) ?? 0) + count);
  }
  if (rows.size < 2) return [];
  return [...rows].map(([title, count]) => ({ title, count: words.questionCount({ count }) }));
}

/** The complete page around a body. */
export function pageView(model: PackageModel, at: number, bodyHtml: string, words: PageWords): PageView {
  const neighbor = (index: number) => {
    const activity = model.activities[index];
    return activity === undefined ? null : { title: activity.title, page: pageName(activity.id) };
  };
  return {
    ...siteView(model, words),
    title: model.activities[at]?.title ?? '',
    launchPage: LAUNCH_PAGE,
    bodyHtml,
    previous: neighbor(at - 1),
    next: neighbor(at + 1),
  };
}

/** Terms by name, as code units order them. */
export function termViews(terms: ReadonlyMap<string, UsedTerm>): readonly TermView[] {
  return [...terms.values()]
    .map(({ id, term, definition }) => ({ term, definition, popover: termPopoverId(id) }))
    .sort((a, b) => compareText(a.term.toLowerCase(), b.term.toLowerCase()));
}
