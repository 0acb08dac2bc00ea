#!/usr/bin/env node
/** The command's entry. Answers `--version` without loading anything else; every failure that is ours ends in CW9999. */
import { toolVersion } from '../tool-files.ts';

// Whoever reads us may stop early, as in `coursewright build | head`: the work goes on, what is left to say is for nobody.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Windows says EOF where others say EPIPE.
    if (error.code !== 'EPIPE' && error.code !== 'EOF') throw error;
  });
}

const [first] = process.argv.slice(2);
if (first === '--version' || first === '-V') {
  process.stdout.write(`${toolVersion()}\n`);
} else {
  const { runCommand } = await import('./run-command.ts');
  process.exitCode = await runCommand(process.argv.slice(2));
}
