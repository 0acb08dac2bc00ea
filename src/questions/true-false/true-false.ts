/** True-false, seen by the compiler. Its browser side is `grading.ts` and `view.ts`. */
import type { QuestionType } from '../question-type.ts';
import { type TrueFalseSource, trueFalseSchema } from './source.ts';

export const trueFalse: QuestionType<TrueFalseSource> = {
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
};
