/** `coursewright init`: a new workspace with a small course that builds, and what its author types next. */
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { workspaceInWorkspace } from '../../diagnostics/catalog/command.ts';
import { Report } from '../../diagnostics/report.ts';
import { SourcePlaces } from '../../diagnostics/source-places.ts';
import { isCheckout } from '../../tool-files.ts';
import { toolVersion } from '../../tool-version.ts';
import { fillStarter } from '../new-workspace/fill-starter.ts';
import { type Answers, type InitOptions, readAnswers } from '../new-workspace/read-answers.ts';
import { readStarter } from '../new-workspace/read-starter.ts';
import { hasTerminal, withTerminal } from '../new-workspace/terminal.ts';
import { writeWorkspace } from '../new-workspace/write-workspace.ts';
import { exitCodeOf, type RawOptions, readPrinter } from '../options.ts';
import { WORDS } from '../words.ts';

export async function runInit(folder: string | undefined, raw: RawOptions & InitOptions): Promise<number> {
  const printer = await readPrinter(raw, undefined);
  const answers =
    raw.yes !== true && hasTerminal()
      ? await withTerminal((interviewer) => readAnswers(folder, raw, interviewer))
      : await readAnswers(folder, raw, undefined);
  const target = resolve(answers.folder);
  const shown = target === process.cwd() ? WORDS.init.here : answers.folder;
  const files = fillStarter(readStarter(answers.starter.name), answers, toolVersion());
  const report = new Report();
  const outer = findOuterWorkspace(target);
  const made = outer === undefined && writeWorkspace(target, shown, files, report);
  if (outer !== undefined) report.add(workspaceInWorkspace, undefined, { folder: shown, outer });
  printer.problems(report.sorted(), SourcePlaces.none, {
    ...(made ? { folder: target, starter: answers.starter.name, course: answers.course } : {}),
    files: made ? [...files.keys()].sort() : [],
  });
  if (made && printer.isText) printer.result(describeNext(answers, target));
  return exitCodeOf(report.sorted(), false);
}

/** The nearest folder above that is a workspace. */
function findOuterWorkspace(folder: string): string | undefined {
  const above = dirname(folder);
  if (above === folder) return undefined;
  return existsSync(join(above, 'coursewright.yaml')) ? above : findOuterWorkspace(above);
}

function describeNext(answers: Answers, target: string): string {
  const { init } = WORDS;
  const path = relative(process.cwd(), target);
  // PowerShell runs no npx.ps1 where scripts are switched off, as they are by default.
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
  const commands = (isCheckout() ? commandsFromCheckout : commandsFromInstallation)(path).map((command) =>
    command.startsWith('coursewright') ? `${npx} ${command}` : command,
  );
  return [
    init.made(answers.title, path === '' ? init.here : path),
    '',
    ...commands.map((command) => `  ${command}`),
    '',
    init.commands,
  ].join('\n');
}

/** Three commands that work in the new folder, where the package can be installed. */
function commandsFromInstallation(path: string): readonly string[] {
  const first = path === '' ? 'coursewright check' : `cd ${quotePath(path)}`;
  return [first, 'coursewright dev', 'coursewright build'];
}

/** In a clone the command is found in the clone alone: three commands that work from here. */
function commandsFromCheckout(path: string): readonly string[] {
  const folder = quotePath(path === '' ? '.' : path);
  const out = quotePath(path === '' ? 'dist' : `${path}/dist`);
  return [
    `coursewright check --workspace ${folder}`,
    `coursewright dev --workspace ${folder}`,
    `coursewright build --workspace ${folder} --out ${out}`,
  ];
}

/** In single quotes, as POSIX shells and PowerShell read them, where a name is not plain. */
function quotePath(path: string): string {
  if (path.startsWith('-')) return quotePath(`./${path}`);
  if (/^[\w./\\:-]+$/.test(path)) return path;
  return process.platform === 'win32' ? `'${path.replaceAll("'", "''")}'` : `'${path.replaceAll("'", `'\\''`)}'`;
}
