#!/usr/bin/env node
/** The command's entry. Answers `--version` without loading anything else; every failure that is ours ends in CW9999. */
import { writeSync } from 'node:fs';
import { toolVersion } from '../tool-version.ts';

/** Whoever reads us may stop early, as in `coursewright build | head`: the work goes on, what is left to say is for nobody. */
function isClosedPipe({ code }: NodeJS.ErrnoException): boolean {
  // Windows says EOF where others say EPIPE.
  return code === 'EPIPE' || code === 'EOF';
}

/** Past `process.stdout`: to make that stream costs more than all the rest of the answer. */
function printVersion(): void {
  try {
    writeSync(1, `${toolVersion()}\n`);
  } catch (error) {
    if (!(error instanceof Error && isClosedPipe(error))) throw error;
  }
}

const [first] = process.argv.slice(2);
if (first === '--version' || first === '-V') {
  printVersion();
} else {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (!isClosedPipe(error)) throw error;
    });
  }
  const { runCommand } = await import('./run-command.ts');
  process.exitCode = await runCommand(process.argv.slice(2));
}
