/** A disk that is full, and an out folder that cannot be written to: plain words, old packages as they were, nothing half. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeProject, ROOT, runCoursewright } from '../cli/run-coursewright.ts';

const BUILD = ['build', '--as-of', '2026-11-22'];

function snapshot(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder)
    .sort()
    .map((name) => [name, readFileSync(join(folder, name)).toString('base64')] as const);
}

function retitle(folder: string): void {
  const path = join(folder, 'course-source', 'first-course', 'course.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('version: 1.0.0', 'version: 1.0.1'));
}

// The shell's limit on the size of files is the full disk that needs no rights.
it.skipIf(process.platform === 'win32')('keeps what was there when the disk takes no more', () => {
  const folder = makeProject('minimal');
  const dist = join(folder, 'dist');
  expect(runCoursewright(folder, BUILD).exitCode).toBe(0);
  const before = snapshot(dist);
  retitle(folder);
  const limited = `ulimit -f 8; exec "$0" "$@"`;
  const { status, stderr } = spawnSync('sh', ['-c', limited, process.execPath, join(ROOT, 'lib', 'cli.js'), ...BUILD], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stderr).toContain('CW6071');
  expect(stderr).not.toMatch(/ {4}at |CW9999/);
  expect(status).toBe(1);
  expect(snapshot(dist)).toEqual(before);
});

describe('a place that cannot be written to', () => {
  it('because it is a file', () => {
    const folder = makeProject('minimal');
    writeFileSync(join(folder, 'dist'), 'mine');
    const { exitCode, stderr } = runCoursewright(folder, BUILD);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('CW6070');
    expect(readFileSync(join(folder, 'dist'), 'utf8')).toBe('mine');
  });

  it.each(['first-course.zip', 'index.json', 'SHA256SUMS'])('because %s is a folder', (name) => {
    const folder = makeProject('minimal');
    mkdirSync(join(folder, 'dist', name, 'inside'), { recursive: true });
    const { exitCode, stderr } = runCoursewright(folder, BUILD);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/CW607[0-9]/);
    expect(stderr).not.toMatch(/ {4}at |CW9999/);
    expect(readdirSync(join(folder, 'dist')).filter((file) => file.startsWith('.'))).toEqual([]);
  });

  it('because its folder is a file', () => {
    const folder = makeProject('minimal');
    writeFileSync(join(folder, 'file'), '');
    const { exitCode, stderr } = runCoursewright(folder, [...BUILD, '--out', 'file/dist']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('CW6070');
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('because its owner said so', () => {
    const folder = makeProject('minimal');
    mkdirSync(join(folder, 'dist'));
    chmodSync(join(folder, 'dist'), 0o500);
    const { exitCode, stderr } = runCoursewright(folder, BUILD);
    chmodSync(join(folder, 'dist'), 0o700);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/CW607[01]/);
    rmSync(join(folder, 'dist'), { recursive: true });
  });
});

it('drops a package from the lists that a killed build left newer than they are, though its size is the same', () => {
  const folder = makeProject('everything');
  const dist = join(folder, 'dist');
  expect(runCoursewright(folder, BUILD).exitCode).toBe(0);
  const zip = readFileSync(join(dist, 'second-course.zip'));
  const sums = (): string => readFileSync(join(dist, 'SHA256SUMS'), 'utf8');
  expect(sums()).toContain('  second-course.zip\n');
  zip[zip.length >> 1] = (zip[zip.length >> 1] ?? 0) ^ 1;
  writeFileSync(join(dist, 'second-course.zip'), zip);
  const course = join(folder, 'course-source', 'all-features', 'course.yaml');
  writeFileSync(course, readFileSync(course, 'utf8').replace(/^version: .*$/m, 'version: 3.0.0'));
  expect(runCoursewright(folder, [...BUILD, 'all-features']).exitCode).toBe(0);
  expect(sums()).toContain('all-features');
  expect(sums()).not.toContain('second-course');
});
