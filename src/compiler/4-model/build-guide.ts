/** A validated decision guide -> its model, with every text resolved for one package. */
import type { Reporter } from '../../diagnostics/report.ts';
import type { ResolvedContent } from '../content.ts';
import type { AuthoredGuide, GuideModel } from '../hand-over.ts';
import type { PackageScope } from './package-scope.ts';
import { EMPTY_CONTENT, resolveContent } from './resolve-content.ts';

export function buildGuide(guide: AuthoredGuide, scope: PackageScope, report: Reporter): GuideModel {
  const { data, questionNames } = guide;
  const content = (path: string): ResolvedContent => {
    const authored = guide.content.get(path);
    return authored === undefined ? EMPTY_CONTENT : resolveContent(authored, guide.file, scope, report);
  };
  return {
    kind: 'guide',
    id: data.id,
    title: data.title,
    introduction: content('introduction'),
    questions: data.questions.map(({ id, text, help, answers }, index) => ({
      id: questionNames[index]?.id ?? '',
      ask: id,
      text,
      help: help ?? '',
      answers,
    })),
    outcomes: data.outcomes.map(({ id, title, plan }, index) => ({
      id,
      title,
      text: content(`outcomes.${index}.text`),
      plan: (plan ?? []).map((_, step) => content(`outcomes.${index}.plan.${step}`)),
    })),
    rules: data.rules.map(({ when, suggests, weight }, index) => ({
      when,
      suggests,
      weight: weight ?? 1,
      because: content(`rules.${index}.because`),
    })),
    otherwise: data.otherwise,
  };
}
