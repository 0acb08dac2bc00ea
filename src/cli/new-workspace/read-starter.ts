/** Reads a starter from the tool's own folder, with what every new workspace gets: editor settings, a workflow, a guide. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { editorSchemas } from '../../compiler/source-format/editor-schemas.ts';
import { readAuthorGuide, startersFolder } from '../../tool-files.ts';
import type { WorkspaceFiles } from './fill-starter.ts';

/** What all starters share stands in a folder of this name beside them. */
const SHARED = 'project';

/** Text by path with forward slashes, placeholders unfilled. */
export function readStarter(name: string): WorkspaceFiles {
  return new Map([
    ...readFolder(join(startersFolder(), SHARED)),
    ...readFolder(join(startersFolder(), name)),
    ['GUIDE.md', readAuthorGuide()],
    ...[...editorSchemas()].map(([file, text]) => [`.schemas/${file}`, text] as const),
  ]);
}

function readFolder(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [
        relative(folder, file).split(sep).join('/'),
        readFileSync(file, 'utf8').replaceAll('\r\n', '\n'),
      ] as const;
    });
}
