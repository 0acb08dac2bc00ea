/**
 * Bundles the player of a target: one classic script that is always there, and one for each of its parts (`player/parts/`), which
 * take what they share with the first from it. A module is in a package once, so that its variables are.
 *
 * esbuild splits modules alone, and packages carry classic scripts (lms-rules C3). So it splits first, and bundles the outcome again:
 * `player.js` lays out what others import of it as `coursewright.shared`, and a part's script waits to be called with that.
 */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BuildOptions, build, type Metafile, type OutputFile, type Plugin } from 'esbuild';

const PARTS = 'src/player/parts';
const BASE = 'player';

/** For browsers back to ES2020. */
const FINISHED: BuildOptions = {
  bundle: true,
  write: false,
  format: 'iife',
  target: 'es2020',
  minify: true,
  legalComments: 'none',
  charset: 'ascii',
};

export interface BundledPlayer {
  readonly outputFiles: readonly OutputFile[];
  readonly metafile: Metafile;
}

interface Split {
  /** Modules by path below `outdir`. */
  readonly texts: ReadonlyMap<string, string>;
  /** Chunks that the base loads and a part imports too, sorted. */
  readonly shared: readonly string[];
  /** Names that a chunk exports. */
  readonly exportsOf: (path: string) => readonly string[];
  readonly metafile: Metafile;
}

/** @param outdir relative to `root` */
export async function bundlePlayer(root: string, entry: string, outdir: string): Promise<BundledPlayer> {
  const parts = readdirSync(join(root, PARTS)).map((file) => basename(file, '.ts'));
  const split = await splitPlayer(root, entry, parts);
  // Scripts of two versions must not call each other: what they share has changed under one of them.
  const stamp = createHash('sha256')
    .update(JSON.stringify([...split.texts]))
    .digest('hex')
    .slice(0, 12);
  const results = await Promise.all([
    finish(root, outdir, BASE, {
      stdin: { contents: baseEntry(split.shared), resolveDir: root },
      plugins: [readsFrom(split, [])],
      banner: { js: `(window.coursewright=window.coursewright||{}).stamp=${JSON.stringify(stamp)};` },
    }),
    ...parts.map((part) =>
      finish(root, outdir, `player-${part}`, {
        stdin: { contents: `export { part } from './${part}.js';`, resolveDir: root },
        plugins: [readsFrom(split, split.shared)],
        globalName: 'made',
        banner: { js: `coursewright.part(${JSON.stringify(part)},${JSON.stringify(stamp)},function(){` },
        footer: { js: 'return made.part});' },
      }),
    ),
  ]);
  return { outputFiles: results.flatMap(({ outputFiles }) => outputFiles ?? []), metafile: split.metafile };
}

async function splitPlayer(root: string, entry: string, parts: readonly string[]): Promise<Split> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: { [BASE]: entry, ...Object.fromEntries(parts.map((part) => [part, `${PARTS}/${part}.ts`])) },
    outdir: 'split',
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2020',
    chunkNames: 'chunk-[hash]',
  });
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]));
  const importsOf = (path: string) => (outputs.get(path)?.imports ?? []).map((one) => basename(one.path));
  const ofBase = reachable(`${BASE}.js`, importsOf);
  const ofParts = new Set(parts.flatMap((part) => [...reachable(`${part}.js`, importsOf)]));
  return {
    texts: new Map(outputFiles.map((file) => [basename(file.path), file.text] as const).sort()),
    shared: [...ofBase].filter((path) => ofParts.has(path)).sort(),
    exportsOf: (path) => outputs.get(path)?.exports ?? [],
    metafile,
  };
}

/** The modules that one needs, itself among them. */
function reachable(from: string, importsOf: (path: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set([from]);
  for (const path of found) for (const next of importsOf(path)) found.add(next);
  return found;
}

function baseEntry(shared: readonly string[]): string {
  const imports = shared.map((path, at) => `import * as s${at} from './${path}';`);
  const list = shared.map((_, at) => `s${at}`).join(', ');
  return [...imports, `window.coursewright.shared = [${list}];`, `import './${BASE}.js';`].join('\n');
}

/** Modules come from the split ones; those in `given` are not bundled again but taken from the player that runs. */
function readsFrom({ texts, exportsOf, shared }: Split, given: readonly string[]): Plugin {
  return {
    name: 'split player',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\// }, ({ path }) => ({ path: basename(path), namespace: 'split' }));
      onLoad({ filter: /.*/, namespace: 'split' }, ({ path }) => {
        if (!given.includes(path)) return { contents: texts.get(path) ?? '', loader: 'js' };
        const names = exportsOf(path).join(', ');
        const contents = `const { ${names} } = coursewright.shared[${shared.indexOf(path)}]; export { ${names} };`;
        return { contents, loader: 'js' };
      });
    },
  };
}

function finish(root: string, outdir: string, name: string, options: BuildOptions) {
  return build({ ...FINISHED, absWorkingDir: root, outfile: join(outdir, `${name}.js`), ...options });
}
