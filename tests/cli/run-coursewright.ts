/** Runs the built command in a process and a folder of its own, as a person or CI would. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

export interface CommandResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A new folder with a copy of a fixture workspace as `course-source`; removed after the test. */
export function makeProject(fixture: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'coursewright-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(ROOT, 'tests', 'fixtures', 'valid', fixture), join(folder, 'course-source'), { recursive: true });
  return folder;
}

export function runCoursewright(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): CommandResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'lib', 'cli.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    input: '',
  });
  return { exitCode: status, stdout, stderr };
}

/** As `runCoursewright`, but nobody reads what it prints: both pipes are closed before it can write. */
export async function runUnread(folder: string, args: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, [join(ROOT, 'lib', 'cli.js'), ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  child.stderr.destroy();
  const [exitCode]: (number | null)[] = await once(child, 'exit');
  return exitCode ?? null;
}
