/**
 * Turns the model of a package into its finished files: launch page, a page and a script for each activity, style sheet, data,
 * player and media. Trusts the model; only templates and theme can still be wrong, and are reported.
 */
import type { Reporter } from '../../diagnostics/report.ts';
import type { AnyPlayerQuestion } from '../../questions/answer-data.ts';
import { isStudied, isUsualCredit } from '../../shared/exam-data.ts';
import type { PageData } from '../../shared/package-data.ts';
import {
  CODES_SCRIPT,
  DATA_SCRIPT,
  LAUNCH_PAGE,
  lookUpScriptName,
  PLAYER_SCRIPT,
  STYLE_SHEET,
  WORDS_SCRIPT,
} from '../../shared/package-files.ts';
import { scramble } from '../../shared/scramble.ts';
import { computeWorstCase } from '../../shared/state-budget.ts';
import type { PageWords } from '../../shared/words/page-words.ts';
import { openPageWords } from '../../shared/words/page-words.ts';
import { askedBy } from '../asked-by.ts';
import type { ActivityModel, PackageFile, PackageModel, QuestionModel, RenderedPackage } from '../hand-over.ts';
import { pageName, pageScriptName } from './activity-files.ts';
import { buildPackageData, hasCodes } from './build-package-data.ts';
import { creditSentence, examPlan, launchView, minutesOf, pageView, termViews } from './build-page-views.ts';
import type { ExpectedHook } from './check-hooks.ts';
import { checkHooks, examHooks, guideHooks, launchHooks, lessonHooks, pageHooks, quizHooks } from './check-hooks.ts';
import { escapeHtml, scriptJson } from './html.ts';
import { appendToBody, labelsHtml } from './labels.ts';
import type { PageScope } from './page-scope.ts';
import type { PageTemplate, TemplateViews } from './page-views.ts';
import { renderAnswerSheet } from './render-answer-sheet.ts';
import { renderContent } from './render-content.ts';
import { guideParts } from './render-guide.ts';
import { playerFiles, wordsFile } from './render-player.ts';
import { playerQuestion, renderQuestion } from './render-question.ts';
import type { TemplateSet, TemplateSources } from './template-set.ts';
import { compileTemplates } from './template-set.ts';
import { themeStyle } from './theme-style.ts';

/** What rendering needs beside the model; made once per run and handed to every package. */
export interface RenderAssets extends TemplateSources {
  /** The prebuilt scripts of the target's player, by their names in a package. */
  readonly player: ReadonlyMap<string, Uint8Array>;
  readonly toolVersion: string;
}

/** Where a theme stands. */
const WORKSPACE_FILE = 'coursewright.yaml';

interface Rendering {
  readonly model: PackageModel;
  readonly templates: TemplateSet;
  readonly words: PageWords;
  readonly report: Reporter;
}

/** After a reported problem the files are incomplete: the caller must look at the report before it writes any. */
export function renderPackage(model: PackageModel, assets: RenderAssets, report: Reporter): RenderedPackage {
  const rendering: Rendering = {
    model,
    templates: templatesOf(assets, report),
    words: openPageWords(model.words.page, model.language),
    report,
  };
  const data = buildPackageData(model, assets.toolVersion);
  const style = themeStyle(assets.templates.get(STYLE_SHEET) ?? '', model.theme, WORKSPACE_FILE, report);
  const files: PackageFile[] = [
    textFile(LAUNCH_PAGE, renderLaunchPage(rendering)),
    textFile(STYLE_SHEET, style),
    wordsFile(model),
    textFile(DATA_SCRIPT, `(window.coursewright=window.coursewright||{}).data=${scriptJson(data)};\n`),
    ...playerFiles(model, assets.player),
    ...(hasCodes(model) ? [textFile(CODES_SCRIPT, `coursewright.codes(${scriptJson(model.codes?.extract)});\n`)] : []),
    ...model.activities.flatMap((activity, at) => renderActivity(activity, at, rendering)),
    ...model.files.map(({ name, source }) => ({ name, bytes: source.bytes() })),
  ];
  const answerSheet = renderAnswerSheet(model, rendering.words);
  return { model, data, worstCase: computeWorstCase(data), files, launch: LAUNCH_PAGE, answerSheet };
}

/** Templates are compiled once per run, not once per package; their problems are reported with the first. */
const compiledTemplates = new WeakMap<object, WeakMap<object, TemplateSet>>();

function templatesOf({ templates, overrides }: TemplateSources, report: Reporter): TemplateSet {
  const known = compiledTemplates.get(templates) ?? new WeakMap<object, TemplateSet>();
  const compiled = known.get(overrides) ?? compileTemplates({ templates, overrides }, report);
  compiledTemplates.set(templates, known.set(overrides, compiled));
  return compiled;
}

function renderLaunchPage(rendering: Rendering): string {
  const { model, words } = rendering;
  const html = renderChecked('launch', launchView(model, words), launchHooks(), rendering);
  const scripts = [WORDS_SCRIPT, DATA_SCRIPT, PLAYER_SCRIPT].map((name) => `<script src="${name}"></script>`).join('');
  return appendToBody(html, `${labelsHtml(model, words)}\n${scripts}\n`);
}

