/** `coursewright diff`: says whether a new package may replace the one in an LMS, and what happens to learners who are in it. */
import { compareWithLast, compareZips, type PackageComparison } from '../../api.ts';
import { COMPARISON_WORDS } from '../../compare/comparison-words.ts';
import { formatChangeLog } from '../../compare/format-change-log.ts';
import { formatComparison } from '../../compare/format-comparison.ts';
import { packageGone, packageNew } from '../../diagnostics/catalog/compare-findings.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { Report } from '../../diagnostics/report.ts';
import { SourcePlaces } from '../../diagnostics/source-places.ts';
import { type RawOptions, readAsOf, readPrinter, readWorkspaceFolder, UsageError, withNearest } from '../options.ts';
import type { Printer } from '../printer.ts';
import { readPackageFile } from '../read-package-file.ts';
import { WORDS } from '../words.ts';

const FORMATS = ['text', 'json', 'markdown'] as const;
const FAIL_ON = ['unsafe'];

interface DiffOptions extends RawOptions {
  readonly failOn?: string;
}

/** What was compared, whether two zips or all packages of a course. */
interface DiffResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly places: SourcePlaces;
  readonly comparisons: readonly PackageComparison[];
  readonly newPackages: readonly string[];
  readonly gonePackages: readonly string[];
}

/** @param names two packages, or one course */
export async function runDiff(names: readonly string[], raw: DiffOptions): Promise<number> {
  const format = checkChoice(raw.format ?? 'text', FORMATS, WORDS.badDiffFormat);
  if (raw.failOn !== undefined) checkChoice(raw.failOn, FAIL_ON, WORDS.badFailOn);
  const [first, second, third] = names;
  if (first === undefined || third !== undefined || (second === undefined && /\.zip$/i.test(first)))
    throw new UsageError(WORDS.diffUsage);
  // Problems of a change log's packages are for people, like those of text.
  const isJson = format === 'json';
  const workspace = second === undefined ? readWorkspaceFolder(raw.workspace) : undefined;
  const printer = await readPrinter({ ...raw, format: isJson ? 'json' : 'text' }, workspace);
  const result =
    workspace === undefined || second !== undefined
      ? await diffFiles(first, second ?? '')
      : await diffCourse(first, workspace, raw, printer);
  const { diagnostics, places, ...compared } = result;
  const isUnsafe = compared.gonePackages.length > 0 || compared.comparisons.some(({ verdict }) => verdict === 'unsafe');
  printer.problems(diagnostics, places, isJson ? { safe: !isUnsafe, ...compared } : {});
  const text = format === 'markdown' ? toChangeLog(compared.comparisons) : toText(result);
  if (!isJson && text !== '') printer.result(text);
  return diagnostics.length > 0 || (isUnsafe && raw.failOn !== undefined) ? 1 : 0;
}

function checkChoice(text: string, choices: readonly string[], say: (text: string) => string): string {
  if (choices.includes(text)) return text;
  throw new UsageError(withNearest(say(text), text, choices));
}

async function diffFiles(first: string, second: string): Promise<DiffResult> {
  const report = new Report();
  const zips = [first, second].flatMap((file) => readPackageFile(file, report) ?? []);
  const [old, now] = zips;
  const nothing = { places: SourcePlaces.none, newPackages: [], gonePackages: [] };
  if (zips.length < 2 || old === undefined || now === undefined)
    return { ...nothing, diagnostics: report.sorted(), comparisons: [] };
  const { diagnostics, comparison } = await compareZips(old, now);
  return { ...nothing, diagnostics, comparisons: comparison === undefined ? [] : [comparison] };
}

async function diffCourse(course: string, workspace: string, raw: DiffOptions, printer: Printer): Promise<DiffResult> {
  const result = await compareWithLast(course, {
    workspace,
    out: raw.out ?? 'dist',
    asOf: readAsOf(raw.asOf, new Date()),
    onPackage: (name, index, count) => printer.progress(WORDS.comparing(name, index, count)),
  });
  printer.endProgress();
  return result;
}

function toText({ comparisons, newPackages, gonePackages }: DiffResult): string {
  return [
    ...comparisons.map(formatComparison),
    ...newPackages.map((name) => `${packageNew.code}: ${COMPARISON_WORDS.newPart(name)}`),
    ...gonePackages.map((name) => `${packageGone.code}: ${COMPARISON_WORDS.gonePart(name)}`),
  ].join('\n\n');
}

function toChangeLog(comparisons: readonly PackageComparison[]): string {
  return comparisons.map(formatChangeLog).join('\n');
}
