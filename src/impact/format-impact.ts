/** An update report -> text for people, CSV for a spreadsheet, plain data for JSON. */
import type { SourcePlaces } from '../diagnostics/source-places.ts';
import type { ImpactFinding, ImpactReport } from './impact-report.ts';
import { IMPACT_WORDS } from './impact-words.ts';

export function formatImpactText(report: ImpactReport, places: SourcePlaces): string {
  const { heading, totals, counted } = IMPACT_WORDS;
  return [
    heading(report.from, report.to),
    '',
    ...report.courses.flatMap(({ course, broken, review, safe, findings }) => [
      `${course}: ${totals(broken, review, safe)}`,
      ...findings.flatMap((finding) => describe(finding, places)),
      '',
    ]),
    totals(report.broken, report.review, report.safe),
    counted,
  ].join('\n');
}

function describe(finding: ImpactFinding, places: SourcePlaces): readonly string[] {
  const { verdict, owner, use, message, successors, action } = finding;
  return [
    `  ${verdict.padEnd(6)} ${placeOf(finding, places)}  ${owner.kind} ${owner.id} (${use}): ${message}`,
    ...successors.slice(0, 8).map(({ code, title }) => `           ${code.padEnd(9)} ${title}`),
    ...(successors.length > 8 ? [`           and ${successors.length - 8} more`] : []),
    `         ${action}`,
  ];
}

function placeOf({ span }: ImpactFinding, places: SourcePlaces): string {
  const location = places.locate(span);
  return location === undefined ? span.file : `${location.file}:${location.line}:${location.column}`;
}

export function formatImpactCsv(report: ImpactReport, places: SourcePlaces): string {
  const rows = report.courses.flatMap(({ course, findings }) =>
    findings.map((finding) => {
      const location = places.locate(finding.span);
      return [
        course,
        finding.verdict,
        finding.span.file,
        String(location?.line ?? ''),
        String(location?.column ?? ''),
        finding.owner.kind,
        finding.owner.id,
        finding.what,
        finding.title,
        finding.use,
        finding.message,
        finding.successors.map(({ code, title }) => `${code} ${title}`).join('; '),
        finding.action,
      ];
    }),
  );
  return `${[IMPACT_WORDS.columns, ...rows].map((cells) => cells.map(toCell).join(',')).join('\r\n')}\r\n`;
}

/** A spreadsheet takes a cell that begins so for a formula. */
function toCell(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Places as `line` and `column` from 1. */
export function toImpactJson(report: ImpactReport, places: SourcePlaces): object {
  return {
    ...report,
    courses: report.courses.map((course) => ({
      ...course,
      findings: course.findings.map(({ span, ...finding }) => {
        const location = places.locate(span);
        return { ...finding, file: span.file, line: location?.line, column: location?.column };
      }),
    })),
  };
}
