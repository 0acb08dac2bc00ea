/** A small package written by hand after the contract between templates and player, so that the player is tested alone. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { PackageData, PlayerQuestion, QuestionData } from '../../src/shared/package-data.ts';
import { scramble } from '../../src/shared/scramble.ts';
import { checkOf, tagOf } from '../../src/shared/tags.ts';
import { playerEnglish } from '../../src/shared/words/player-en.ts';
import { splitPlayerTable } from '../../src/shared/words/split-player-table.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

function choice(
  id: string,
  options: string,
  key: string,
  revision = 1,
): { facts: QuestionData; question: PlayerQuestion } {
  const ids = [...options];
  const type = options === 'tf' ? 'true-false' : key.length > 1 ? 'multiple-choice' : 'single-choice';
  return {
    facts: {
      id,
      tag: tagOf(id),
      check: checkOf(`${type} ${options} ${key} ${revision}`),
      domain: id < 'q3' ? 'first' : 'second',
      answer: { form: 'ids', most: key.length },
    },
    question: {
      id,
      answer: { type, options: ids, pinned: [], key: [...key], select: key.length },
      whyHtml: Object.fromEntries(ids.map((option) => [option, `<p>Reason ${option}.</p>`])),
      rationaleHtml: `<p>Rationale of ${id}.</p>`,
      guideline: 'Section I.A',
    },
  };
}

export interface SampleOptions {
  /** Ids of questions to leave out. */
  readonly without?: readonly string[];
  /** Ids of questions whose check bits differ. */
  readonly changed?: readonly string[];
  readonly report?: PackageData['report'];
  readonly name?: string;
}

export function makeSampleData(options: SampleOptions = {}): {
  readonly data: PackageData;
  readonly questions: readonly PlayerQuestion[];
} {
  const gone = options.without ?? [];
  const revision = (id: string): number => (options.changed?.includes(id) === true ? 2 : 1);
  const all = [
    choice('check-1', 'abc', 'b', revision('check-1')),
    choice('q1', 'abcd', 'a', revision('q1')),
    choice('q2', 'abcd', 'ac', revision('q2')),
    choice('q3', 'tf', 'f', revision('q3')),
    choice('q4', 'abcd', 'd', revision('q4')),
  ].filter((entry) => !gone.includes(entry.facts.id));
  const pool = all.map((entry) => entry.facts.id).filter((id) => id !== 'check-1');
  const activity = (id: string, title: string) => ({
    id,
    tag: tagOf(id),
    title,
    page: `${id}.html`,
    script: `${id}.page.js`,
    minutes: 5,
  });
  const data: PackageData = {
    version: 1,
    name: options.name ?? 'sample',
    title: 'Sample course',
    courseVersion: '1.0.0',
    toolVersion: '0.1.0',
    language: 'en',
    editions: ['icd-10-cm@2026'],
    reviewed: '',
    modules: [{ id: 'one', title: 'One', activities: ['intro', 'details', 'quiz'] }],
    activities: [
      { ...activity('intro', 'Introduction'), kind: 'lesson', checks: gone.includes('check-1') ? [] : ['check-1'] },
      { ...activity('details', 'Details'), kind: 'lesson', checks: [] },
      { ...activity('quiz', 'The quiz'), kind: 'quiz', pool, draw: pool.length, drawn: false, shuffle: true },
    ],
    domains: [
      { id: 'first', title: 'First domain' },
      { id: 'second', title: 'Second domain' },
    ],
    questions: all.map((entry) => entry.facts).sort((a, b) => (a.tag < b.tag ? -1 : 1)),
    completion: ['intro', 'details', 'quiz'],
    grade: { activities: [{ id: 'quiz', weight: 1 }], attempt: 'best', pass: 70 },
    report: options.report ?? 'when-earned',
  };
  return { data, questions: all.map((entry) => entry.question) };
}

