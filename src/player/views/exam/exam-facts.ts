/** What an exam is, what of the real one it copies and what not, and the attempts so far, in words. */
import { firstMinutes, type RealExam } from '../../../shared/exam-data.ts';
import { HISTORY_LINES } from '../../../shared/state-record.ts';
import { make } from '../dom.ts';
import type { ExamRoom } from './exam-room.ts';

function minutesText({ context }: ExamRoom, minutes: number): string {
  return minutes === 0 ? context.words.fixed.examNoLimit : context.words.examLimit({ count: Math.round(minutes) });
}

function feedbackText({ context, exam }: ExamRoom): string {
  const { fixed } = context.words;
  switch (exam.feedback) {
    case 'end':
      return fixed.feedbackEnd;
    case 'passed':
      return fixed.feedbackPassed;
    case 'never':
      return fixed.feedbackNever;
  }
}

export function makeFacts(room: ExamRoom): HTMLElement {
  const { context, exam } = room;
  const { words } = context;
  const { fixed } = words;
  const mark = room.mark();
  const done = room.attemptsDone();
  const attempts =
    exam.attempts === 0
      ? words.attemptsDone({ count: done })
      : words.attemptsLeft({ left: Math.max(0, exam.attempts - done), all: exam.attempts });
  const facts: readonly (readonly [string, string])[] = [
    [fixed.examQuestions, String(exam.draw)],
    [fixed.examTime, minutesText(room, firstMinutes(exam))],
    [fixed.examAttempts, attempts],
    ...(mark === null ? [] : [[fixed.examPass, words.passPercent({ percent: mark })] as const]),
    [fixed.examFeedback, feedbackText(room)],
  ];
  const rows = facts.map(([name, value]) => make('div', {}, make('dt', {}, name), make('dd', {}, value)));
  return make(
    'section',
    { 'data-cw': 'exam-facts' },
    make('h2', { tabindex: '-1' }, fixed.examFacts),
    make('dl', {}, ...rows),
  );
}

function scenariosText({ context }: ExamRoom, { scenarios, settings }: RealExam): readonly string[] {
  const { words } = context;
  if (scenarios === 0) return [];
  const records = words.realScenarios({ count: scenarios });
  return [settings === undefined ? records : words.recordsBySetting({ records, ...settings })];
}

/** A practice exam must not be taken for the real one: each says what it copies and what it does not. */
export function makeRealExam(room: ExamRoom): readonly HTMLElement[] {
  const { context, exam } = room;
  const { real } = exam;
  if (real === null) return [];
  const { words } = context;
  const { fixed } = words;
  const { pass } = real;
  const lines = [
    [
      words.realItems({ title: real.title, count: real.items + real.pretest }),
      ...(real.pretest > 0 ? [words.realScored({ scored: real.items, pretest: real.pretest })] : []),
      ...scenariosText(room, real),
      minutesText(room, real.minutes),
    ].join(' · '),
    words.hereItems({ count: exam.draw, time: minutesText(room, firstMinutes(exam)) }),
    pass.kind === 'scaled'
      ? `${words.realPassScaled({ value: pass.value, scale: pass.scale })} ${fixed.scaled}`
      : words.realPassPercent({ percent: pass.value }),
    ...(real.openBook.length > 0 ? [`${fixed.realOpenBook} ${real.openBook.join('; ')}`] : []),
    fixed.realSame,
    fixed.realNot,
  ];
  const items = lines.map((line) => make('li', {}, line));
  return [make('section', { 'data-cw': 'exam-real' }, make('h2', {}, fixed.realExam), make('ul', {}, ...items))];
}

export function makeHistory({ context, exam }: ExamRoom): readonly HTMLElement[] {
  const { words, session, data } = context;
  const { fixed } = words;
  const lines = session
    .state()
    .history.filter((line) => line.activity === exam.tag)
    .slice(-HISTORY_LINES)
    .reverse();
  if (lines.length === 0) return [];
  const rows = lines.map(({ number, score, day }) => {
    const date = new Date(Date.UTC(2020, 0, 1 + day)).toLocaleDateString(data.language, {
      dateStyle: 'medium',
      timeZone: 'UTC',
    });
    return make(
      'tr',
      {},
      make('th', { scope: 'row' }, words.attempt({ number })),
      make('td', {}, date),
      make('td', {}, words.score({ percent: score })),
    );
  });
  const head = [fixed.attemptHeading, fixed.date, fixed.scoreHeading].map((text) => make('th', { scope: 'col' }, text));
  return [
    make(
      'table',
      { 'data-cw': 'exam-history' },
      make('caption', {}, fixed.examHistory),
      make('thead', {}, make('tr', {}, ...head)),
      make('tbody', {}, ...rows),
    ),
  ];
}
