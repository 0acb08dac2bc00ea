/** Turns an exam's blueprint into a table of its sections, with its rules above and its sources below. */
import type { BlueprintSource } from '../source-format/blueprint.ts';
import { countsBySetting, sumOfCases } from '../source-format/case-counts.ts';
import { escapeHtml } from './html.ts';
import type { TextPlace } from './page-scope.ts';
import { renderDispute } from './render-credential-table.ts';
import { renderTableFrame } from './render-table-frame.ts';
import { SourceNotes } from './source-notes.ts';

export function renderBlueprintTable(blueprint: BlueprintSource, place: TextPlace): string {
  const { fixed } = place.scope.words;
  const notes = new SourceNotes(place);
  const counted = blueprint.sections.every(({ count }) => count !== undefined);
  const marks = notes.marks(blueprint.sources, '');
  const column = counted ? fixed.itemColumn : fixed.share;
  const head = `<tr><th scope="col">${escapeHtml(fixed.section)}</th><th scope="col" class="align-right">${escapeHtml(column)}</th></tr>`;
  const body = blueprint.sections
    .map(
      (section) =>
        `<tr><th scope="row">${escapeHtml(section.title)}${renderDispute(section.disputed, place)}</th><td class="align-right">${escapeHtml(amountOf(section, place))}</td></tr>`,
    )
    .join('');
  const frame = renderTableFrame(
    {
      caption: escapeHtml(blueprint.title) + marks,
      name: blueprint.title,
      head,
      body,
      foot: totalRow(blueprint, counted, place),
    },
    place,
    'table table-narrow',
  );
  const remark = blueprint.notes === undefined ? '' : `<p class="table-note">${escapeHtml(blueprint.notes)}</p>`;
  const dispute = blueprint.disputed === undefined ? '' : `<p>${renderDispute(blueprint.disputed, place)}</p>`;
  return `<div class="data-table">${rules(blueprint, place)}${frame}${dispute}${remark}${notes.list()}</div>`;
}

type Section = BlueprintSource['sections'][number];

function amountOf(section: Section, place: TextPlace): string {
  if (section.count !== undefined) return String(section.count);
  if (section.percent !== undefined) return place.scope.words.range(section.percent.min, section.percent.max);
  return '';
}

/** Counts add up; ranges have no sum that means anything to a learner. */
function totalRow(blueprint: BlueprintSource, counted: boolean, place: TextPlace): string {
  if (!counted) return '';
  const sum = blueprint.sections.reduce((total, { count }) => total + (count ?? 0), 0);
  return `<tr><th scope="row">${escapeHtml(place.scope.words.fixed.total)}</th><td class="align-right">${sum}</td></tr>`;
}

/** `8 scenarios: 3 inpatient, 2 outpatient, 3 emergency`; empty where there are none. */
function scenariosOf({ scenarios }: BlueprintSource, place: TextPlace): string {
  const { words } = place.scope;
  const count = sumOfCases(scenarios);
  if (count === 0) return '';
  const settings = countsBySetting(scenarios);
  const inAll = words.scenarioCount({ count });
  if (settings === undefined) return inAll;
  const say = { inpatient: words.ofInpatient, outpatient: words.ofOutpatient, emergency: words.ofEmergency };
  const parts = settings.map(({ setting, count }) => say[setting]({ count }));
  return words.scenariosBySetting({ scenarios: inAll, settings: words.joined(parts) });
}

function rules(blueprint: BlueprintSource, place: TextPlace): string {
  const { words } = place.scope;
  const { fixed } = words;
  const pass =
    blueprint.pass.kind === 'percent'
      ? words.passPercent({ percent: blueprint.pass.value })
      : words.scaledPass(blueprint.pass.value, blueprint.pass.scale ?? '');
  const books = blueprint['open-book'] ?? [];
  const facts: readonly (readonly [string, string])[] = [
    [
      fixed.itemsLabel,
      escapeHtml(
        words.items(blueprint['items-scored'], blueprint['items-pretest'] ?? 0, scenariosOf(blueprint, place)),
      ),
    ],
    [fixed.timeAllowed, escapeHtml(words.duration(blueprint.minutes))],
    [fixed.toPass, escapeHtml(pass)],
    [
      fixed.openBook,
      books.length === 0 ? '' : `<ul>${books.map((book) => `<li>${escapeHtml(book)}</li>`).join('')}</ul>`,
    ],
    [fixed.effective, blueprint.effective === undefined ? '' : escapeHtml(words.date(blueprint.effective))],
  ];
  const rows = facts
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `<div><dt>${escapeHtml(label)}</dt><dd>${value}</dd></div>`);
  return `<dl class="facts">${rows.join('')}</dl>`;
}
