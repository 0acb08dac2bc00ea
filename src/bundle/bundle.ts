/**
 * Our own build: bundles the player of each target, the preview's page and the command with its public API into `lib/`.
 * Authors never run it; it runs when the project is installed or published.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { bundlePlayer } from './bundle-player.ts';
import { collectNotices } from './third-party-notices.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The entry of each target's player. */
const PLAYERS = { scorm12: 'src/targets/scorm12/browser/player-entry.ts' };

/** The preview's page: a script per target, its style sheet and the page itself, as they are. */
const PREVIEW: BuildOptions = {
  absWorkingDir: ROOT,
  entryPoints: [
    { in: 'src/targets/scorm12/browser/preview-entry.ts', out: 'scorm12' },
    { in: 'src/preview/page/preview.css', out: 'preview' },
    { in: 'src/preview/page/preview.html', out: 'preview' },
  ],
  outdir: 'lib/preview',
  bundle: true,
  format: 'iife',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  charset: 'ascii',
  loader: { '.html': 'copy' },
};

/** The entry by itself, in one file that needs no other as long as nothing but the version is asked for. */
const ENTRY: BuildOptions = {
  absWorkingDir: ROOT,
  entryPoints: { cli: 'src/cli/main.ts' },
  outdir: 'lib',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  plugins: [
    {
      name: 'the rest of the command',
      setup: ({ onResolve }) =>
        onResolve({ filter: /^\.\/run-command\.ts$/ }, () => ({ path: './run-command.js', external: true })),
    },
  ],
};

/**
 * Libraries are bundled too: whoever installs the published package gets it alone, and it starts with fewer files to read.
 * Chunks are loaded when a command needs them, so that `--version` reads almost nothing.
 */
function command(dependencies: readonly string[]): BuildOptions {
  return {
    absWorkingDir: ROOT,
    entryPoints: { 'run-command': 'src/cli/run-command.ts', api: 'src/api.ts' },
    outdir: 'lib',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external: [...dependencies],
    // Libraries in CommonJS ask for Node's own modules by `require`, which a module has to make for itself.
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
    // What a command loads it has to read first; names stay, for whoever reports a stack.
    minifyWhitespace: true,
    chunkNames: 'chunks/[name]-[hash]',
    legalComments: 'none',
  };
}

/** Writes a file so that whoever runs the command meanwhile finds the old one or the new one, whole. */
function replaceFile(path: string, contents: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.new`;
  writeFileSync(temporary, contents, { mode: 0o755 });
  renameSync(temporary, path);
}

/** Chunks of earlier builds; their names hold a hash, so that a running command never finds other contents under one. */
function removeStale(kept: ReadonlySet<string>): void {
  const folder = join(ROOT, 'lib', 'chunks');
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (!kept.has(path) && Date.now() - statSync(path).mtimeMs > STALE_MS) rmSync(path, { force: true });
  }
}

/** Long enough for any command that still runs. */
const STALE_MS = 10 * 60 * 1000;

const manifest: { readonly dependencies: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
);
// What is published must hold nothing of an earlier build.
if (process.argv.includes('--clean')) rmSync(join(ROOT, 'lib'), { recursive: true, force: true });
const results = await Promise.all([
  ...Object.entries(PLAYERS).map(([target, entry]) => bundlePlayer(ROOT, entry, join('lib', 'player', target))),
  ...[PREVIEW, ENTRY, command(Object.keys(manifest.dependencies))].map((options) =>
    build({ ...options, write: false, metafile: true }),
  ),
]);
const files = results.flatMap((result) => result.outputFiles ?? []);
for (const file of files) replaceFile(file.path, file.contents);
const buildId = createHash('sha256');
for (const file of files) buildId.update(file.path.slice(ROOT.length)).update(file.contents);
replaceFile(join(ROOT, 'lib', 'build-id.txt'), new TextEncoder().encode(`${buildId.digest('hex')}\n`));
const notices = collectNotices(
  ROOT,
  results.map((result) => result.metafile),
);
replaceFile(join(ROOT, 'lib', 'THIRD-PARTY-LICENSES.txt'), new TextEncoder().encode(notices));
removeStale(new Set(files.map((file) => file.path)));
