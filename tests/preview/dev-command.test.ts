/** `coursewright dev` as a person or a program starts it: says where it is, and stops by itself. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeProject, ROOT, runCoursewright } from '../cli/run-coursewright.ts';

interface Started {
  readonly child: ChildProcess;
  readonly origin: string;
  readonly ended: Promise<number | null>;
}

async function startDev(folder: string): Promise<Started> {
  const child = spawn(process.execPath, [join(ROOT, 'lib', 'cli.js'), 'dev'], { cwd: folder });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const origin = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (piece) => {
      text += String(piece);
      const found = /Preview: (http:\/\/127\.0\.0\.1:\d+)\/\n/.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it was ready`)));
  });
  return { child, origin, ended };
}

describe('coursewright dev', () => {
  it('serves until its input is closed by who started it', async () => {
    const { child, origin, ended } = await startDev(makeProject('minimal'));
    expect((await fetch(`${origin}/courses/first-course/index.html`)).status).toBe(200);
    // A page that listens must not keep it alive.
    const listening = await fetch(`${origin}/events`);
    child.stdin?.end();
    expect(await ended).toBe(0);
    await listening.body?.cancel().catch(() => undefined);
    await expect(fetch(`${origin}/`)).rejects.toThrow();
  });

  it.each(process.platform === 'win32' ? [] : (['SIGTERM', 'SIGINT'] as const))('stops on %s', async (signal) => {
    const { child, ended } = await startDev(makeProject('minimal'));
    child.kill(signal);
    expect(await ended).toBe(0);
  });

  it('says so when the port is taken', async () => {
    const other = createServer();
    onTestFinished(() => void other.close());
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { exitCode, stderr } = runCoursewright(makeProject('minimal'), ['dev', '--port', String(port)]);
    expect(stderr).toContain(`error CW9040: port ${port} is used by another program`);
    expect(exitCode).toBe(1);
  });

  it('ends at once for a course that is not there, and for a port that is no port', () => {
    const folder = makeProject('minimal');
    const unknown = runCoursewright(folder, ['dev', 'first-corse']);
    expect(unknown.stderr).toContain('CW9001');
    expect(unknown.stderr).toContain('did you mean "first-course"?');
    expect(unknown.stderr).toContain('not built: 1 error\n');
    expect(unknown.exitCode).toBe(1);
    expect(runCoursewright(folder, ['dev', '--port', 'x']).exitCode).toBe(2);
  });
});
