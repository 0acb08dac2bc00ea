/**
 * The result of a submitted attempt: score against the mark, domains, time, confidence, and the sheet's labels, ready to print. A score
 * on the real exam's scale is never made up.
 */

import { TIME_FACTORS } from '../../../shared/exam-data.ts';
import type { SavedAttempt } from '../../../shared/state-record.ts';
import { clockText } from '../../exam-clock.ts';
import { type ExamQuestion, scoredOf } from '../../exam-run.ts';
import { scoreRun } from '../../quiz-run.ts';
import { make, makeButton } from '../dom.ts';
import { hintLine, makeSheet } from '../result-view.ts';
import { makeHistory } from './exam-facts.ts';
import type { ExamRoom } from './exam-room.ts';
import { makeConfidenceTable, makeDomains, makeMissTable, makeStudyNext, makeTimes } from './exam-tables.ts';
import { budgetOf } from './timekeeper.ts';

export interface ExamResultParts {
  readonly room: ExamRoom;
  readonly attempt: SavedAttempt;
  readonly run: readonly ExamQuestion[];
  /** Said first, such as that time was up. */
  readonly notice: string;
  readonly onToStart: () => void;
}

/** Percent of an attempt: the saved one of the last attempt that counted, because a course may have changed since. */
function scoreOf({ room, attempt, run }: Pick<ExamResultParts, 'room' | 'attempt' | 'run'>): number {
  const { context, exam } = room;
  const saved = context.session.state().results.find((entry) => entry.activity === exam.tag);
  const isLast = attempt.counts && saved !== undefined && saved.attempts === attempt.number;
  return isLast ? saved.last : scoreRun(scoredOf(run));
}

/** Whether a submitted attempt may show its keys and reasons. In study mode they were shown all along. */
export function showsKeys(room: ExamRoom, attempt: SavedAttempt, run: readonly ExamQuestion[]): boolean {
  if (attempt.mode === 'study' || room.exam.feedback === 'end') return true;
  const mark = room.mark();
  return room.exam.feedback === 'passed' && (mark === null || scoreOf({ room, attempt, run }) >= mark);
}

function timeLines({ context, exam }: ExamRoom, attempt: SavedAttempt): readonly string[] {
  const { words } = context;
  const budget = budgetOf(exam, attempt);
  const time = clockText(attempt.spentSeconds);
  const factor = TIME_FACTORS[attempt.factor] ?? 1;
  const { interruptions, awaySeconds } = attempt;
  const isExtended = attempt.mode === 'exam' && factor !== 1 && exam.limitMinutes > 0;
  return [
    budget === undefined ? words.timeTaken({ time }) : words.timeOf({ time, limit: clockText(budget) }),
    ...(isExtended ? [factor === 0 ? words.fixed.timeChosenUnlimited : words.timeChosen({ factor })] : []),
    ...(interruptions > 0 ? [words.interruptions({ count: interruptions, time: clockText(awaySeconds) })] : []),
  ];
}

function scoreLines(parts: ExamResultParts): readonly string[] {
  const { room, run, attempt } = parts;
  const { words } = room.context;
  const mark = room.mark();
  const score = scoreOf(parts);
  const pretest = run.length - scoredOf(run).length;
  return [
    ...(mark === null
      ? []
      : [score >= mark ? words.scorePassed({ percent: mark }) : words.scoreBelow({ percent: mark })]),
    ...(room.exam.real?.pass.kind === 'scaled' ? [words.fixed.scaled] : []),
    ...(attempt.counts ? [] : [words.fixed.practiceResult]),
    ...(pretest > 0 ? [words.pretestCount({ count: pretest })] : []),
    ...hintLine(run, words),
    ...timeLines(room, attempt),
    ...(room.gone() > 0 ? [words.questionsGone({ count: room.gone() })] : []),
  ];
}

export function makeExamResult(parts: ExamResultParts): HTMLElement {
  const { room, attempt, run, notice, onToStart } = parts;
  const { context } = room;
  const { words } = context;
  const { fixed } = words;
  const scored = scoredOf(run);
  const right = scored.filter((entry) => entry.credit >= 1).length;
  const title = attempt.counts ? words.attempt({ number: attempt.number }) : fixed.practiceShort;
  const mode = attempt.mode === 'study' ? fixed.modeStudyShort : fixed.modeExamShort;
  const paragraphs = scoreLines(parts).map((line) => make('p', {}, line));
  return make(
    'div',
    { 'data-cw': 'result' },
    make('h2', { tabindex: '-1' }, `${words.resultOf({ attempt: title })} · ${mode}`),
    ...(notice === '' ? [] : [make('p', { 'data-cw': 'exam-notice' }, notice)]),
    make(
      'p',
      { 'data-cw': 'score' },
      `${words.score({ percent: scoreOf(parts) })} · ${words.rightOf({ right, all: scored.length })}`,
    ),
    ...paragraphs,
    ...makeDomains(room, scored),
    ...makeStudyNext(room, scored),
    ...makeConfidenceTable(room, run),
    ...makeMissTable(room, run),
    ...makeTimes(room, run),
    ...makeHistory(room),
    ...makeSheet(context),
    make(
      'div',
      { 'data-cw': 'actions' },
      makeButton('new-attempt', fixed.toStart, onToStart),
      makeButton('print', fixed.printSheet, () => window.print()),
    ),
  );
}
