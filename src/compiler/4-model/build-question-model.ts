/** A validated question -> its model, with every text resolved for one package. */
import type { Reporter } from '../../diagnostics/report.ts';
import { hintPaths } from '../../questions/question-source.ts';
import { questionTypeOf } from '../../questions/question-types.ts';
import type { ResolvedContent } from '../content.ts';
import type { AuthoredQuestion, QuestionModel } from '../hand-over.ts';
import type { PackageScope } from './package-scope.ts';
import { EMPTY_CONTENT, resolveContent } from './resolve-content.ts';

export function buildQuestionModel(question: AuthoredQuestion, scope: PackageScope, report: Reporter): QuestionModel {
  const { source } = question;
  const type = questionTypeOf(source);
  const content = (path: string): ResolvedContent => {
    const authored = question.content.get(path);
    return authored === undefined ? EMPTY_CONTENT : resolveContent(authored, question.file, scope, report);
  };
  return {
    id: source.id,
    domain: question.domain,
    difficulty: source.difficulty,
    objective: source.objective ?? '',
    guideline: source.guideline ?? '',
    revision: source.revision ?? 1,
    pretest: source.pretest ?? false,
    answerBasis: type.answerBasis(source),
    stem: content('stem'),
    rationale: content('rationale'),
    hints: hintPaths(source).map(content),
    body: type.buildBody(source, content, scope.referenceFor(source.id)),
  };
}
