/**
 * A field that codes are typed into, and the list of findings after grading. Serves the question types that ask for codes.
 * It must not know grading, state or LMS.
 */
import { editionName } from '../../shared/edition-names.ts';
import type { CodedWords } from '../../shared/words/player-words.ts';
import { type CodeSystem, fitsAny, LONGEST_CODE, showTypedCode } from './code-form.ts';
import type { Announce } from '../answer-behavior.ts';
import type { FindingLine } from './finding-lines.ts';
import { type ReadCodes, readCodes, suggestCode } from './read-codes.ts';

export type TextField = HTMLInputElement | HTMLTextAreaElement;

export interface CodeFieldParts {
  readonly field: TextField;
  /** Where what the field holds is read back. */
  readonly readBack: HTMLElement | null;
  readonly systems: readonly CodeSystem[];
  readonly most: number;
  readonly words: CodedWords;
  readonly announce: Announce;
}

export interface CodeField {
  /** Canonical codes in typed order, as many as the field takes. */
  codes(): readonly string[];
  give(codes: readonly string[]): void;
  lock(locked: boolean): void;
  /** Why the text cannot be graded yet; undefined when it can, or when it is empty. */
  gap(): string | undefined;
}

/** No keyboard of a phone may change a code. */
function forbidCorrections(field: TextField): void {
  for (const [name, value] of [
    ['autocapitalize', 'none'],
    ['autocomplete', 'off'],
    ['autocorrect', 'off'],
    ['spellcheck', 'false'],
  ] as const) {
    field.setAttribute(name, value);
  }
}

/** A field of one line swallows the ends of pasted lines, and two codes would become one. */
function keepPastedLines(field: HTMLInputElement): void {
  field.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text') ?? '';
    if (!/[\r\n]/.test(text.trim())) return;
    event.preventDefault();
    const { selectionStart, selectionEnd, value } = field;
    field.setRangeText(
      text.trim().replace(/[\r\n]+/g, ', '),
      selectionStart ?? value.length,
      selectionEnd ?? value.length,
      'end',
    );
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

export function openCodeField({ field, readBack, systems, most, words, announce }: CodeFieldParts): CodeField {
  const read = (): ReadCodes => readCodes(field.value, systems);
  const showRead = (): void => {
    if (readBack === null) return;
    const { codes, unread, mended } = read();
    const sentences = [
      ...(codes.length === 0
        ? []
        : [words.codesRead({ codes: codes.map((code) => showTypedCode(code, systems)).join(', ') })]),
      ...(mended ? [words.fixed.codeMended] : []),
      ...(unread.length === 0 ? [] : [sayUnread(unread, words)]),
    ];
    readBack.textContent = sentences.join(' ');
  };
  forbidCorrections(field);
  if (field instanceof HTMLInputElement) keepPastedLines(field);
  field.addEventListener('input', showRead);
  // Whoever reads by ear hears how it was read when the field is left, not at every letter.
  field.addEventListener('change', () => {
    if (field.value.trim() !== '') announce(readBack?.textContent ?? '');
  });
  return {
    codes: () => read().codes.slice(0, most),
    give(codes) {
      const shown = codes.map((code) => showTypedCode(code, systems));
      field.value = shown.join(field instanceof HTMLInputElement ? ', ' : '\n');
      if (field instanceof HTMLTextAreaElement) field.rows = Math.max(field.rows, shown.length);
      showRead();
    },
    lock(locked) {
      field.readOnly = locked;
      if (readBack !== null) readBack.hidden = locked;
    },
    gap() {
      const { codes, unread } = read();
      if (unread.length > 0) return sayUnread(unread, words);
      if (codes.length > most) return words.codesTooMany({ count: most });
      const odd = codes.find((code) => !fitsAny(code, systems) && !isBegunProcedure(code, systems));
      if (odd === undefined) return undefined;
      const better = suggestCode(odd, systems);
      const sentence = words.codeForm({ code: odd, systems: systems.map(editionName).join(', ') });
      return better === undefined
        ? sentence
        : `${sentence} ${words.codeMeant({ code: showTypedCode(better, systems) })}`;
    },
  };
}

function sayUnread(pieces: readonly string[], words: CodedWords): string {
  return words.codesUnread({ count: pieces.length, pieces: pieces.join(', ') });
}

/** Too few characters are an answer that can be explained, other than a code of no system. */
function isBegunProcedure(code: string, systems: readonly CodeSystem[]): boolean {
  return systems.includes('icd-10-pcs') && code.length < LONGEST_CODE && /^[0-9A-HJ-NP-Z]{3,}$/.test(code);
}

/** Shows the findings in their list; none take the list away. */
export function fillFindings(list: HTMLElement | null, lines: readonly FindingLine[]): void {
  if (list === null) return;
  list.hidden = lines.length === 0;
  list.replaceChildren(...lines.map(makeFinding));
}

function makeFinding({ code, mark, verdict, notes, whysHtml }: FindingLine): HTMLElement {
  const item = document.createElement('li');
  item.dataset.cwFinding = '';
  item.dataset.cwMark = mark;
  const head = document.createElement('p');
  const name = document.createElement('code');
  name.textContent = code;
  const text = document.createElement('span');
  text.dataset.cw = 'mark-text';
  text.textContent = verdict;
  head.append(name, ' ', text);
  item.append(head);
  for (const note of notes) {
    const line = document.createElement('p');
    line.textContent = note;
    item.append(line);
  }
  for (const html of whysHtml.filter((text) => text !== '')) {
    const why = document.createElement('div');
    why.dataset.cw = 'why';
    why.innerHTML = html;
    item.append(why);
  }
  return item;
}
