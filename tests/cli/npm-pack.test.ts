/** The package as npm would publish it, installed into an empty folder: everything works there, and it weighs little. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from './run-coursewright.ts';

let folder: string;

/** npm and npx by the script beside this Node, so that no shell is needed on any system. */
function run(
  command: string,
  args: readonly string[],
  cwd: string,
): { readonly exitCode: number | null; readonly output: string } {
  const shell = process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync(command, [...args], { cwd, encoding: 'utf8', shell, input: '' });
  return { exitCode: status, output: `${stdout}${stderr}` };
}

function installed(): readonly string[] {
  const modules = join(folder, 'node_modules');
  return readdirSync(modules)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(modules, name)).map((sub) => `${name}/${sub}`) : [name],
    );
}

function bytesBelow(path: string): number {
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'coursewright-pack-'));
  // Packing bundles anew; in a copy it does not take lib/ away from the tests that run beside this one.
  const copy = join(folder, 'project');
  mkdirSync(copy);
  for (const name of ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', 'src', 'templates']) {
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  }
  mkdirSync(join(copy, 'course-source'));
  cpSync(join(ROOT, 'course-source', 'README.md'), join(copy, 'course-source', 'README.md'));
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const packed = run('npm', ['pack', '--silent', '--pack-destination', folder], copy);
  expect(packed.exitCode, packed.output).toBe(0);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  const install = run(
    'npm',
    ['install', '--silent', '--prefer-offline', '--no-audit', '--no-fund', `./${tarball}`],
    folder,
  );
  expect(install.exitCode, install.output).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the published package', () => {
  it('brings at most twenty packages and twenty megabytes, and no development dependency', () => {
    expect(installed().length).toBeLessThanOrEqual(20);
    expect(installed()).not.toContain('esbuild');
    expect(installed()).not.toContain('tsx');
    expect(bytesBelow(join(folder, 'node_modules'))).toBeLessThan(20_000_000);
  });

  it('carries types, templates, the player and the licenses of what is bundled', () => {
    const own = join(folder, 'node_modules', 'coursewright');
    for (const file of [
      'lib/types/api.d.ts',
      'lib/player/scorm12/player.js',
      'lib/player/scorm12/player-exam.js',
      'lib/THIRD-PARTY-LICENSES.txt',
      'templates/pages/launch.hbs',
      'LICENSE',
    ]) {
      expect(existsSync(join(own, file)), file).toBe(true);
    }
    const notices = readFileSync(join(own, 'lib/THIRD-PARTY-LICENSES.txt'), 'utf8');
    for (const name of ['handlebars', 'archiver', 'marked', 'js-yaml', 'sanitize-html'])
      expect(notices).toContain(`${name} `);
    expect(existsSync(join(own, 'src'))).toBe(false);
  });

  it('starts a workspace, checks it and builds a package that verifies', () => {
    const work = join(folder, 'work');
    mkdirSync(work);
    const npx = (...args: readonly string[]) => run('npx', ['--no-install', 'coursewright', ...args], work);
    const init = npx('init', 'courses', '--yes');
    expect(init.exitCode, init.output).toBe(0);
    expect(init.output).toMatch(/^ {2}cd courses$/m);
    const check = npx('check', '--strict', '--workspace', 'courses');
    expect(check.exitCode, check.output).toBe(0);
    const build = npx('build', '--workspace', 'courses', '--out', 'dist');
    expect(build.exitCode, build.output).toBe(0);
    const zips = readdirSync(join(work, 'dist')).filter((name) => name.endsWith('.zip'));
    expect(zips.length).toBeGreaterThan(0);
    expect(npx('verify', ...zips.map((name) => `dist/${name}`)).exitCode).toBe(0);
  });

  it('shows a preview', async () => {
    const command = join(folder, 'node_modules', 'coursewright', 'lib', 'cli.js');
    const preview = spawn(process.execPath, [command, 'dev', '--workspace', join(folder, 'work', 'courses')]);
    const ended = once(preview, 'exit');
    try {
      let said = '';
      const address = await new Promise<string>((resolve) => {
        const listen = (chunk: Buffer): void => {
          said += chunk.toString();
          const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
          if (found !== undefined) resolve(found);
        };
        preview.stdout.on('data', listen);
        preview.stderr.on('data', listen);
        preview.once('exit', () => resolve(''));
      });
      expect(address, said).not.toBe('');
      const page = await fetch(address);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('<title>');
    } finally {
      preview.stdin.end();
      await ended;
    }
  });

  it('can be called from code', () => {
    const program = `import { checkCourses } from 'coursewright';
      const { models, diagnostics } = checkCourses({ workspace: 'work/courses', asOf: '2026-11-22' });
      console.log(models.length > 0 && diagnostics.length === 0);`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stdout).toBe('true\n');
  });
});
