/** Under a result: every question of the attempt with key, reasons and guideline, as far as the exam's rule of feedback allows. */
import { clockText } from '../../exam-clock.ts';
import type { ExamQuestion } from '../../exam-run.ts';
import { make } from '../dom.ts';
import { makeRadio } from './answer-tools.ts';
import type { ExamQuestionView } from './exam-question.ts';
import type { ExamRoom } from './exam-room.ts';
import { confidenceText } from './exam-tables.ts';

type Filter = 'all' | 'wrong' | 'flagged';

export interface ExamAnswersParts {
  readonly room: ExamRoom;
  readonly run: readonly ExamQuestion[];
  readonly list: HTMLElement;
  readonly viewOf: (entry: ExamQuestion) => ExamQuestionView | undefined;
}

function describe(room: ExamRoom, entry: ExamQuestion): string {
  const { words } = room.context;
  return [
    ...(entry.answer === undefined ? [words.fixed.notAnswered] : []),
    ...(entry.seconds > 0 ? [words.timeOnQuestion({ time: clockText(entry.seconds) })] : []),
    ...(entry.confidence > 0 ? [words.saidConfidence({ confidence: confidenceText(room, entry.confidence) })] : []),
    ...(entry.flagged ? [words.fixed.flagged] : []),
    ...(entry.scored ? [] : [words.fixed.pretest]),
  ].join(' · ');
}

/** Fills the list; answers what stands above it. */
export function makeExamAnswers({ room, run, list, viewOf }: ExamAnswersParts): readonly HTMLElement[] {
  const { words } = room.context;
  const { fixed } = words;
  const items = run.flatMap((entry, at) => {
    const view = viewOf(entry);
    if (view === undefined) return [];
    view.show(entry, true);
    view.number(words.questionNumber({ number: at + 1, all: run.length }));
    const facts = describe(room, entry);
    if (facts !== '') view.item.append(make('p', { 'data-cw': 'item-facts' }, facts));
    return [{ entry, item: view.item }];
  });
  list.replaceChildren(...items.map(({ item }) => item));
  const apply = (filter: Filter): void => {
    for (const { entry, item } of items) {
      const isShown = filter === 'all' || (filter === 'wrong' ? entry.credit < 1 : entry.flagged);
      item.hidden = !isShown;
    }
  };
  const filters = [
    ['all', fixed.showAll],
    ['wrong', fixed.showWrong],
    ['flagged', fixed.showFlagged],
  ] as const;
  const radios = filters.map(([filter, text]) => {
    const { label, input } = makeRadio('cw-filter', filter, text);
    input.checked = filter === 'all';
    input.addEventListener('change', () => apply(filter));
    return label;
  });
  return [
    make('h2', {}, fixed.yourQuestions),
    make('fieldset', { 'data-cw': 'filter' }, make('legend', {}, fixed.showLabel), ...radios),
  ];
}
