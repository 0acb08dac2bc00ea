#!/usr/bin/env node
/** The command's entry. Answers `--version` without loading anything else; every failure that is ours ends in CW9999. */
import { toolVersion } from '../tool-files.ts';

const [first] = process.argv.slice(2);
if (first === '--version' || first === '-V') {
  process.stdout.write(`${toolVersion()}\n`);
} else {
  const { runCommand } = await import('./run-command.ts');
  process.exitCode = await runCommand(process.argv.slice(2));
}
