/** `coursewright codes impact`: which questions and lessons a new edition breaks or makes doubtful. Ends with 1 when something is broken. */
import { writeFileSync } from 'node:fs';
import { type OpenCourses, openCourses } from '../../check-courses.ts';
import type { CodeSets } from '../../code-sets/code-sets.ts';
import { reportUnwritable } from '../../diagnostics/catalog/code-sets.ts';
import { toWriteReason } from '../../diagnostics/disk-faults.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { Report } from '../../diagnostics/report.ts';
import { SourcePlaces } from '../../diagnostics/source-places.ts';
import { type EditionPair, findImpact } from '../../impact/find-impact.ts';
import { formatImpactCsv, formatImpactText, toImpactJson } from '../../impact/format-impact.ts';
import { formatImpactHtml } from '../../impact/format-impact-html.ts';
import type { ImpactReport } from '../../impact/impact-report.ts';
import { toDiagnostics } from '../../impact/to-diagnostics.ts';
import type { AuthoredCourse } from '../../compiler/hand-over.ts';
import { readTree, sourceText } from '../../compiler/read-tree.ts';
import { CODES_WORDS } from '../codes-words.ts';
import { requireEdition, withCodeSets } from '../open-code-sets.ts';
import { type RawOptions, readAsOf, readPrinter, readWorkspaceFolder, UsageError, withNearest } from '../options.ts';

export interface CodesImpactOptions extends RawOptions {
  readonly from?: readonly string[];
  readonly to?: readonly string[];
  readonly out?: string;
}

const FORMATS: readonly string[] = ['text', 'json', 'csv', 'html', 'github', 'sarif'];

export async function runCodesImpact(courses: readonly string[], raw: CodesImpactOptions): Promise<number> {
  const format = raw.format ?? 'text';
  if (!FORMATS.includes(format))
    throw new UsageError(withNearest(CODES_WORDS.badFormat(format, FORMATS), format, FORMATS));
  const workspace = readWorkspaceFolder(raw.workspace);
  const forMachines = format === 'github' || format === 'sarif' ? format : 'text';
  const printer = await readPrinter({ ...raw, format: forMachines }, workspace);
  return withCodeSets(workspace, printer, (sets) => {
    const pairs = readPairs(sets, raw);
    const report = new Report();
    const read = readTree(workspace);
    const open = openCourses({ workspace, courses, asOf: readAsOf(undefined, new Date()) }, read);
    report.take(open.misnamed);
    const textOf = (file: string) => sourceText(read.tree, file);
    const places = new SourcePlaces(textOf);
    const guidelineMaps = [...(open.workspace?.guidelineMaps.values() ?? [])].map(({ data }) => data);
    const impact = findImpact({ courses: readCourses(open, report), pairs, textOf, guidelineMaps });
    report.take(open.report.found.filter(hidesSomething));
    if (forMachines !== 'text') printer.problems([...report.sorted(), ...toDiagnostics(impact)], places);
    else {
      const text = toText(format, impact, places);
      if (raw.out === undefined) printer.result(text);
      else if (writeReport(raw.out, text, report))
        printer.say(CODES_WORDS.impact.written(raw.out, impact.broken, impact.review, impact.safe));
      if (report.found.length > 0) printer.problems(report.sorted(), places);
    }
    return impact.broken > 0 || report.hasErrors ? 1 : 0;
  });
}

/** One course after the other, so that forty are never in memory at once. */
function* readCourses(open: OpenCourses, report: Report): Generator<AuthoredCourse> {
  for (const folder of open.courses.filter(open.isWanted)) {
    const { authored, findings } = open.look(folder);
    report.take(findings.diagnostics.filter(hidesSomething));
    if (authored !== undefined) yield authored;
    open.release(folder);
  }
}

/** A question or course that cannot be read is not in the report, and silence would pass for safety. What is wrong with codes is. */
function hidesSomething({ severity, code }: Diagnostic): boolean {
  return severity === 'error' && !code.startsWith('CW5');
}

function toText(format: string, impact: ImpactReport, places: SourcePlaces): string {
  if (format === 'csv') return formatImpactCsv(impact, places);
  if (format === 'html') return formatImpactHtml(impact, places);
  if (format === 'json') return JSON.stringify({ version: 1, ...toImpactJson(impact, places) }, null, 2);
  return formatImpactText(impact, places);
}

function writeReport(path: string, text: string, report: Report): boolean {
  try {
    writeFileSync(path, text);
    return true;
  } catch (error) {
    report.add(reportUnwritable, { file: path }, { reason: toWriteReason(error) });
    return false;
  }
}

/** Each `--from` has its `--to` of the same system. */
function readPairs(sets: CodeSets, { from = [], to = [] }: CodesImpactOptions): readonly EditionPair[] {
  const [before, after] = [from, to].map((names) => names.map((name) => requireEdition(sets, name)));
  if (before === undefined || after === undefined || before.length === 0 || before.length !== after.length)
    throw new UsageError(CODES_WORDS.impact.usage);
  return before.map((edition) => {
    const next = after.filter(({ name }) => name.system === edition.name.system);
    const [only] = next;
    if (only === undefined || next.length !== 1 || only === edition) throw new UsageError(CODES_WORDS.impact.usage);
    return { from: edition, to: only };
  });
}
