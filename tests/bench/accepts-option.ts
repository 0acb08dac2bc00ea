/** Tells whether `build` of a command knows an option, so that the benchmark also measures builds that lack it. */
import { spawnSync } from 'node:child_process';

export function acceptsOption(command: string, option: string): boolean {
  return spawnSync(process.execPath, [command, 'build', '--help'], { encoding: 'utf8' }).stdout.includes(option);
}
