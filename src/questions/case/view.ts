/** Brings a case's form to life: documents in tabs, lines that appear as they are needed, marks. It must not know state or LMS. */
import type { CodedWords } from '../../shared/words/player-words.ts';
import type { Announce, AnswerFeedback, AnswerView } from '../answer-behavior.ts';
import type { CodeSystem } from '../coded/code-form.ts';
import { showTypedCode } from '../coded/code-form.ts';
import { type CodeField, fillFindings, openCodeField } from '../coded/view.ts';
import { openDocuments } from '../documents/view.ts';
import type { CaseAnswer } from './answer.ts';
import { toCaseLines } from './case-lines.ts';
import { findCase } from './grading.ts';
import { type CaseField, type CaseRow, POA_VALUES, type Poa, readRows, toRow } from './rows.ts';

interface FieldView {
  readonly field: CaseField;
  rows(): readonly CaseRow[];
  give(rows: readonly CaseRow[]): void;
  lock(locked: boolean): void;
  gap(): string | undefined;
}

interface FieldParts {
  readonly field: CaseField;
  readonly element: HTMLElement;
  readonly systems: readonly CodeSystem[];
  readonly most: number;
  readonly words: CodedWords;
  readonly announce: Announce;
}

const FIELDS: readonly CaseField[] = ['p', 's', 'x'];
/** Lines that are there from the start. */
const FIRST_LINES: Readonly<Record<CaseField, number>> = { p: 1, s: 3, x: 2 };

function readPoa(select: HTMLSelectElement | null): Poa | undefined {
  return POA_VALUES.find((value) => value === select?.value);
}

function poaGap(rows: readonly CaseRow[], selects: boolean, systems: readonly CodeSystem[], words: CodedWords) {
  const row = selects ? rows.find(({ poa }) => poa === undefined) : undefined;
  return row === undefined ? undefined : words.choosePoa({ code: showTypedCode(row.code, systems) });
}

interface Line {
  readonly item: HTMLElement;
  readonly input: HTMLInputElement;
  readonly poa: HTMLSelectElement | null;
  readonly code: CodeField;
}

function openTypedField({ field, element, systems, most, words, announce }: FieldParts): FieldView {
  const lines = [...element.querySelectorAll<HTMLElement>('[data-cw="row"]')].flatMap((item): readonly Line[] => {
    const input = item.querySelector('input');
    if (input === null) return [];
    const readBack = item.querySelector<HTMLElement>('[data-cw="codes-read"]');
    const code = openCodeField({ field: input, readBack, systems, most, words, announce });
    return [{ item, input, poa: item.querySelector('select'), code }];
  });
  const showLines = (): void => {
    const used = lines.reduce((last, { input }, index) => (input.value.trim() === '' ? last : index + 1), 0);
    const shown = Math.max(FIRST_LINES[field], used + 1);
    for (const [index, { item }] of lines.entries()) item.hidden = index >= shown;
  };
  /** Several codes in one line go on in the empty lines behind it. */
  const spread = (line: Line): void => {
    const [first, ...others] = line.code.codes();
    if (first === undefined || others.length === 0 || line.code.gap() !== undefined) return;
    const free = lines.slice(lines.indexOf(line) + 1).filter(({ input }) => input.value.trim() === '');
    const stay = [first, ...others.slice(free.length)];
    line.code.give(stay);
    for (const [index, code] of others.slice(0, free.length).entries()) free[index]?.code.give([code]);
    showLines();
  };
  for (const line of lines) {
    const { input } = line;
    input.addEventListener('input', (event) => {
      const typed = event instanceof InputEvent && !event.inputType.startsWith('insertFrom');
      if (!typed && field !== 'p') spread(line);
      showLines();
    });
    input.addEventListener('change', () => {
      if (field !== 'p') spread(line);
    });
    input.addEventListener('keydown', (event) => {
      // Enter would check the whole case; coders press it at the end of each code.
      const next = lines[lines.indexOf(line) + 1];
      if (event.key !== 'Enter' || event.isComposing || field === 'p' || next === undefined || input.value === '')
        return;
      event.preventDefault();
      spread(line);
      (lines.find((other) => !other.item.hidden && other.input.value.trim() === '') ?? next).input.focus();
    });
  }
  showLines();
  const rows = (): readonly CaseRow[] =>
    lines
      .flatMap(({ code, poa }) => code.codes().map((text) => ({ field, code: text, poa: readPoa(poa) })))
      .slice(0, most);
  return {
    field,
    rows,
    give(given) {
      for (const [index, { code, poa }] of lines.entries()) {
        const row = given[index];
        code.give(row === undefined ? [] : [row.code]);
        if (poa !== null) poa.value = row?.poa ?? '';
      }
      showLines();
    },
    lock(locked) {
      for (const { code, poa, item, input } of lines) {
        code.lock(locked);
        if (poa !== null) poa.disabled = locked;
        if (locked && field !== 'p') item.hidden = input.value.trim() === '';
      }
      if (!locked) showLines();
    },
    gap() {
      const gap = lines.map(({ code }) => code.gap()).find((sentence) => sentence !== undefined);
      if (gap !== undefined) return gap;
      const codes = lines.reduce((sum, { code }) => sum + code.codes().length, 0);
      if (codes > most) return words.codesTooMany({ count: most });
      const asksPoa = lines.some(({ poa }) => poa !== null);
      return poaGap(rows(), asksPoa, systems, words);
    },
  };
}

