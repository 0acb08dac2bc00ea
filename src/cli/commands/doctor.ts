/** `coursewright doctor`: looks this computer and this folder over, and says what to mend. */
import { resolve } from 'node:path';
import { Report } from '../../diagnostics/report.ts';
import { SourcePlaces } from '../../diagnostics/source-places.ts';
import { examineComputer } from '../doctor/examine-computer.ts';
import { examineOutFolder, examineWorkspace } from '../doctor/examine-workspace.ts';
import { findWorkspace } from '../find-workspace.ts';
import { exitCodeOf, type RawOptions, readAsOf, readPrinter } from '../options.ts';
import { WORDS } from '../words.ts';

export async function runDoctor(raw: RawOptions): Promise<number> {
  const current = process.cwd();
  const workspace = findWorkspace(raw.workspace, current);
  const printer = await readPrinter(raw, workspace);
  const report = new Report();
  const findings = [
    ...examineComputer(report),
    ...examineWorkspace(workspace, current, readAsOf(raw.asOf, new Date()), report),
    examineOutFolder(resolve(raw.out ?? 'dist'), current, report),
  ];
  const problems = report.sorted();
  if (printer.isText) {
    const { marks, allWell } = WORDS.doctor;
    printer.result(findings.map(({ status, says }) => `${marks[status].padEnd(4)}  ${says}`).join('\n'));
    printer.say('');
    if (problems.length === 0) printer.say(allWell);
  }
  printer.problems(problems, SourcePlaces.none, { findings });
  return exitCodeOf(problems, raw.strict ?? false);
}
