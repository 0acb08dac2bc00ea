/** Turns the model of a package into the views of its templates. Finishes every sentence; knows no HTML. */
import { compareText } from '../../diagnostics/compare-text.ts';
import { editionName } from '../../shared/edition-names.ts';
import { LAUNCH_PAGE } from '../../shared/package-files.ts';
import type { PageWords } from '../../shared/words/page-words.ts';
import type { ActivityModel, PackageModel } from '../hand-over.ts';
import { pageName } from './activity-files.ts';
import { sampleLabel } from './labels.ts';
import type { UsedTerm } from './page-scope.ts';
import type { LaunchView, OutlineEntryView, PageView, SiteView, TermView } from './page-views.ts';
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
    const lessons = own.filter(({ kind }) => kind === 'lesson').length;
    return { id, title, summary: contentsSummary(lessons, own.length - lessons, words), activities: own };
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

function outlineEntry(activity: ActivityModel, words: PageWords): OutlineEntryView {
  const { id, kind, title } = activity;
  return {
    id,
    kind,
    kindWord: kind === 'lesson' ? words.fixed.lesson : words.fixed.quiz,
    title,
    page: pageName(id),
    minutes: minutesOf(activity, words),
  };
}

function contentsSummary(lessons: number, quizzes: number, words: PageWords): string {
  return words.joined([
    lessons > 0 ? words.lessonCount({ count: lessons }) : '',
    quizzes > 0 ? words.quizCount({ count: quizzes }) : '',
  ]);
}

export function minutesOf(activity: ActivityModel, words: PageWords): string {
  return activity.kind === 'lesson' && activity.minutes > 0 ? words.shortMinutes({ count: activity.minutes }) : '';
}

function courseFacts(model: PackageModel, words: PageWords): LaunchView['facts'] {
  const { fixed } = words;
  const lessons = model.activities.filter((activity) => activity.kind === 'lesson');
  const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
  const facts = [
    {
      label: fixed.contentsShort,
      value: contentsSummary(lessons.length, model.activities.length - lessons.length, words),
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
