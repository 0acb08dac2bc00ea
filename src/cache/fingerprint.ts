/** Hashes of what a result is made from. Two equal fingerprints mean equal results, on any machine and in any folder. */
import { createHash, type Hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { RenderAssets } from '../compiler/5-render/render-package.ts';
import type { FileTouch, PackageModel, SourceFile, SourceTree } from '../compiler/hand-over.ts';
import type { TouchIndex } from './touch-index.ts';

/** Raised when the form of cached entries changes. */
const CACHE_VERSION = '2';

/** Puts a text into a hash so that no two lists of texts can look alike. */
function add(hash: Hash, text: string): void {
  hash.update(`${text.length}:`).update(text);
}

export function hashTexts(texts: readonly string[]): string {
  const hash = createHash('sha256');
  add(hash, CACHE_VERSION);
  for (const text of texts) add(hash, text);
  return hash.digest('hex');
}

export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Hashes of files, each computed once. Lives as long as a run, in which files are taken to stay as they are. */
export class FileHashes {
  readonly #known = new Map<SourceFile, string>();
  readonly #index: TouchIndex;

  /** @param index what earlier runs computed */
  constructor(index: TouchIndex) {
    this.#index = index;
  }

  of(file: SourceFile): string {
    const known = this.#known.get(file);
    if (known !== undefined) return known;
    const hash = this.#find(file.path, file.touch, () => file.bytes());
    // All files are hashed before the first course is compiled.
    file.release();
    this.#known.set(file, hash);
    return hash;
  }

  /** Of a file outside the workspace, such as a package that lies in the output folder. */
  ofFile(path: string, touch: FileTouch): string {
    return this.#find(path, touch, () => readFileSync(path));
  }

  #find(path: string, touch: FileTouch | undefined, read: () => Uint8Array): string {
    const indexed = touch === undefined ? undefined : this.#index.find(path, touch);
    if (indexed !== undefined) return indexed;
    const hash = hashBytes(read());
    if (touch !== undefined) this.#index.note(path, touch, hash);
    return hash;
  }
}

/** Names and contents of all files of a workspace. */
export function hashTree(tree: SourceTree, hashes: FileHashes): string {
  return hashTexts([...tree.files].flatMap(([path, file]) => [path, hashes.of(file)]));
}

/** Player, templates and overrides. */
export function hashAssets(assets: RenderAssets, hashes: FileHashes): string {
  const overrides = [...assets.overrides].flatMap(([name, file]) => [name, hashes.of(file)]);
  const scripts = [...assets.player].flatMap(([name, bytes]) => [name, hashBytes(bytes)]);
  return hashTexts([...scripts, '', assets.toolVersion, ...[...assets.templates].flat(), '', ...overrides]);
}

/** Everything that stands in a model, files by their contents. Maps keep their order, which decides the pages' order. */
export function hashModel(model: PackageModel, hashes: FileHashes): string {
  const { files, questions, ...rest } = model;
  const shipped = files.map(({ name, source }) => `${name} ${hashes.of(source)}`);
  return hashTexts([JSON.stringify(rest), JSON.stringify([...questions]), ...shipped]);
}
