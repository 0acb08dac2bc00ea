/**
 * `npm run bench`: measures the built command on generated workspaces, beside what its libraries alone would need, in one run.
 * Prints tables; never a test. Ratios can be compared between machines, seconds cannot.
 */
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { acceptsOption } from './accepts-option.ts';
import { FLOORS, SUMMED } from './floors/floors.ts';
import { readPackages } from './floors/read-packages.ts';
import { generateWorkspace, lessonPath } from './generate-workspace.ts';
import { markdownTable } from './markdown-table.ts';
import { BENCH, COMMAND, leastOf, measureNode, ROOT, repeat, type Usage } from './measure.ts';
import { type MeasuredFloors, measureFloors } from './measure-floors.ts';
import { measureHugo } from './measure-hugo.ts';
import { measureExam, measureFirstPages } from './measure-player.ts';

const { values } = parseArgs({
  options: {
    /** Also 10,000 lessons; takes minutes and 1 GB of disk. */
    large: { type: 'boolean', default: false },
    /** Also into RESULTS.md. */
    write: { type: 'boolean', default: false },
    /** How often each figure is taken. */
    repeat: { type: 'string', default: '3' },
    /** Only the rows of the player, which count and do not time: a minute. */
    player: { type: 'boolean', default: false },
    /** Another build of the command, to compare two. */
    command: { type: 'string', default: COMMAND },
  },
});
const times = Number(values.repeat);
const command = resolve(values.command);
const scratch = mkdtempSync(join(tmpdir(), 'coursewright-bench-'));

/** A row of the goals: what, measured, beside what, goal. */
type Row = readonly [what: string, measured: string, goal: string];

const seconds = (value: number) => `${value.toFixed(2)} s`;
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
const ratio = (value: number) => value.toFixed(2);
const numbers = (value: number) => value.toLocaleString('en-US');

/** A build into a folder that is new, so that it is cold. */
function build(workspace: string, out: string, more: readonly string[] = []): Usage {
  rmSync(out, { recursive: true, force: true });
  return measureNode([command, 'build', '--workspace', workspace, '--out', out, ...more]);
}

function makeWorkspace(name: string, courses: number): string {
  const folder = join(scratch, name);
  generateWorkspace(folder, courses);
  return folder;
}

function startRows(blank: Usage): readonly Row[] {
  const version = leastOf(repeat(times * 3, () => measureNode([command, '--version'])));
  const small = join(ROOT, 'tests', 'fixtures', 'valid', 'minimal');
  const smallBuild = leastOf(repeat(times, () => build(small, join(scratch, 'small'), cold)));
  return [
    ['`node -e 0`', seconds(blank.cpu), ''],
    ['`--version` / `node -e 0`', ratio(version.cpu / blank.cpu), '<= 1.15'],
    ['a build of two lessons / `node -e 0`', ratio(smallBuild.cpu / blank.cpu), ''],
  ];
}

/** Options of a build that must not find anything of an earlier one. */
const hasCache = acceptsOption(command, '--cache-dir');
const cold = hasCache ? ['--no-cache'] : [];

/** The command trusts what the disk says of a file only once the file has been left alone for three seconds. */
const SETTLING_MS = 4000;

/** Runs again after a run that changed nothing and a pause, so that every file has settled. */
async function measureUnchanged(workspace: string, out: string, cached: readonly string[]): Promise<Usage> {
  const again = () => measureNode([command, 'build', '--workspace', workspace, '--out', out, ...cached]);
  await setTimeout(SETTLING_MS);
  again();
  return leastOf(repeat(times, again));
}

async function incrementalRows(
  workspaces: { readonly large: string; readonly one: string },
  coldBuild: Usage,
  blank: Usage,
): Promise<readonly Row[]> {
  if (!hasCache) return [];
  const workspace = workspaces.large;
  const out = join(scratch, 'incremental');
  const cached = ['--cache-dir', join(scratch, 'cache')];
  build(workspace, out, cached);
  const warm = leastOf(repeat(times, () => build(workspace, out, cached)));
  const same = await measureUnchanged(workspace, out, cached);
  const oneOut = join(scratch, 'incremental-one');
  const oneCached = ['--cache-dir', join(scratch, 'cache-one')];
  build(workspaces.one, oneOut, oneCached);
  const sameOne = await measureUnchanged(workspaces.one, oneOut, oneCached);
  const copy = join(scratch, 'edited');
  cpSync(workspace, copy, { recursive: true });
  const edited = leastOf(
    repeat(times, () => {
      appendFileSync(join(copy, lessonPath('course-001', 3)), '\nOne more sentence at the end.\n');
      return measureNode([command, 'build', '--workspace', copy, '--out', out, ...cached]);
    }),
  );
  return [
    ['1k, warm cache, no packages yet', seconds(warm.cpu), ''],
    ['1k, warm / cold', ratio(warm.cpu / coldBuild.cpu), ''],
    ['1k, nothing changed / `node -e 0`', ratio(same.cpu / blank.cpu), '<= 1.7'],
    ['one real course, nothing changed / `node -e 0`', ratio(sameOne.cpu / blank.cpu), '<= 1.7'],
    ['1k, one lesson changed / cold', ratio(edited.cpu / coldBuild.cpu), '<= 0.35'],
  ];
}