function questionHtml({ id, answer }: PlayerQuestion): string {
  const input = answer.type === 'multiple-choice' ? 'checkbox' : 'radio';
  const options = answer.options.map(
    (option) =>
      `<li data-cw-option="${option}"><label><input type="${input}" name="${id}" value="${option}"><span data-cw="option-text">Option ${option}</span></label><div data-cw="why" hidden></div></li>`,
  );
  return `<form data-cw-question="${id}" data-cw-type="${answer.type}"><fieldset><legend><span data-cw="number"></span><div data-cw="stem">Stem of ${id}?</div></legend><ul data-cw="options">${options.join('')}</ul></fieldset><div data-cw="actions"><button type="submit" data-cw="check-answer">Check answer</button></div><div data-cw="feedback" hidden></div></form>`;
}

async function bundlePlayer(): Promise<string> {
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/targets/scorm12/browser/player-entry.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    minify: true,
    charset: 'ascii',
  });
  return result.outputFiles[0]?.text ?? '';
}

let player: Promise<string> | undefined;

/** All files of the package by name. */
export async function makeSamplePackage(options: SampleOptions = {}): Promise<ReadonlyMap<string, string>> {
  const { data, questions } = makeSampleData(options);
  const byId = new Map(questions.map((question) => [question.id, question]));
  player ??= bundlePlayer();
  const files = new Map<string, string>([
    ['player.js', await player],
    [
      'words.js',
      `(window.coursewright=window.coursewright||{}).words=${JSON.stringify({ base: splitPlayerTable(playerEnglish).base })};`,
    ],
    ['course-data.js', `window.coursewright = window.coursewright || {}; coursewright.data = ${JSON.stringify(data)};`],
    ['handout.pdf', '%PDF-1.4'],
  ]);
  const outline = data.activities.map(
    (entry) => `<li><a href="${entry.page}" data-cw-activity="${entry.id}">${entry.title}</a></li>`,
  );
  files.set(
    'index.html',
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${data.title}</title></head><body data-cw-page="index">
<div data-cw="banner" hidden></div>
<header data-cw="bar"><button type="button" data-cw="outline-toggle" aria-expanded="false" aria-controls="cw-outline">Outline</button><p data-cw="save-sign"></p><div data-cw="progress"></div><button type="button" data-cw="exit">Exit</button></header>
<nav data-cw="outline" id="cw-outline"><ul>${outline.join('')}</ul></nav>
<main data-cw="main" id="content" tabindex="-1"><h1>${data.title}</h1></main>
<nav data-cw="pager"><a data-cw="previous" href="#">Previous</a> <a data-cw="next" href="#">Next</a></nav>
<div data-cw="live" aria-live="polite"></div>
<script src="words.js"></script><script src="course-data.js"></script><script src="player.js"></script></body></html>`,
  );
  const filler = '<p>Text.</p>'.repeat(60);
  for (const entry of data.activities) {
    const ids = 'checks' in entry ? entry.checks : entry.pool;
    const own = ids.flatMap((id) => byId.get(id) ?? []);
    const inside =
      entry.kind === 'quiz'
        ? `<section data-cw-quiz="${entry.id}"><div data-cw="quiz-head"></div><ol data-cw="questions">${own.map((question) => `<li>${questionHtml(question)}</li>`).join('')}</ol><div data-cw="quiz-foot"></div></section>`
        : `${entry.id === 'intro' ? '<p><a href="details.html#part-two">Part two</a> <a href="handout.pdf">Handout</a></p>' : filler}<h2 id="part-two">Part two</h2>${filler}${own.map((question) => `<section data-cw-check="${question.id}">${questionHtml(question)}</section>`).join('')}`;
    const body = `<article data-cw-activity-body="${entry.id}"><h1>${entry.title}</h1>${inside}</article>`;
    const page = { id: entry.id, title: entry.title, body, questions: scramble(JSON.stringify(own)) };
    files.set(entry.script, `coursewright.page(${JSON.stringify(page)});`);
    files.set(
      entry.page,
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${entry.title}</title></head><body>${body}</body></html>`,
    );
  }
  return files;
}
