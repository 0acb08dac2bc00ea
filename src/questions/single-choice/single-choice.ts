/** Single choice, seen by the compiler. Its browser side is `choice/`. */
import type { ResolvedContent } from '../../compiler/content.ts';
import { severalKeys } from '../../diagnostics/catalog/questions.ts';
import type { SingleChoiceBody } from '../choice/body.ts';
import {
  buildOptions,
  checkOptions,
  keyOf,
  optionHooks,
  optionIds,
  optionPaths,
  optionReasons,
  optionRows,
  optionsBasis,
  optionViews,
} from '../choice-options.ts';
import type { QuestionType } from '../question-type.ts';
import { type SingleChoiceSource, singleChoiceSchema } from './source.ts';

export const singleChoice: QuestionType<SingleChoiceSource, SingleChoiceBody<ResolvedContent>> = {
  type: 'single-choice',
  schema: singleChoiceSchema,

  check(source, locate, report) {
    checkOptions(source.id, source.options, locate, report);
    const right = source.options.flatMap((option, index) => (option.correct ? [index] : []));
    const [first, second] = right;
    if (first !== undefined && second !== undefined) {
      report.add(
        severalKeys,
        locate(['options', second, 'correct']),
        { question: source.id, options: keyOf(source.options) },
        { related: [{ span: locate(['options', first, 'correct']), message: 'the first right option' }] },
      );
    }
  },

  markdownPaths(source) {
    return ['stem', ...optionPaths(source.options), 'rationale'];
  },

  buildBody(source, content) {
    return {
      type: 'single-choice',
      options: buildOptions(source.options, content),
      key: keyOf(source.options)[0] ?? '',
    };
  },

  answerBasis(source) {
    return `single-choice;${optionsBasis(source.options)}`;
  },

  answerData: ({ type, options, key }) => ({ type, ...optionIds(options), key: [key], select: 1 }),
  answerSize: () => ({ form: 'ids', most: 1 }),
  reasons: ({ options }) => optionReasons(options),
  partialView: ({ options }, texts) => ({ instruction: '', options: optionViews(options, texts) }),
  hooks: ({ options }) => optionHooks(optionIds(options).options),
  sheetRows: ({ options, key }, texts) => optionRows(options, [key], texts),
};
