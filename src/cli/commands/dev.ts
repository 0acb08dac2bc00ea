/** `coursewright dev`: serves the preview until it is told to stop, and says after each build what was found. */
import { spawn } from 'node:child_process';
import { fstatSync } from 'node:fs';
import { unknownCourse } from '../../diagnostics/catalog/command.ts';
import { portUnusable } from '../../diagnostics/catalog/preview.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { faultCodeOf } from '../../diagnostics/disk-faults.ts';
import { countProblems } from '../../diagnostics/formats/text.ts';
import { Report } from '../../diagnostics/report.ts';
import { SourcePlaces } from '../../diagnostics/source-places.ts';
import { type Preview, type PreviewOptions, startPreview } from '../../preview/start-preview.ts';
import { type RawOptions, readAsOf, readPrinter, readWorkspaceFolder, UsageError } from '../options.ts';
import type { Printer } from '../printer.ts';
import { WORDS } from '../words.ts';

/** As commander delivers them. */
export interface DevOptions {
  readonly port?: string;
  readonly open?: boolean;
}

export async function runDev(course: string | undefined, raw: RawOptions & DevOptions): Promise<number> {
  const workspace = readWorkspaceFolder(raw.workspace);
  const printer = await readPrinter(raw, workspace);
  const port = readPort(raw.port);
  readAsOf(raw.asOf, new Date());
  const stopped = waitForStop();
  let missing = false;
  const onStep = createTeller(printer, (diagnostics) => {
    missing ||= diagnostics.some(({ code }) => code === unknownCourse.code);
  });
  const preview = await start(printer, {
    workspace,
    courses: course === undefined ? [] : [course],
    asOf: () => readAsOf(raw.asOf, new Date()),
    port,
    onStep,
  });
  if (preview === undefined) return 1;
  if (missing) {
    await preview.close();
    return 1;
  }
  printer.result(WORDS.dev.ready(preview.origin));
  printer.say(WORDS.dev.stop);
  if (raw.open === true) openBrowser(`${preview.origin}/`);
  await stopped;
  await preview.close();
  printer.say(WORDS.dev.stopped);
  return 0;
}

async function start(printer: Printer, options: PreviewOptions): Promise<Preview | undefined> {
  try {
    return await startPreview(options);
  } catch (error) {
    const code = faultCodeOf(error) ?? '';
    if (!/^E(ADDRINUSE|ACCES|ADDRNOTAVAIL)$/.test(code)) throw error;
    const report = new Report();
    const reason = code === 'EADDRINUSE' ? 'taken' : code === 'EACCES' ? 'forbidden' : code;
    report.add(portUnusable, undefined, { port: options.port, reason });
    printer.problems(report.sorted(), SourcePlaces.none);
    return undefined;
  }
}

/** Prints problems when they have changed, not at every save. */
function createTeller(
  printer: Printer,
  look: (diagnostics: readonly Diagnostic[]) => void,
): NonNullable<PreviewOptions['onStep']> {
  let told = '';
  let hasGoodVersion = false;
  return (step, diagnostics, places) => {
    if (step === 'building') return;
    look(diagnostics);
    const now = JSON.stringify(diagnostics);
    if (now !== told && (diagnostics.length > 0 || !printer.isText)) printer.problems(diagnostics, places);
    const hasErrors = diagnostics.some(({ severity }) => severity === 'error');
    const count = countProblems(diagnostics);
    if (step === 'built' || now !== told)
      printer.say(hasErrors ? WORDS.dev.kept(count, hasGoodVersion) : WORDS.dev.built(count));
    told = now;
    hasGoodVersion ||= step === 'built' && !hasErrors;
  };
}

function readPort(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535) throw new UsageError(WORDS.dev.badPort(text));
  return port;
}

/**
 * Resolves on Ctrl+C, on SIGTERM, or when what started us closes our input. An input that is a terminal or a device such as
 * /dev/null (containers, background jobs) says nothing about who started us.
 */
function waitForStop(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => resolve();
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    if (!isPipe()) return;
    process.stdin.once('end', stop).once('close', stop).once('error', stop);
    process.stdin.resume();
    // Listening to it must not keep us alive when something else has stopped us.
    process.stdin.unref();
  });
}

function isPipe(): boolean {
  try {
    const input = fstatSync(0);
    return input.isFIFO() || input.isSocket();
  } catch {
    return false;
  }
}

/** Opening is a convenience: where it fails, the address stands in the terminal. */
function openBrowser(address: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', address]
        : ['xdg-open', address];
  const child = spawn(command ?? '', args, { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}
