/**
 * Our own build: bundles the player of each target and the command with its public API into `lib/`.
 * Authors never run it; it runs when the project is installed or published.
 */
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** One classic script per target, for browsers back to ES2020. */
const PLAYERS: BuildOptions = {
  absWorkingDir: ROOT,
  entryPoints: { scorm12: 'src/targets/scorm12/browser/player-entry.ts' },
  outdir: 'lib/player',
  bundle: true,
  format: 'iife',
  target: 'es2020',
  minify: true,
  legalComments: 'none',
  charset: 'ascii',
};

/** Chunks are loaded when a command needs them, so that `--version` reads almost nothing. */
function command(dependencies: readonly string[]): BuildOptions {
  return {
    absWorkingDir: ROOT,
    entryPoints: { cli: 'src/cli/main.ts', api: 'src/api.ts' },
    outdir: 'lib',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external: [...dependencies],
    chunkNames: 'chunks/[name]-[hash]',
    legalComments: 'none',
  };
}

const manifest: { readonly dependencies: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
);
rmSync(join(ROOT, 'lib'), { recursive: true, force: true });
await Promise.all([build(PLAYERS), build(command(Object.keys(manifest.dependencies)))]);
