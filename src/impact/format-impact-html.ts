/** An update report -> one HTML page that stands alone, reads without script and prints well. */
import type { SourcePlaces } from '../diagnostics/source-places.ts';
import type { CourseImpact, ImpactFinding, ImpactReport } from './impact-report.ts';
import { IMPACT_WORDS } from './impact-words.ts';

const STYLE = `
:root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--line:#c9d1d9;--soft:#f3f5f7;--broken:#a40e26;--review:#7a4b00;--safe:#0a6b2d}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--paper:#0d1117;--line:#3d444d;--soft:#161b22;--broken:#ff8080;--review:#f0b95a;--safe:#6fdd8b}}
*{box-sizing:border-box}body{margin:0 auto;max-width:76rem;padding:1.5rem;font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
h1{font-size:1.5rem;margin:0 0 .5rem}h2{font-size:1.2rem;margin:2rem 0 .5rem}table{border-collapse:collapse;width:100%}
th,td{border:1px solid var(--line);padding:.4rem .5rem;text-align:left;vertical-align:top}th{background:var(--soft)}td.n{text-align:right}
.scroll{overflow-x:auto}.broken{color:var(--broken);font-weight:700}.review{color:var(--review);font-weight:700}.safe{color:var(--safe);font-weight:700}
code{font-family:ui-monospace,monospace;overflow-wrap:anywhere}ul{margin:.2rem 0 0;padding-left:1.1rem}.do{font-style:italic}
@media (max-width:40rem){body{padding:1rem}.findings thead{position:absolute;clip-path:inset(50%);height:1px;overflow:hidden}.findings tr{display:block;border:1px solid var(--line);margin-bottom:.75rem}.findings td{display:block;border:0}}
@media print{body{max-width:none;padding:0;font-size:10pt}h2{break-after:avoid}tr{break-inside:avoid}a{color:inherit}}
`;

export function formatImpactHtml(report: ImpactReport, places: SourcePlaces): string {
  const { heading, totals, counted, notice } = IMPACT_WORDS;
  const title = heading(report.from, report.to);
  return [
    '<!doctype html>',
    `<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeText(title)}</title><style>${STYLE}</style></head>`,
    `<body><main><h1>${escapeText(title)}</h1><p><strong>${escapeText(totals(report.broken, report.review, report.safe))}.</strong> ${escapeText(counted)}</p>`,
    '<div class="scroll"><table><caption hidden>Courses</caption><thead><tr><th scope="col">Course</th><th scope="col">Broken</th><th scope="col">To review</th><th scope="col">Safe</th></tr></thead><tbody>',
    ...report.courses.map(
      ({ course, title: name, broken, review, safe }) =>
        `<tr><th scope="row"><a href="#${escapeText(course)}">${escapeText(name)}</a></th>${cell('broken', broken)}${cell('review', review)}${cell('safe', safe)}</tr>`,
    ),
    '</tbody></table></div>',
    ...report.courses.map((course) => formatCourse(course, places)),
    `</main><footer><p>${escapeText(notice)}</p></footer></body></html>`,
    '',
  ].join('\n');
}

function cell(name: string, count: number): string {
  return `<td class="n${count === 0 ? '' : ` ${name}`}">${count}</td>`;
}

function formatCourse({ course, title, broken, review, safe, findings }: CourseImpact, places: SourcePlaces): string {
  const head = `<section><h2 id="${escapeText(course)}">${escapeText(title)} (${escapeText(course)})</h2><p>${escapeText(IMPACT_WORDS.totals(broken, review, safe))}.</p>`;
  if (findings.length === 0) return `${head}<p>${escapeText(IMPACT_WORDS.noFindings)}</p></section>`;
  return [
    head,
    '<table class="findings"><thead><tr><th scope="col">Verdict</th><th scope="col">Where</th><th scope="col">What happened</th><th scope="col">What to do</th></tr></thead><tbody>',
    ...findings.map((finding) => formatFinding(finding, places)),
    '</tbody></table></section>',
  ].join('\n');
}

function formatFinding(finding: ImpactFinding, places: SourcePlaces): string {
  const { verdict, span, owner, use, title, message, successors, action } = finding;
  const location = places.locate(span);
  const place = location === undefined ? span.file : `${span.file}:${location.line}:${location.column}`;
  const listed = successors
    .map(({ code, title: name }) => `<li><code>${escapeText(code)}</code> ${escapeText(name)}</li>`)
    .join('');
  const was = title === '' ? '' : `<br>${escapeText(title)}`;
  return [
    `<tr><td class="${verdict}">${verdict}</td>`,
    `<td>${escapeText(owner.kind)} <strong>${escapeText(owner.id)}</strong>, ${escapeText(use)}<br><code>${escapeText(place)}</code></td>`,
    `<td>${escapeText(message)}${was}${listed === '' ? '' : `<ul>${listed}</ul>`}</td><td class="do">${escapeText(action)}</td></tr>`,
  ].join('');
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
