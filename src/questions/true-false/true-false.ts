/** True-false, seen by the compiler. Its browser side is `choice/`. */
import type { ResolvedContent } from '../../compiler/content.ts';
import type { TrueFalseBody } from '../choice/body.ts';
import { optionHooks } from '../choice-options.ts';
import type { QuestionType } from '../question-type.ts';
import { type TrueFalseSource, trueFalseSchema } from './source.ts';

const OPTIONS = ['t', 'f'];

export const trueFalse: QuestionType<TrueFalseSource, TrueFalseBody<ResolvedContent>> = {
  type: 'true-false',
  schema: trueFalseSchema,

  check() {
    // The schema says it all: one answer, both reasons.
  },

  markdownPaths() {
    return ['stem', 'why.true', 'why.false', 'rationale'];
  },

  buildBody(source, content) {
    return {
      type: 'true-false',
      key: source.answer,
      whyTrue: content('why.true'),
      whyFalse: content('why.false'),
    };
  },

  answerBasis(source) {
    return `true-false;${source.answer}`;
  },

  answerData: ({ type, key }) => ({ type, options: OPTIONS, pinned: OPTIONS, key: [key ? 't' : 'f'], select: 1 }),
  answerSize: () => ({ form: 'ids', most: 1 }),
  reasons: ({ whyTrue, whyFalse }) => [
    ['t', whyTrue],
    ['f', whyFalse],
  ],
  partialView: (_body, { words }) => ({
    instruction: '',
    options: [
      { id: 't', textHtml: words.fixed.right },
      { id: 'f', textHtml: words.fixed.wrong },
    ],
  }),
  hooks: () => optionHooks(OPTIONS),
  sheetRows: ({ key }, { words }) => [
    { shown: 't', text: words.fixed.right, right: key },
    { shown: 'f', text: words.fixed.wrong, right: !key },
  ],
};
