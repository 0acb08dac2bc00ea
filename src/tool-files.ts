/**
 * The tool's own files: the prebuilt players and the built-in templates. The same in a clone and when installed.
 * Must not know workspaces.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toolRoot } from './tool-version.ts';

/** Written by `bundle/`: a hash of everything in `lib/`. */
const BUILD_ID_FILE = 'build-id.txt';

/** True in a clone, where `npx coursewright` works; false where the package was installed. */
export function isCheckout(): boolean {
  return existsSync(join(toolRoot(), 'src'));
}

/**
 * Names the code that is running: two runs with one fingerprint make the same of the same input. Bundled code carries its own;
 * run from source, it is a hash of the source. Node's version counts, because its zlib decides a zip's bytes.
 */
export function toolFingerprint(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const id = here.startsWith(join(toolRoot(), 'lib')) ? readBuildId() : hashSource(join(toolRoot(), 'src'));
  return `${id} node ${process.version}`;
}

function readBuildId(): string {
  return readFileSync(join(toolRoot(), 'lib', BUILD_ID_FILE), 'utf8').trim();
}

function hashSource(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}

/** A hash of the tool's files that are read anew in each run: templates and players. Starters decide nothing of a course. */
export function hashOwnFiles(): string {
  const hash = createHash('sha256');
  const templates = readdirSync(templatesFolder(), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(templatesFolder(), name))
    .filter((folder) => folder !== startersFolder())
    .sort();
  for (const folder of [...templates, join(toolRoot(), 'lib', 'player')]) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      if (entry.isFile()) hash.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)));
    }
  }
  return hash.digest('hex');
}

/** The player's scripts of a target by their names in a package, as `npm run bundle` left them. */
export function readPlayer(name: string): ReadonlyMap<string, Uint8Array> {
  const folder = playerFolder(name);
  return new Map(
    readdirSync(folder)
      .sort()
      .map((file) => [file, readFileSync(join(folder, file))]),
  );
}

export function playerFolder(name: string): string {
  return join(toolRoot(), 'lib', 'player', name);
}

/** A file of the preview's page, as `npm run bundle` left it: `preview.html`, `preview.css` or a target's script. */
export function readPreviewFile(name: string): Uint8Array {
  return readFileSync(join(toolRoot(), 'lib', 'preview', name));
}

/** The folder of the built-in templates. */
export function templatesFolder(): string {
  return join(toolRoot(), 'templates');
}

/** The folder of the starter workspaces that `coursewright init` copies. */
export function startersFolder(): string {
  return join(templatesFolder(), 'starters');
}

/** The guide for authors, without what it says about the license of the courses it ships with. */
export function readAuthorGuide(): string {
  const text = readFileSync(join(toolRoot(), 'course-source', 'README.md'), 'utf8').replaceAll('\r\n', '\n');
  return `${(text.split(/^## License$/m)[0] ?? text).trimEnd()}\n`;
}

/** The oldest Node.js that the tool runs on, such as `20.19`. */
export function oldestNode(): string {
  const manifest: { readonly engines?: { readonly node?: string } } = JSON.parse(
    readFileSync(join(toolRoot(), 'package.json'), 'utf8'),
  );
  return manifest.engines?.node?.replace(/^>=\s*/, '') ?? '';
}