function renderActivity(activity: ActivityModel, at: number, rendering: Rendering): readonly PackageFile[] {
  const { model, words } = rendering;
  const scope = newScope(rendering);
  const { body, alone, questions } = renderBody(activity, scope, rendering);
  const page = renderChecked('page', pageView(model, at, alone ?? body, words), pageHooks(), rendering);
  const data: PageData = {
    id: activity.id,
    title: activity.title,
    body,
    questions: scramble(JSON.stringify(questions)),
  };
  return [
    textFile(pageName(activity.id), appendToBody(page, `${labelsHtml(model, words)}\n`)),
    textFile(pageScriptName(activity.id), `coursewright.page(${scriptJson(data)});\n`),
    ...lookUpFiles(activity),
  ];
}

function lookUpFiles(activity: ActivityModel): readonly PackageFile[] {
  if (activity.kind !== 'exam' || activity.lookUp === undefined) return [];
  const { id, lookUp } = activity;
  return [textFile(lookUpScriptName(id), `coursewright.lookUp(${scriptJson(lookUp.content)});\n`)];
}

function newScope(rendering: Rendering): PageScope {
  const { model, words, templates, report } = rendering;
  const termNames = new Map(model.terms.map(({ id, term }) => [id, term]));
  const scope: PageScope = {
    words,
    pageOf: pageName,
    renderCheck: (id) => renderCheck(questionOf(model, id), scope, templates, report),
    termName: (id) => termNames.get(id),
    terms: new Map(),
    noteReferences: new Map(),
    tables: 0,
    codeBlocks: 0,
    descriptions: 0,
  };
  return scope;
}

function renderCheck(question: QuestionModel, scope: PageScope, templates: TemplateSet, report: Reporter): string {
  const title = `<p class="check-title">${escapeHtml(scope.words.fixed.check)}</p>`;
  const html = renderQuestion(question, scope, templates, report);
  return `<section class="check" data-cw-check="${escapeHtml(question.id)}">${title}${html}</section>`;
}

interface RenderedBody {
  readonly body: string;
  /** What the page shows that is opened outside the course, where that is something else. */
  readonly alone?: string;
  readonly questions: readonly AnyPlayerQuestion[];
}

function renderBody(activity: ActivityModel, scope: PageScope, rendering: Rendering): RenderedBody {
  const { model, words, templates, report } = rendering;
  const asked = askedBy(activity).map((id) => questionOf(model, id));
  const moduleTitle = model.modules.find(({ activities }) => activities.includes(activity.id))?.title ?? '';
  const base = {
    id: activity.id,
    title: activity.title,
    moduleTitle,
    minutes: minutesOf(activity, words),
    words: words.fixed,
  };
  switch (activity.kind) {
    case 'lesson': {
      const contentHtml = renderContent(activity.content, { scope, prefix: '', interactive: true });
      const questions = asked.map((question) => playerQuestion(question, scope, true));
      const { objectives, guideline } = activity;
      const credit = isUsualCredit(activity.credit) ? '' : creditSentence(activity.credit, asked, words);
      const view = { ...base, objectives, guideline, credit, contentHtml, terms: termViews(scope.terms) };
      return { body: renderChecked('lesson', view, lessonHooks(activity.id), rendering), questions };
    }
    case 'quiz': {
      const markup = asked.map((question) => ({ questionHtml: renderQuestion(question, scope, templates, report) }));
      const questions = asked.map((question) => playerQuestion(question, scope, true));
      const { introduction, drawn, draw } = activity;
      const questionCount = words.questionCount({ count: asked.length });
      const amount = drawn ? words.drawn({ draw, questions: questionCount }) : questionCount;
      const credit = creditSentence(activity.credit, asked, words);
      const view = { ...base, introduction, amount, credit, questions: markup, terms: termViews(scope.terms) };
      return { body: renderChecked('quiz', view, quizHooks(activity.id), rendering), questions };
    }
    case 'exam': {
      const markup = asked.map((question) => ({ questionHtml: renderQuestion(question, scope, templates, report) }));
      const questions = asked.map((question) => playerQuestion(question, scope, isStudied(activity)));
      const { introduction, draw } = activity;
      const questionCount = words.questionCount({ count: asked.length });
      const amount = draw < asked.length ? words.drawn({ draw, questions: questionCount }) : questionCount;
      const credit = creditSentence(activity.credit, asked, words);
      const plan = examPlan(activity, model, words);
      const shared = { ...base, introduction, amount, credit, plan };
      const inside = { ...shared, alone: '', questions: markup, terms: termViews(scope.terms) };
      const outside = { ...shared, alone: words.fixed.examAlone, questions: [], terms: [] };
      return {
        body: renderChecked('exam', inside, examHooks(activity.id), rendering),
        alone: renderChecked('exam', outside, [], rendering),
        questions,
      };
    }
    case 'guide': {
      const parts = guideParts(activity, scope);
      const view = { ...base, ...parts, terms: termViews(scope.terms) };
      return { body: renderChecked('guide', view, guideHooks(activity), rendering), questions: [] };
    }
    default:
      return activity satisfies never;
  }
}

function renderChecked<Name extends PageTemplate>(
  name: Name,
  view: TemplateViews[Name],
  hooks: readonly ExpectedHook[],
  { templates, report }: Rendering,
): string {
  const html = templates.render(name, view, report);
  const file = templates.overrideFile(name);
  if (file !== undefined && html !== '') checkHooks(html, hooks, { name, file }, report);
  return html;
}

function questionOf(model: PackageModel, id: string): QuestionModel {
  const question = model.questions.get(id);
  if (question === undefined) throw new Error(`package ${model.name} has no question ${id}`);
  return question;
}

function textFile(name: string, text: string): PackageFile {
  return { name, bytes: new TextEncoder().encode(text) };
}
