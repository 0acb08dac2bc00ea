/** The tables of a result: domains, confidence against correctness, ways of being wrong, time, and what to study next. */
import type { Confidence } from '../../../shared/state-record.ts';
import { clockText } from '../../exam-clock.ts';
import { countByConfidence, countMisses, type ExamQuestion } from '../../exam-run.ts';
import { countByDomain, type DomainLine } from '../../quiz-run.ts';
import { make } from '../dom.ts';
import { makeDomainChart } from './domain-chart.ts';
import type { ExamRoom } from './exam-room.ts';

/** Below this share a domain is weak where the exam has no mark to measure by. */
const WEAK_PERCENT = 70;
const SLOWEST = 5;

interface Table {
  readonly hook: string;
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly string[])[];
}

function makeTable({ hook, caption, head, rows }: Table): HTMLElement {
  const body = rows.map(([name = '', ...cells]) =>
    make('tr', {}, make('th', { scope: 'row' }, name), ...cells.map((cell) => make('td', {}, cell))),
  );
  return make(
    'table',
    { 'data-cw': hook },
    make('caption', {}, caption),
    make('thead', {}, make('tr', {}, ...head.map((text) => make('th', { scope: 'col' }, text)))),
    make('tbody', {}, ...body),
  );
}

function percentOf({ right, all }: DomainLine): number {
  return Math.round((right / all) * 100);
}

export function makeDomains({ context, mark }: ExamRoom, scored: readonly ExamQuestion[]): readonly HTMLElement[] {
  const { words, data } = context;
  const { fixed } = words;
  const lines = countByDomain(data, scored);
  if (lines.length === 0) return [];
  const table = makeTable({
    hook: 'domains',
    caption: fixed.byDomain,
    head: [fixed.domain, fixed.rightAnswers, fixed.percent],
    rows: lines.map((line) => [
      line.title,
      words.rightOf({ right: line.right, all: line.all }),
      words.score({ percent: percentOf(line) }),
    ]),
  });
  const chart = makeDomainChart(lines, mark(), (line) =>
    words.domainBar({ domain: line.title, right: line.right, all: line.all, percent: percentOf(line) }),
  );
  return [chart, table];
}

/** Weakest first, each with the lessons that teach it. */
export function makeStudyNext(room: ExamRoom, scored: readonly ExamQuestion[]): readonly HTMLElement[] {
  const { context, exam } = room;
  const { words, data, activityById } = context;
  const { fixed } = words;
  const limit = room.mark() ?? WEAK_PERCENT;
  const weak = countByDomain(data, scored)
    .filter((line) => (line.right / line.all) * 100 < limit)
    .sort((a, b) => a.right / a.all - b.right / b.all);
  const items = weak.map((line) => {
    const lessons = (exam.lessons[line.id] ?? []).flatMap((id) => activityById.get(id) ?? []);
    const links = lessons.map((lesson) =>
      make('li', {}, make('a', { href: lesson.page, 'data-cw-lesson': lesson.id }, lesson.title)),
    );
    const title = words.weakDomain({ domain: line.title, percent: percentOf(line) });
    if (links.length > 0) return make('li', {}, title, make('ul', {}, ...links));
    const others = exam.lessonsElsewhere[line.id] ?? [];
    const where =
      others.length > 0 ? words.lessonsElsewhere({ titles: listed(others, data.language) }) : fixed.noLessons;
    return make('li', {}, `${title} ${where}`);
  });
  const content = items.length === 0 ? make('p', {}, fixed.noWeakDomains) : make('ul', {}, ...items);
  return [make('section', { 'data-cw': 'study-next' }, make('h3', {}, fixed.weakDomains), content)];
}

/** Titles side by side; commas would run into those that titles have. */
function listed(titles: readonly string[], language: string): string {
  const quoted = titles.map((title) => `“${title}”`);
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(quoted);
}

export function confidenceText({ context }: ExamRoom, confidence: Confidence): string {
  const { notSaid, guess, unsure, sure } = context.words.fixed;
  return [notSaid, guess, unsure, sure][confidence] ?? notSaid;
}

/** Nothing where the learner never said how sure. */
export function makeConfidenceTable(room: ExamRoom, run: readonly ExamQuestion[]): readonly HTMLElement[] {
  const { fixed } = room.context.words;
  const lines = countByConfidence(run);
  if (!lines.some((line) => line.confidence > 0)) return [];
  const table = makeTable({
    hook: 'by-confidence',
    caption: fixed.byConfidence,
    head: [fixed.confidence, fixed.rightAnswers, fixed.wrongAnswers],
    rows: lines.map((line) => [confidenceText(room, line.confidence), String(line.right), String(line.wrong)]),
  });
  const isOverSure = lines.some((line) => line.confidence === 3 && line.wrong > 0);
  return [table, ...(isOverSure ? [make('p', {}, fixed.sureAndWrong)] : [])];
}

export function makeMissTable({ context }: ExamRoom, run: readonly ExamQuestion[]): readonly HTMLElement[] {
  const { words } = context;
  const lines = countMisses(run);
  if (lines.length === 0) return [];
  return [
    makeTable({
      hook: 'misses',
      caption: words.fixed.missKinds,
      head: [words.fixed.missKind, words.fixed.missCount],
      rows: lines.map(({ miss, count }) => [words.fixed[`miss-${miss}`], String(count)]),
    }),
  ];
}

export function makeTimes({ context }: ExamRoom, run: readonly ExamQuestion[]): readonly HTMLElement[] {
  const { words } = context;
  const seen = run.filter((entry) => entry.seconds > 0);
  if (seen.length === 0) return [];
  const average = seen.reduce((sum, entry) => sum + entry.seconds, 0) / seen.length;
  const slowest = [...seen].sort((a, b) => b.seconds - a.seconds).slice(0, SLOWEST);
  const items = slowest.map((entry) =>
    make('li', {}, words.slowQuestion({ number: run.indexOf(entry) + 1, time: clockText(entry.seconds) })),
  );
  return [
    make(
      'section',
      { 'data-cw': 'times' },
      make('h3', {}, words.fixed.timePerQuestion),
      make('p', {}, words.averageTime({ time: clockText(average) })),
      make('p', {}, words.fixed.slowest),
      make('ul', {}, ...items),
    ),
  ];
}
