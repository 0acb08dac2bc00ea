/** Reads and marks the field of a typed number, and says how it was understood before it is graded. It must not know state or LMS. */
import type { TypedWords } from '../../shared/words/player-words.ts';
import type { Announce, AnswerView } from '../answer-behavior.ts';
import { openTypedField } from '../typed/view.ts';
import type { NumericAnswer } from './answer.ts';
import { findNumericMiss, gradeNumeric } from './grading.ts';
import { type Reading, readQuantity, showQuantity } from './quantity.ts';

function gapOf(reading: Reading, { units }: NumericAnswer, words: TypedWords): string | undefined {
  switch (reading.kind) {
    case 'quantity':
      return undefined;
    case 'empty':
      return words.fixed.typeAnswer;
    case 'no-number':
      return words.fixed.typeNumber;
    case 'too-long':
      return words.fixed.numberTooLong;
    case 'unknown-unit':
      if (units.length === 0) return words.numberAlone({ unit: reading.unit });
      return words.unknownUnit({ unit: reading.unit, units: units.map(({ unit }) => unit).join(', ') });
  }
}

/** The right quantity with what it may be off. */
function showKey({ key, units, tolerance }: NumericAnswer): string {
  const reading = readQuantity(key[0] ?? '', units);
  if (reading.kind !== 'quantity') return '';
  const right = showQuantity(reading.number, reading.unit);
  return /^0%?$/.test(tolerance) ? right : `${right} (± ${tolerance})`;
}

export function openNumeric(
  form: HTMLFormElement,
  answer: NumericAnswer,
  words: TypedWords,
  announce: Announce,
): AnswerView {
  const field = openTypedField(form, words);
  const read = (): Reading => readQuantity(field.value(), answer.units);
  const understood = (): string => {
    const reading = read();
    return reading.kind === 'quantity'
      ? words.understoodAs({ answer: showQuantity(reading.number, reading.unit) })
      : '';
  };
  // While somebody types, half a number is no mistake.
  form.addEventListener('input', () => field.note(understood()));
  form.addEventListener('change', () => {
    const reading = read();
    const text = reading.kind === 'empty' ? '' : (gapOf(reading, answer, words) ?? understood());
    field.note(text);
    if (text !== '') announce(text);
  });
  return {
    given() {
      const reading = read();
      return reading.kind === 'quantity' ? [reading.text] : [];
    },
    give([given]) {
      const reading = readQuantity(given ?? '', answer.units);
      field.setValue(reading.kind === 'quantity' ? showQuantity(reading.number, reading.unit) : '');
      field.note('');
    },
    order: () => undefined,
    lock: (locked) => field.lock(locked),
    mark(feedback) {
      if (feedback === undefined) {
        field.mark(undefined);
        return;
      }
      const { given, whyHtml } = feedback;
      const outcome = given.length === 0 ? 'none' : gradeNumeric(answer, given).credit === 1 ? 'right' : 'wrong';
      const why = outcome === 'wrong' ? (whyHtml[findNumericMiss(answer, given) ?? ''] ?? '') : '';
      field.mark({ outcome, rightAnswers: [showKey(answer)], whyHtml: why });
    },
    gap: () => gapOf(read(), answer, words),
    focus: () => field.focus(),
  };
}
