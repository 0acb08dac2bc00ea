/** What `coursewright doctor` finds, and that it leaves everything as it was. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { examineNode } from '../../src/cli/doctor/examine-computer.ts';
import { Report } from '../../src/diagnostics/report.ts';
import { makeProject, ROOT, runCoursewright } from './run-coursewright.ts';

interface DoctorReport {
  readonly findings: readonly { readonly name: string; readonly status: string; readonly says: string }[];
  readonly diagnostics: readonly { readonly code: string; readonly severity: string; readonly hint: string }[];
}

function examine(folder: string, args: readonly string[] = []) {
  const { exitCode, stdout } = runCoursewright(folder, ['doctor', '--format', 'json', ...args]);
  const report: DoctorReport = JSON.parse(stdout);
  return {
    exitCode,
    codes: report.diagnostics.map(({ code }) => code),
    hints: report.diagnostics.map(({ hint }) => hint),
    statusOf: (name: string) => report.findings.find((finding) => finding.name === name)?.status,
  };
}

/** A project whose schemas are those of this version. */
function makeSoundProject(): string {
  const folder = makeProject('minimal');
  runCoursewright(folder, ['schemas']);
  return folder;
}

describe('coursewright doctor', () => {
  it('finds nothing to mend in a sound project, and writes nothing', () => {
    const folder = makeSoundProject();
    const before = readdirSync(folder, { recursive: true });
    const { exitCode, codes, statusOf } = examine(folder, ['--strict']);
    expect(codes).toEqual([]);
    expect(exitCode).toBe(0);
    for (const name of ['node', 'tool', 'workspace', 'schemas', 'out']) expect(statusOf(name)).toBe('ok');
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });

  it('gives people a line for each thing, and a sentence for what to mend', () => {
    const folder = makeSoundProject();
    rmSync(join(folder, 'course-source', '.schemas', 'bank.json'));
    const { stdout, stderr, exitCode } = runCoursewright(folder, ['doctor']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^ok {4}Node\.js /m);
    expect(stdout).toMatch(/^mend {2}schemas for editors$/m);
    expect(stderr).toMatch(/^warning CW9034: .*\.schemas\/bank\.json$/m);
    expect(stderr).toContain('hint: run "coursewright schemas"');
  });

  it('notices schemas of another version', () => {
    const folder = makeSoundProject();
    writeFileSync(join(folder, 'course-source', '.schemas', 'course.json'), '{}');
    const { codes, exitCode } = examine(folder);
    expect(codes).toEqual(['CW9034']);
    expect(exitCode).toBe(0);
    expect(examine(folder, ['--strict']).exitCode).toBe(1);
    runCoursewright(folder, ['schemas']);
    expect(examine(folder).codes).toEqual([]);
  });

  it('sends the author of a broken course to check', () => {
    const folder = makeSoundProject();
    rmSync(join(folder, 'course-source', 'first-course', 'course.yaml'));
    const { codes, hints, exitCode, statusOf } = examine(folder);
    expect(codes).toContain('CW9033');
    expect(hints.join()).toContain('coursewright check');
    expect(statusOf('workspace')).toBe('mend');
    expect(exitCode).toBe(1);
  });

  it('says where to go from a folder without a workspace', () => {
    const folder = mkdtempSync(join(tmpdir(), 'coursewright-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const { codes, hints, exitCode } = examine(folder);
    expect(codes).toEqual(['CW9032']);
    expect(hints.join()).toContain('coursewright init');
    expect(exitCode).toBe(0);
    expect(examine(folder, ['--workspace', 'nowhere']).codes).toEqual(['CW9032']);
  });

  it('notes an edition that has ended or is still to come, and asks for nothing', () => {
    const folder = makeSoundProject();
    const during = examine(folder, ['--as-of', '2026-01-15']);
    expect(during.statusOf('edition')).toBe('ok');
    for (const day of ['2026-11-22', '2024-01-01']) {
      const { statusOf, exitCode } = examine(folder, ['--as-of', day]);
      expect(statusOf('edition')).toBe('note');
      expect(exitCode).toBe(0);
    }
  });

  it('tries whether packages can be written', () => {
    const folder = makeSoundProject();
    writeFileSync(join(folder, 'dist'), 'a file');
    const { codes, exitCode, statusOf } = examine(folder);
    expect(codes).toEqual(['CW9035']);
    expect(statusOf('out')).toBe('mend');
    expect(exitCode).toBe(1);
    expect(examine(folder, ['--out', 'other/place']).codes).toEqual([]);
  });

  it('notices that a part of the tool is missing', () => {
    const tool = mkdtempSync(join(tmpdir(), 'coursewright-tool-'));
    onTestFinished(() => rmSync(tool, { recursive: true, force: true }));
    for (const part of ['package.json', 'lib', 'templates'])
      cpSync(join(ROOT, part), join(tool, part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(tool, 'node_modules'), 'junction');
    const folder = makeSoundProject();
    const run = () =>
      spawnSync(process.execPath, [join(tool, 'lib', 'cli.js'), 'doctor'], {
        cwd: folder,
        encoding: 'utf8',
        input: '',
      });
    expect(run().status).toBe(0);
    rmSync(join(tool, 'lib', 'player'), { recursive: true });
    const { status, stdout, stderr } = run();
    expect(stdout).toMatch(/^mend {2}Coursewright /m);
    expect(stderr).toContain('error CW9031');
    expect(status).toBe(1);
  });

  it.each([
    ['20.19.0', false],
    ['20.18.3', true],
    ['18.20.4', true],
    ['22.0.0', false],
    ['100.1.0', false],
  ])('judges Node.js %s', (version, isTooOld) => {
    const report = new Report();
    expect(examineNode(version, '20.19', report).status).toBe(isTooOld ? 'mend' : 'ok');
    expect(report.sorted().map(({ code }) => code)).toEqual(isTooOld ? ['CW9030'] : []);
  });
});
