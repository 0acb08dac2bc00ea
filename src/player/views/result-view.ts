/** The result of a finished attempt: score, domains, questions to look at again, and the sheet's labels, ready to print. */
import { editionName } from '../../shared/edition-names.ts';
import type { SavedAttempt } from '../../shared/state-record.ts';
import type { PlayerWords } from '../../shared/words/player-words.ts';
import { countByDomain, countHinted, type Quiz, type RunQuestion } from '../quiz-run.ts';
import { make, makeButton } from './dom.ts';
import type { PlayerContext } from './player-context.ts';

export interface ResultParts {
  readonly context: PlayerContext;
  readonly quiz: Quiz;
  readonly attempt: SavedAttempt;
  readonly run: readonly RunQuestion[];
  readonly gone: number;
  readonly onQuestion: (questionId: string) => void;
  readonly onTryAgain: () => void;
}

function makeDomainTable({ context, run }: ResultParts): readonly Node[] {
  const { fixed } = context.words;
  const lines = countByDomain(context.data, run);
  if (lines.length === 0) return [];
  const head = [fixed.domain, fixed.rightAnswers, fixed.percent].map((text) => make('th', { scope: 'col' }, text));
  const rows = lines.map((line) =>
    make(
      'tr',
      {},
      make('th', { scope: 'row' }, line.title),
      make('td', {}, context.words.rightOf({ right: line.right, all: line.all })),
      make('td', {}, context.words.score({ percent: Math.round((line.right / line.all) * 100) })),
    ),
  );
  return [
    make(
      'table',
      { 'data-cw': 'domains' },
      make('caption', {}, fixed.byDomain),
      make('thead', {}, make('tr', {}, ...head)),
      make('tbody', {}, ...rows),
    ),
  ];
}

function makeWrongList({ context, run, onQuestion }: ResultParts): readonly Node[] {
  const { words } = context;
  const wrong = run.flatMap((entry, index) => (entry.credit >= 1 ? [] : [{ entry, number: index + 1 }]));
  if (wrong.length === 0) return [make('p', {}, words.fixed.allRight)];
  const items = wrong.map(({ entry, number }) => {
    const link = make('a', { href: '#' }, words.wrongQuestion({ number }));
    link.addEventListener('click', (event) => {
      event.preventDefault();
      event.stopPropagation();
      onQuestion(entry.facts.id);
    });
    const note = entry.changed ? words.fixed.changed : entry.answer === undefined ? words.fixed.notAnswered : '';
    return make('li', {}, link, ...(note === '' ? [] : [` (${note})`]));
  });
  return [make('h3', {}, words.fixed.wrongQuestions), make('ul', { 'data-cw': 'wrong-questions' }, ...items)];
}

/** Whose result of which course, version and edition it is, and what it is not (design: every result says so). */
export function makeSheet({ data, words, session, clock }: PlayerContext): readonly Node[] {
  const date = new Date(clock.now()).toLocaleDateString(data.language, { dateStyle: 'long' });
  const version = words.version({ version: data.courseVersion });
  const facts = [session.learnerName(), data.title, version, ...data.editions.map(editionName), date];
  const label = data.reviewed === '' ? words.fixed.sample : words.reviewed({ by: data.reviewed });
  return [
    make('p', { 'data-cw': 'sheet' }, facts.filter((fact) => fact !== '').join(' · ')),
    make('p', { 'data-cw': 'labels' }, `${label} ${words.fixed.independent} ${words.fixed.practice}`),
  ];
}

/** Hints change no score: the result says that there were some. */
export function hintLine(run: readonly RunQuestion[], words: PlayerWords): readonly string[] {
  const count = countHinted(run);
  return count === 0 ? [] : [words.hintCount({ count })];
}

export function makeResult(parts: ResultParts): HTMLElement {
  const { context, quiz, attempt, run } = parts;
  const { data, words, session } = context;
  const state = session.state();
  const result = state.results.find((entry) => entry.activity === quiz.tag);
  const right = run.filter((entry) => entry.credit >= 1).length;
  const graded = data.grade?.activities.some((activity) => activity.id === quiz.id) === true;
  const mark = session.passMark();
  const { passed, markReached, notPassed } = words.fixed;
  const reached = state.status === 'passed' ? passed : markReached;
  const verdict =
    graded && mark !== null && state.score !== null ? [make('p', {}, state.score >= mark ? reached : notPassed)] : [];
  const lines = [
    `${words.score({ percent: result?.last ?? 0 })} · ${words.rightOf({ right, all: run.length })}`,
    words.bestScore({ percent: result?.best ?? 0 }),
    ...(graded && state.score !== null ? [words.courseScore({ percent: state.score })] : []),
    ...hintLine(run, words),
    ...(parts.gone > 0 ? [words.questionsGone({ count: parts.gone })] : []),
  ];
  return make(
    'div',
    { 'data-cw': 'result' },
    make('h2', { tabindex: '-1' }, words.resultOf({ attempt: words.attempt({ number: attempt.number }) })),
    ...lines.map((line, index) => make('p', index === 0 ? { 'data-cw': 'score' } : {}, line)),
    ...verdict,
    ...makeDomainTable(parts),
    ...makeWrongList(parts),
    ...makeSheet(context),
    make(
      'div',
      { 'data-cw': 'actions' },
      makeButton('new-attempt', words.fixed.newAttempt, parts.onTryAgain),
      makeButton('print', words.fixed.print, () => window.print()),
    ),
  );
}
