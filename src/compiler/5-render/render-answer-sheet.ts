/**
 * The questions of a package -> what an instructor reads an LMS's report of answers with: ids and letters with their texts, key and
 * domain, as CSV and as a page that prints. It holds every key, so it lies beside the package and says on top whom it is for.
 */
import { questionTypeOf } from '../../questions/question-types.ts';
import { editionName } from '../../shared/edition-names.ts';
import type { PageWords } from '../../shared/words/page-words.ts';
import type { PackageFile, PackageModel, QuestionModel } from '../hand-over.ts';
import { element, escapeHtml } from './html.ts';
import { toPlainText } from '../plain-text.ts';

interface SheetQuestion {
  readonly id: string;
  readonly type: string;
  readonly domain: string;
  /** Titles of the activities that ask it. */
  readonly activities: readonly string[];
  readonly stem: string;
  readonly rows: readonly { readonly shown: string; readonly text: string; readonly right: boolean }[];
}

/** Empty for a package whose activities report no answers. */
export function renderAnswerSheet(model: PackageModel, words: PageWords): readonly PackageFile[] {
  const questions = collectQuestions(model, words);
  if (questions.length === 0) return [];
  const name = `${model.name}-answer-sheet-for-instructors`;
  const encoder = new TextEncoder();
  return [
    { name: `${name}.csv`, bytes: encoder.encode(toCsv(questions, words)) },
    { name: `${name}.html`, bytes: encoder.encode(toHtml(model, questions, words)) },
  ];
}

/** In the order of the activities that ask them. Checks inside lessons and guides are not reported. */
function collectQuestions(model: PackageModel, words: PageWords): readonly SheetQuestion[] {
  const askedIn = new Map<string, string[]>();
  for (const activity of model.activities) {
    if (!('pool' in activity)) continue;
    for (const id of activity.pool) askedIn.set(id, [...(askedIn.get(id) ?? []), activity.title]);
  }
  const domains = new Map(model.domains.map(({ id, title }) => [id, title]));
  return [...askedIn].flatMap(([id, activities]) => {
    const question = model.questions.get(id);
    return question === undefined ? [] : [toSheetQuestion(question, activities, domains, words)];
  });
}

function toSheetQuestion(
  { id, body, domain, stem }: QuestionModel,
  activities: readonly string[],
  domains: ReadonlyMap<string, string>,
  words: PageWords,
): SheetQuestion {
  const rows = questionTypeOf(body).sheetRows(body, { words, plain: toPlainText });
  return { id, type: body.type, domain: domains.get(domain) ?? domain, activities, stem: toPlainText(stem), rows };
}

/** One line per thing that a report may show; RFC 4180, with the mark by which Excel knows UTF-8. */
function toCsv(questions: readonly SheetQuestion[], words: PageWords): string {
  const { fixed } = words;
  const head = [
    fixed.question,
    fixed.sheetShown,
    fixed.sheetMeaning,
    fixed.sheetRight,
    fixed.sheetDomain,
    fixed.sheetActivities,
    fixed.sheetType,
    fixed.sheetStem,
  ];
  const lines = questions.flatMap(({ id, type, domain, activities, stem, rows }) =>
    rows.map(({ shown, text, right }) => [
      id,
      shown,
      text,
      right ? fixed.sheetYes : '',
      domain,
      activities.join('; '),
      type,
      stem,
    ]),
  );
  return `\ufeff${[[fixed.sheetNotice], head, ...lines].map((cells) => `${cells.map(toCell).join(',')}\r\n`).join('')}`;
}

/** A cell that a spreadsheet would take for a formula begins with an apostrophe: a text of a course is never one. */
function toCell(text: string): string {
  const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

const STYLE = `
body{font:1rem/1.5 system-ui,sans-serif;color:#1b2230;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1rem}
.notice{border:2px solid #a11d2b;padding:.5rem 1rem;font-weight:700}
section{border-block-start:1px solid #c9cfd9;padding-block:1rem;break-inside:avoid}
h2{font-size:1.1rem;margin:0}
.facts{color:#4a5568;margin:0}
.stem{white-space:pre-line}
table{border-collapse:collapse;width:100%}
th,td{text-align:start;vertical-align:top;padding:.25rem .75rem .25rem 0;white-space:pre-line;overflow-wrap:anywhere}
thead th{border-block-end:1px solid #c9cfd9}
th:first-child{width:25%}
td:last-child{width:15%}
.right{font-weight:700}
@media print{body{margin:0;max-width:none;font-size:10pt}}
`;

function toHtml(model: PackageModel, questions: readonly SheetQuestion[], words: PageWords): string {
  const { fixed } = words;
  const facts = [
    model.theme.organization,
    words.version({ version: model.version }),
    ...model.editions.map(editionName),
  ];
  const title = `${fixed.sheet}: ${model.title}`;
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(model.language)}" dir="${model.direction}">`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head>`,
    '<body><main>',
    element('p', { class: 'notice' }, escapeHtml(fixed.sheetNotice)),
    element('h1', {}, escapeHtml(title)),
    element('p', { class: 'facts' }, escapeHtml(facts.filter((fact) => fact !== '').join(' · '))),
    element('p', {}, escapeHtml(fixed.sheetHow)),
    ...questions.map((question) => questionHtml(question, words)),
    '</main></body></html>\n',
  ].join('\n');
}

function questionHtml({ id, type, domain, activities, stem, rows }: SheetQuestion, { fixed }: PageWords): string {
  const head = [fixed.sheetShown, fixed.sheetMeaning, fixed.sheetRight].map((text) =>
    element('th', { scope: 'col' }, escapeHtml(text)),
  );
  const body = rows.map(({ shown, text, right }) => {
    const mark = right ? `✓ ${escapeHtml(fixed.sheetYes)}` : '';
    const cells = `${element('th', { scope: 'row' }, escapeHtml(shown))}${element('td', {}, escapeHtml(text))}${element('td', {}, mark)}`;
    return element('tr', { class: right ? 'right' : undefined }, cells);
  });
  const facts = [domain, type, `${fixed.sheetActivities}: ${activities.join('; ')}`].join(' · ');
  return element(
    'section',
    {},
    [
      element('h2', {}, escapeHtml(id)),
      element('p', { class: 'facts' }, escapeHtml(facts)),
      element('p', { class: 'stem' }, escapeHtml(stem)),
      `<table><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`,
    ].join(''),
  );
}
