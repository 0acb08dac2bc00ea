/** Multiple choice, seen by the compiler. Its browser side is `choice/`. */
import type { ResolvedContent } from '../../compiler/content.ts';
import { selectDiffers } from '../../diagnostics/catalog/questions.ts';
import type { MultipleChoiceBody } from '../choice/body.ts';
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
import { type MultipleChoiceSource, multipleChoiceSchema } from './source.ts';

export const multipleChoice: QuestionType<MultipleChoiceSource, MultipleChoiceBody<ResolvedContent>> = {
  type: 'multiple-choice',
  schema: multipleChoiceSchema,

  check(source, locate, report) {
    checkOptions(source.id, source.options, locate, report);
    const right = keyOf(source.options).length;
    if (right > 0 && right !== source.select) {
      report.add(selectDiffers, locate(['select']), { question: source.id, select: source.select, right });
    }
  },

  markdownPaths(source) {
    return ['stem', ...optionPaths(source.options), 'rationale'];
  },

  buildBody(source, content) {
    return {
      type: 'multiple-choice',
      options: buildOptions(source.options, content),
      key: keyOf(source.options),
      select: source.select,
    };
  },

  answerBasis(source) {
    return `multiple-choice;${optionsBasis(source.options)};${source.select}`;
  },

  answerData: ({ type, options, key, select }) => ({ type, ...optionIds(options), key, select }),
  answerSize: ({ select }) => ({ form: 'ids', most: select }),
  reasons: ({ options }) => optionReasons(options),
  partialView: ({ options, select }, texts) => ({
    instruction: texts.words.choose({ count: select }),
    options: optionViews(options, texts),
  }),
  hooks: ({ options }) => optionHooks(optionIds(options).options),
  sheetRows: ({ options, key }, texts) => optionRows(options, key, texts),
};