/** One of a list, in a menu. */
function openMenuField({ field, element, systems, words }: FieldParts): FieldView {
  const menu = element.querySelector<HTMLSelectElement>('[data-cw="pick"]');
  const poa = element.querySelector<HTMLSelectElement>('[data-cw="poa"]');
  const rows = (): readonly CaseRow[] =>
    menu === null || menu.value === '' ? [] : [{ field, code: menu.value, poa: readPoa(poa) }];
  return {
    field,
    rows,
    give([row]) {
      if (menu !== null) menu.value = row?.code ?? '';
      if (poa !== null) poa.value = row?.poa ?? '';
    },
    lock(locked) {
      if (menu !== null) menu.disabled = locked;
      if (poa !== null) poa.disabled = locked;
    },
    gap: () => poaGap(rows(), poa !== null, systems, words),
  };
}

/** Any of a list, each with a box to mark. */
function openBoxesField({ field, element, systems, words }: FieldParts): FieldView {
  const boxes = [...element.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')].map((box) => ({
    box,
    poa: box.closest('li')?.querySelector('select') ?? null,
  }));
  const rows = (): readonly CaseRow[] =>
    boxes.flatMap(({ box, poa }) => (box.checked ? [{ field, code: box.value, poa: readPoa(poa) }] : []));
  return {
    field,
    rows,
    give(given) {
      for (const { box, poa } of boxes) {
        const row = given.find(({ code }) => code === box.value);
        box.checked = row !== undefined;
        if (poa !== null) poa.value = row?.poa ?? '';
      }
    },
    lock(locked) {
      for (const { box, poa } of boxes) {
        box.disabled = locked;
        if (poa !== null) poa.disabled = locked;
      }
    },
    gap: () =>
      poaGap(
        rows(),
        boxes.some(({ poa }) => poa !== null),
        systems,
        words,
      ),
  };
}

function openField(parts: FieldParts, isList: boolean): FieldView {
  if (!isList) return openTypedField(parts);
  return parts.field === 'p' ? openMenuField(parts) : openBoxesField(parts);
}

export function openCase(form: HTMLFormElement, answer: CaseAnswer, words: CodedWords, announce: Announce): AnswerView {
  openDocuments(form.querySelector('[data-cw="record"]'));
  const elementOf = (field: CaseField): HTMLElement | null => form.querySelector(`[data-cw-field="${field}"]`);
  const most: Readonly<Record<CaseField, number>> = { p: 1, s: answer.most.secondary, x: answer.most.procedures };
  const fields = FIELDS.flatMap((field): readonly FieldView[] => {
    const element = elementOf(field);
    const systems: readonly CodeSystem[] = field === 'x' ? answer.procedureSystems : ['icd-10-cm'];
    return element === null
      ? []
      : [openField({ field, element, systems, most: most[field], words, announce }, answer.list !== null)];
  });
  const rows = (): readonly CaseRow[] => fields.flatMap((field) => field.rows());
  const points = form.querySelector<HTMLElement>('[data-cw="case-points"]');
  return {
    given: () => rows().map(toRow),
    give(given) {
      const saved = readRows(given);
      for (const field of fields) field.give(saved.filter((row) => row.field === field.field));
    },
    order: () => undefined,
    lock(locked) {
      for (const field of fields) field.lock(locked);
    },
    mark(feedback: AnswerFeedback | undefined) {
      const result = feedback === undefined ? undefined : findCase(answer, feedback.given);
      const lines = result === undefined ? [] : toCaseLines(answer, result, feedback?.whyHtml ?? {}, words);
      for (const field of FIELDS) {
        const own = lines.filter((line) => line.field === field).map(({ line }) => line);
        fillFindings(elementOf(field)?.querySelector<HTMLElement>('[data-cw="findings"]') ?? null, own);
      }
      if (points === null) return;
      points.hidden = result === undefined;
      points.textContent = result === undefined ? '' : words.casePoints({ points: result.points, total: result.total });
    },
    gap() {
      const gap = fields.map((field) => field.gap()).find((sentence) => sentence !== undefined);
      if (gap !== undefined) return gap;
      if (rows().some(({ field }) => field === 'p')) return undefined;
      return answer.setting === 'inpatient' ? words.fixed.enterPrincipal : words.fixed.enterFirstListed;
    },
    focus: () => elementOf('p')?.querySelector<HTMLElement>('input, select')?.focus(),
  };
}
