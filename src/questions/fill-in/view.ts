/** Reads and marks the field of a typed text. It must not know state or LMS. */
import type { TypedWords } from '../../shared/words/player-words.ts';
import type { AnswerView } from '../answer-behavior.ts';
import { lettersOf, toKeptText } from '../typed/typed-text.ts';
import { openTypedField } from '../typed/view.ts';
import type { FillInAnswer } from './answer.ts';
import { findMiss, gradeFillIn } from './grading.ts';

export function openFillIn(form: HTMLFormElement, answer: FillInAnswer, words: TypedWords): AnswerView {
  const field = openTypedField(form, words);
  const text = (): string => toKeptText(field.value());
  const isTooLong = (): boolean => lettersOf(text()) > answer.max;
  return {
    // What is too long is not kept: the saved state has no room for it, and half of it would be another answer.
    given: () => (text() === '' || isTooLong() ? [] : [text()]),
    give: ([given]) => field.setValue(given ?? ''),
    order: () => undefined,
    lock: (locked) => field.lock(locked),
    mark(feedback) {
      if (feedback === undefined) {
        field.mark(undefined);
        return;
      }
      const { given, whyHtml } = feedback;
      field.mark({
        outcome: given.length === 0 ? 'none' : gradeFillIn(answer, given).credit === 1 ? 'right' : 'wrong',
        rightAnswers: answer.key,
        whyHtml: whyHtml[findMiss(answer, given) ?? ''] ?? '',
      });
    },
    gap() {
      if (text() === '') return words.fixed.typeAnswer;
      return isTooLong() ? words.tooLong({ letters: lettersOf(text()), max: answer.max }) : undefined;
    },
    focus: () => field.focus(),
  };
}
