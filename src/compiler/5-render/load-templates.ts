/** Finds template files: the built-in ones in a folder on disk, a workspace's own in its tree. Knows no Handlebars. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../../diagnostics/compare-text.ts';
import { STYLE_SHEET } from '../../shared/package-files.ts';
import type { SourceFile } from '../hand-over.ts';

const FOLDERS = ['pages', 'partials'];

/**
 * The built-in templates by path below the folder, such as `pages/launch.hbs`, and the sheets of `theme/` joined as `theme.css`.
 * @param folder the `templates` folder of this package
 */
export function loadTemplates(folder: string): ReadonlyMap<string, string> {
  const names = FOLDERS.flatMap((part) =>
    readdirSync(join(folder, part))
      .filter((name) => name.endsWith('.hbs'))
      .map((name) => `${part}/${name}`),
  );
  const read = (name: string) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
  const sheets = readdirSync(join(folder, 'theme')).sort(compareText);
  return new Map([
    ...names.sort(compareText).map((name) => [name, read(name)] as const),
    [STYLE_SHEET, sheets.map((name) => read(`theme/${name}`)).join('\n')],
  ]);
}

/**
 * A workspace's own templates: the `.hbs` files below the folder that `templates:` in coursewright.yaml names.
 * Keys are paths below that folder; names that nothing can replace are reported when the templates are compiled.
 */
export function findOverrides(
  files: ReadonlyMap<string, SourceFile>,
  folder: string | undefined,
): ReadonlyMap<string, SourceFile> {
  if (folder === undefined) return new Map();
  const prefix = `${folder.replace(/^\.\//, '').replace(/\/+$/, '')}/`;
  return new Map(
    [...files.values()]
      .filter(({ path }) => path.startsWith(prefix) && path.endsWith('.hbs'))
      .sort((a, b) => compareText(a.path, b.path))
      .map((file) => [file.path.slice(prefix.length), file]),
  );
}
