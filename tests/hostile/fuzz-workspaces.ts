/**
 * Breaks valid workspaces at random and builds them: only diagnostics or verified packages may come out. Run alone it takes
 * `--count`, `--seed` and `--only` (one case); a test runs a few hundred cases.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type BuildResult, buildCourses, verifyZip } from '../../src/api.ts';
import { CATALOG } from '../../src/diagnostics/catalog/catalog.ts';
import type { Diagnostic, Span } from '../../src/diagnostics/diagnostic.ts';
import { formatGithub } from '../../src/diagnostics/formats/github.ts';
import { toJsonDiagnostics } from '../../src/diagnostics/formats/json.ts';
import { formatSarif } from '../../src/diagnostics/formats/sarif.ts';
import { formatText } from '../../src/diagnostics/formats/text.ts';
import type { SourcePlaces } from '../../src/diagnostics/source-places.ts';
import { type Entry, mutateWorkspace, type Workspace } from './mutate-workspace.ts';
import { sourceOfCase } from './seeded-source.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const AS_OF = '2026-11-22';

export interface FuzzFailure {
  readonly index: number;
  readonly base: string;
  readonly changes: readonly string[];
  readonly problems: readonly string[];
}

export interface FuzzCounts {
  readonly built: number;
  readonly refused: number;
  /** How often each code was reported. */
  readonly codes: ReadonlyMap<string, number>;
}

export interface FuzzRun {
  readonly failures: readonly FuzzFailure[];
  readonly counts: FuzzCounts;
}

interface Base {
  readonly name: string;
  readonly files: Workspace;
}

