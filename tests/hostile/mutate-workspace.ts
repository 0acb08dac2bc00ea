/** Breaks a workspace that is held in memory: the content of a file, or which files there are. */
import { mutateBytes, mutateLines } from './mutate-text.ts';
import { mutateYaml } from './mutate-yaml.ts';
import type { SeededSource } from './seeded-source.ts';

/** A file's bytes, or the target of a symbolic link. */
export type Entry = Uint8Array | { readonly link: string };
export type Workspace = ReadonlyMap<string, Entry>;

const NAMES = [
  'con.md',
  'NUL.yaml',
  'aux',
  'Ünï code.md',
  'a b.md',
  '-.md',
  '.hidden.md',
  'README.md',
  'course.yaml',
  'course.yml',
  'glossary.yml',
  'index.md',
  '00-x.md',
  '01-01-x.md',
  'x.markdown',
  'x.yaml',
  'X.YAML',
  'x.hbs',
  'index.html',
  'player.js',
  'a\nb.md',
  'a:b.md',
  `${'long'.repeat(50)}.md`,
];
const FOLDERS = [
  '',
  'shared',
  'shared/credentials',
  'first-course',
  'first-course/lessons',
  'first-course/lessons/deep/er',
  'first-course/banks',
  'first-course/media',
  'all-features/lessons',
  'all-features/media',
  'templates/pages',
  'nowhere',
  'con',
];

/** Up to three changes. @returns the broken workspace and what was done to it */
export function mutateWorkspace(workspace: Workspace, source: SeededSource): { files: Workspace; what: string[] } {
  const files = new Map(workspace);
  const what: string[] = [];
  const changes = 1 + source.below(3);
  for (let n = 0; n < changes; n++)
    what.push(source.chance(0.75) ? changeFile(files, source) : changeTree(files, source));
  return { files, what };
}

function changeFile(files: Map<string, Entry>, source: SeededSource): string {
  const texts = [...files].flatMap(([path, entry]) =>
    entry instanceof Uint8Array && /\.(md|ya?ml|lock|hbs|svg|vtt)$/.test(path) ? [[path, entry] as const] : [],
  );
  if (texts.length === 0) return 'nothing left';
  const [path, bytes] = source.pick(texts);
  const kind = source.below(10);
  const mutation =
    (kind < 4 ? mutateYaml(path, bytes, source) : undefined) ??
    (kind < 8 ? mutateLines(bytes, source) : mutateBytes(bytes, source));
  files.set(path, mutation.bytes);
  return `${path}: ${mutation.what}`;
}

function changeTree(files: Map<string, Entry>, source: SeededSource): string {
  const paths = [...files.keys()];
  if (paths.length === 0) return 'nothing left';
  const path = source.pick(paths);
  const entry = files.get(path) ?? new Uint8Array();
  const slash = path.lastIndexOf('/');
  const place = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);
  const move = (to: string, keep: boolean): string => {
    if (!keep) files.delete(path);
    files.set(to, entry);
    return `${keep ? 'copy' : 'move'} ${path} to ${JSON.stringify(to)}`;
  };
  const folder = slash === -1 ? '' : path.slice(0, slash);
  const name = path.slice(slash + 1);
  switch (source.below(8)) {
    case 0:
      files.delete(path);
      return `delete ${path}`;
    case 1:
      return move(place(folder, source.pick(NAMES)), source.chance(0.5));
    case 2:
      return move(place(source.pick(FOLDERS), name), source.chance(0.5));
    case 3:
      return move(
        place(folder, source.chance(0.5) ? name.toUpperCase() : name.replace(/^./, (c) => c.toUpperCase())),
        source.chance(0.5),
      );
    case 4:
      files.set(path, source.chance(0.5) ? new Uint8Array() : new TextEncoder().encode('\n'));
      return `empty ${path}`;
    case 5: {
      const other = source.pick(paths);
      files.set(path, files.get(other) ?? new Uint8Array());
      return `write ${other} over ${path}`;
    }
    case 6: {
      const link = source.pick(['..', '.', '/etc/hostname', '/', 'missing', name, '../..', source.pick(paths)]);
      files.set(source.chance(0.5) ? path : place(folder, 'linked.md'), { link });
      return `link ${path} to ${link}`;
    }
    default: {
      const prefix = `${folder}/`;
      if (folder === '') return move(`${path}.bak`, false);
      for (const inside of paths.filter((other) => other.startsWith(prefix))) files.delete(inside);
      return `delete the folder ${folder}`;
    }
  }
}
