/**
 * Starts a browser for tests: `CHROME_PATH`, else Chrome, Chromium or Edge where they usually are, else the Chromium that the
 * npm package @sparticuz/chromium carries for Linux x64.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../src/cli/doctor/find-browser.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const SAFE_ARGUMENTS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Chromium refuses its own sandbox to root, who runs containers.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** A wrong `CHROME_PATH` fails: nobody wants to test with another browser than the one named. */
function findInstalled(): string | undefined {
  return process.env.CHROME_PATH || findBrowser(process.env);
}

/** The package unpacks the libraries that a bare Linux lacks only where it believes to run on this host. */
const CARRIED_HOST = { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' } as const;

/**
 * The package's own configuration looks for its fonts in the host's folders only: elsewhere every text would be drawn without
 * a font, which has no height, and nothing on a page could be clicked.
 */
function fontConfiguration(folder: string): string {
  const folders = [join(folder, 'fonts', 'fonts'), '/usr/share/fonts'].map((path) => `<dir>${path}</dir>`);
  const cache = `<cachedir>${join(folder, 'fonts-cache')}</cachedir>`;
  return `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>${folders.join('')}${cache}</fontconfig>\n`;
}

/**
 * Unpacks the carried Chromium into a folder of its own, whole or not at all: test files start browsers at the same time,
 * and the package takes a half-written file for a finished one.
 */
function unpackCarried(folder: string): void {
  if (existsSync(folder)) return;
  const fresh = mkdtempSync(`${folder}-`);
  const script = "import('@sparticuz/chromium').then((carried) => carried.default.executablePath())";
  execFileSync(process.execPath, ['-e', script], {
    cwd: ROOT,
    env: { ...process.env, ...CARRIED_HOST, TMPDIR: fresh },
  });
  writeFileSync(join(fresh, 'fonts', 'fonts.conf'), fontConfiguration(folder));
  try {
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    // Somebody else was faster.
    if (!existsSync(folder)) throw error;
  }
}

async function findCarried(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const manifest = readFileSync(join(ROOT, 'node_modules/@sparticuz/chromium/package.json'), 'utf8');
  const { version }: { version: string } = JSON.parse(manifest);
  const folder = join(tmpdir(), `coursewright-browser-${version}-${process.getuid?.() ?? 0}`);
  unpackCarried(folder);
  const { TMPDIR } = process.env;
  Object.assign(process.env, CARRIED_HOST, { TMPDIR: folder });
  try {
    // Importing it also sets where the program finds its libraries and fonts.
    const carried = await import('@sparticuz/chromium');
    return await carried.default.executablePath();
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}

let carriedPath: Promise<string | undefined> | undefined;

/** Throws one sentence where no browser can be had: a browser test is never skipped. */
export async function startBrowser(): Promise<Browser> {
  const installed = findInstalled();
  if (installed === undefined) carriedPath ??= findCarried();
  const executablePath = installed ?? (await carriedPath);
  if (executablePath === undefined) {
    throw new Error('The browser tests need a browser: install Chrome, Chromium or Edge, or set CHROME_PATH to one.');
  }
  // What the carried Chromium needs where there is no desktop: software drawing in one process less.
  const carriedArguments = installed === undefined ? ['--disable-gpu', '--disable-dev-shm-usage'] : [];
  return chromium.launch({ executablePath, headless: true, args: [...SAFE_ARGUMENTS, ...carriedArguments] });
}