function growthRows(small: Usage, hugoSmall: number | undefined): readonly Row[] {
  if (!values.large) return [];
  const workspace = makeWorkspace('10k', 500);
  const large = build(workspace, join(scratch, 'out-10k'), cold);
  const hugo = hugoSmall === undefined ? undefined : measureHugo(workspace, scratch);
  return [
    ['10k, cold build', `${seconds(large.cpu)}, ${megabytes(large.memory)}`, ''],
    ['CPU per lesson, 10k / 1k', ratio(large.cpu / 10 / small.cpu), '<= 1.1'],
    ['peak memory, 10k / 1k', ratio(large.memory / small.memory), '<= 2.5'],
    ...(hugo === undefined ? [] : ([['10k / (hugo + zip)', ratio(large.cpu / hugo), '<= 0.8']] as const)),
  ];
}

async function playerRows(packages: string): Promise<readonly Row[]> {
  const [files] = await readPackages(packages);
  if (files === undefined) throw new Error('nothing was built');
  const { title, activity } = measureFirstPages(files);
  const exam = await measureExam(files);
  return [
    ['title page: script + style, gzip', kilobytes(title.gzipBytes), ''],
    ['title page and first lesson: script + style, gzip', kilobytes(activity.gzipBytes), '<= 60 KB'],
    ['title page and first lesson: requests', String(activity.names.length), '<= 15'],
    ['exam of 100: saved state', `${numbers(exam.stateCharacters)} characters`, '<= 1,000'],
    ['exam of 100: LMS calls in all', numbers(exam.calls), '<= 1,400'],
    ['exam of 100: LMS calls before submit', numbers(exam.callsBeforeSubmit), '<= 400'],
    ['exam of 100: commits', numbers(exam.commits), '<= 1 per 10 s, and submit'],
  ];
}

function floorTable({ each, sum }: MeasuredFloors): string {
  const cells = (name: string) => [FLOORS[name]?.name ?? name, seconds(each.get(name) ?? 0)];
  const isSummed = (name: string) => SUMMED.some((one) => one === name);
  return markdownTable(
    ['floor, 1k', 'CPU'],
    [
      ...SUMMED.map(cells),
      ['**sum**', seconds(sum)],
      ...[...each.keys()]
        .filter((name) => !isSummed(name))
        .map((name) => [`beside the sum: ${cells(name)[0]}`, cells(name)[1] ?? '']),
    ],
  );
}

/** One course has the packages that 50 have fifty times. */
async function runPlayer(): Promise<string> {
  const out = join(scratch, 'out-one');
  build(makeWorkspace('one', 1), out, cold);
  return `${markdownTable(['what', 'measured', 'goal'], await playerRows(out))}\n`;
}

async function run(): Promise<string> {
  const workspace = makeWorkspace('1k', 50);
  const oneCourse = makeWorkspace('one', 1);
  const out = join(scratch, 'out-1k');
  // One after the other and again, so that a slow moment of the machine meets all of them.
  const blank = leastOf(repeat(times * 3, () => measureNode(['-e', '0'])));
  const full = leastOf(repeat(times, () => build(workspace, out, cold)));
  const checked = leastOf(repeat(times, () => measureNode([command, 'check', '--workspace', workspace])));
  const zips = Array.from({ length: 50 }, (_, index) => join(out, `course-${String(index + 1).padStart(3, '0')}.zip`));
  const verified = leastOf(repeat(times, () => measureNode([command, 'verify', ...zips])));
  const floors = measureFloors({ workspace, packages: out }, times);
  const hugo = measureHugo(workspace, scratch);
  const course = leastOf(repeat(times, () => build(oneCourse, join(scratch, 'out-one'), cold)));
  const verifyShare = verified.cpu - blank.cpu;
  const rows: readonly Row[] = [
    ['1k, cold build', `${seconds(full.cpu)}, ${megabytes(full.memory)}`, ''],
    ['1k, cold build / sum of floors', ratio(full.cpu / floors.sum), ''],
    ['1k, cold build without verifying / sum of floors', ratio((full.cpu - verifyShare) / floors.sum), '<= 1.5'],
    ['1k, `verify` of every package', seconds(verified.cpu), ''],
    ['1k, `verify` / its floor', ratio(verifyShare / (floors.each.get('verify') ?? 1)), ''],
    ['1k, `check`', seconds(checked.cpu), ''],
    ...(hugo === undefined ? [] : ([['1k / (hugo + zip)', ratio(full.cpu / hugo), '<= 1.2']] as const)),
    ['one real course, cold, whole process', `${seconds(course.cpu)}, ${megabytes(course.memory)}`, '<= 1 s'],
    ...(await incrementalRows({ large: workspace, one: oneCourse }, full, blank)),
    ...startRows(blank),
    ...growthRows(full, hugo),
    ...(await playerRows(out)),
  ];
  const [processor] = cpus();
  return [
    `Node ${process.version}, ${processor?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores; least of ${times} runs.`,
    ...(hugo === undefined ? ['hugo or zip is not installed: no rows beside them.'] : []),
    '',
    markdownTable(['what', 'measured', 'goal'], rows),
    '',
    floorTable(floors),
    '',
  ].join('\n');
}

const HOW = `# Benchmark

CPU seconds are user and system time of the whole process. Compare ratios, never seconds of two machines or two runs.
"1k" is 50 courses of 20 lessons, 200 questions and 10 images of 50 KB, "10k" is 500 of them, made from a seed.
A floor is the least that a stage cannot do without, done by its library alone in a process of its own, start not counted.

Repeat it with \`npm run bench\`; \`-- --large\` adds 10k (minutes), \`-- --write\` renews this file, \`-- --repeat 5\` takes the least
of five, \`-- --command <cli.js>\` measures another build of the command, \`-- --player\` gives only the rows of first pages and exams.

`;

mkdirSync(scratch, { recursive: true });
try {
  const report = values.player ? await runPlayer() : await run();
  process.stdout.write(report);
  if (values.write && !values.player) writeFileSync(join(BENCH, 'RESULTS.md'), HOW + report);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
