/** What stands below an exam's question: how sure the learner is, and a note that stays in this browser. */
import type { Confidence } from '../../../shared/state-record.ts';
import { LONGEST_NOTE } from '../../exam-desk.ts';
import { download } from '../chrome-view.ts';
import { make, makeButton, setHidden } from '../dom.ts';
import type { ExamRoom } from './exam-room.ts';

export interface AnswerTools {
  readonly element: HTMLElement;
  show(question: string, confidence: Confidence): void;
}

/** A native radio with its label. */
export function makeRadio(name: string, value: string, text: string): { label: HTMLElement; input: HTMLInputElement } {
  const input = make('input', { type: 'radio', name, value });
  return { label: make('label', {}, input, make('span', {}, ` ${text}`)), input };
}

function makeConfidence({ context }: ExamRoom, onChoose: (confidence: Confidence) => void) {
  const { fixed } = context.words;
  const levels = [
    [3, fixed.sure],
    [2, fixed.unsure],
    [1, fixed.guess],
  ] as const;
  const radios = levels.map(([level, text]) => {
    const radio = makeRadio('cw-confidence', String(level), text);
    radio.input.addEventListener('change', () => onChoose(level));
    return { level, ...radio };
  });
  const labels = radios.map(({ label }) => label);
  return {
    element: make('fieldset', { 'data-cw': 'confidence' }, make('legend', {}, fixed.confidence), ...labels),
    show(confidence: Confidence) {
      for (const { level, input } of radios) input.checked = level === confidence;
    },
  };
}

function writeNotes({ context, exam, desk }: ExamRoom): string {
  const { words, clock, data } = context;
  const date = new Date(clock.now()).toLocaleDateString(data.language, { dateStyle: 'long' });
  const notes = [...desk.notes()].flatMap(([id, note]) => [words.noteOf({ id }), note, '']);
  return [words.notesTitle({ exam: exam.title, date }), '', ...notes].join('\r\n');
}

function makeNote(room: ExamRoom) {
  const { context, exam, desk } = room;
  const { words, announce } = context;
  const { fixed } = words;
  let question = '';
  const field = make('textarea', { rows: '3', maxlength: String(LONGEST_NOTE), 'aria-label': fixed.notes });
  const count = make('span', { 'data-cw': 'note-count' });
  const save = makeButton('download-notes', fixed.downloadNotes, () =>
    download(`${context.data.name}-${exam.id}-notes.txt`, writeNotes(room)),
  );
  const clear = makeButton('clear-notes', fixed.clearNotes, () => {
    desk.clearNotes();
    field.value = '';
    showCount();
    announce(fixed.notesCleared);
    field.focus();
  });
  const showCount = (): void => {
    const { size } = desk.notes();
    count.textContent = size === 0 ? '' : ` (${words.noteCount({ count: size })})`;
    setHidden(save, size === 0);
    setHidden(clear, size === 0);
  };
  field.addEventListener('input', () => {
    desk.setMarks(question, { ...desk.marks(question), note: field.value });
    showCount();
  });
  const acts = make('div', { 'data-cw': 'note-acts' }, save, clear);
  return {
    element: make(
      'details',
      { 'data-cw': 'question-note' },
      make('summary', {}, fixed.notes, count),
      make('p', { 'data-cw': 'hint' }, fixed.notesHint),
      field,
      acts,
    ),
    show(id: string) {
      question = id;
      field.value = desk.marks(id).note;
      showCount();
    },
  };
}

export function makeAnswerTools(room: ExamRoom, onConfidence: (confidence: Confidence) => void): AnswerTools {
  const confidence = makeConfidence(room, onConfidence);
  const note = makeNote(room);
  return {
    element: make('div', { 'data-cw': 'answer-tools' }, confidence.element, note.element),
    show(question, chosen) {
      confidence.show(chosen);
      note.show(question);
    },
  };
}
