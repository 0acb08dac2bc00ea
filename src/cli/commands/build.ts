/** `coursewright build`: checks, compiles, verifies and writes packages, then says what came out and how to upload it. */
import { dirname, join, relative, resolve } from 'node:path';
import type { PackageIndexRow, ReplacedPackage } from '../../api.ts';
import { buildCourses } from '../../build-courses.ts';
import { INDEX_NAME } from '../../compiler/7-package/package-index.ts';
import { countProblems } from '../../diagnostics/formats/text.ts';
import {
  exitCodeOf,
  type RawOptions,
  readAsOf,
  readPrinter,
  readWorkspaceFolder,
  UsageError,
  withNearest,
} from '../options.ts';
import { uploadText } from '../upload-text.ts';
import { WORDS } from '../words.ts';

export async function runBuild(courses: readonly string[], raw: RawOptions): Promise<number> {
  const workspace = readWorkspaceFolder(raw.workspace);
  const printer = await readPrinter(raw, workspace);
  await checkTarget(raw.target);
  const out = resolve(raw.out ?? 'dist');
  const strict = raw.strict ?? false;
  const result = await buildCourses({
    workspace,
    courses,
    out,
    strict,
    asOf: readAsOf(raw.asOf, new Date()),
    ...(raw.target === undefined ? {} : { target: raw.target }),
    ...readCache(raw),
    onCourse: (id, index, count) => printer.progress(WORDS.building(id, index, count)),
  });
  printer.endProgress();
  if (result.unchanged === true) printer.say(WORDS.unchanged);
  printer.problems(result.diagnostics, result.places, { packages: result.packages, replaced: result.replaced });
  if (printer.isText) {
    if (result.diagnostics.length > 0 || result.allowed > 0) {
      printer.say(countProblems(result.diagnostics, result.allowed));
    }
    if (result.packages.length === 0) printer.say(WORDS.nothingWritten);
    else {
      printer.result(
        [...result.packages.map((row) => describeRow(row, out, result.replaced)), ...uploadText(result.packages)].join(
          '\n',
        ),
      );
      printer.result(WORDS.otherLms(relative(process.cwd(), join(out, INDEX_NAME))));
    }
  }
  return exitCodeOf(result.diagnostics, strict);
}

function readCache(raw: RawOptions): { readonly cache?: string | false } {
  if (raw.cache === false) return { cache: false };
  return raw.cacheDir === undefined ? {} : { cache: raw.cacheDir };
}

/** Targets bring readers of zip and XML with them, which a run with nothing to do has no need of. */
async function checkTarget(name: string | undefined): Promise<void> {
  if (name === undefined) return;
  const { targetNames } = await import('../../targets/targets.ts');
  if (targetNames.includes(name)) return;
  throw new UsageError(withNearest(WORDS.badTarget(name), name, targetNames));
}

/** 1,234,567 bytes as `1.2 MB`; below a megabyte in KB. */
function formatSize(bytes: number): string {
  return bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} KB`;
}

/** 4000 as `4,000`, without the tables of languages that cost more to load than all the rest of a run with nothing to do. */
function groupThousands(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

function describeCodes({ categories, wanted, codes, bytes, budget }: NonNullable<PackageIndexRow['codes']>): string {
  const size = `${formatSize(bytes)} of ${formatSize(budget)}`;
  const known = `codes around typed answers: ${groupThousands(codes)} in ${categories} of ${wanted} categories, ${size}`;
  return categories < wanted && bytes < budget / 2 ? `${known}; ${WORDS.lockForCodes}` : known;
}

function describeRow(row: PackageIndexRow, out: string, replaced: readonly ReplacedPackage[]): string {
  const path = relative(process.cwd(), join(out, row.file)) || row.file;
  return [
    `${row.title}`,
    `  ${path}  ${formatSize(row.bytes)}`,
    `  ${row.pages} pages, ${row.questions} questions, version ${row.version}`,
    `  saved state at worst: ${groupThousands(row.worstCase)} of ${groupThousands(row.stateLimit)} characters`,
    ...(row.codes === undefined ? [] : [`  ${describeCodes(row.codes)}`]),
    ...(row.lookUps ?? []).map(
      ({ exam, codes, bytes }) => `  codes to look up in ${exam}: ${groupThousands(codes)}, ${formatSize(bytes)}`,
    ),
    `  sha256 ${row.sha256}`,
    ...replaced.filter(({ file }) => file === row.file).map(({ manifest }) => `  ${WORDS.replaced[manifest]}`),
    ...row.answerSheet
      .filter(({ file }) => file.endsWith('.html'))
      .map(({ file }) => `  ${WORDS.answerSheet(join(dirname(path), file))}`),
    '',
  ].join('\n');
}
