/**
 * One character of an ICD-10-PCS code: a list to choose from or, where no list is known, a field of one character; its mark and what is
 * said of it. It must not know other characters, grading or state.
 */
import type { CodedWords } from '../../shared/words/player-words.ts';
import { toCanonicalCode } from '../coded/code-form.ts';
import { showMark } from '../part/view.ts';
import type { CharacterNote } from './note.ts';

export interface CharacterField {
  /** One character, or empty. */
  value(): string;
  choose(value: string): void;
  /** Values with what to show for them; a value that is not among them is taken back. Does nothing to a typed field. */
  offer(values: readonly (readonly [value: string, text: string])[]): void;
  /** True where there is nothing to choose from. */
  isEmpty(): boolean;
  lock(locked: boolean): void;
  onChange(listener: () => void): void;
  explain(note: CharacterNote | undefined): void;
  focus(): void;
}

/** @param part the character's place; a template that lost it gets one that is not shown */
export function openCharacterField(
  part: HTMLElement | null,
  { id, isTyped, words }: { readonly id: string; readonly isTyped: boolean; readonly words: CodedWords },
): CharacterField {
  const holder = part ?? document.createElement('li');
  const control = isTyped ? makeInput(words) : document.createElement('select');
  control.id = id;
  control.name = id;
  nameControl(holder, control);
  const read = (): string => (control instanceof HTMLInputElement ? readTyped(control.value) : control.value);
  return {
    value: read,
    choose(value) {
      control.value = value;
    },
    offer(values) {
      if (!(control instanceof HTMLSelectElement)) return;
      const { value } = control;
      const shown = [...control.options].map((option) => `${option.value} ${option.text}`).join('\n');
      const options = [
        new Option(words.fixed.chooseCharacter, ''),
        ...values.map(([one, text]) => new Option(text, one)),
      ];
      // A list that stays as it is is left alone, so that a screen reader in it is not thrown out.
      if (shown !== options.map((option) => `${option.value} ${option.text}`).join('\n')) {
        control.replaceChildren(...options);
        control.value = values.some(([one]) => one === value) ? value : '';
      }
    },
    isEmpty: () => control instanceof HTMLSelectElement && control.options.length < 2,
    lock(locked) {
      control.disabled = locked;
    },
    onChange(listener) {
      control.addEventListener('change', listener);
    },
    explain: (note) => showNote(holder, note),
    focus: () => control.focus(),
  };
}

/** The words in front become the control's label. */
function nameControl(holder: HTMLElement, control: HTMLElement): void {
  const words = holder.querySelector<HTMLElement>('[data-cw="character-label"]');
  const label = document.createElement('label');
  label.htmlFor = control.id;
  label.dataset.cw = 'character-label';
  label.textContent = words?.textContent ?? '';
  if (words === null) holder.prepend(label);
  else words.replaceWith(label);
  const slot = holder.querySelector<HTMLElement>('[data-cw="slot"]');
  if (slot === null) label.after(control);
  else slot.replaceChildren(control);
}

function makeInput(words: CodedWords): HTMLInputElement {
  const input = document.createElement('input');
  input.type = 'text';
  input.maxLength = 1;
  input.title = words.fixed.typeCharacter;
  input.autocomplete = 'off';
  input.spellcheck = false;
  input.setAttribute('autocapitalize', 'characters');
  return input;
}

/** One character of ICD-10-PCS, O read as 0 and I as 1; empty for anything else. */
function readTyped(text: string): string {
  const value = toCanonicalCode(text).replaceAll('O', '0').replaceAll('I', '1');
  return /^[0-9A-HJ-NP-Z]$/.test(value) ? value : '';
}

function showNote(holder: HTMLElement, note: CharacterNote | undefined): void {
  showMark(holder, note);
  const why = holder.querySelector<HTMLElement>('[data-cw="why"]');
  if (why === null) return;
  why.hidden = note === undefined;
  why.replaceChildren(...(note === undefined ? [] : noteParts(note)));
  why.hidden = why.childElementCount === 0;
}

function noteParts({ notes, whyHtml, definitions }: CharacterNote): readonly HTMLElement[] {
  const paragraphs = notes.map((text) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    return paragraph;
  });
  const reason = document.createElement('div');
  reason.innerHTML = whyHtml;
  const meanings = definitions.map(({ name, text }) => {
    const paragraph = document.createElement('p');
    paragraph.className = 'pcs-definition';
    const term = document.createElement('b');
    term.textContent = name;
    paragraph.append(term, `: ${text}`);
    return paragraph;
  });
  return [...paragraphs, ...(whyHtml === '' ? [] : [reason]), ...meanings];
}
