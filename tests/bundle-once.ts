/** Runs before all tests: bundles the player and the command, so that tests meet the code as it is now. */
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export function setup(): void {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  execFileSync(process.execPath, ['--import', 'tsx', 'src/bundle/bundle.ts'], { cwd: root, stdio: 'inherit' });
}
