/** Before an attempt: what the exam is, what of the real one it copies, and the choice of mode, questions and time. */
import type { SavedAttempt } from '../../../shared/state-record.ts';
import { type PracticeSet, TIME_FACTORS } from '../../../shared/exam-data.ts';
import { budgetSeconds } from '../../exam-clock.ts';
import { countSet, type ExamSet } from '../../exam-draw.ts';
import { make } from '../dom.ts';
import { makeRadio } from './answer-tools.ts';
import { countsAsAttempt, type ExamChoice, hasAttempt } from './exam-acts.ts';
import { makeFacts, makeHistory, makeRealExam } from './exam-facts.ts';
import type { ExamRoom } from './exam-room.ts';

interface Option<T> {
  readonly value: T;
  readonly text: string;
  readonly disabled?: boolean;
  /** Stands beside the radio, such as a list to choose from. */
  readonly more?: HTMLElement;
}

/** Native radios, the first one that can be chosen checked. */
function makeOptions<T>(name: string, legend: string, options: readonly Option<T>[], hint = '') {
  const radios = options.map(({ value, text, disabled = false, more }, at) => {
    const { label, input } = makeRadio(name, String(at), text);
    input.disabled = disabled;
    return { value, input, row: make('div', { 'data-cw': 'choice' }, label, ...(more === undefined ? [] : [more])) };
  });
  const first = radios.find(({ input }) => !input.disabled);
  if (first !== undefined) first.input.checked = true;
  const note = hint === '' ? [] : [make('p', { 'data-cw': 'hint' }, hint)];
  const rows = radios.map(({ row }) => row);
  const element = make('fieldset', { 'data-cw': name }, make('legend', {}, legend), ...rows, ...note);
  return {
    element,
    chosen: (): T | undefined => radios.find(({ input }) => input.checked && !input.disabled)?.value,
    onChange: (run: () => void) => element.addEventListener('change', run),
    /** Allows or forbids an option; a choice that is no longer allowed moves to the first that is. */
    allow(value: T, allowed: boolean) {
      for (const radio of radios) if (radio.value === value) radio.input.disabled = !allowed;
      if (radios.some(({ input }) => input.checked && !input.disabled)) return;
      const free = radios.find(({ input }) => !input.disabled);
      for (const { input } of radios) input.checked = input === free?.input;
    },
  };
}

function setText({ context }: ExamRoom, set: ExamSet, count: number): string {
  const { words } = context;
  switch (set.kind) {
    case 'all':
      return words.setAll({ count });
    case 'size':
      return words.setSize({ count });
    case 'missed':
      return words.setMissed({ count });
    case 'flagged':
      return words.setFlagged({ count });
    case 'unseen':
      return words.setUnseen({ count });
    case 'due':
      return words.setDue({ count });
    case 'domain':
      return words.fixed.setDomain;
  }
}

/** The domains of the exam's pool, in the course's order. */
function makeDomainList({ context, exam, domainOf }: ExamRoom): HTMLSelectElement {
  const inPool = new Set(exam.pool.map(domainOf));
  const options = context.data.domains
    .filter((domain) => inPool.has(domain.id))
    .map((domain) => make('option', { value: domain.id }, domain.title));
  return make('select', { 'aria-label': context.words.fixed.chooseDomain }, ...options);
}

function toSet(set: PracticeSet, domain: string): ExamSet {
  if (typeof set === 'number') return { kind: 'size', size: set };
  return set === 'domain' ? { kind: 'domain', domain } : { kind: set };
}

function makeSetChoice(room: ExamRoom) {
  const { context, exam } = room;
  const learned = room.learned();
  const domains = makeDomainList(room);
  const all: Option<() => ExamSet> = {
    value: () => ({ kind: 'all' }),
    text: setText(room, { kind: 'all' }, exam.draw),
  };
  const sets = exam.sets.map((set): Option<() => ExamSet> => {
    const asked = toSet(set, domains.value);
    const count = countSet(exam, asked, learned, room.domainOf);
    const isDomain = asked.kind === 'domain';
    return {
      value: () => toSet(set, domains.value),
      text: setText(room, asked, count),
      disabled: isDomain ? domains.options.length === 0 : count === 0,
      ...(isDomain ? { more: domains } : {}),
    };
  });
  const { fixed } = context.words;
  const choice = makeOptions('cw-set', fixed.chooseSet, [all, ...sets], exam.sets.length > 0 ? fixed.setNote : '');
  // Whoever chooses a domain wants that set.
  domains.addEventListener('change', () => domains.closest('div')?.querySelector('input')?.click());
  return { ...choice, allowAll: (allowed: boolean) => choice.allow(all.value, allowed) };
}

function makeTimeChoice({ context, exam }: ExamRoom) {
  const { words } = context;
  const options = exam.factors.map((factor): Option<number> => {
    const place = TIME_FACTORS.indexOf(factor);
    const seconds = budgetSeconds(exam, exam.draw, place);
    const time = seconds === undefined ? '' : words.examLimit({ count: Math.round(seconds / 60) });
    const text =
      seconds === undefined
        ? words.fixed.timeUnlimited
        : factor === 1
          ? words.timeStandard({ time })
          : words.timeFactor({ factor, time });
    return { value: place, text };
  });
  return makeOptions('cw-time', words.fixed.chooseTime, options, words.fixed.factorNote);
}

/** @param onBegin takes the choice */
export function makeStart(room: ExamRoom, onBegin: (choice: ExamChoice) => void): readonly HTMLElement[] {
  const { context, exam } = room;
  const { words } = context;
  const { fixed } = words;
  const modes = exam.modes.map(
    (mode): Option<SavedAttempt['mode']> => ({
      value: mode,
      text: mode === 'study' ? fixed.modeStudy : fixed.modeExam,
    }),
  );
  const mode = makeOptions('cw-mode', fixed.chooseMode, modes);
  const set = makeSetChoice(room);
  const time = makeTimeChoice(room);
  const allow = (): void => {
    const counts = countsAsAttempt(exam, { mode: mode.chosen() ?? 'exam', set: { kind: 'all' } });
    set.allowAll(!counts || hasAttempt(room));
  };
  allow();
  mode.onChange(allow);
  const offersTime = exam.limitMinutes > 0 && exam.factors.length > 1 && exam.modes.includes('exam');
  const start = make('button', { type: 'submit', 'data-cw': 'start-exam' }, fixed.examStart);
  const form = make(
    'form',
    { 'data-cw': 'exam-choice', action: '#' },
    ...(modes.length > 1 ? [mode.element] : []),
    ...(exam.sets.length > 0 ? [set.element] : []),
    ...(offersTime ? [time.element] : []),
    start,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = set.chosen();
    if (chosen === undefined) return;
    onBegin({ mode: mode.chosen() ?? 'exam', set: chosen(), factor: time.chosen() ?? 0 });
  });
  const due = room.learned().due.size;
  const notes = [
    ...(due > 0 && exam.sets.includes('due') ? [words.dueNotice({ count: due })] : []),
    ...(hasAttempt(room) ? [] : [exam.sets.length > 0 ? fixed.attemptsUsed : fixed.attemptsUsedUp]),
    ...(room.gone() > 0 ? [words.questionsGone({ count: room.gone() })] : []),
  ];
  return [
    ...notes.map((note) => make('p', { 'data-cw': 'note' }, note)),
    makeFacts(room),
    ...(set.chosen() === undefined ? [] : [form]),
    ...makeRealExam(room),
    ...makeHistory(room),
  ];
}
