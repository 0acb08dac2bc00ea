/**
 * A field in which an answer is typed, with its mark, the right answers and a reason. Serves the question types that are
 * answered by typing; it must not know what they take for right.
 */
import type { TypedWords } from '../../shared/words/player-words.ts';
import { showMark, showWhy } from '../part/view.ts';

export interface TypedMark {
  readonly outcome: 'right' | 'wrong' | 'none';
  /** Shown where the answer was not right. */
  readonly rightAnswers: readonly string[];
  readonly whyHtml: string;
}

export interface TypedField {
  /** As typed. */
  value(): string;
  setValue(text: string): void;
  /** A locked field can still be read and copied. */
  lock(locked: boolean): void;
  mark(mark: TypedMark | undefined): void;
  /** A sentence below the field that belongs to what is typed; the empty text takes it away. */
  note(text: string): void;
  focus(): void;
}

export function openTypedField(form: HTMLFormElement, words: TypedWords): TypedField {
  const part = form.querySelector<HTMLElement>('[data-cw="typed"]');
  const input = form.querySelector<HTMLInputElement>('[data-cw="field"]');
  const right = document.createElement('p');
  right.dataset.cw = 'right-answers';
  const note = document.createElement('p');
  note.dataset.cw = 'typed-note';
  note.id = `cw-note-${input?.name ?? ''}`;
  return {
    value: () => input?.value ?? '',
    setValue(text) {
      if (input !== null) input.value = text;
    },
    lock(locked) {
      if (input !== null) input.readOnly = locked;
    },
    mark(mark) {
      right.remove();
      if (part === null) return;
      showWhy(part, mark?.whyHtml ?? '');
      if (mark === undefined || mark.outcome === 'none') showMark(part, undefined);
      else if (mark.outcome === 'right') showMark(part, { kind: 'chosen-key', text: words.fixed.markChosenKey });
      else showMark(part, { kind: 'chosen-wrong', text: words.fixed.markChosenWrong });
      if (mark === undefined || mark.outcome === 'right') return;
      right.textContent = words.acceptedAnswers({
        count: mark.rightAnswers.length,
        texts: mark.rightAnswers.join(' · '),
      });
      part.querySelector('label')?.after(right);
    },
    note(text) {
      note.textContent = text;
      if (text === '') {
        note.remove();
        input?.removeAttribute('aria-describedby');
        return;
      }
      part?.querySelector('label')?.after(note);
      input?.setAttribute('aria-describedby', note.id);
    },
    focus: () => input?.focus(),
  };
}
