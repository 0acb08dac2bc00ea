/** Turns a question into its markup, through its type's partial, and into what the player holds of it: key, reasons, rationale. */
import type { Reporter } from '../../diagnostics/report.ts';
import type { AnyPlayerQuestion } from '../../questions/answer-data.ts';
import type { QuestionTexts } from '../../questions/question-type.ts';
import { questionTypeOf } from '../../questions/question-types.ts';
import type { QuestionModel } from '../hand-over.ts';
import { checkHooks, questionHooks } from './check-hooks.ts';
import type { PageScope, TextPlace } from './page-scope.ts';
import { renderContent, renderShortContent } from './render-content.ts';
import type { TemplateSet } from './template-set.ts';

/** @returns HTML with stem and what is needed to answer, without key and reasons */
export function renderQuestion(
  question: QuestionModel,
  scope: PageScope,
  templates: TemplateSet,
  report: Reporter,
): string {
  const { body, id } = question;
  const type = questionTypeOf(body);
  const name = `question-${body.type}` as const;
  const view = {
    id,
    stemHtml: renderContent(question.stem, placeIn(scope, id, 'stem', true)),
    words: scope.words.fixed,
    ...type.partialView(body, textsOf(id, scope)),
  };
  const html = templates.render(name, view, report);
  const file = templates.overrideFile(name);
  if (file !== undefined && html !== '') {
    checkHooks(html, questionHooks(id, body.type, type.hooks(body)), { name, file }, report);
  }
  return html;
}

function textsOf(question: string, scope: PageScope): QuestionTexts {
  return {
    words: scope.words,
    label: (content, part) => renderShortContent(content, placeIn(scope, question, part, false)),
    block: (content, part) => renderContent(content, placeIn(scope, question, part, true)),
  };
}

function placeIn(scope: PageScope, question: string, part: string, interactive: boolean): TextPlace {
  return { scope, prefix: `${question}-${part}-`, interactive };
}

/**
 * Key, reasons, rationale and hints, for the scrambled part of the page's script.
 * @param hinted whether the page may show hints: an exam without study mode never does
 */
export function playerQuestion(question: QuestionModel, scope: PageScope, hinted: boolean): AnyPlayerQuestion {
  const { body, id } = question;
  const type = questionTypeOf(body);
  const reasons = type.reasons(body);
  const hints = hinted ? question.hints : [];
  const hintsHtml = hints.map((hint, at) => renderContent(hint, placeIn(scope, id, `hint-${at + 1}`, true)));
  return {
    id,
    answer: type.answerData(body),
    whyHtml: Object.fromEntries(
      reasons.map(([part, why]) => [part, renderShortContent(why, placeIn(scope, id, `${part}-why`, true))]),
    ),
    ...(hintsHtml.length > 0 ? { hintsHtml } : {}),
    rationaleHtml: renderContent(question.rationale, placeIn(scope, id, 'rationale', true)),
    guideline: question.guideline,
  };
}