/** What the workspaces look like before they are broken. */
function loadBases(): readonly Base[] {
  const minimal = readTree('tests/fixtures/valid/minimal');
  const templates = new Map<string, Entry>(minimal);
  const config = new TextDecoder().decode(bytesOf(minimal.get('coursewright.yaml')));
  templates.set('coursewright.yaml', new TextEncoder().encode(`${config}\ntemplates: templates\n`));
  for (const part of ['pages', 'partials'])
    for (const [path, entry] of readTree(`templates/${part}`)) templates.set(`templates/${part}/${path}`, entry);
  const sample = new Map([...readTree('course-source')].filter(([path]) => !/^(ccs|cpc)-exam-prep\//.test(path)));
  sample.set(
    'coursewright.yaml',
    new TextEncoder().encode(
      new TextDecoder().decode(bytesOf(sample.get('coursewright.yaml'))).replace(/^ +- (ccs|cpc)-exam-prep\n/gm, ''),
    ),
  );
  return [
    { name: 'minimal', files: minimal },
    ...['everything', 'answers', 'coded', 'exams', 'spanish'].map((name) => ({
      name,
      files: readTree(`tests/fixtures/valid/${name}`),
    })),
    { name: 'templates', files: templates },
    { name: 'sample', files: sample },
  ];
}

function bytesOf(entry: Entry | undefined): Uint8Array {
  return entry instanceof Uint8Array ? entry : new Uint8Array();
}

function readTree(folder: string): Workspace {
  const root = join(ROOT, folder);
  return new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path): [string, Entry] => [path.slice(root.length + 1).replaceAll('\\', '/'), readFileSync(path)])
      .filter(([path]) => !path.startsWith('.'))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Writes what the disk takes: a file and a folder of one name cannot both be. */
function writeTree(folder: string, files: Workspace): void {
  mkdirSync(folder, { recursive: true });
  for (const [path, entry] of files) {
    const place = join(folder, path);
    try {
      mkdirSync(dirname(place), { recursive: true });
      if (entry instanceof Uint8Array) writeFileSync(place, entry);
      else if (!existsSync(place)) symlinkSync(entry.link, place);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
    }
  }
}

export interface FuzzOptions {
  readonly seed: number;
  readonly count: number;
  /** The first case; 0 if absent. */
  readonly from?: number;
  /** Keeps the folders of failed cases, and says what is going on. */
  readonly say?: (text: string) => void;
}

export async function fuzzWorkspaces({ seed, count, from = 0, say }: FuzzOptions): Promise<FuzzRun> {
  const bases = loadBases();
  const failures: FuzzFailure[] = [];
  const codes = new Map<string, number>();
  let built = 0;
  let refused = 0;
  for (let index = from; index < from + count; index++) {
    const source = sourceOfCase(seed, index);
    const base = source.pick(bases);
    const { files, what } = mutateWorkspace(base.files, source);
    const folder = mkdtempSync(join(tmpdir(), 'coursewright-fuzz-'));
    const start = performance.now();
    const { problems, result } = await runCase(folder, files);
    const took = performance.now() - start;
    if (took > 2000) say?.(`case ${index} took ${Math.round(took)} ms: ${what.join('; ')}`);
    for (const { code } of result?.diagnostics ?? []) codes.set(code, (codes.get(code) ?? 0) + 1);
    if ((result?.packages.length ?? 0) > 0) built++;
    else refused++;
    if (problems.length > 0) failures.push({ index, base: base.name, changes: what, problems });
    if (problems.length > 0) say?.(describeFailure({ index, base: base.name, changes: what, problems }, seed, folder));
    if (problems.length === 0 || say === undefined) rmSync(folder, { recursive: true, force: true });
    if ((index + 1) % 250 === 0) say?.(`${index + 1 - from} of ${count} cases, ${failures.length} failures`);
  }
  return { failures, counts: { built, refused, codes } };
}

export function describeFailure(failure: FuzzFailure, seed: number, folder = ''): string {
  return [
    `case ${failure.index} of seed ${seed}, from "${failure.base}" ${folder}`,
    ...failure.changes.map((change) => `  did ${change}`),
    ...failure.problems.map((problem) => `  => ${problem}`),
  ].join('\n');
}

async function runCase(
  folder: string,
  files: Workspace,
): Promise<{ readonly problems: readonly string[]; readonly result: BuildResult | undefined }> {
  const workspace = join(folder, 'workspace');
  const out = join(folder, 'out');
  writeTree(workspace, files);
  try {
    const result = await buildCourses({ workspace, out, asOf: AS_OF });
    const problems = [
      ...result.diagnostics.flatMap((d) => checkDiagnostic(d, result.places, folder)),
      ...checkFormats(result),
      ...(await checkOutput(result, out)),
    ];
    return { problems: [...new Set(problems)].slice(0, 10), result };
  } catch (error) {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { problems: [`threw ${words.split('\n').slice(0, 6).join(' | ')}`], result: undefined };
  }
}

function checkDiagnostic(diagnostic: Diagnostic, places: SourcePlaces, folder: string): readonly string[] {
  const { code, message, hint = '', span, related = [] } = diagnostic;
  const problems: string[] = [];
  const words = [message, hint, ...related.map((other) => other.message)].join('\n');
  if (!CATALOG.has(code)) problems.push(`${code} is not in the catalog`);
  if (/\bundefined\b|\[object|\bNaN\b|\bInfinity\b|function \(|=> \{/.test(words))
    problems.push(`${code} says: ${words}`);
  if (words.includes(folder)) problems.push(`${code} names the machine's folder: ${words}`);
  if (message.trim() === '' || message.length > 2000) problems.push(`${code} says ${message.length} characters`);
  for (const place of [span, ...related.map((other) => other.span)])
    if (place !== undefined && !isInside(place, places))
      problems.push(`${code} lies outside: ${JSON.stringify(place)}`);
  return problems;
}

const lengths = new WeakMap<object, number>();

function isInside({ file, start, end }: Span, places: SourcePlaces): boolean {
  const lines = places.linesOf(file);
  if (lines === undefined) return false;
  let length = lengths.get(lines);
  if (length === undefined) {
    length = -1;
    for (let line = 1; line <= lines.lineCount; line++) length += lines.lineText(line).length + 1;
    lengths.set(lines, length);
  }
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= length;
}

/** Every form of printing must bear every diagnostic. */
function checkFormats({ diagnostics, places }: BuildResult): readonly string[] {
  const text = formatText(diagnostics, places);
  formatGithub(diagnostics, places, '');
  toJsonDiagnostics(diagnostics, places, () => '');
  formatSarif(diagnostics, places, { rules: CATALOG, toolVersion: '0.0.0', prefix: '' });
  return /[\p{Cc}\u2028\u2029]/u.test(text.replaceAll('\n', '')) ? ['control characters are printed'] : [];
}

async function checkOutput(result: BuildResult, out: string): Promise<readonly string[]> {
  const written = existsSync(out) ? readdirSync(out) : [];
  if (result.diagnostics.some((d) => d.severity === 'error')) {
    if (result.packages.length > 0) return ['packages in spite of an error'];
    return written.length > 0 ? [`files in spite of an error: ${written.join(', ')}`] : [];
  }
  if (result.packages.length === 0) return ['neither an error nor a package'];
  const stored = result.packages.flatMap((row) => [row, ...row.answerSheet]);
  const expected = [...stored.map((row) => row.file), 'SHA256SUMS', 'index.json'].sort();
  if (written.sort().join() !== expected.join()) return [`wrote ${written.join(', ')}`];
  const problems: string[] = [];
  for (const { file, sha256 } of stored) {
    const bytes = readFileSync(join(out, file));
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) problems.push(`${file} has another hash`);
    if (!file.endsWith('.zip')) continue;
    const found = (await verifyZip(file, bytes)).filter((d) => d.severity === 'error');
    problems.push(...found.map((d) => `${file}: ${d.code} ${d.message}`));
  }
  return problems;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      count: { type: 'string' },
      seed: { type: 'string' },
      from: { type: 'string' },
      only: { type: 'string' },
    },
  });
  const seed = Number(values.seed ?? '1');
  const from = Number(values.only ?? values.from ?? '0');
  const count = values.only === undefined ? Number(values.count ?? '1000') : 1;
  const say = (text: string): void => console.error(text);
  say(`seed ${seed}, ${count} cases from ${from}`);
  const { failures, counts } = await fuzzWorkspaces({ seed, count, from, say });
  const codes = [...counts.codes].sort().map(([code, times]) => `${code} ${times}`);
  say(`${counts.built} built, ${counts.refused} refused with ${codes.length} codes: ${codes.join(', ')}`);
  say(`${failures.length} failures`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
