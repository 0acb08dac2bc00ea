/**
 * A list or a field for each open character of an ICD-10-PCS code, each offering what stands in a row with those before it; afterwards
 * the marks, definitions and reasons of each character. It must not know state or LMS.
 */
import { pcsAxis } from '../../shared/pcs-axes.ts';
import { nextValues, openRows, PCS_LENGTH, PCS_TABLE_LENGTH, valueName } from '../../shared/pcs-tables.ts';
import type { CodedWords } from '../../shared/words/player-words.ts';
import type { Announce, AnswerFeedback, AnswerView } from '../answer-behavior.ts';
import { fillFindings } from '../coded/view.ts';
import { type CharacterField, openCharacterField } from '../pcs-character/view.ts';
import { openPcsTable } from '../pcs-table/view.ts';
import type { PcsBuildAnswer } from './answer.ts';
import { explainCharacter, explainCode } from './explain.ts';
import { compareCode } from './compare-code.ts';

export function openPcsBuild(
  form: HTMLFormElement,
  answer: PcsBuildAnswer,
  words: CodedWords,
  announce: Announce,
): AnswerView {
  const { given: start, tables } = answer;
  const question = form.dataset.cwQuestion ?? '';
  const state = form.querySelector<HTMLElement>('[data-cw="pcs-state"]');
  const list = form.querySelector<HTMLElement>('[data-cw="findings"]');
  const rows = form.querySelector<HTMLElement>('[data-cw="pcs-rows"]');
  const table = tables === null ? undefined : openPcsTable(rows, tables, words);
  const parts = Array.from({ length: PCS_LENGTH }, (_, at) =>
    form.querySelector<HTMLElement>(`[data-cw-character="${at + 1}"]`),
  );
  const fields = parts.slice(start.length).map((part, index) =>
    openCharacterField(part, {
      id: `cw-${question}-${start.length + index + 1}`,
      isTyped: tables === null,
      words,
    }),
  );
  let locked = false;

  /** As far as it is built without a gap. */
  const code = (): string => {
    const values = fields.map((field) => field.value());
    const gap = values.indexOf('');
    return start + values.slice(0, gap === -1 ? values.length : gap).join('');
  };
  const axisOf = (number: number): string => words.fixed[`axis-${pcsAxis(code(), number)}`];

  /** Offers in each list what fits the characters before it. Returns the numbers of choices that no longer fit. */
  const refresh = (): readonly number[] => {
    const takenBack: number[] = [];
    let beginning: string | undefined = start;
    for (const [index, field] of fields.entries()) {
      const number = start.length + index + 1;
      if (tables !== null) {
        const before = field.value();
        const prefix: string | undefined = beginning;
        const values = prefix === undefined ? [] : nextValues(tables, prefix);
        field.offer(values.map((value) => [value, valueName(tables, `${prefix ?? ''}${value}`)] as const));
        if (before !== '' && field.value() === '') takenBack.push(number);
        beginning = prefix === undefined || field.value() === '' ? undefined : prefix + field.value();
      }
      field.lock(locked || (tables !== null && field.isEmpty()));
    }
    for (const [at, part] of parts.entries()) {
      const label = part?.querySelector<HTMLElement>('[data-cw="character-label"]');
      if (label) label.textContent = words.pcsPlace({ number: at + 1, axis: axisOf(at + 1) });
    }
    const built = code();
    if (state !== null) state.textContent = words.pcsSoFar({ code: built.padEnd(PCS_LENGTH, '_') });
    table?.show(built);
    return takenBack;
  };

  const tell = (takenBack: readonly number[]): void => {
    const built = code();
    const picked = built.slice(0, PCS_TABLE_LENGTH);
    const sentences = [
      ...(takenBack.length === 0
        ? []
        : [words.pcsTakenBack({ count: takenBack.length, numbers: takenBack.join(', ') })]),
      words.pcsSoFar({ code: built }),
      ...(tables === null || built.length < PCS_TABLE_LENGTH
        ? []
        : [words.pcsRowsOpen({ table: picked, count: openRows(tables, built).length })]),
    ];
    announce(sentences.join(' '));
  };
  for (const field of fields) field.onChange(() => tell(refresh()));
  refresh();

  const mark = (feedback: AnswerFeedback | undefined): void => {
    const built = feedback?.given[0] ?? '';
    const { findings } = compareCode(answer, built);
    const context = { answer, built, words, whyHtml: feedback?.whyHtml ?? {} };
    for (const [index, field] of fields.entries()) {
      const finding = findings[index];
      const isShown = feedback !== undefined && finding !== undefined;
      field.explain(isShown ? explainCharacter(finding, context) : undefined);
    }
    fillFindings(list, feedback === undefined ? [] : [explainCode(context)]);
  };

  return {
    given: () => (code().length > start.length ? [code()] : []),
    give([built = '']) {
      for (const [index, field] of fields.entries()) {
        const value = built.charAt(start.length + index);
        if (tables !== null) {
          const beginning = built.slice(0, start.length + index);
          const values = value === '' ? [] : nextValues(tables, beginning);
          field.offer(values.map((one) => [one, valueName(tables, beginning + one)] as const));
        }
        field.choose(value);
      }
      refresh();
    },
    order: () => undefined,
    lock(isLocked) {
      locked = isLocked;
      if (state !== null) state.hidden = isLocked;
      refresh();
    },
    mark,
    gap() {
      const count = PCS_LENGTH - code().length;
      return count === 0 ? undefined : words.pcsLeft({ count });
    },
    focus: () => firstOpen(fields)?.focus(),
  };
}

function firstOpen(fields: readonly CharacterField[]): CharacterField | undefined {
  return fields.find((field) => field.value() === '') ?? fields[0];
}
