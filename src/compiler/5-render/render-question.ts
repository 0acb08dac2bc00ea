/** Turns a question into its markup, through its type's partial, and into what the player holds of it: key, reasons, rationale. */
import type { Reporter } from '../../diagnostics/report.ts';
import type { PlayerQuestion } from '../../shared/package-data.ts';
import type { QuestionModel } from '../hand-over.ts';
import { answerData } from './build-package-data.ts';
import { checkHooks, questionHooks } from './check-hooks.ts';
import { escapeHtml } from './html.ts';
import type { PageScope, TextPlace } from './page-scope.ts';
import type { ChoiceQuestionView } from './page-views.ts';
import { renderContent, renderShortContent } from './render-content.ts';
import type { TemplateSet } from './template-set.ts';

/** @returns HTML with stem and options, without key and reasons */
export function renderQuestion(
  question: QuestionModel,
  scope: PageScope,
  templates: TemplateSet,
  report: Reporter,
): string {
  const { body } = question;
  const view = questionView(question, scope);
  const name = `question-${body.type}` as const;
  const html = templates.render(name, view, report);
  const file = templates.overrideFile(name);
  if (file !== undefined && html !== '') {
    const options = view.options.map(({ id }) => id);
    checkHooks(html, questionHooks(question.id, body.type, options), { name, file }, report);
  }
  return html;
}

function questionView(question: QuestionModel, scope: PageScope): ChoiceQuestionView {
  const { body, id } = question;
  const { words } = scope;
  const base = { id, stemHtml: renderShortStem(question, scope), words: words.fixed };
  switch (body.type) {
    case 'single-choice':
      return { ...base, instruction: '', options: optionViews(question, body.options, scope) };
    case 'multiple-choice':
      return { ...base, instruction: words.choose(body.select), options: optionViews(question, body.options, scope) };
    case 'true-false':
      return {
        ...base,
        instruction: '',
        options: [
          { id: 't', textHtml: escapeHtml(words.fixed.right) },
          { id: 'f', textHtml: escapeHtml(words.fixed.wrong) },
        ],
      };
    default:
      return body satisfies never;
  }
}

function placeIn(scope: PageScope, question: string, part: string, interactive: boolean): TextPlace {
  return { scope, prefix: `${question}-${part}-`, interactive };
}

function renderShortStem(question: QuestionModel, scope: PageScope): string {
  return renderContent(question.stem, placeIn(scope, question.id, 'stem', true));
}

function optionViews(
  question: QuestionModel,
  options: readonly { readonly id: string; readonly content: QuestionModel['stem'] }[],
  scope: PageScope,
): ChoiceQuestionView['options'] {
  return options.map(({ id, content }) => ({
    id,
    textHtml: renderShortContent(content, placeIn(scope, question.id, id, false)),
  }));
}

/** Key, reasons and rationale, for the scrambled part of the page's script. */
export function playerQuestion(question: QuestionModel, scope: PageScope): PlayerQuestion {
  const { body, id } = question;
  return {
    id,
    answer: answerData(body),
    whyHtml: Object.fromEntries(
      reasonsOf(body).map(([option, why]) => [
        option,
        renderShortContent(why, placeIn(scope, id, `${option}-why`, true)),
      ]),
    ),
    rationaleHtml: renderContent(question.rationale, placeIn(scope, id, 'rationale', true)),
    guideline: question.guideline,
  };
}

function reasonsOf(body: QuestionModel['body']): readonly (readonly [string, QuestionModel['stem']])[] {
  switch (body.type) {
    case 'single-choice':
    case 'multiple-choice':
      return body.options.map(({ id, why }) => [id, why] as const);
    case 'true-false':
      return [
        ['t', body.whyTrue],
        ['f', body.whyFalse],
      ];
    default:
      return body satisfies never;
  }
}
