/** The real command: what it prints where, what it writes, and how it ends. */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeProject, ROOT, runCoursewright, runUnread } from './run-coursewright.ts';

const AS_OF = ['--as-of', '2026-11-22'];

/** Appends to the first lesson of the minimal course. @returns the lesson's file name */
function appendToLesson(folder: string, text: string): string {
  const lessons = join(folder, 'course-source', 'first-course', 'lessons');
  const name = readdirSync(lessons).sort()[0] ?? '';
  appendFileSync(join(lessons, name), `\n${text}\n`);
  return name;
}

/** A link to a file that is not there. */
function breakLink(folder: string): string {
  return appendToLesson(folder, 'See the [checklist](no-such-file.pdf).');
}

/** What a build of the minimal workspace leaves. */
const DIST = [
  'SHA256SUMS',
  'first-course-answer-sheet-for-instructors.csv',
  'first-course-answer-sheet-for-instructors.html',
  'first-course.zip',
  'index.json',
];

describe('coursewright build', () => {
  it('writes a verified package, an index and checksums, and says what to tick', () => {
    const folder = makeProject('minimal');
    const result = runCoursewright(folder, ['build', ...AS_OF]);
    expect(result.stderr).not.toMatch(/error/);
    expect(result.exitCode).toBe(0);
    expect(readdirSync(join(folder, 'dist')).sort()).toEqual(DIST);
    const sha256 = createHash('sha256')
      .update(readFileSync(join(folder, 'dist', 'first-course.zip')))
      .digest('hex');
    expect(readFileSync(join(folder, 'dist', 'SHA256SUMS'), 'utf8')).toBe(`${sha256}  first-course.zip\n`);
    expect(result.stdout).toContain(sha256);
    for (const words of ['pages', 'questions', 'saved state at worst', 'version', 'Moodle', 'Canvas']) {
      expect(result.stdout).toContain(words);
    }
  });

  it('gives JSON alone on stdout', () => {
    const folder = makeProject('minimal');
    const result = runCoursewright(folder, ['build', '--format', 'json', ...AS_OF]);
    const report: { packages: { name: string }[]; diagnostics: unknown[] } = JSON.parse(result.stdout);
    expect(report.packages.map((row) => row.name)).toEqual(['first-course']);
    expect(report.diagnostics).toEqual([]);
  });

  it('says whether a package that takes the place of another has its manifest', () => {
    const folder = makeProject('minimal');
    const first = runCoursewright(folder, ['build', ...AS_OF]);
    expect(first.stdout).not.toContain('manifest:');
    const lesson = join(folder, 'course-source', 'first-course', 'lessons', '01-start.md');
    writeFileSync(lesson, readFileSync(lesson, 'utf8').replace('a picture of', 'a drawing of'));
    const edited = runCoursewright(folder, ['build', ...AS_OF]);
    expect(edited.stdout).toContain('  manifest: as in the package before\n');
    expect(runCoursewright(folder, ['build', ...AS_OF]).stdout, 'nothing was replaced').not.toContain('manifest:');
    writeFileSync(join(lesson, '..', '..', 'media', 'new.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    writeFileSync(lesson, `${readFileSync(lesson, 'utf8')}\n![A new picture](new.svg)\n`);
    const added = runCoursewright(folder, ['build', '--format', 'json', ...AS_OF]);
    expect(JSON.parse(added.stdout)).toMatchObject({ replaced: [{ file: 'first-course.zip', manifest: 'changed' }] });
    expect(readFileSync(join(folder, 'dist', 'index.json'), 'utf8')).not.toMatch(/replaced|manifest"/);
    const course = join(folder, 'course-source', 'first-course', 'course.yaml');
    writeFileSync(course, readFileSync(course, 'utf8').replace('title: A first', 'title: The first'));
    const renamed = runCoursewright(folder, ['build', ...AS_OF]);
    expect(renamed.stdout).toMatch(/manifest: changed since the package before .*ILIAS.* CW6229/);
  });

  it('replaces what is no package without a word about its manifest', () => {
    const folder = makeProject('minimal');
    runCoursewright(folder, ['build', ...AS_OF]);
    const zip = join(folder, 'dist', 'first-course.zip');
    const whole = readFileSync(zip);
    for (const damaged of [whole.subarray(0, 5000), Buffer.alloc(0), Buffer.from('junk')]) {
      writeFileSync(zip, damaged);
      const result = runCoursewright(folder, ['build', '--format', 'json', ...AS_OF]);
      expect(result.exitCode).toBe(0);
      expect(JSON.parse(result.stdout)).toMatchObject({ packages: [{ name: 'first-course' }], replaced: [] });
      expect(readFileSync(zip).equals(whole)).toBe(true);
    }
  });

  it('writes nothing while a course has an error, and keeps what was there', () => {
    const folder = makeProject('minimal');
    runCoursewright(folder, ['build', ...AS_OF]);
    const before = readFileSync(join(folder, 'dist', 'first-course.zip'));
    breakLink(folder);
    const result = runCoursewright(folder, ['build', ...AS_OF]);
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toContain('CW2104');
    expect(readFileSync(join(folder, 'dist', 'first-course.zip')).equals(before)).toBe(true);
    expect(readdirSync(join(folder, 'dist')).sort()).toEqual(DIST);
  });

  it('makes the same bytes in another folder, time zone, locale and with CRLF and BOM', () => {
    const first = makeProject('everything');
    const second = makeProject('everything');
    for (const name of readdirSync(join(second, 'course-source'), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(md|yaml)$/.test(name)) continue;
      const path = join(second, 'course-source', name);
      writeFileSync(path, `\uFEFF${readFileSync(path, 'utf8').replaceAll('\n', '\r\n')}`);
    }
    runCoursewright(first, ['build', ...AS_OF], { TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8' });
    runCoursewright(second, ['build', '--as-of', '2020-01-01'], { TZ: 'America/New_York', LANG: 'C' });
    const zips = readdirSync(join(first, 'dist')).filter((name) => name.endsWith('.zip'));
    expect(zips.length).toBeGreaterThan(0);
    for (const name of zips) {
      expect(readFileSync(join(first, 'dist', name)).equals(readFileSync(join(second, 'dist', name)))).toBe(true);
    }
  });
});

describe('a command whose output nobody reads', () => {
  it('does its work and ends with its own exit code', async () => {
    const folder = makeProject('minimal');
    expect(await runUnread(folder, ['build', ...AS_OF])).toBe(0);
    expect(readdirSync(join(folder, 'dist')).sort()).toEqual(DIST);
    breakLink(folder);
    expect(await runUnread(folder, ['check', ...AS_OF])).toBe(1);
    expect(await runUnread(folder, ['--version'])).toBe(0);
  });
});

describe('coursewright check', () => {
  it('shows place, frame, hint and where to read more, on stderr', () => {
    const folder = makeProject('minimal');
    const lesson = breakLink(folder);
    const { exitCode, stdout, stderr } = runCoursewright(folder, ['check', ...AS_OF]);
    expect(exitCode).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^error CW2104: this link points to a file that is not in the course$/m);
    expect(stderr).toMatch(new RegExp(`^ {2}--> first-course/lessons/${lesson.replaceAll('.', '\\.')}:\\d+:21$`, 'm'));
    expect(stderr).toContain('See the [checklist](no-such-file.pdf).');
    expect(stderr).toMatch(/\^{16}$/m);
    expect(stderr).toContain('help: coursewright explain CW2104');
    expect(stderr).toContain('1 error');
  });

  it('speaks SARIF and GitHub with paths as seen from the current folder', () => {
    const folder = makeProject('minimal');
    const lesson = breakLink(folder);
    const sarif: {
      version: string;
      runs: {
        results: { ruleId: string; locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[];
      }[];
    } = JSON.parse(runCoursewright(folder, ['check', '--format', 'sarif', ...AS_OF]).stdout);
    expect(sarif.version).toBe('2.1.0');
    expect(sarif.runs[0]?.results[0]?.ruleId).toBe('CW2104');
    const uri = `course-source/first-course/lessons/${lesson}`;
    expect(sarif.runs[0]?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(uri);
    const github = runCoursewright(folder, ['check', '--format', 'github', ...AS_OF]).stdout;
    expect(github).toMatch(new RegExp(`^::error file=${uri},line=\\d+,col=21,`));
  });

  it('makes warnings count with --strict', () => {
    const folder = makeProject('minimal');
    appendToLesson(folder, 'A <font color="red">red</font> word.');
    expect(runCoursewright(folder, ['check', ...AS_OF]).exitCode).toBe(0);
    expect(runCoursewright(folder, ['check', '--strict', ...AS_OF]).exitCode).toBe(1);
  });

  it('uses no color where none is wanted', () => {
    const folder = makeProject('minimal');
    breakLink(folder);
    expect(runCoursewright(folder, ['check', ...AS_OF], { NO_COLOR: '1' }).stderr).not.toContain('\u001b[');
  });
});

describe('the command line', () => {
  it('answers --version with the version of package.json', () => {
    const manifest: { version: string } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(runCoursewright(ROOT, ['--version']).stdout).toBe(`${manifest.version}\n`);
  });

  it('starts its help with examples', () => {
    const { stdout, exitCode } = runCoursewright(ROOT, ['--help']);
    expect(exitCode).toBe(0);
    expect(stdout.indexOf('Examples:')).toBeLessThan(stdout.indexOf('Commands:'));
  });

  it.each([
    [['biuld'], 'build'],
    [['check', '--formt', 'json'], '--format'],
    [['check', '--format', 'jsn'], 'json'],
    [['explain', 'CW210'], 'CW21'],
  ])('suggests what was meant by %j', (args, meant) => {
    const { exitCode, stderr } = runCoursewright(makeProject('minimal'), args);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/did you mean/i);
    expect(stderr).toContain(meant);
  });

  it('names the nearest course', () => {
    const { exitCode, stderr } = runCoursewright(makeProject('minimal'), ['check', 'frist-course']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('did you mean "first-course"?');
  });

  it('says what is missing in a folder without a workspace', () => {
    const folder = makeProject('minimal');
    rmSync(join(folder, 'course-source'), { recursive: true });
    const { exitCode, stderr } = runCoursewright(folder, ['check']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('coursewright.yaml');
    expect(stderr).not.toContain('    at ');
  });

  it.each(['2026-13-01', 'tomorrow'])('refuses %s as a date', (date) => {
    expect(runCoursewright(makeProject('minimal'), ['check', '--as-of', date]).exitCode).toBe(2);
  });

  it('lists packages and explains every code it lists', () => {
    const folder = makeProject('minimal');
    expect(runCoursewright(folder, ['list']).stdout).toMatch(/^first-course {2}.*: 2 lessons, 1 quiz, \d+ questions$/m);
    const codes = runCoursewright(folder, ['explain']).stdout.match(/^CW\d{4}/gm) ?? [];
    expect(codes.length).toBeGreaterThan(60);
    expect(runCoursewright(folder, ['explain', 'cw2104']).stdout).toMatch(/How to mend it: /);
  });

  it('verifies packages and refuses what is none', () => {
    const folder = makeProject('minimal');
    runCoursewright(folder, ['build', ...AS_OF]);
    expect(runCoursewright(folder, ['verify', 'dist/first-course.zip']).exitCode).toBe(0);
    writeFileSync(join(folder, 'junk.zip'), 'not a zip');
    const { exitCode, stderr } = runCoursewright(folder, ['verify', 'junk.zip', 'missing.zip']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('CW9002');
    expect(stderr).not.toContain('    at ');
  });

  it('writes the schemas that editors use', () => {
    const folder = makeProject('minimal');
    rmSync(join(folder, 'course-source', '.schemas'), { recursive: true, force: true });
    expect(runCoursewright(folder, ['schemas']).exitCode).toBe(0);
    expect(existsSync(join(folder, 'course-source', '.schemas', 'bank.json'))).toBe(true);
  });

  it('says why the schemas cannot be written', () => {
    const folder = makeProject('minimal');
    rmSync(join(folder, 'course-source', '.schemas'), { recursive: true, force: true });
    writeFileSync(join(folder, 'course-source', '.schemas'), 'a file');
    const { exitCode, stderr } = runCoursewright(folder, ['schemas']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('CW9010');
    expect(stderr).not.toContain('CW9999');
  });
});
